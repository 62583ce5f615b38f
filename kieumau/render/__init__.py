"""Verdicts in words: text, Markdown and JSON, in Vietnamese and English.

`report` decides what is said, `phrasebook` in which words, the ``as_*`` modules with which marks.
"""

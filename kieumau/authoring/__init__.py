"""What those who write a plugin work with: checks, cases, scaffolds, workbooks, previews.

Imports nothing by itself: take what is wanted from its module.
"""

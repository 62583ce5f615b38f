"""The condition language: one line, one reading, in Vietnamese and English.

`parse` turns stored text into a condition, `format` a condition into text; `names` holds the
closed vocabulary both work over, `literals` the exact readers of numbers, dates and yes/no.
"""

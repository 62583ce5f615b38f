"""Excel workbooks: exact values in (`reading`), laid-out sheets out (`plan`, `writing`).

Reading needs no library: a workbook is a zip of XML, and what is wanted of it is less than what
must be kept out. Writing is the one door to openpyxl.
"""

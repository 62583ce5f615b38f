"""A plugin as a workbook a lawyer can read and edit (`making`), and back (`importing`)."""

"""A plugin's entries as rows of sheets: which columns there are and what a cell says."""

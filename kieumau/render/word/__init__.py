"""Word files: one door to python-docx; the same report gives the same bytes."""

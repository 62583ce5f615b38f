"""Sessions: facts that arrive through the year, and what is derived as they do."""

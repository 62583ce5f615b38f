"""A composed standard compiled to linear leaves and ordered steps, and what those steps mean."""

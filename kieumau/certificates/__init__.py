"""Certificates: a verdict with the justification of every step, checked without an engine."""

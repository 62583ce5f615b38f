"""Verdicts: the outcome, and the tree of findings that proves it."""

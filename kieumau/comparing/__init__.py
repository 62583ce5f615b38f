"""Comparing two verdicts: what changed, and which differences alone bring the change."""

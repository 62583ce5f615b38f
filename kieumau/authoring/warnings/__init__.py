"""Warnings to authors: what is allowed, and perhaps not what was meant. A module a family.

Imports nothing by itself: `kieumau.authoring.warnings.survey` runs them all.
"""

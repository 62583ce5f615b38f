"""kieumau: criteria for model ward police units as composable, explained rules.

A criterion is a condition with a citation; a verdict is that condition's truth with its reasons.
"""

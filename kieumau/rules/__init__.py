"""The frozen nouns of the rules: what a measure, a condition, an indicator, a refinement is.

Nothing here reads files, decides truth or prints; those live upstairs.
"""

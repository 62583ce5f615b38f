"""A new plugin over an installed one: what to refine is chosen, the folder written and checked.

`kieumau.authoring.scaffold.build.build` does it all; the other modules are its steps.
"""

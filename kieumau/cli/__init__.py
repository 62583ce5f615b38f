"""The command line: one module per command, their words in `commands`, click behind `parser`."""

from kieumau.cli.entry import main

__all__ = ["main"]

"""The way in: settle the language, then let the parser run the command asked for."""

import os
import sys
from collections.abc import Sequence

from kieumau.cli.language import language
from kieumau.cli.parser import command_line

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the program with its exit code.

    0 done; 1 the answer is no; 2 bad input or use; 70 a bug; 130 interrupted; 141 a pipe that
    was closed by its reader.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    command_line(language(given, os.environ)).main(given)

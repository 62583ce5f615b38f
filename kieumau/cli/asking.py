"""Asking for what was not given: one question a line, the default shown, each answer checked."""

import sys
from collections.abc import Callable
from typing import TypeVar

from kieumau.cli.terminal import Terminal
from kieumau.errors import UsageError
from kieumau.wording import Text

__all__ = ["ask", "may_ask"]

_T = TypeVar("_T")


def may_ask() -> bool:
    """Return whether somebody sits at both ends."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def ask(terminal: Terminal, question: Text, default: str, read: Callable[[str], _T]) -> _T:
    """Ask until an answer can be read; an empty one is the default.

    Raises
    ------
    KeyboardInterrupt
        The input ended.
    """
    shown = f" [{default}]" if default else ""
    while True:
        sys.stdout.flush()
        sys.stderr.write(f"{question.say(terminal.lang)}{shown}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stderr.write("\n")
            raise KeyboardInterrupt
        try:
            return read(line.strip() or default)
        except UsageError as error:
            terminal.problems(error.diagnostics)

"""Where results and diagnostics go: standard output and standard error, in one language."""

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attrs import frozen

from kieumau.cli.diagnostics import report_lines
from kieumau.errors import Diagnostic, UsageError
from kieumau.render.speech import clean
from kieumau.wording import Lang, Text

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Terminal", "discard_output", "output_error", "prepare_streams"]


def prepare_streams() -> None:
    """Speak UTF-8 whatever the locale; what no encoding can carry is shown escaped."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def discard_output() -> None:
    """Let what is still unwritten go nowhere, so that the end of the program is quiet."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):  # no descriptor behind it
        pass


def output_error(error: OSError) -> UsageError:
    """Return what to say when standard output takes no more; the rest is discarded."""
    discard_output()
    return UsageError(Diagnostic("KM-723", arguments={"why": error.strerror or str(error)}))


@frozen
class Terminal:
    """The two streams and the reader's language."""

    lang: Lang

    @property
    def interactive(self) -> bool:
        """Whether results go to a screen."""
        return sys.stdout.isatty()

    def out(self, text: str) -> None:
        """Write a result, as it is.

        Raises
        ------
        UsageError
            KM-723: standard output takes no more.
        """
        try:
            sys.stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise output_error(error) from error

    def show(self, renderable: "RenderableType") -> None:
        """Write a result in colour; only for a screen. NO_COLOR is heeded."""
        from rich.console import Console  # noqa: PLC0415 (only a screen needs it)

        Console(file=sys.stdout, highlight=False, soft_wrap=False).print(renderable, end="")

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Write lines, each in a style; only for a screen."""
        from rich.text import Text as Line  # noqa: PLC0415 (only a screen needs it)

        for text, style in lines:
            self.show(Line(f"{text}\n", style=style))

    def note(self, text: Text | str, *, asked: bool = False) -> None:
        """Say one line beside the result; where nothing can be said, only what was asked for fails.

        Raises
        ------
        UsageError
            KM-723: it was ``asked`` for, and standard error takes no more.
        """
        sys.stdout.flush()
        said = text.say(self.lang) if isinstance(text, Text) else text
        try:
            sys.stderr.write(clean(said) + "\n")
        except BrokenPipeError:
            raise
        except OSError as error:
            _discard(sys.stderr)
            if asked:
                raise output_error(error) from error

    def problems(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Say what is wrong, where, and what to do; the exit code says it where nothing can."""
        try:
            for line in report_lines(diagnostics, self.lang):
                sys.stderr.write(line + "\n")
        except BrokenPipeError:
            raise
        except OSError:
            _discard(sys.stderr)

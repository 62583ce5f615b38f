"""Where a command's result goes: standard output, or a file written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path, write_bytes, write_text
from kieumau.errors import Diagnostic, UsageError
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["deliver", "deliver_bytes", "refuse_output"]


def deliver(terminal: Terminal, text: str, output: str | None) -> None:
    """Write a result to the file asked for, else to standard output."""
    if output is None:
        terminal.out(text)
        return
    write_text(real_path(output), text)
    terminal.note(Text(f"Đã ghi {output}.", f"Wrote {output}."))


def deliver_bytes(terminal: Terminal, data: bytes, output: str) -> None:
    """Write a result that is no text to the file asked for."""
    write_bytes(real_path(output), data)
    terminal.note(Text(f"Đã ghi {output}.", f"Wrote {output}."))


def refuse_output(output: str | None, inputs: Iterable[Path | None] = ()) -> None:
    """Refuse, before any work is done, an output that is an input or no ordinary file.

    Raises
    ------
    UsageError
        KM-720, KM-721.
    """
    if output is None:
        return
    path = Path(output)
    if any(each is not None and _same(path, each) for each in inputs):
        raise UsageError(Diagnostic("KM-720", Place(output)))
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UsageError(Diagnostic("KM-721", Place(output)))


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return real_path(path) == real_path(other)

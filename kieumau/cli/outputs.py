"""Where a command's result goes: standard output, or a file written whole or not at all."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path, write_all, write_bytes, write_lines, write_text
from kieumau.errors import Diagnostic, UsageError
from kieumau.ledger.marks import is_ledger_file
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["deliver", "deliver_all", "deliver_bytes", "deliver_lines", "refuse_output"]


def deliver(terminal: Terminal, text: str, output: str | None) -> None:
    """Write a result to the file asked for, else to standard output."""
    if output is None:
        terminal.out(text)
        return
    write_text(real_path(output), text)
    terminal.note(Text(f"Đã ghi {output}.", f"Wrote {output}."))


def deliver_all(terminal: Terminal, texts: Mapping[str, str]) -> None:
    """Write several results each to its file, all or none."""
    write_all({real_path(each): text.encode("utf-8") for each, text in texts.items()})
    for each in texts:
        terminal.note(Text(f"Đã ghi {each}.", f"Wrote {each}."))


def deliver_lines(terminal: Terminal, lines: Iterable[str], output: str | None) -> None:
    """Write lines as they come to the file asked for, whole or not at all, else to the output."""
    if output is None:
        for line in lines:
            terminal.out(line)
        return
    write_lines(real_path(output), lines)
    terminal.note(Text(f"Đã ghi {output}.", f"Wrote {output}."))


def deliver_bytes(terminal: Terminal, data: bytes, output: str) -> None:
    """Write a result that is no text to the file asked for."""
    write_bytes(real_path(output), data)
    terminal.note(Text(f"Đã ghi {output}.", f"Wrote {output}."))


def refuse_output(
    output: str | None, inputs: Iterable[Path | None] = (), *, appended: bool = False
) -> None:
    """Refuse, before any work is done, an output that is an input, a ledger or no ordinary file.

    The folder of a plugin among the inputs stands for the files it is made of. A ledger may be
    ``appended`` to.

    Raises
    ------
    UsageError
        KM-720, KM-721, KM-728.
    """
    if output is None:
        return
    path = Path(output)
    if any(each is not None and (_same(path, each) or _of(each, path)) for each in inputs):
        raise UsageError(Diagnostic("KM-720", Place(output)))
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UsageError(Diagnostic("KM-721", Place(output)))
    if not appended and is_ledger_file(path):
        raise UsageError(Diagnostic("KM-728", Place(output)))


def _of(plugin: Path, path: Path) -> bool:
    """Return whether a file is one of those a plugin's folder is made of."""
    if not (plugin.is_dir() and path.is_file() and path.suffix.lower() in (".yaml", ".yml")):
        return False
    folder, file = real_path(plugin), real_path(path)
    inside = file.relative_to(folder).parts if file.is_relative_to(folder) else ()
    if len(inside) == 1:
        return file.stem in ("plugin", "measures", "targets", "registry", "statuses")
    return inside[:1] in (("rules",), ("cases",))


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return real_path(path) == real_path(other)

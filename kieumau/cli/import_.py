"""``kieumau import``: an edited workbook back into the files of its plugin."""

from pathlib import Path

from kieumau.authoring.workbook.files import write_folder
from kieumau.authoring.workbook.importing import Import, read_import
from kieumau.cli.terminal import Terminal
from kieumau.errors import Diagnostic, UsageError
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["run"]

_NONE = Text(
    "Sổ tính không thay đổi gì trong {folder}.", "The workbook changes nothing in {folder}."
)
_WROTE = Text(
    "Đã ghi {n} tệp vào {folder}. Lần sửa sau, lập lại sổ tính bằng kieumau table.",
    "Files written in {folder}: {n}. For further edits make the workbook anew: kieumau table.",
)
_WOULD = Text(
    "Chưa ghi gì: {n} tệp trong {folder} sẽ thay đổi.",
    "Nothing was written: files that would change in {folder}: {n}.",
)
_REFUSED = Text(
    "Chưa ghi gì: bộ sau khi sửa có các lỗi trên. Sửa các ô đó rồi nhập lại.",
    "Nothing was written: the plugin would have the errors above. Mend those cells and try again.",
)
_STYLES = (("+++", "bold"), ("---", "bold"), ("@@", "cyan"), ("+", "green"), ("-", "red"))


def run(
    terminal: Terminal,
    *,
    workbook: str,
    folder: str,
    dry: bool,
    force: bool,
    below: tuple[str, ...],
) -> int:
    """Print what a workbook changes and write it: 0; 1 where the result would be wrong."""
    if Path(folder).exists() and not Path(folder).is_dir():
        raise UsageError(Diagnostic("KM-767", Place(folder)))
    found = read_import(workbook, folder, below, force=force)
    terminal.problems(found.notes)
    _show(terminal, found)
    if found.errors:
        terminal.problems(found.errors)
        terminal.note(_REFUSED)
        return 1
    line = _NONE if not found.after else _WOULD if dry else _WROTE
    if found.after and not dry:
        write_folder(found.folder, found.after, found.before)
    said = line.say(terminal.lang).format(n=len(found.after), folder=folder)
    terminal.note(said)
    return 0


def _show(terminal: Terminal, found: Import) -> None:
    """Print the diff, in colour on a screen."""
    lines = [_printable(line) for line in found.diff()]
    if not terminal.interactive:
        terminal.out("".join(f"{line}\n" for line in lines))
        return
    terminal.show_lines((line, _style(line)) for line in lines)


def _style(line: str) -> str:
    return next((style for start, style in _STYLES if line.startswith(start)), "")


def _printable(line: str) -> str:
    """Return a line without what would steer a screen; its indentation stays."""
    return "".join(char if char.isprintable() else " " for char in line)

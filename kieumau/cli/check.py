"""``kieumau check``: every problem of a plugin, with the line it is on."""

from collections import Counter
from typing import Any, Literal

from kieumau.authoring.check import check
from kieumau.cli.diagnostics import report_lines
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic
from kieumau.wording import Text

__all__ = ["run"]

_NOT_FOUND = frozenset({"KM-411", "KM-412", "KM-413", "KM-414"})
_NONE = Text("Không có lỗi: {standard}", "No errors: {standard}")
_COUNTED = Text("{n} lỗi trong {files} tệp: {standard}", "{n}, in {files}: {standard}")


def run(terminal: Terminal, *, standard: str, form: Literal["text", "json"]) -> int:
    """Check a plugin: 0 without errors, 1 with, 2 where there is no such plugin."""
    found = check(standard)
    if found and all(each.code in _NOT_FOUND for each in found):
        terminal.problems(found)
        return 2
    if form == "json":
        terminal.out(to_json([_data(each) for each in found]))
    else:
        terminal.out("".join(f"{line}\n" for line in report_lines(found, terminal.lang)))
        terminal.out(_closing(found, standard, terminal) + "\n")
    return 1 if found else 0


def _closing(found: list[Diagnostic], standard: str, terminal: Terminal) -> str:
    if not found:
        return _NONE.say(terminal.lang).format(standard=standard)
    files = len(Counter(each.place.file for each in found))
    n: int | str = len(found)
    if terminal.lang == "en":
        n, in_files = _english(len(found), "error"), _english(files, "file")
        return _COUNTED.en.format(n=n, files=in_files, standard=standard)
    return _COUNTED.vi.format(n=n, files=files, standard=standard)


def _english(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _data(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": diagnostic.place.file,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "message": {"vi": diagnostic.message("vi"), "en": diagnostic.message("en")},
        "hint": {"vi": diagnostic.hint("vi"), "en": diagnostic.hint("en")},
        "suggestions": list(diagnostic.suggestions),
    }

"""``kieumau check``: every problem of a plugin, with the line it is on; once, or on every save."""

import sys
from collections.abc import Sequence
from typing import Any, Literal

from kieumau.authoring.check import check
from kieumau.cli.diagnostics import report_lines
from kieumau.cli.sarif import sarif_log
from kieumau.cli.terminal import Terminal
from kieumau.cli.watching import need_watching, saves
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, Severity, UsageError
from kieumau.plugins.discovery import find
from kieumau.wording import Count, Text

__all__ = ["diagnostic_data", "run"]

_NOT_FOUND = frozenset({"KM-411", "KM-412", "KM-413", "KM-414"})
_NONE = Text("Không có lỗi: {standards}", "No errors: {standards}")
_ONLY_WARNINGS = Text(
    "Không có lỗi; {warnings} cảnh báo trong {files} tệp: {standards}",
    "No errors; {warnings:warning|warnings}, in {files:file|files}: {standards}",
)
_ONLY_ERRORS = Text(
    "{errors} lỗi trong {files} tệp: {standards}",
    "{errors:error|errors}, in {files:file|files}: {standards}",
)
_BOTH = Text(
    "{errors} lỗi và {warnings} cảnh báo trong {files} tệp: {standards}",
    "{errors:error|errors} and {warnings:warning|warnings}, in {files:file|files}: {standards}",
)
_AGAIN = Text("Lần kiểm tra thứ {n}", "Check number {n}")
_WAITING = Text(
    "Đang chờ tệp được lưu; nhấn Ctrl-C để dừng.", "Waiting for a file to be saved; Ctrl-C ends."
)


def run(
    terminal: Terminal,
    *,
    standards: tuple[str, ...],
    form: Literal["text", "json", "sarif"],
    strict: bool,
    watch: bool,
) -> int:
    """Check plugins: 0 without errors, 1 with (``strict``: or warnings), 2 where one is missing."""
    if not watch:
        return _once(terminal, standards, form, strict=strict)
    if form != "text":
        arguments: dict[str, str | int | Text] = {"one": "--watch", "other": f"--format {form}"}
        raise UsageError(Diagnostic("KM-719", arguments=arguments))
    need_watching()
    folders = [find(each).path for each in standards]
    for n, _ in enumerate(saves(folders), 1):
        terminal.out(f"── {_AGAIN.say(terminal.lang).format(n=n)} ──\n")
        _once(terminal, standards, "text", strict=strict)
        terminal.note(_WAITING)
        sys.stderr.flush()
    return 0  # pragma: no cover - saves go on until interrupted


def _once(
    terminal: Terminal,
    standards: tuple[str, ...],
    form: Literal["text", "json", "sarif"],
    *,
    strict: bool,
) -> int:
    found = check(*standards)
    if found and all(each.code in _NOT_FOUND for each in found):
        terminal.problems(found)
        return 2
    if form == "json":
        terminal.out(to_json([diagnostic_data(each) for each in found]))
    elif form == "sarif":
        terminal.out(to_json(sarif_log(found, terminal.lang)))
    else:
        lines = report_lines(found, terminal.lang, severity=True)
        terminal.out("".join(f"{line}\n" for line in lines))
        terminal.out(_closing(found, standards, terminal) + "\n")
    wrong = any(strict or each.severity is Severity.ERROR for each in found)
    return 1 if wrong else 0


def _closing(found: Sequence[Diagnostic], standards: Sequence[str], terminal: Terminal) -> str:
    counts = {severity: sum(each.severity is severity for each in found) for severity in Severity}
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    line = _NONE
    if errors or warnings:
        line = _BOTH if errors and warnings else _ONLY_ERRORS if errors else _ONLY_WARNINGS
    files = len({each.place.file for each in found})
    return line.say(terminal.lang).format(
        errors=Count(errors),
        warnings=Count(warnings),
        files=Count(files),
        standards=", ".join(standards),
    )


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain data, in both languages."""
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

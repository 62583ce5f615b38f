"""``kieumau ledger verify``: whether a ledger is whole, and what is not."""

from collections.abc import Iterator
from typing import Any, Final, Literal

from kieumau.cli.check import diagnostic_data
from kieumau.cli.diagnostics import report_lines
from kieumau.cli.ledger.recording import ledger_path
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic
from kieumau.ledger.chain import LedgerReport
from kieumau.ledger.ledger import Ledger
from kieumau.render.speech import clean
from kieumau.wording import Count, Lang, Text

__all__ = ["run"]

_FORMAT: Final = "kieumau/ledger-verification/1"
_MOST_NAMED: Final = 20
_INDENT = "    "
_GOOD, _BAD, _OPEN = "✓", "✗", "–"
_TITLE = Text("Sổ cái {name}: {n} mục", "Ledger {name}: {n:entry|entries}")
_HEAD = Text("Mã băm cuối (mục {seq}): {hash}", "Head (entry {seq}): {hash}")
_MORE = Text("… và {n} chỗ nữa; xem đủ: --format json", "… and {n} more; all: --format json")
_WHOLE = Text("Mọi mục cần kiểm tra đều đúng.", "Everything that was asked for holds.")
_NOT_WHOLE = Text("Sổ cái không còn nguyên vẹn.", "The ledger is not whole.")
_CAUTION = Text(
    "Sổ cái cho biết đã ghi những gì và theo thứ tự nào; số liệu có đúng hay không thì không.",
    "A ledger says what was recorded and in which order; not whether the figures are true.",
)
_CERTIFICATES = ("KM-674", "KM-675", "KM-676")
_CHAIN_SAID = (
    Text("Các mục: đủ, đúng thứ tự, không mục nào bị sửa.", "Entries: none missing, none changed."),
    Text("Các mục: có chỗ sai.", "Entries: something is wrong."),
)
_CERTIFICATES_SAID = (
    Text("Chứng thư: đúng như đã ghi.", "Certificates: as they were recorded."),
    Text("Chứng thư: có chỗ sai.", "Certificates: something is wrong."),
)
_STEPS_SAID = (
    Text(
        "Từng bước: đều suy ra được từ số liệu.",
        "Steps: each follows from the facts, by its rule.",
    ),
    Text("Từng bước: có bước không suy ra được.", "Steps: not every step follows."),
    Text("Từng bước: không kiểm tra (--deep).", "Steps: not checked (--deep)."),
)
_KNOWN_SAID = (
    Text(
        "Mã băm đã biết: là của mục {at}; sau đó có thêm {later} mục.",
        "Known head: it is entry {at}; {later:entry|entries} came after.",
    ),
    Text("Mã băm đã biết: không có trong sổ cái.", "Known head: it is not in the ledger."),
    Text(
        "Mã băm đã biết: không nêu (--head), nên không biết phần cuối có bị cắt hay không.",
        "Known head: none given (--head), so what was cut off at the end cannot be noticed.",
    ),
)


def run(
    terminal: Terminal,
    *,
    where: str,
    head: str | None,
    deep: bool,
    form: Literal["text", "json"],
    output: str | None,
) -> int:
    """Verify a ledger: 0 when all that was asked for holds, else 1."""
    refuse_output(output, [ledger_path(where)])
    with Ledger.open(where) as ledger:
        report = ledger.verify(head, deep=deep)
    if form == "json":
        deliver(terminal, to_json(_data(report)), output)
    else:
        lines = _lines(report, terminal.lang, known=head is not None)
        deliver(terminal, "".join(f"{line}\n" for line in lines), output)
    return 0 if report.holds else 1


def _data(report: LedgerReport) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "ledger": report.name,
        "entries": report.entries,
        "head": {"seq": report.head.seq, "hash": report.head.hash},
        "known_at": report.known_at,
        "deep": report.deep,
        "holds": report.holds,
        "problems": [
            {"seq": each.seq, **diagnostic_data(each.diagnostic)} for each in report.problems
        ],
    }


def _lines(report: LedgerReport, lang: Lang, *, known: bool) -> Iterator[str]:
    found = [each.diagnostic for each in report.problems]
    yield _TITLE.say(lang).format(name=clean(report.name), n=Count(report.entries))
    chain = [e for e in found if e.code not in (*_CERTIFICATES, "KM-677", "KM-678")]
    yield from _part(_CHAIN_SAID, chain, lang)
    yield from _part(_CERTIFICATES_SAID, [e for e in found if e.code in _CERTIFICATES], lang)
    steps = [e for e in found if e.code == "KM-678"]
    yield from _part(_STEPS_SAID, steps, lang, asked=report.deep)
    at = report.known_at or 0
    later = Count(report.head.seq - at)
    lost = [e for e in found if e.code == "KM-677"]
    yield from _part(_KNOWN_SAID, lost, lang, asked=known, at=at, later=later)
    yield _HEAD.say(lang).format(seq=report.head.seq, hash=report.head.hash)
    yield (_WHOLE if report.holds else _NOT_WHOLE).say(lang)
    yield _CAUTION.say(lang)


def _part(
    said: tuple[Text, ...],
    found: list[Diagnostic],
    lang: Lang,
    *,
    asked: bool = True,
    **slots: int,
) -> Iterator[str]:
    """Yield one thing that was looked at, and what was found."""
    if not asked:
        yield f"{_OPEN} {said[-1].say(lang)}"
        return
    yield f"{_BAD if found else _GOOD} {said[bool(found)].say(lang).format(**slots)}"
    for line in report_lines(found[:_MOST_NAMED], lang):
        yield f"{_INDENT}{line}"
    if len(found) > _MOST_NAMED:
        yield f"{_INDENT}{_MORE.say(lang).format(n=len(found) - _MOST_NAMED)}"

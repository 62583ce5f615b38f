"""A case that failed, explained: which finding differs, why, and what to write if it is right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kieumau.documents.cases import Case
from kieumau.errors import Diagnostic
from kieumau.render.layout import line_rows
from kieumau.render.opening import why
from kieumau.render.speech import Voice, clean, speak
from kieumau.render.tree import branch_line
from kieumau.verdicts.findings import Finding, FindingKind
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang, Text

__all__ = ["STATUS_WORDS", "accepted_lines", "failure_lines", "outcome_said"]

_WIDTH = 96
_MOST_BRANCHES = 3
_STEP = "    "
_WHY = Text("Vì sao:", "Why:")
_ACCEPT = Text(
    "Nếu kết quả này đúng, sửa expect của trường hợp thành:",
    "If this is right, change the expect of the case to:",
)
_ACCEPT_CELLS = Text(
    "Nếu kết quả này đúng, ghi vào dòng của trường hợp:",
    "If this is right, write in the row of the case:",
)
STATUS_WORDS: Mapping[str, Text] = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "undetermined": Text("chưa đủ căn cứ", "undetermined"),
    "not_applicable": Text("không phát sinh", "not arising"),
    "waived": Text("được miễn", "waived"),
}
"""Statuses and outcomes as authors of cases read them."""
_OUTCOME = Text(
    "kết luận là {found}, mong đợi {wanted}",
    "the outcome is {found}, expected {wanted}",
)
_FINDING = Text("«{id}» là {found}, mong đợi {wanted}", "«{id}» is {found}, expected {wanted}")


def outcome_said(value: str) -> Text:
    """Return a status or outcome in words, with how it is written in a case file."""
    words = STATUS_WORDS[value]
    return Text(f"{words.vi} ({value})", f"{words.en} ({value})")


def failure_lines(
    case: Case,
    verdict: Verdict | None,
    differences: Iterable[Diagnostic],
    lang: Lang,
    *,
    width: int = _WIDTH,
) -> Iterator[str]:
    """Yield what is wrong with a case, the explanation of that branch, and how to accept it."""
    found = tuple(differences)
    for each in found:
        where = f"{clean(str(each.place))}: " if str(each.place) else ""
        yield f"{where}{each.code} {clean(_difference(each, lang))}"
    if verdict is None:
        for hint in dict.fromkeys(clean(each.hint(lang)) for each in found):
            if hint:
                yield _STEP + hint
        return
    yield _WHY.say(lang)
    for line in _branches(found, verdict, lang, width - len(_STEP)):
        yield (_STEP + line).rstrip()
    yield (_ACCEPT_CELLS if case.place.sheet else _ACCEPT).say(lang)
    yield from accepted_lines(case, verdict, lang)


def accepted_lines(case: Case, verdict: Verdict, lang: Lang = "en") -> Iterator[str]:
    """Yield what a case expects as it would have to be: lines of its file, or cells of its row."""
    known = {finding.id: finding.status.value for finding in verdict.findings}
    kept = {id_: known[id_] for id_, _ in case.expect.findings if id_ in known}
    missing = None
    if case.expect.missing is not None:
        missing = [each.measure for each in verdict.missing]
    if case.place.sheet:
        yield from _cells(verdict.outcome.value, kept, missing, lang)
        return
    yield "    expect:"
    yield f"      outcome: {verdict.outcome.value}"
    if kept:
        yield "      findings:"
        yield from (f"        {id_}: {status}" for id_, status in kept.items())
    if missing is not None:
        yield f"      missing: [{', '.join(missing)}]"


def _cells(
    outcome: str, findings: Mapping[str, str], missing: Sequence[str] | None, lang: Lang
) -> Iterator[str]:
    """Yield a column's heading and what to write there; findings are a line each in one cell."""
    from kieumau.documents.rule_sheets.columns import CASES  # noqa: PLC0415 (few are in workbooks)

    statuses = CASES.column("findings")
    said = [f"{id_} = {statuses.label(status, lang)}" for id_, status in findings.items()]
    cells = {
        "outcome": [CASES.column("outcome").label(outcome, lang) or outcome],
        "findings": said,
        "missing": list(missing or ()),
    }
    for column, lines in cells.items():
        if lines:
            yield f"    {CASES.column(column).heading.say(lang)}: {lines[0]}"
            yield from (f"      {line}" for line in lines[1:])


def _difference(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return a difference without repeating the case's id."""
    said = {
        name: value.say(lang) if isinstance(value, Text) else value
        for name, value in diagnostic.arguments.items()
    }
    match diagnostic.code:
        case "KM-451":
            return _OUTCOME.say(lang).format(**said)
        case "KM-452":
            return _FINDING.say(lang).format(**said)
        case _:
            return diagnostic.message(lang)


def _branches(
    differences: tuple[Diagnostic, ...], verdict: Verdict, lang: Lang, width: int
) -> Iterator[str]:
    """Yield the subtree of every finding that differs; of an outcome, what it follows from."""
    ids = [str(each.arguments["id"]) for each in differences if each.code == "KM-452"]
    if not ids:
        yield from (speak(said, Voice(lang)) for said in why(verdict))
        ids = [each.id for each in _decisive(verdict.explanation)]
    for id_ in list(dict.fromkeys(ids))[:_MOST_BRANCHES]:
        line = branch_line(id_, verdict)
        if line is not None:
            yield from (str(row) for row in line_rows(line.essentials(), lang, width))


def _decisive(finding: Finding) -> Iterator[Finding]:
    """Yield the indicators an outcome that is not met, or open, follows from."""
    if finding.status.passes:
        return
    if finding.kind is FindingKind.INDICATOR:
        yield finding
        return
    for child in finding.decisive:
        yield from _decisive(child)

"""The sheet: a report as offices file it, in no language and no format yet.

What the text says, in the order an auditor reads, with the facts and their sources, how to check
the result again, and where to sign. HTML and Word only place it.
"""

import hashlib
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from kieumau.render.closing import assumptions, identity, sources, unsupported
from kieumau.render.lines import Line, Report, Role, Section
from kieumau.render.opening import caveats, wanted
from kieumau.render.phrasebook import Phrase
from kieumau.render.report import report
from kieumau.render.sheet_words import SheetTerm
from kieumau.render.sources import RECORDED_BY, cautions, evidence_said
from kieumau.render.speech import Digest, Slot, joined, say
from kieumau.render.telling import sentences
from kieumau.render.tree import STATUS, criteria_lines, overview
from kieumau.render.values import fact_said, measure_name
from kieumau.rules.facts import Fact, Interval, Reported
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["Part", "Sheet", "Table", "TableRow", "sheet"]

_SHORT = 12
_ENGINES = ("rete", "plain")
"""Engines a command can name; which one it was stands in the JSON, so its bytes follow from it."""
_FACTS = Text("so-lieu.yaml", "facts.yaml")
_SAVED = Text("ket-luan.json", "verdict.json")
_CERTIFICATE = Text("chung-thu.json", "certificate.json")


@frozen
class TableRow:
    """One row; it may carry a status, and the id of what it speaks of."""

    cells: tuple[Slot, ...]
    status: Status | None = None
    id: str = ""


@frozen
class Table:
    """Rows under a heading; the first cell of each names the row."""

    title: Slot
    columns: tuple[Slot, ...]
    rows: tuple[TableRow, ...]


Part: TypeAlias = Section | Table


@frozen
class Sheet:
    """Everything a filed report says, in its order.

    Attributes
    ----------
    report
        Its opening: title, head, outcome, why, notices.
    parts, annex
        What stands before the signatures, and after.
    foot
        What tells a loose page: the ward, and how the verdict's digest begins.
    signed
        What is signed for.
    signing
        The roles that sign; never persons.
    """

    report: Report
    parts: tuple[Part, ...]
    annex: tuple[Part, ...]
    foot: Slot
    signed: Slot
    signing: tuple[Slot, ...]


def sheet(verdict: Verdict) -> Sheet:
    """Return everything to be filed of a verdict."""
    digest = hashlib.sha256(verdict.to_json().encode()).hexdigest()
    opening = evolve(report(verdict), why=(*sentences(verdict), *caveats(verdict)), sections=())
    ward = verdict.facts.ward
    parts = (
        *_overview(verdict),
        *_missing(verdict),
        _rests_on(verdict),
        *(() if _counting(verdict) else assumptions(verdict)),
        *unsupported(verdict),
    )
    annex = (
        Section(say(Phrase.CRITERIA), criteria_lines(verdict), marked=True),
        _facts(verdict),
        *sources(verdict),
        _identity(verdict, digest),
        _check(verdict),
    )
    return Sheet(
        opening,
        parts,
        annex,
        joined(joined(ward.name, ward.code, between=" – "), digest[:_SHORT], between="; "),
        say(SheetTerm.SIGN_FOR, digest=Digest(digest)),
        (say(SheetTerm.SIGN_UNIT), say(SheetTerm.SIGN_ASSESSOR)),
    )


def _overview(verdict: Verdict) -> Iterator[Table]:
    rows = tuple(
        TableRow((each.said, joined(*each.tags, between="; ")), each.status, each.id)
        for each in overview(verdict)
    )
    if len(rows) > 1:
        columns = (say(SheetTerm.CRITERION), say(SheetTerm.STANDING))
        yield Table(say(Phrase.OVERVIEW), columns, rows)


def _missing(verdict: Verdict) -> Iterator[Section]:
    """Yield what would settle the outcome; that nothing is missing is said too."""
    found = tuple(wanted(verdict))
    yield from found
    if not found:
        nothing = Line(Role.LEAD, say(SheetTerm.NOTHING_MISSING))
        yield Section(say(Phrase.WANTED_OPEN), (nothing,))


def _rests_on(verdict: Verdict) -> Section:
    """Return what the outcome is no better than: assumptions, what the unit says of itself."""
    assumed = _assumed(verdict) if _counting(verdict) else ()
    lines = (*assumed, *cautions(verdict.explanation, verdict), *_inexact(verdict))
    if not lines:
        lines = (Line(Role.LEAD, say(SheetTerm.RESTS_ON_NONE)),)
    return Section(say(SheetTerm.RESTS_ON), lines)


def _counting(verdict: Verdict) -> bool:
    """Whether assumed thresholds take part in the outcome."""
    return verdict.standard.assumed is AssumedPolicy.COUNT


def _assumed(verdict: Verdict) -> Iterator[Line]:
    for each in verdict.assumptions:
        status = say(STATUS[each.status])
        yield Line(Role.NOTE, each.title, say(SheetTerm.ASSUMED), tags=(status,))


def _inexact(verdict: Verdict) -> Iterator[Line]:
    used = {fact.measure: fact for test in verdict.explanation.tests for fact in test.observed}
    for fact in used.values():
        if isinstance(fact.value, Interval | Reported):
            measure = verdict.measures.get(fact.measure)
            name = measure_name(fact.measure, verdict.measures)
            said = say(Phrase.NAMED, name=name, value=fact_said(fact, measure))
            yield Line(Role.NOTE, said, say(SheetTerm.INEXACT))


def _facts(verdict: Verdict) -> Part:
    title = say(SheetTerm.FACTS)
    rows = tuple(_fact(each, verdict) for each in verdict.facts)
    if not rows:
        return Section(title, (Line(Role.LEAD, say(SheetTerm.NO_FACTS)),))
    columns = (SheetTerm.FIGURE, SheetTerm.VALUE, SheetTerm.SOURCE)
    return Table(title, (*map(say, columns), say(Phrase.RECORDED_BY)), rows)


def _fact(fact: Fact, verdict: Verdict) -> TableRow:
    measure = verdict.measures.get(fact.measure)
    by = measure.recorded_by if measure else None
    return TableRow(
        (
            measure_name(fact.measure, verdict.measures),
            fact_said(fact, measure),
            evidence_said(fact.evidence) if fact.evidence else say(SheetTerm.NO_SOURCE),
            say(RECORDED_BY[by]) if by else say(SheetTerm.NOBODY),
        )
    )


def _identity(verdict: Verdict, digest: str) -> Section:
    known = identity(verdict)
    line = Line(Role.IDENTITY, Digest(digest), say(SheetTerm.VERDICT_DIGEST))
    return evolve(known, lines=(*known.lines, line))


def _check(verdict: Verdict) -> Section:
    """Return the commands that reach the result again; what was passed over has no command."""
    replay = joined("kieumau evaluate", _SAVED, "--replay", between=" ")
    certificate = joined("kieumau verify", _CERTIFICATE, between=" ")
    steps = [(SheetTerm.CHECK_REPLAY, replay), (SheetTerm.CHECK_CERTIFICATE, certificate)]
    if not verdict.ignored:
        steps.insert(0, (SheetTerm.CHECK_AGAIN, _again(verdict)))
    lines = tuple(Line(Role.COMMAND, command, say(step)) for step, command in steps)
    folder = Line(Role.LEAD, say(SheetTerm.CHECK_FOLDER))
    return Section(say(SheetTerm.CHECK), (*lines, folder))


def _again(verdict: Verdict) -> Slot:
    standard = verdict.standard
    asked = [f"--criteria {id_}" for id_ in standard.id.split("+")]
    asked.append(f"--on {standard.on.isoformat()}")
    asked += ["--as-if"] if verdict.as_if else []
    asked += ["--assumed count"] if _counting(verdict) else []
    asked += [f"--engine {verdict.produced_by}"] if verdict.produced_by in _ENGINES else []
    written = ("--format json --output", _SAVED)
    return joined("kieumau evaluate", _FACTS, *asked, *written, between=" ")

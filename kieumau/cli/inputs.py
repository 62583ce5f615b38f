"""What commands read: facts files, standard input, and the date to take where none was given."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from glob import glob
from pathlib import Path

from attrs import frozen

from kieumau.cli.terminal import Terminal
from kieumau.documents.fact_tables import read_wards
from kieumau.documents.facts_forms import FormOrigin, read_facts_form
from kieumau.documents.factsets import WORKBOOK_ENDINGS, FactSet, read_fact_set
from kieumau.documents.fields import read_day
from kieumau.documents.files import MOST_BYTES
from kieumau.documents.json_nodes import read_json
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Diagnostic, DocumentError, KieumauError, Problems, UsageError
from kieumau.places import Place
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.dates import boundaries
from kieumau.wording import Text, say_date

__all__ = [
    "Source",
    "latest_date",
    "latest_said",
    "read_date",
    "read_sources",
    "read_standard_chain",
    "trial_date",
]

_STDIN = "<stdin>"
_LATEST = Text(
    "Theo quy định có hiệu lực ngày {day} (lần thay đổi gần nhất); đổi bằng --on.",
    "As in force on {day} (the latest change); choose another with --on.",
)


@frozen
class Source:
    """A ward's facts and the file they came from; no path for standard input.

    Attributes
    ----------
    made_for
        The standard a form was made for.
    notes
        Warnings about the file, at its first ward.
    """

    name: str
    path: Path | None
    facts: FactSet
    made_for: FormOrigin | None = None
    notes: tuple[Diagnostic, ...] = ()


def read_date(text: str) -> date:
    """Return the day an option names.

    Raises
    ------
    UsageError
        KM-701: it is no date.
    """
    found = read_day(text)
    if found is None:
        raise UsageError(Diagnostic("KM-701", arguments={"found": text}))
    return found


def read_sources(names: Iterable[str]) -> list[Source]:
    """Return the facts of every file named; ``-`` is standard input.

    Raises
    ------
    KieumauError
        With every problem of every file.
    """
    expanded = [each for name in names for each in _expanded(name)]
    if expanded.count("-") > 1:
        raise UsageError(Diagnostic("KM-722"))
    sources, found = [], list[Diagnostic]()
    for name in expanded:
        try:
            sources += _read(name)
        except KieumauError as error:
            found += error.diagnostics
    if found:
        raise DocumentError(*found)
    return sources


def _expanded(name: str) -> list[str]:
    """Return the files a pattern stands for; the Windows prompt leaves this to programs."""
    if any(mark in name for mark in "*?") and not Path(name).exists():
        return sorted(glob(name)) or [name]  # noqa: PTH207 (patterns may be absolute)
    return [name]


def _read(name: str) -> list[Source]:
    if name != "-":
        path = Path(name)
        if path.suffix.lower() in WORKBOOK_ENDINGS:
            return _read_form(name, path)
        wards = read_wards(path)
        if len(wards) == 1:
            return [Source(name, path, wards[0][0])]
        return [Source(f"{name}:{place.line}", path, facts) for facts, place in wards]
    text = _standard_input()
    is_json = text.lstrip()[:1] in ("{", "[")
    problems = Problems()
    node = read_json(text, _STDIN) if is_json else read_yaml(text, _STDIN)
    facts = read_fact_set(node, problems)
    problems.raise_if_any(DocumentError)
    assert facts is not None  # noqa: S101 (no problem, so it was read)
    return [Source(_STDIN, None, facts)]


def _read_form(name: str, path: Path) -> list[Source]:
    """Return the wards of a form or table in a workbook."""
    reading = read_facts_form(path)
    if not reading.wards:
        raise DocumentError(Diagnostic("KM-541", Place(name)))
    return [
        Source(
            name if len(reading.wards) == 1 else str(place),
            path,
            facts,
            reading.made_for,
            () if position else reading.notes,
        )
        for position, (facts, place) in enumerate(reading.wards)
    ]


def _standard_input() -> str:
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        arguments = {"size": len(data), "most": MOST_BYTES}
        raise DocumentError(Diagnostic("KM-104", Place(_STDIN), arguments))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        byte = f"0x{data[error.start]:02X}"
        raise DocumentError(Diagnostic("KM-105", Place(_STDIN), {"byte": byte})) from None


def read_standard_chain(reference: str, on: str | None) -> tuple[Chain, date]:
    """Return the chain of a plugin and the date asked for, or the latest sensible one."""
    chain = read_chain([reference])
    return chain, read_date(on) if on else latest_date(chain)


def latest_date(chain: Chain) -> date:
    """Return the latest day on which something of a chain starts or stops while a set is in force.

    From then on nothing written down changes any more; today's date plays no part.

    Raises
    ------
    UsageError
        KM-724: nothing of it has a date.
    """
    days = [
        day for day in boundaries(chain) if any(day in issued.valid for issued in chain.base.sets)
    ]
    if not days:
        raise UsageError(Diagnostic("KM-724", arguments={"id": chain.asked[0]}))
    return days[-1]


def latest_said(day: date) -> Text:
    """Return what to tell whoever gave no date: which one was taken."""
    return _LATEST.filled(day=say_date(day))


def trial_date(terminal: Terminal, chain: Chain, wards: Sequence[FactSet]) -> date:
    """Return the end of the wards' period, or the latest change where nothing is in force then."""
    last = max(each.period.last for each in wards)
    issued = any(last in each.valid for each in chain.base.sets)
    if issued and any(last in each.valid for each in chain.plugins[-1].refinements):
        return last
    day = latest_date(chain)
    terminal.note(latest_said(day))
    return day

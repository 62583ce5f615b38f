"""Fact sets: one ward's figures for one period, as files, mappings and callers give them.

A fact set knows no measures: values are kept as supplied and read by each measure's own kind
when a standard is evaluated (`kieumau.program.binding`).

>>> ward = FactSet.from_mapping({
...     "ward": {"code": "00001", "name": "Phường Mẫu", "province": "42"},
...     "period": {"from": "2023-01-01", "to": "2023-12-31"},
...     "facts": {"so_ho": 1818, "so_vu": {"between": [58, 60]}},
... })
>>> ward["so_ho"].value, ward.get("so_to")
(1818, None)
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import define, field

from kieumau.documents.fields import Fields, as_text, cut_off, personal_data
from kieumau.documents.files import read_document
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode, from_data
from kieumau.errors import DocumentError, FactsError, Problems
from kieumau.places import Place
from kieumau.rules.facts import Evidence, Fact, FactValue, Interval, Reported, Scalar, Unknown, Ward
from kieumau.rules.periods import Period
from kieumau.wording import Text

__all__ = [
    "TABLE_ENDINGS",
    "WORKBOOK_ENDINGS",
    "FactSet",
    "period_of",
    "read_fact_set",
    "read_facts",
    "read_period",
    "read_ward",
]

TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".parquet")
WORKBOOK_ENDINGS = (".xlsx", ".xlsm")
_NO_REASON = ("true", "false", "có", "không", "yes", "no")


@define(frozen=True, slots=False)
class FactSet:
    """One ward's facts for one period.

    Immutable, comparable and picklable; safe to share between threads.

    Attributes
    ----------
    facts
        Each measure's fact, sorted by measure id. A measure without one is *not supplied*.
    invented
        Marks example figures; every rendering says so.
    """

    ward: Ward
    period: Period
    facts: tuple[Fact, ...]
    invented: bool = False
    note: Text | None = None
    by_measure: Mapping[str, Fact] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        ordered = tuple(sorted(self.facts, key=lambda fact: fact.measure))
        object.__setattr__(self, "facts", ordered)
        object.__setattr__(self, "by_measure", {fact.measure: fact for fact in ordered})

    def get(self, measure: str) -> Fact | None:
        """Return a measure's fact; None when it was not supplied."""
        return self.by_measure.get(measure)

    def __getitem__(self, measure: str) -> Fact:
        return self.by_measure[measure]

    def __contains__(self, measure: object) -> bool:
        return measure in self.by_measure

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> "FactSet":
        """Read a JSON or YAML file, or a table or an Excel workbook with one ward.

        Raises
        ------
        DocumentError
            With the place of every problem in the file; KM-979: it holds several wards.
        """
        if Path(path).suffix.lower() in WORKBOOK_ENDINGS:
            from kieumau.documents.facts_forms import read_one_ward  # noqa: PLC0415 (reads these)

            return read_one_ward(Path(path))
        if Path(path).suffix.lower() in TABLE_ENDINGS:
            from kieumau.documents.fact_tables import read_one_row  # noqa: PLC0415 (reads these)

            return read_one_row(Path(path))
        problems = Problems()
        facts = read_fact_set(read_document(Path(path)), problems)
        problems.raise_if_any(DocumentError)
        assert facts is not None  # noqa: S101 (no problem, so it was read)
        return facts

    @classmethod
    def read_all(cls, path: str | os.PathLike[str]) -> "tuple[FactSet, ...]":
        """Read a file of one or several wards: CSV, JSON, JSON Lines, YAML, Excel or Parquet.

        Raises
        ------
        DocumentError
            With the place of every problem in the file, of all the wards.
        MissingExtraError
            A workbook needs the extra ``excel``, a Parquet file ``frames``.
        """
        from kieumau.documents.fact_tables import read_fact_table  # noqa: PLC0415 (it reads these)

        return read_fact_table(Path(path))

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> "FactSet":
        """Take plain Python data of the same shape as the files.

        Floats are taken by their shortest decimal repr; NaN and infinities are refused.

        Raises
        ------
        FactsError
            With the path of every problem in the data.
        """
        problems = Problems()
        facts = read_fact_set(from_data(data, problems), problems)
        problems.raise_if_any(FactsError)
        assert facts is not None  # noqa: S101 (no problem, so it was read)
        return facts

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "FactSet":
        """Take a row of a table: measure ids as keys, beside those of the ward and the period.

        None and blank text are *not supplied*, as are NA and NaT of pandas; NaN is refused, for
        it may be either a figure that is missing or one that went wrong. Numbers and days of
        numpy and pandas are taken as Python's own.

        Raises
        ------
        FactsError
            With the column of every problem in the row.
        """
        from kieumau.documents.rows import row_to_facts  # noqa: PLC0415 (rows are read to these)

        return row_to_facts(row)

    def to_row(self) -> "dict[str, Scalar | None]":
        """Return the facts as a row of a table, which `from_row` reads back.

        Evidence and notes have no column and are left out.

        Raises
        ------
        FactsError
            A measure has the name of one of a row's own columns.
        """
        from kieumau.documents.rows import row_of  # noqa: PLC0415 (rows are made of these)

        return row_of(self)

    def to_mapping(self) -> dict[str, Any]:
        """Return plain data (JSON types; decimals as strings) that `from_mapping` reads back."""
        data: dict[str, Any] = {
            "ward": {
                "code": self.ward.code,
                "name": self.ward.name,
                "province": self.ward.province,
            },
            "period": {"from": self.period.first.isoformat(), "to": self.period.last.isoformat()},
            "facts": {fact.measure: _plain_fact(fact) for fact in self.facts},
        }
        if self.invented:
            data["invented"] = True
        if self.note:
            data["note"] = _plain_text(self.note)
        return data


def _plain_text(text: Text) -> str | dict[str, str]:
    return text.vi if text.vi == text.en else {"vi": text.vi, "en": text.en}


def _plain_scalar(value: Scalar) -> int | str | bool:
    match value:
        case Decimal():
            text = format(value, "f")  # as it is read back: 1.125 alone may be a thousand
            digits = len(text.partition(".")[2])
            return int(text) if not digits else f"{text}0" if digits == 3 else text  # noqa: PLR2004
        case date():
            return value.isoformat()
        case _:
            return value


def _plain_fact(fact: Fact) -> object:
    evidence = fact.evidence and {
        name: said.isoformat() if isinstance(said, date) else said
        for name in ("source", "document", "url", "date", "note")
        if (said := getattr(fact.evidence, name))
    }
    match fact.value:
        case Interval(low, high):
            shape: dict[str, object] = {"between": [_plain_scalar(low), _plain_scalar(high)]}
        case Reported(text):
            shape = {"reported": text}
        case Unknown(reason):
            shape = {"unknown": _plain_text(reason)}
        case value:
            if not evidence:
                return _plain_scalar(value)
            shape = {"value": _plain_scalar(value)}
    return shape | ({"evidence": evidence} if evidence else {})


def read_fact_set(
    node: Node, problems: Problems, ward: Ward | None = None, period: Period | None = None
) -> FactSet | None:
    """Read a whole fact set; ``ward`` and ``period`` stand in where the file has none."""
    fields = Fields(node, problems)
    if fields.has("format"):
        written = fields.scalar("format")
        if written is not None and written.text.startswith("kieumau/verdict/"):
            problems.add("KM-507", written.place)
            return None
        check_format(fields, "kieumau/facts/1")
    fields.asked.append("format")
    own_ward = fields.node("ward", required=ward is None)
    own_period = fields.node("period", required=period is None)
    facts = fields.node("facts", required=True)
    invented, note = fields.flag("invented", default=False), fields.text("note")
    fields.done()
    ward = read_ward(own_ward, problems) if own_ward else ward
    period = read_period(own_period, problems) if own_period else period
    read = read_facts(facts, problems) if facts else ()
    if ward is None or period is None or read is None:
        return None
    return FactSet(ward, period, tuple(f for f in read if f is not None), invented, note)


def read_ward(node: Node, problems: Problems) -> Ward:
    """Read a ward: code, name and the province's code, each kept as typed."""
    fields = Fields(node, problems)
    ward = Ward(
        fields.code("code", required=True),
        fields.string("name", required=True),
        fields.code("province", required=True),
    )
    fields.done()
    return ward


def read_period(node: Node, problems: Problems) -> Period | None:
    """Read a period, both days included; one that ends before it starts is refused."""
    fields = Fields(node, problems)
    first, last = fields.day("from", required=True), fields.day("to", required=True)
    fields.done()
    if first is None or last is None:
        return None
    return period_of(first, last, node.place, problems)


def period_of(first: date, last: date, place: Place, problems: Problems) -> Period | None:
    """Return the period of two days; one that ends before it starts is refused."""
    if last < first:
        problems.add("KM-501", place, first=first.isoformat(), last=last.isoformat())
        return None
    return Period(first, last)


def read_facts(node: Node, problems: Problems) -> tuple[Fact | None, ...] | None:
    """Read facts by measure; None stands for an explicit null (not supplied)."""
    if not isinstance(node, MapNode):
        problems.add("KM-202", node.place)
        return None
    for key, value in node:
        if cut_off(key, value):  # 1,818 is 1 and a key 818
            problems.add("KM-218", key.place, words=key.text)
    return tuple(_read_fact(key, value, problems) for key, value in node)


def _read_fact(key: ScalarNode, node: Node, problems: Problems) -> Fact | None:
    measure, place = key.text.strip(), key.place
    if isinstance(node, ScalarNode):
        value = _scalar(node, problems)
        return None if value is None else Fact(measure, value, place=node.place, key=place)
    fields = Fields(node, problems)
    evidence = fields.node("evidence")
    found = {
        name: each
        for name in ("value", "between", "reported", "unknown")
        if (each := fields.node(name)) is not None
    }
    fields.done()
    if len(found) != 1:
        if fields.is_map:
            problems.add("KM-502", place, measure=measure)
        return None
    (name, written), *_ = found.items()
    said = _shape(name, written, problems)
    if said is None:
        return None
    return Fact(measure, said, _evidence(evidence, problems), written.place, place)


def _shape(name: str, node: Node, problems: Problems) -> FactValue | None:
    if name == "unknown":
        return _unknown(node, problems)
    if name == "between":
        ends = node.items if isinstance(node, ListNode) else ()
        if len(ends) != 2 or not all(isinstance(end, ScalarNode) for end in ends):  # noqa: PLR2004
            problems.add("KM-503", node.place)
            return None
        low, high = (_scalar(end, problems) for end in ends if isinstance(end, ScalarNode))
        return None if low is None or high is None else Interval(low, high)
    if not isinstance(node, ScalarNode):
        problems.add("KM-205", node.place, key=name)
        return None
    said = _scalar(node, problems)
    return Reported(node.text.strip()) if name == "reported" and said is not None else said


def _unknown(node: Node, problems: Problems) -> Unknown | None:
    if isinstance(node, ScalarNode) and not node.quoted and node.text.lower() in _NO_REASON:
        problems.add("KM-506", node.place)
        return None
    reason = as_text(node, problems)
    return Unknown(reason) if reason else None


def _scalar(node: ScalarNode, problems: Problems) -> Scalar | None:
    """Return a value as supplied: canonical whole numbers and booleans typed, the rest as text."""
    if node.null:
        return None
    if node.value is not None:
        return _settled(node.value)
    if personal := _personal(node):
        problems.add("KM-211", node.place, found=personal)
    if not node.quoted:
        if node.text in ("true", "false"):
            return node.text == "true"
        if node.text.isascii() and node.text.isdigit() and str(int(node.text[:30])) == node.text:
            return int(node.text)
    return node.text.strip()


def _settled(value: Scalar) -> Scalar:
    """Return whole decimals as integers, so that 14 and 14.0 are one value."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _personal(node: ScalarNode) -> str:
    return "" if node.text.replace(" ", "").isdigit() else personal_data(node.text)


def _evidence(node: Node | None, problems: Problems) -> Evidence | None:
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        text = as_text(node, problems)
        return Evidence(text.vi) if text else None
    fields = Fields(node, problems)
    evidence = Evidence(
        fields.string("source"),
        fields.string("document"),
        fields.url("url"),
        fields.day("date"),
        fields.string("note"),
    )
    fields.done()
    return evidence if evidence != Evidence() else None  # an empty mapping says nothing

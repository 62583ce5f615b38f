"""Values: the cells of a column of text, read as a row's own reader reads them, many at once.

What is written plainly (``14``, ``58.5``, ``2023-12-31``) means itself and is taken as it stands.
Of what is written in any other way each distinct text is read once by the reader of facts. Either
way a cell comes out in one canonical form; what cannot be read is left to the reading of its row,
which has the words for it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import polars as pl
from attrs import field, frozen

from kieumau.documents.factsets import read_facts
from kieumau.documents.nodes import MapNode, Node, ScalarNode, unseen
from kieumau.errors import Problems
from kieumau.language.fold import clean
from kieumau.places import NOWHERE
from kieumau.program.reading import read_scalar, reported_span, to_grid
from kieumau.rules.facts import NO_DATE, Fact, Reported, Scalar, Unknown
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import nfc

__all__ = ["ValueReader", "cast", "written"]

_MOST_KEPT = 200_000
_DECIMALS = 38
_WHOLE = r"^(?:0|[1-9][0-9]{0,7})$"
_DAY = (
    "^(?:19|20)[0-9]{2}-(?:"
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8])"
    ")$"
)
"""A day there is in any year; the 29th of February is read on its own."""


def written(value: Scalar, measure: Measure) -> str:
    """Return the one text a value typed by its measure is kept as."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | Decimal():
            units = measure.grid(Decimal(value))
            assert units is not None  # noqa: S101 (a typed value is on its measure's grid)
            return format(measure.from_grid(units), "f")
        case _:
            return value


def cast(column: pl.Series, measure: Measure) -> pl.Series:
    """Return canonical texts as values of their kind; dates and choices stay text."""
    match measure.kind:
        case Kind.YES_NO:
            return column == "true"
        case Kind.CHOICE:
            return column
        case Kind.DATE if column.eq(NO_DATE).any():
            return column
        case Kind.DATE:
            return column.str.to_date("%Y-%m-%d")
        case _ if measure.decimals == 0:
            return column.cast(pl.Int64)
        case _:
            return column.cast(pl.Decimal(_DECIMALS, measure.decimals))


@frozen
class ValueReader:
    """Reads the cells of one column; keeps what it has read. For one thread.

    Attributes
    ----------
    part
        Which part of a fact the column holds.
    quoted
        Whether the texts are a program's, not as people write them in a table.
    read
        By text, the canonical texts of what was read (two for a rounded figure); None for what
        must be read with its row.
    """

    measure: Measure
    part: str
    quoted: bool = False
    read: dict[str, tuple[str, ...] | None] = field(factory=dict)

    def column(self, cells: pl.Series) -> tuple[tuple[pl.Series, ...], pl.Series]:
        """Return canonical columns (two for rounded figures), and which rows must be read alone.

        A blank cell is null in all of them.
        """
        text = cells.str.strip_chars().replace("", None)
        odd = text.is_not_null()
        plain = self._plain()
        if plain:
            odd = odd & ~text.str.contains(plain).fill_null(value=True)
        width = 2 if self.part == "__reported" else 1
        if not odd.any():
            return (text,) * width, odd
        known = self._known(text.filter(odd).unique().to_list())
        made = tuple(
            text.zip_with(
                ~odd,
                text.replace_strict(
                    list(known),
                    [each and each[at] for each in known.values()],
                    default=None,
                    return_dtype=pl.String,
                ),
            )
            for at in range(width)
        )
        return made, odd & made[0].is_null()

    def _plain(self) -> str:
        """Return the pattern of what means itself; empty where every text is to be read."""
        if self.part not in ("", "__min", "__max"):
            return ""
        match self.measure.kind:
            case Kind.INTEGER:
                return _WHOLE
            case Kind.NUMBER | Kind.PERCENT:
                digits = min(self.measure.decimals, 2)
                point = rf"(?:\.[0-9]{{1,{digits}}})?" if digits else ""
                return rf"^(?:0|[1-9][0-9]{{0,5}}){point}$"
            case Kind.DATE:
                return _DAY
            case _:
                return ""

    def _known(self, texts: Iterable[str]) -> Mapping[str, tuple[str, ...] | None]:
        if len(self.read) > _MOST_KEPT:
            self.read.clear()
        found = {}
        for text in texts:
            if text not in self.read:
                self.read[text] = self._one(text)
            found[text] = self.read[text]
        return found

    def _one(self, text: str) -> tuple[str, ...] | None:
        """Return what a text means, as the row's own reader takes it; None where it refuses it."""
        if unseen(text) or not clean(text):
            return None
        problems, measure = Problems(), self.measure
        cell: Node = ScalarNode(nfc(text), NOWHERE, quoted=self.quoted)
        key = {"__reported": "reported", "__reason": "unknown", "__reason_en": "unknown"}
        if self.part in key:
            cell = MapNode(((ScalarNode(key[self.part], NOWHERE), cell),), NOWHERE)
        facts = read_facts(MapNode(((ScalarNode(measure.id, NOWHERE), cell),), NOWHERE), problems)
        fact = facts[0] if facts else None
        if fact is None or problems.found:
            return None
        found = self._value(fact, problems)
        return None if problems.found else found

    def _value(self, fact: Fact, problems: Problems) -> tuple[str, ...] | None:
        match fact.value:
            case Unknown():
                return ("",)
            case Reported(said):
                span = reported_span(said, self.measure, fact, problems)
                ends = span and (self.measure.from_grid(each) for each in span)
                return tuple(written(each, self.measure) for each in ends) if ends else None
            case value:
                typed = read_scalar(value, self.measure, fact, problems)  # type: ignore[arg-type]
                if typed is None:
                    return None
                if typed == NO_DATE and self.measure.kind is Kind.DATE:
                    return (NO_DATE,) if self.part == "" else None
                fits = to_grid(typed, self.measure, fact, problems) is not None
                return (written(typed, self.measure),) if fits else None

"""The tally: how many wards came to what, and why, added up chunk by chunk as plain data."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl
from attrs import define, field, frozen

from kieumau.batch.chunks import SetAside
from kieumau.batch.judging import DECISIVE, OUTCOME
from kieumau.plugins.composed import Composed, ComposedIndicator
from kieumau.rules.conditions import Condition, measures_in
from kieumau.rules.measures import Measure
from kieumau.standard import Standard

__all__ = ["MOST_SHOWN", "Tally", "Tallying", "column_of"]

MOST_SHOWN = 100
"""Wards in the heat map: more are no picture any more."""
_MOST_EXAMPLES = 3
_UNMET, _UNKNOWN, _MET = 0, 1, 2


def column_of(id_: str) -> str:
    """Return the column of a criterion's or indicator's truths."""
    return f"km__{id_.replace('-', '_')}"


@define
class Tally:
    """What has been counted so far; every part is JSON data. Mutable.

    Attributes
    ----------
    outcomes
        Wards by outcome.
    criteria
        By criterion, wards unmet, unknown and met.
    unmet, alone
        Wards not met because of an indicator, and because of it alone.
    missing, only
        Wards undetermined for want of a measure, and of it alone.
    inexact
        Wards undetermined at an indicator although nothing it reads is absent.
    refused, examples
        Rows set aside by code, and a few places with words for each.
    shown
        The wards for the heat map: code, name, province, and a truth per criterion.
    """

    rows: int = 0
    judged: int = 0
    invented: int = 0
    outside: int = 0
    first: str = ""
    last: str = ""
    outcomes: Counter[str] = field(factory=Counter)
    criteria: dict[str, list[int]] = field(factory=dict)
    unmet: Counter[str] = field(factory=Counter)
    alone: Counter[str] = field(factory=Counter)
    missing: Counter[str] = field(factory=Counter)
    only: Counter[str] = field(factory=Counter)
    inexact: Counter[str] = field(factory=Counter)
    refused: Counter[str] = field(factory=Counter)
    examples: dict[str, list[list[str]]] = field(factory=dict)
    shown: list[list[Any]] = field(factory=list)


@frozen
class _Indicator:
    """A counted indicator: its column, that of its criterion, and what it reads."""

    id: str
    column: str
    criterion: str
    measures: tuple[Measure, ...]


class Tallying:
    """Counts judged wards of one standard."""

    def __init__(self, standard: Standard) -> None:
        composed = standard.composed
        self._vocabulary = composed.vocabulary
        self._valid = composed.valid
        self.criteria = tuple(each.id for each in composed.criteria)
        self._indicators = tuple(
            _Indicator(
                each.id,
                column_of(each.id),
                column_of(each.criterion),
                tuple(_read(each, composed)),
            )
            for each in composed.indicators
            if each.counted
        )

    def take(self, tally: Tally, frame: pl.DataFrame, set_aside: Sequence[SetAside]) -> None:
        """Add a chunk's wards and the rows set aside of it."""
        tally.rows += frame.height + len(set_aside)
        tally.judged += frame.height
        for each in set_aside:
            _refuse(tally, each)
        if frame.is_empty():
            return
        tally.outcomes.update(_counted(frame[OUTCOME]))
        if "invented" in frame.columns:
            tally.invented += int(frame["invented"].sum() or 0)
        days = frame["period_to"]
        tally.first = min(filter(None, (tally.first, str(frame["period_from"].min()))))
        tally.last = max(tally.last, str(days.max()))
        inside = pl.repeat(value=True, n=frame.height, dtype=pl.Boolean, eager=True)
        if self._valid.start:
            inside = inside & (days >= self._valid.start)
        if self._valid.until:
            inside = inside & (days < self._valid.until)
        tally.outside += int((~inside).sum())
        for id_ in self.criteria:
            counts = tally.criteria.setdefault(id_, [0, 0, 0])
            for truth, n in frame[column_of(id_)].value_counts().iter_rows():
                counts[truth] += n
        self._reasons(tally, frame)
        self._show(tally, frame)

    def _reasons(self, tally: Tally, frame: pl.DataFrame) -> None:
        said = pl.concat_str(pl.lit(";"), pl.col(DECISIVE), pl.lit(";"))
        kept = [f"d:{each.id}" for each in self._indicators]
        decisive = [
            said.str.contains(f";{each.id};", literal=True).alias(name)
            for each, name in zip(self._indicators, kept, strict=True)
        ]
        self._unmet(tally, frame.filter(pl.col(OUTCOME) == "not_met").with_columns(decisive))
        self._open(tally, frame.filter(pl.col(OUTCOME) == "undetermined").with_columns(decisive))

    def _unmet(self, tally: Tally, frame: pl.DataFrame) -> None:
        """Count what failed: of indicators that fail, those whose criterion fails, if any does."""
        fails = {
            each.id: pl.col(f"d:{each.id}") & (pl.col(each.column) == _UNMET)
            for each in self._indicators
        }
        if frame.is_empty() or not fails:
            return
        strict = {
            each.id: fails[each.id] & (pl.col(each.criterion) == _UNMET)
            for each in self._indicators
        }
        found = frame.select(
            **{id_: pl.any_horizontal(*strict.values()) for id_ in ("@any",)},
            **{f"s:{id_}": each for id_, each in strict.items()},
            **{f"f:{id_}": each for id_, each in fails.items()},
        )
        chosen = found.select(
            pl.when("@any").then(f"s:{id_}").otherwise(f"f:{id_}").alias(id_) for id_ in fails
        )
        _count(chosen, tally.unmet, tally.alone)

    def _open(self, tally: Tally, frame: pl.DataFrame) -> None:
        """Count what is wanted: of measures the open indicators read, those that are absent."""
        if frame.is_empty() or not self._indicators:
            return
        wanted: dict[str, list[pl.Expr]] = {}
        inexact = []
        for each in self._indicators:
            open_ = pl.col(f"d:{each.id}") & (pl.col(each.column) == _UNKNOWN)
            own = dict(self._absent(each.measures, frame.columns))
            for id_, absent in own.items():
                wanted.setdefault(id_, []).append(open_ & absent)
            nothing = ~pl.any_horizontal(*own.values()) if own else pl.lit(value=True)
            inexact.append((open_ & nothing).alias(each.id))
        if wanted:
            chosen = frame.select(
                pl.any_horizontal(*found).alias(id_) for id_, found in wanted.items()
            )
            _count(chosen, tally.missing, tally.only)
        _count(frame.select(inexact), tally.inexact, Counter())

    def _absent(
        self, measures: Sequence[Measure], columns: Sequence[str]
    ) -> Iterator[tuple[str, pl.Expr]]:
        """Yield the base measures that may be wanted, and where.

        A derived figure that is given stands for its parts.
        """
        found: dict[str, pl.Expr] = {}
        ahead = [(each, pl.lit(value=True)) for each in measures]
        while ahead:
            measure, where = ahead.pop()
            given = [name for name in (measure.id, f"{measure.id}__min") if name in columns]
            absent = (
                where & pl.all_horizontal(*(pl.col(each).is_null() for each in given))
                if given
                else where
            )
            if measure.derived is None:
                found[measure.id] = found[measure.id] | absent if measure.id in found else absent
            ahead += ((self._vocabulary[part], absent) for part in measure.parts)
        yield from found.items()

    def _show(self, tally: Tally, frame: pl.DataFrame) -> None:
        """Keep the wards that fail most, in the order they came."""
        columns = [column_of(each) for each in self.criteria]
        scored = frame.select(
            "ward_code",
            "ward_name",
            "province",
            *columns,
            fails=pl.sum_horizontal(*((pl.col(each) == _UNMET).cast(pl.Int32) for each in columns)),
            opens=pl.sum_horizontal(
                *((pl.col(each) == _UNKNOWN).cast(pl.Int32) for each in columns)
            ),
        )
        worst = (
            scored.with_row_index("at")
            .sort(["fails", "opens"], descending=True, maintain_order=True)
            .head(MOST_SHOWN)
            .sort("at")
            .drop("at", "fails", "opens")
        )
        kept = tally.shown + [list(row) for row in worst.iter_rows()]
        if len(kept) > MOST_SHOWN:
            order = sorted(range(len(kept)), key=lambda at: _rank(kept[at][3:]))[:MOST_SHOWN]
            kept = [kept[at] for at in sorted(order)]
        tally.shown = kept


def _rank(truths: Sequence[int]) -> tuple[int, int]:
    return -truths.count(_UNMET), -truths.count(_UNKNOWN)


def _counted(column: pl.Series) -> dict[str, int]:
    return dict(column.value_counts().iter_rows())


def _count(chosen: pl.DataFrame, several: Counter[str], alone: Counter[str]) -> None:
    """Count the rows each column holds in, and those it holds in alone."""
    sole = pl.sum_horizontal(pl.all().cast(pl.UInt16)) == 1
    sums = chosen.select(pl.all().sum()).row(0, named=True)
    alones = chosen.select((pl.all() & sole).sum()).row(0, named=True)
    several.update({id_: n for id_, n in sums.items() if n})
    alone.update({id_: n for id_, n in alones.items() if n})


def _refuse(tally: Tally, row: SetAside) -> None:
    for code in dict.fromkeys(each.code for each in row.problems):
        tally.refused[code] += 1
        examples = tally.examples.setdefault(code, [])
        if len(examples) < _MOST_EXAMPLES:
            said = next(each for each in row.problems if each.code == code)
            examples.append([str(said.place), said.message("vi"), said.message("en")])


def _read(indicator: ComposedIndicator, composed: Composed) -> Iterator[Measure]:
    """Yield the measures an indicator's conditions speak of, each once."""
    conditions: list[Condition] = [each.condition for each in indicator.conjuncts]
    conditions += [indicator.applies_when] if indicator.applies_when else []
    conditions += [each.waive.when for each in indicator.waivers if each.waive.when]
    for id_ in dict.fromkeys(id_ for each in conditions for id_ in measures_in(each)):
        yield composed.vocabulary[id_]

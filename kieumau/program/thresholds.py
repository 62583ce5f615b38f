"""Thresholds to be swept: which of a standard's, and at which points."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeAlias

from kieumau.errors import Diagnostic, Problems, UsageError
from kieumau.language.checks import check_constant
from kieumau.language.values import read_constant
from kieumau.places import NOWHERE, Place
from kieumau.plugins.composed import Composed
from kieumau.program.swept import Threshold, threshold_of
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = [
    "MOST_POINTS",
    "Number",
    "chosen_threshold",
    "points_of",
    "read_point",
    "refuse_many",
    "refuse_twice",
]

Number: TypeAlias = int | float | Decimal | str
"""A threshold as a caller writes it; a float stands for its shortest decimal."""

MOST_POINTS = 2_000
"""More points than anyone reads; each costs a column for every row."""


MOST_THRESHOLDS = 2


def chosen_threshold(composed: Composed, id_: str) -> Threshold:
    """Return the threshold of an indicator.

    Raises
    ------
    UsageError
        KM-780: there is no such indicator. KM-781: it has no threshold that can be swept.
    """
    every = {each.id: threshold_of(each) for each in composed.indicators}
    found = every.get(id_)
    if found is not None:
        return found
    swept = [each for each, threshold in every.items() if threshold]
    listed: dict[str, str | int | Text] = {"id": id_, "swept": ", ".join(swept) or "-"}
    if id_ in every:
        raise UsageError(Diagnostic("KM-781", arguments=listed))
    near = tuple(get_close_matches(id_, swept or list(every), 2))
    raise UsageError(Diagnostic("KM-780", arguments=listed, suggestions=near))


def points_of(
    threshold: Threshold, composed: Composed, numbers: Iterable[Number]
) -> tuple[Decimal, ...]:
    """Return points a caller gives, in their order.

    Raises
    ------
    UsageError
        With every one that is no value of the measure; KM-782: there is none.
    """
    measure = composed.vocabulary[threshold.test.measure]
    problems = Problems()
    written = [format(n, "f") if isinstance(n, Decimal) else str(n) for n in numbers]
    found = [read_point(each, measure, problems) for each in written]
    problems.raise_if_any(UsageError)
    if not found:
        raise UsageError(Diagnostic("KM-782", arguments={"text": threshold.indicator.id + "="}))
    return tuple(each for each in found if each is not None)


def read_point(
    text: str, measure: Measure, problems: Problems, place: Place = NOWHERE
) -> Decimal | None:
    """Return a threshold as written, with its unit or without; a percent sign may be left out."""
    percent = measure.kind is Kind.PERCENT and not text.rstrip().endswith("%")
    found = read_constant(f"{text}%" if percent else text, measure, place, problems)
    if not isinstance(found, Decimal) or not check_constant(found, measure, place, problems):
        return None
    return found


def refuse_many(points: Sequence[Sequence[Decimal]]) -> None:
    """Refuse more points, of two thresholds more pairs, than are of use.

    Raises
    ------
    UsageError
        KM-784.
    """
    n = 1
    for each in points:
        n *= len(each)
    if n > MOST_POINTS:
        raise UsageError(Diagnostic("KM-784", arguments={"n": n, "most": MOST_POINTS}))


def refuse_twice(ids: Sequence[str]) -> None:
    """Refuse more than two thresholds, and one given twice.

    Raises
    ------
    UsageError
        KM-786.
    """
    if len(ids) > MOST_THRESHOLDS or len(set(ids)) < len(ids):
        arguments: dict[str, str | int | Text] = {"ids": ", ".join(ids), "most": MOST_THRESHOLDS}
        raise UsageError(Diagnostic("KM-786", arguments=arguments))

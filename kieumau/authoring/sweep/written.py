"""What is swept, as written: ``dan-hai-long=80..99:0.5``, ``dan-hai-long=80;92,5``.

A comma is a decimal one in a range and between semicolons; apart from that it separates points
where nothing else can be meant, and a text that reads two ways is refused.
"""

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from kieumau.errors import Diagnostic, Problems, UsageError
from kieumau.language.literals import read_number
from kieumau.places import Place
from kieumau.plugins.composed import Composed
from kieumau.program.swept import Threshold
from kieumau.program.thresholds import (
    MOST_POINTS,
    chosen_threshold,
    read_point,
    refuse_many,
    refuse_twice,
)
from kieumau.rules.measures import Measure
from kieumau.wording import Text

__all__ = ["Dial", "read_dials"]


@frozen
class Dial:
    """A threshold and the points it is put at: ascending, where it stands now among them."""

    threshold: Threshold
    points: tuple[Decimal, ...]


def read_dials(written: Sequence[str], composed: Composed) -> tuple[Dial, ...]:
    """Return what is swept.

    Raises
    ------
    UsageError
        KM-780 to KM-786, or a point is no value of the measure.
    """
    parts = [_parted(each) for each in written]
    refuse_twice([id_ for id_, _ in parts])
    dials = tuple(_dial(id_, values, composed) for id_, values in parts)
    refuse_many([each.points for each in dials])
    return dials


def _parted(text: str) -> tuple[str, str]:
    id_, equals, values = (each.strip() for each in text.partition("="))
    if not (id_ and equals and values):
        raise UsageError(Diagnostic("KM-782", arguments={"text": text}))
    return id_, values


def _dial(id_: str, values: str, composed: Composed) -> Dial:
    threshold = chosen_threshold(composed, id_)
    reader = _Reader(composed.vocabulary[threshold.test.measure], Place(path=id_), Problems())
    points = reader.points(values)
    reader.problems.raise_if_any(UsageError)
    return Dial(threshold, tuple(sorted({_trimmed(each) for each in (*points, threshold.now)})))


@frozen
class _Reader:
    measure: Measure
    place: Place
    problems: Problems

    def points(self, values: str) -> list[Decimal]:
        if ".." in values:
            return self.range(values)
        found = [self.number(each) for each in _listed(values)]
        return [each for each in found if each is not None]

    def number(self, text: str) -> Decimal | None:
        return read_point(text.strip(), self.measure, self.problems, self.place)

    def range(self, values: str) -> list[Decimal]:
        """Return every point of a range by its step, one where none is given."""
        ends, _, by = values.partition(":")
        low, high = (self.number(each) for each in ends.split("..", 1))
        step = read_number(by.rstrip(" %"), self.place, self.problems) if by else Decimal(1)
        if low is None or high is None or step is None:
            return []
        if step <= 0 or low > high:
            raise UsageError(Diagnostic("KM-785", arguments={"text": values}))
        n = int((high - low) / step) + 1
        if n > MOST_POINTS:
            arguments: dict[str, str | int | Text] = {"n": n, "most": MOST_POINTS}
            raise UsageError(Diagnostic("KM-784", arguments=arguments))
        found = [low + each * step for each in range(n)]
        # Where the second has no more decimals than it may, none has.
        return found if n == 1 or self.number(format(found[1], "f")) is not None else []


def _trimmed(number: Decimal) -> Decimal:
    """Return a number without zeros at its end.

    >>> _trimmed(Decimal("95.0")), _trimmed(Decimal("100")), _trimmed(Decimal("94.50"))
    (Decimal('95'), Decimal('100'), Decimal('94.5'))
    """
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _listed(values: str) -> list[str]:
    if ";" in values:
        return [each for each in values.split(";") if each.strip()]
    parts = values.split(",")
    if len(parts) == 2 and not _apart(*parts):  # noqa: PLR2004 (one comma)
        one, other = (each.strip(" %") for each in parts)
        arguments: dict[str, str | int | Text] = {"text": values, "one": one, "other": other}
        raise UsageError(Diagnostic("KM-783", arguments=arguments))
    return parts


def _apart(one: str, other: str) -> bool:
    """Return whether a comma between two texts can only separate two points."""
    return one.endswith("%") or other.startswith(" ") or "." in one + other

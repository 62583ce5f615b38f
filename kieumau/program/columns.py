"""What a table of verdicts holds: which steps its columns are, and when nothing was assessed.

A table has a column for each criterion and indicator; most are steps of the program, and what
takes no part in the outcome is put together from steps that are. A set that is met only because
nothing in it arose is *undetermined*, and what is met may be *not applicable* or *waived*:
`Formula` says when that is, in terms of steps alone, so that an engine which builds no findings
gives the outcome and the statuses a verdict has.

>>> never = every([some([])])
>>> never == NEVER, some([every([NEVER]), Unmet("applies")])
(True, Unmet(step='applies'))
"""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, assert_never

from attrs import frozen

from kieumau.language.names import Vocabulary
from kieumau.program.steps import Linear, Program, Step
from kieumau.rules.periods import MonthDay, Validity

__all__ = [
    "NEVER",
    "Asked",
    "Column",
    "Detail",
    "Every",
    "FellAway",
    "Formula",
    "Met",
    "Missing",
    "Open",
    "Some",
    "Table",
    "Unmet",
    "every",
    "some",
    "steps_in",
]


@frozen
class Met:
    """A step is met."""

    step: str


@frozen
class Open:
    """A step is not met: it is unmet or unknown."""

    step: str


@frozen
class Unmet:
    """A step is unmet."""

    step: str


@frozen
class FellAway:
    """A step is met because the denominator of a leaf is known to be zero."""

    step: str
    leaf: str


@frozen
class Every:
    """Every part holds; there is at least one."""

    of: tuple["Formula", ...]


@frozen
class Some:
    """Some part holds; of no parts, none does."""

    of: tuple["Formula", ...]


Formula: TypeAlias = Met | Open | Unmet | FellAway | Every | Some
NEVER = Some(())

Detail: TypeAlias = Literal["criteria", "outcome", "indicators"]
"""Of what truths are shown beside the outcome."""

Missing: TypeAlias = Literal["error", "unknown"]
"""What becomes of columns a frame lacks."""


def every(parts: Iterable[Formula]) -> Formula:
    """Return that every part holds; of no parts, that is never."""
    of = tuple(dict.fromkeys(parts))
    if not of or NEVER in of:
        return NEVER
    return of[0] if len(of) == 1 else Every(of)


def some(parts: Iterable[Formula]) -> Formula:
    """Return that some part holds."""
    of = tuple(dict.fromkeys(part for part in parts if part != NEVER))
    return of[0] if len(of) == 1 else Some(of)


def steps_in(formula: Formula) -> Iterator[str]:
    """Yield the steps a formula reads, as often as it reads them."""
    match formula:
        case Met(step) | Open(step) | Unmet(step) | FellAway(step):
            yield step
        case Every(of) | Some(of):
            for part in of:
                yield from steps_in(part)
        case _:
            assert_never(formula)


@frozen
class Column:
    """A criterion or an indicator of a table.

    Attributes
    ----------
    step
        The step its truth is.
    counted
        Whether it takes part in the outcome.
    under
        The steps of the rules between it and the set; where one passes, it keeps no ward back.
    away, waived
        Once it is met: when it is not applicable; and when, not being that, it is waived.
    """

    id: str
    step: str
    counted: bool
    under: tuple[str, ...] = ()
    away: Formula = NEVER
    waived: Formula = NEVER


@frozen
class Table:
    """The columns of a standard's verdicts.

    Attributes
    ----------
    extra
        Steps put together for what does not count, after those of the program.
    unassessed
        When a set that is met was not assessed at all.
    """

    criteria: tuple[Column, ...]
    indicators: tuple[Column, ...]
    extra: tuple[Step, ...]
    unassessed: Formula

    def shown(self, detail: Detail) -> tuple[Column, ...]:
        """Return the columns that are shown, in order."""
        if detail == "outcome":
            return ()
        return self.criteria + self.indicators if detail == "indicators" else self.criteria


@frozen
class Asked:
    """What a standard asks of a frame.

    Attributes
    ----------
    valid
        When the periods of facts may end.
    scopes
        For each plugin that is for some provinces, their codes and when each is meant.
    """

    program: Program
    table: Table
    vocabulary: Vocabulary
    valid: Validity
    scopes: tuple[tuple[tuple[str, Validity], ...], ...] = ()

    @property
    def month_days(self) -> tuple[MonthDay, ...]:
        """The days without a year the program tests."""
        forms = (form for leaf in self.program.leaves for form in leaf.forms)
        constants = (form.constant for form in forms if isinstance(form, Linear))
        return tuple(dict.fromkeys(each for each in constants if isinstance(each, MonthDay)))

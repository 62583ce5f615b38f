"""Standings: how wards stand under a standard, without the reasons; many of them from one frame."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from kieumau.documents.factsets import FactSet
from kieumau.engines.frames import frame_of, plain_columns, rows_at
from kieumau.errors import FactsError, MissingExtraError
from kieumau.program.binding import Bound
from kieumau.program.columns import Detail
from kieumau.standard import Standard
from kieumau.verdicts.findings import FindingKind, Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.verdict import Verdict

__all__ = ["WORTH_A_FRAME", "Framed", "Standing", "judged", "standing_of"]

WORTH_A_FRAME = 600
"""Evaluations from which one frame costs less than one ward after another: it has a price of its
own (reading in the library, and putting the standard's expressions together)."""

_STATUS = {each.value: each for each in Status}
_RULED = (FindingKind.CRITERION, FindingKind.INDICATOR)


@frozen
class Standing:
    """How a ward stands under one standard.

    Attributes
    ----------
    unassessed
        Whether it is undetermined only because nothing arose.
    statuses
        By criterion and indicator id; those asked for.
    """

    outcome: Outcome
    unassessed: bool
    statuses: Mapping[str, Status]


def judged(standard: Standard, facts: FactSet) -> Verdict:
    """Return a ward's verdict, whatever the period; facts of other layers must be left out."""
    return standard.evaluate(facts, engine="plain", as_if=True)


def standing_of(verdict: Verdict) -> Standing:
    """Return how a verdict says a ward stands."""
    statuses = {each.id: each.status for each in verdict.findings if each.kind in _RULED}
    return Standing(verdict.outcome, bool(verdict.reason), statuses)


@frozen
class Framed:
    """Wards as the rows of one frame.

    Attributes
    ----------
    wards
        The position each row's ward had among those given.
    """

    wards: tuple[int, ...]
    frame: Any = field(repr=False, eq=False)

    @classmethod
    def of(cls, standard: Standard, wards: Sequence[FactSet]) -> "Framed | None":
        """Return the wards a standard can be applied to; None where frames are not installed."""
        bound = {at: found for at, each in enumerate(wards) if (found := _bound(standard, each))}
        try:
            return cls(tuple(bound), frame_of(tuple(bound.values()), standard.measures))
        except MissingExtraError:
            return None

    def only(self, wards: Collection[int]) -> "Framed":
        """Return the rows of some wards, by their position."""
        rows = [row for row, at in enumerate(self.wards) if at in wards]
        return Framed(tuple(self.wards[row] for row in rows), rows_at(self.frame, rows))

    def among(self, wards: Sequence[int]) -> "Framed":
        """Return the rows of some wards, their positions those among these."""
        places = {at: place for place, at in enumerate(wards)}
        some = self.only(places)
        return evolve(some, wards=tuple(places[at] for at in some.wards))

    def standings(self, standard: Standard, detail: Detail = "indicators") -> dict[int, Standing]:
        """Return how the wards stand, by their position; one that is refused is left out."""
        found = plain_columns(
            standard.evaluate_frame(
                self.frame, detail=detail, missing="unknown", status=True, as_if=True
            )
        )
        mark = "km_status__"
        ids = [
            *(each.id for each in standard.criteria),
            *(each.id for each in standard.composed.indicators),
        ]
        names = {id_: mark + id_.replace("-", "_") for id_ in ids}
        told = {id_: found[name] for id_, name in names.items() if name in found}
        rows = zip(
            self.wards, found["km_outcome"], found["km_refused"], found["km_decisive"], strict=True
        )
        return {
            at: Standing(
                Outcome(outcome),
                outcome == Outcome.UNDETERMINED and not decisive,
                {id_: _STATUS[column[row]] for id_, column in told.items()},
            )
            for row, (at, outcome, refused, decisive) in enumerate(rows)
            if refused is None
        }


def _bound(standard: Standard, facts: FactSet) -> Bound | None:
    try:
        return standard.bind(facts, as_if=True)
    except FactsError:
        return None  # evaluating it says why

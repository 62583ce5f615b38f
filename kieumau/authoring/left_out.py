"""Wards left out, with the reasons; and the notices that stand with what the others come to."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError
from kieumau.places import Place
from kieumau.render.notices import group_notices
from kieumau.render.preview_data import Layer, NotCompared, Problem, WardNamed
from kieumau.standard import Standard
from kieumau.wording import Text

__all__ = ["layer_of", "left_out", "notices", "placed", "ward_named"]


def placed(error: FactsError, file: str) -> list[Diagnostic]:
    """Return what is wrong with a ward; what is wrong with it as a whole stands in its file."""
    return [
        each if str(each.place) else evolve(each, place=Place(file)) for each in error.diagnostics
    ]


def left_out(facts: FactSet, found: Iterable[Diagnostic]) -> NotCompared:
    """Return a ward a standard could not be applied to, with the reasons."""
    return NotCompared(ward_named(facts), tuple(map(_problem, found)))


def ward_named(facts: FactSet) -> WardNamed:
    """Return a ward as it is named."""
    return WardNamed(facts.ward.code, facts.ward.name, facts.ward.province)


def layer_of(standard: Standard) -> Layer:
    """Return the topmost plugin of a standard."""
    top = standard.record.plugins[-1]
    return Layer(top.id, top.title, top.version)


def notices(standard: Standard, wards: Sequence[FactSet]) -> Iterator[Text]:
    """Return what must be read with whatever these wards come to."""
    valid = standard.valid
    return group_notices(
        standard.record,
        wards=len(wards),
        invented=sum(facts.invented for facts in wards),
        outside=sum(facts.period.last not in valid for facts in wards),
    )


def _problem(diagnostic: Diagnostic) -> Problem:
    return Problem(
        diagnostic.code,
        str(diagnostic.place),
        Text(diagnostic.message("vi"), diagnostic.message("en")),
        Text(diagnostic.hint("vi"), diagnostic.hint("en")),
    )

"""The nouns of a report: what is said, line by line, before it is in any language or format.

A format walks `Report` and decides marks: a later HTML or Word rendering needs nothing else.
"""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from attrs import evolve, frozen

from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import NOTHING, Slot, say
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome

__all__ = ["ESSENTIAL", "Line", "Report", "Role", "Section"]


class Role(StrEnum):
    """What a line is, for its marks; the first group is kept when only the essentials are asked."""

    LEAD = "lead"
    OVERVIEW = "overview"
    MISSING = "missing"
    CRITERION = "criterion"
    RULE = "rule"
    COUNTS = "counts"
    INDICATOR = "indicator"
    REQUIRED = "required"
    OBSERVED = "observed"
    CONDITION = "condition"
    APPLIES = "applies"
    WAIVER = "waiver"

    HOW = "how"
    CITATION = "citation"
    FIDELITY = "fidelity"
    LAYER = "layer"
    GUIDANCE = "guidance"
    FACT = "fact"
    CAUTION = "caution"
    LACKS = "lacks"
    NOTE = "note"
    SOURCE = "source"
    IDENTITY = "identity"
    COMMAND = "command"

    @property
    def essential(self) -> bool:
        """Whether a reader in a hurry needs it."""
        return self in ESSENTIAL

    @property
    def heading(self) -> bool:
        """Whether its own words are set off from what stands beneath it."""
        return self in (Role.CRITERION, Role.INDICATOR, Role.MISSING)


ESSENTIAL = frozenset(
    {
        Role.LEAD,
        Role.OVERVIEW,
        Role.MISSING,
        Role.CRITERION,
        Role.RULE,
        Role.COUNTS,
        Role.INDICATOR,
        Role.REQUIRED,
        Role.OBSERVED,
        Role.CONDITION,
        Role.APPLIES,
        Role.WAIVER,
    }
)


_MOST_WANTED = 10


@frozen
class Line:
    """One thing said, and what stands beneath it.

    Attributes
    ----------
    label
        What kind of thing it is, in words ("Căn cứ"); nothing for most.
    status
        How it stands; None where that is not to be marked.
    tags
        Short remarks after it.
    id
        Of the criterion, rule or indicator it begins; empty for everything else.
    """

    role: Role
    said: Slot
    label: Slot = NOTHING
    status: Status | None = None
    tags: tuple[Slot, ...] = ()
    lines: "tuple[Line, ...]" = ()
    id: str = ""

    def essentials(self) -> "Line":
        """Return the line without what only a careful reader wants."""
        return self.of_roles(ESSENTIAL)

    def of_roles(self, roles: AbstractSet[Role]) -> "Line":
        """Return the line with only lines of some roles beneath it."""
        kept = tuple(each.of_roles(roles) for each in self.lines if each.role in roles)
        return evolve(self, lines=kept)

    def on_path(self, ids: AbstractSet[str]) -> "Line | None":
        """Return the line with only those criteria and indicators beneath it; None if it is none.

        What begins none of them stays as it is.
        """
        kept = [(each, each.on_path(ids)) for each in self.lines]
        lines = tuple(each for _, each in kept if each is not None)
        leads = any(before.id and after is not None for before, after in kept)
        return evolve(self, lines=lines) if not self.id or self.id in ids or leads else None


@frozen
class Section:
    """Lines under a heading.

    Attributes
    ----------
    essential
        Whether a reader in a hurry needs it.
    marked
        Whether its lines carry a status, so that a format may say what its marks mean.
    """

    title: Slot
    lines: tuple[Line, ...]
    essential: bool = False
    marked: bool = False


@frozen
class Report:
    """Everything a rendering says, in its order.

    Attributes
    ----------
    head
        The lines under the title: period, standard.
    outcome, outcome_said
        The outcome, and its words.
    why
        One or two sentences.
    notices
        What must be read with the outcome, whatever the format.
    """

    title: Slot
    head: tuple[Line, ...]
    outcome: Outcome
    outcome_said: Slot
    why: tuple[Slot, ...]
    notices: tuple[Slot, ...]
    sections: tuple[Section, ...]

    def essentials(self) -> "Report":
        """Return the report for a reader in a hurry: the same order, fewer lines."""
        kept = tuple(
            evolve(
                each, lines=_few([line.essentials() for line in each.lines if line.role.essential])
            )
            for each in self.sections
            if each.essential
        )
        return evolve(self, sections=kept)


def _few(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with only the first of the figures wanted, and how many more there are."""
    wanted = [line for line in lines if line.role is Role.MISSING]
    left = wanted[_MOST_WANTED:]
    kept = [line for line in lines if line not in left]
    if left:
        kept.append(Line(Role.LEAD, say(Phrase.WANTED_MORE, n=len(left))))
    return tuple(kept)

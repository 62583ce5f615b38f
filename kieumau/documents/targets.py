"""``targets.yaml``: a programme's targets by date, or that they are not known."""

from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from attrs import frozen

from kieumau.documents.citations import read_citations
from kieumau.documents.fields import Fields
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import Node, ScalarNode
from kieumau.errors import Problems
from kieumau.rules.citations import Fidelity, Seen
from kieumau.rules.targets import (
    AtLeastShare,
    AtLeastUnits,
    Counted,
    ExactlyUnits,
    Goal,
    GroupGoal,
    MoreThan,
    Per,
    Target,
    Targets,
)

__all__ = ["read_targets"]

_UNKNOWN = "unknown"
_MOST_DIGITS = 9
_WHOLE = Decimal(100)


def read_targets(node: Node, instruments: frozenset[str], problems: Problems) -> Targets:
    """Read a targets file; ``instruments`` are the ids citations may name."""
    fields = Fields(node, problems)
    check_format(fields, "kieumau/targets/1")
    written = fields.node("targets", required=True)
    reason = fields.text("reason")
    unknown = isinstance(written, ScalarNode) and written.text == _UNKNOWN
    if unknown and reason is None:
        problems.add("KM-276", fields.place_of("targets"))
    if not unknown and reason is not None:
        problems.add("KM-277", fields.place_of("reason"))
    reader = _Reader(instruments, problems)
    nodes = () if written is None or unknown else fields.items("targets")
    targets = [reader.target(each) for each in nodes]
    fields.done()
    _check(targets, problems)
    ordered = tuple(sorted(targets, key=lambda each: (each.by, each.id)))
    return Targets(ordered, reason if unknown else None)


def _check(targets: list[Target], problems: Problems) -> None:
    """Report ids written twice, and goals over a target that is not earlier."""
    seen: dict[str, Target] = {}
    for each in targets:
        first = seen.setdefault(each.id, each)
        if first is not each:
            problems.add("KM-275", each.place, id=each.id, first=str(first.place))
    for each in targets:
        for goal in (each.goal, *(other.goal for other in each.exceptions)):
            if isinstance(goal, MoreThan):
                below = seen.get(goal.target)
                if below is None or below.by >= each.by:
                    earlier = [other.id for other in targets if other.by < each.by]
                    near = get_close_matches(goal.target, earlier, 2) or earlier[:3]
                    problems.add("KM-274", each.place, near, id=goal.target)


@frozen
class _Reader:
    instruments: frozenset[str]
    problems: Problems

    def target(self, node: Node) -> Target:
        fields = Fields(node, self.problems)
        day = fields.day("by", required=True)
        per = fields.choice("per", Per) or Per.PROVINCE
        target = Target(
            fields.identifier("id"),
            fields.needed_text("title"),
            day or date.max,  # a stand-in: that it is missing is reported
            fields.choice("count", Counted, required=True) or Counted.MEETING,
            self.goal(fields),
            read_citations(fields, self.instruments),
            fields.choice("fidelity", Fidelity, required=True) or Fidelity.ASSUMED,
            per,
            self.exceptions(fields, per),
            fields.choice("seen", Seen),
            fields.text("note"),
            fields.place_of("id"),
        )
        fields.done()
        return target

    def goal(self, fields: Fields) -> Goal:
        """Read the one of ``at_least``, ``exactly`` and ``more_than`` that is there."""
        written = {
            key: fields.scalar(key)
            for key in ("at_least", "exactly", "more_than")
            if fields.has(key)
        }
        fields.asked += ["at_least", "exactly", "more_than"]
        if len(written) != 1:
            self.problems.add("KM-271", fields.place)
        for key, found in written.items():
            if found is not None:
                return self.one_goal(key, found)
        return AtLeastUnits(1)

    def one_goal(self, key: str, found: ScalarNode) -> Goal:
        if key == "more_than":
            return MoreThan(found.text)
        percent = found.text.endswith("%") and key == "at_least"
        number = found.text.removesuffix("%").strip() if percent else found.text
        whole = number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
        value = Decimal(number) if whole else Decimal(0)
        if not whole or value == 0 or (percent and value > _WHOLE):
            self.problems.add("KM-272", found.place, found=found.text)
            return AtLeastUnits(1)
        if percent:
            return AtLeastShare(value)
        return ExactlyUnits(int(value)) if key == "exactly" else AtLeastUnits(int(value))

    def exceptions(self, fields: Fields, per: Per) -> tuple[GroupGoal, ...]:
        found: dict[str, GroupGoal] = {}
        for node in fields.items("except"):
            inner = Fields(node, self.problems)
            group = inner.code("group", required=True)
            goal = GroupGoal(group, inner.needed_text("name"), self.goal(inner))
            inner.done()
            if group in found:
                self.problems.add("KM-278", inner.place_of("group"), group=group)
            found.setdefault(group, goal)
        if found and per is not Per.DISTRICT:
            self.problems.add("KM-273", fields.place_of("except"))
        return tuple(found[group] for group in sorted(found))

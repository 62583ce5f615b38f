"""Values: what the right-hand side of one operator can mean for the measure on its left.

Apart from `kieumau.language.readings`, which cuts the line, so that each kind's literals are in
one place. Nothing is judged here beyond form: bounds and the like are for `checks`.

>>> from kieumau.places import NOWHERE
>>> satisfied = Measure("ty_le", Text("tỷ lệ"), Kind.PERCENT)
>>> read_constant("95 %", satisfied, NOWHERE, Problems())
Decimal('95')
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import field, frozen

from kieumau.errors import Diagnostic, Problems
from kieumau.language.fold import clean, fold
from kieumau.language.lexicon import Operator, Relation
from kieumau.language.literals import read_day, read_number, read_yes_no, short
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.conditions import (
    Between,
    Compare,
    Condition,
    Constant,
    Holds,
    MeasureRef,
    Not,
    OneOf,
    Op,
)
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = ["Outcome", "Right", "kind_name", "read_constant", "same_unit", "understand"]

_NUMBER_THEN_UNIT = re.compile(r"([+\-\u2212]?[0-9](?:[0-9 .,]*[0-9])?)(.*)", re.DOTALL)
_NOT_A_UNIT = re.compile(r"[eE]?[+\-\u2212_]?[0-9.,]|[_.,]")
_NUMBER_STARTS = re.compile(r"[+\-\u2212]?[\d.,]|(?:nan|inf|infinity)$", re.IGNORECASE)
_DATE_STARTS = re.compile(r"(?:ngày )?\d")
_DAY = "ngày "

_KIND_NAMES: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.INTEGER: Text("số nguyên", "whole number"),
        Kind.NUMBER: Text("số", "number"),
        Kind.PERCENT: Text("phần trăm", "percentage"),
        Kind.YES_NO: Text("có/không", "yes/no"),
        Kind.CHOICE: Text("lựa chọn", "choice"),
        Kind.DATE: Text("ngày", "date"),
    }
)
_FITTING: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.YES_NO: Text("= có, = không", "= yes, = no"),
        Kind.CHOICE: Text("=, ≠, thuộc, không thuộc", "=, ≠, in, not in"),
        Kind.DATE: Text("không muộn hơn, trước, ≤", "no later than, before, ≤"),
    }
)
_FITTING_NUMBERS = Text("tối thiểu, không quá, ≥", "at least, at most, ≥")


@frozen
class Right:
    """The right-hand side: as written, as a folded name, and cut into ranges."""

    text: str
    name: str = ""
    ranges: tuple[tuple[str, str], ...] = ()


@frozen
class Outcome:
    """What an attempt gave: the readings, and why there are not more."""

    conditions: tuple[Condition, ...] = ()
    refusals: tuple[Diagnostic, ...] = ()


def kind_name(kind: Kind) -> Text:
    """Return what diagnostics call the kind."""
    return _KIND_NAMES[kind]


def same_unit(left: Measure, right: Measure) -> bool:
    """Return whether two measures can be compared: dates, or numbers of one unit."""
    if Kind.DATE in (left.kind, right.kind):
        return left.kind is right.kind
    if not (left.kind.numeric and right.kind.numeric):
        return False
    return bool(_units(left) & _units(right))


def read_constant(text: str, measure: Measure, place: Place, problems: Problems) -> Constant | None:
    """Read a literal of the measure's kind: a number with its unit, a percentage or a day."""
    if measure.kind is Kind.DATE:
        return read_day(_after_day_word(text), place, problems)
    return _read_quantity(text, measure, place, problems)


def understand(
    measure: Measure, operator: Operator, right: Right, vocabulary: Vocabulary, place: Place
) -> Outcome:
    """Return each meaning the right-hand side has after this measure and operator."""
    here = _Here(measure, right, vocabulary, place)
    found: tuple[Condition, ...] = ()
    if not right.text:
        here.refuse("KM-332", operator=operator.text)
    elif measure.kind not in operator.kinds:
        here.refuse(
            "KM-308",
            operator=operator.text,
            name=measure.name,
            kind=kind_name(measure.kind),
            fitting=_FITTING.get(measure.kind, _FITTING_NUMBERS),
        )
    else:
        found = _meanings(here, operator)
    return Outcome(found, tuple(here.problems.found))


@frozen
class _Here:
    """Where a value is being read: after which measure, and where refusals go."""

    measure: Measure
    right: Right
    vocabulary: Vocabulary
    place: Place
    problems: Problems = field(factory=Problems)

    def refuse(
        self, code: str, suggestions: tuple[str, ...] = (), **said: str | Text
    ) -> tuple[Condition, ...]:
        self.problems.extend([Diagnostic(code, self.place, said, suggestions)])
        return ()


def _meanings(here: _Here, operator: Operator) -> tuple[Condition, ...]:
    match operator.sense:
        case Op() as op:
            match here.measure.kind:
                case Kind.YES_NO:
                    return _yes_no(here, op)
                case Kind.CHOICE:
                    return _one_choice(here, op)
                case _:
                    return _comparisons(here, op)
        case Relation.BETWEEN:
            return _between(here)
        case Relation.IN | Relation.NOT_IN as relation:
            return _set(here, negated=relation is Relation.NOT_IN)


def _comparisons(here: _Here, op: Op) -> tuple[Condition, ...]:
    measure, right, place = here.measure, here.right, here.place
    found: list[Condition] = []
    refusals = Problems()
    constant = read_constant(right.text, measure, place, refusals)
    if constant is not None:
        found.append(Compare(measure.id, op, constant, place))
    other = here.vocabulary.find_folded(right.name)
    if other is not None and same_unit(measure, other):
        found.append(Compare(measure.id, op, MeasureRef(other.id), place))
    if found:
        return tuple(found)
    if other is not None:
        return here.refuse("KM-325", left=measure.name, right=other.name)
    if right.ranges:
        return here.refuse("KM-320", text=short(right.text))
    near = here.vocabulary.suggest(right.name) if right.name else ()
    if near and not _starts_like_literal(right.text, measure):
        return here.refuse("KM-302", near, text=short(right.text))
    here.problems.extend(refusals.found)
    return ()


def _starts_like_literal(text: str, measure: Measure) -> bool:
    pattern = _DATE_STARTS if measure.kind is Kind.DATE else _NUMBER_STARTS
    return pattern.match(text.casefold()) is not None


def _yes_no(here: _Here, op: Op) -> tuple[Condition, ...]:
    answer = read_yes_no(here.right.text, here.place, here.problems)
    if answer is None:
        return ()
    holds = Holds(here.measure.id, here.place)
    return (holds if answer is (op is Op.EQ) else Not(holds, here.place),)


def _one_choice(here: _Here, op: Op) -> tuple[Condition, ...]:
    text = here.right.text
    if text.startswith("{"):
        return here.refuse("KM-319", text=short(text))
    chosen = _choice_ids(here, (text,))
    return (OneOf(here.measure.id, chosen, op is Op.NE, here.place),) if chosen else ()


def _set(here: _Here, *, negated: bool) -> tuple[Condition, ...]:
    text = here.right.text
    inside = text[1:-1]
    braced = text.startswith("{") and text.endswith("}") and not set("{}") & set(inside)
    texts = tuple(part.strip() for part in inside.split(";"))
    if not braced or not all(fold(_unmarked(part)) for part in texts):
        return here.refuse("KM-319", text=short(text))
    chosen = _choice_ids(here, texts)
    if len(set(chosen)) < len(chosen):
        return here.refuse("KM-331", text=short(text))
    return (OneOf(here.measure.id, chosen, negated, here.place),) if chosen else ()


def _choice_ids(here: _Here, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the sorted ids; none when a text is no choice."""
    measure, vocabulary = here.measure, here.vocabulary
    found: list[str] = []
    missing = False
    for text in texts:
        choice = vocabulary.choice(measure.id, _unmarked(text))
        if choice is None:
            near = vocabulary.suggest_choice(measure.id, _unmarked(text))
            here.refuse("KM-318", near, text=short(text), name=measure.name)
            missing = True
        else:
            found.append(choice.id)
    return () if missing else tuple(sorted(found))


def _unmarked(text: str) -> str:
    marked = text.startswith("«") and text.endswith("»") and len(text) > 1
    return text[1:-1] if marked else text


def _between(here: _Here) -> tuple[Condition, ...]:
    ranges = [ends for ends in here.right.ranges if all(ends) and ".." not in ends[1]]
    if not ranges:
        return here.refuse("KM-320", text=short(here.right.text))
    found: list[Condition] = []
    refusals: list[Problems] = []
    for low_text, high_text in ranges:
        problems = Problems()
        low = _read_low(low_text, high_text, here, problems)
        high = read_constant(high_text, here.measure, here.place, problems)
        if low is not None and high is not None:
            found.append(Between(here.measure.id, low, high, here.place))
        refusals.append(problems)
    if not found:
        # One cut explained is enough: a line can be cut at every joint word in it.
        here.problems.extend(min(refusals, key=lambda each: len(each.found)).found)
    return tuple(found)


def _read_low(text: str, high: str, here: _Here, problems: Problems) -> Constant | None:
    # "80..90%": the sign at the end serves both ends.
    if here.measure.kind is Kind.PERCENT and high.endswith("%") and "%" not in text:
        return read_number(text, here.place, problems)
    return read_constant(text, here.measure, here.place, problems)


def _after_day_word(text: str) -> str:
    kept = clean(text)
    return kept[len(_DAY) :] if kept.casefold().startswith(_DAY) else kept


def _read_quantity(text: str, measure: Measure, place: Place, problems: Problems) -> Decimal | None:
    kept = clean(text)
    parts = _NUMBER_THEN_UNIT.fullmatch(kept)
    if parts is None or _NOT_A_UNIT.match(parts[2]):
        return read_number(kept, place, problems)
    number = read_number(parts[1], place, problems)
    unit = fold(parts[2])
    percent = measure.kind is Kind.PERCENT
    if number is None or (unit in _units(measure) if percent else unit in ("", *_units(measure))):
        return number
    if percent and not unit:
        problems.add("KM-312", place, text=short(kept))
    elif unit == "%":
        problems.add("KM-314", place, text=short(kept), name=measure.name)
    else:
        expected = Text("%") if percent else measure.unit
        problems.add(
            "KM-313",
            place,
            unit=short(parts[2]),
            name=measure.name,
            expected=expected or Text("không có đơn vị", "no unit"),
        )
    return None


def _units(measure: Measure) -> frozenset[str]:
    if measure.kind is Kind.PERCENT:
        return frozenset({"%"})
    unit = measure.unit
    return frozenset({""} if unit is None else {fold(unit.vi), fold(unit.en)})

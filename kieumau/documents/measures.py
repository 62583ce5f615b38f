"""``measures.yaml``: the vocabulary a plugin adds."""

from decimal import Decimal

from kieumau.documents.fields import Fields
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import Node
from kieumau.errors import Problems
from kieumau.rules.measures import (
    MOST_DECIMALS,
    Change,
    Choice,
    Derivation,
    Difference,
    IfZero,
    Kind,
    Measure,
    Ratio,
    RecordedBy,
    Reporting,
    Sum,
)
from kieumau.wording import Text

__all__ = ["read_measures"]

_PERCENT = Text("%")
_MOST = Decimal(10**12)
_DERIVED = ("sum", "difference", "ratio", "change")


def read_measures(
    node: Node, problems: Problems, doubtful: set[str] | None = None
) -> tuple[Measure, ...]:
    """Read ``measures.yaml``; ids must be distinct.

    Parameters
    ----------
    doubtful
        Where to note the ids of measures with a problem: of those what stands in is a guess.
    """
    fields = Fields(node, problems)
    check_format(fields, "kieumau/measures/1")
    measures: list[Measure] = []
    for written in fields.items("measures"):
        before = len(problems.found)
        measures.append(_read_measure(written, problems))
        if doubtful is not None and len(problems.found) > before:
            doubtful.add(measures[-1].id)
    fields.done()
    seen: dict[str, Measure] = {}
    for each in measures:
        first = seen.setdefault(each.id, each)
        if first is not each:
            problems.add("KM-221", each.place, id=each.id, first=str(first.place))
    return tuple(measures)


def _read_measure(node: Node, problems: Problems) -> Measure:
    fields = Fields(node, problems)
    id_ = fields.identifier("id", measure=True)
    name = fields.needed_text("name")
    kind = fields.choice("kind", Kind, required=True) or Kind.INTEGER
    derived = _read_derivation(fields, kind, problems)
    low, high, decimals = _read_bounds(fields, kind, derived, problems)
    unit = fields.text("unit")
    if kind is Kind.PERCENT:
        unit = _PERCENT
    elif unit and not kind.numeric:
        problems.add("KM-222", fields.place_of("unit"), key="unit", kind=kind.value)
    if_zero = fields.choice("if_zero", IfZero)
    if if_zero and not isinstance(derived, Ratio | Change):
        problems.add("KM-222", fields.place_of("if_zero"), key="if_zero", kind=kind.value)
    measure = Measure(
        id_,
        name,
        kind,
        unit,
        low,
        high,
        decimals,
        _read_choices(fields, kind, problems),
        derived,
        if_zero or IfZero.NOT_APPLICABLE,
        fields.choice("period", Reporting) or Reporting.YEAR,
        fields.text("collection"),
        fields.choice("recorded_by", RecordedBy),
        fields.text("caution"),
        fields.place_of("id"),
    )
    fields.done()
    return measure


def _read_bounds(
    fields: Fields, kind: Kind, derived: Derivation | None, problems: Problems
) -> tuple[Decimal, Decimal, int]:
    """Read bounds and decimals; differences and changes may be negative by default."""
    signed = isinstance(derived, Difference | Change)
    percent = kind is Kind.PERCENT
    most = Decimal(100) if percent and not isinstance(derived, Change) else _MOST
    given = {key: fields.number(key) for key in ("min", "max")}
    decimals = fields.whole("decimals", default=0 if kind is Kind.INTEGER else 2)
    if not kind.numeric:
        for key in ("min", "max", "decimals"):
            if fields.has(key):
                problems.add("KM-222", fields.place_of(key), key=key, kind=kind.value)
        return Decimal(0), _MOST, 0
    low = given["min"] if given["min"] is not None else -_MOST if signed else Decimal(0)
    high = given["max"] if given["max"] is not None else most
    if low > high:
        key = "max" if fields.has("max") else "min"
        problems.add("KM-223", fields.place_of(key), low=str(low), high=str(high))
    if max(abs(low), abs(high)) > _MOST:
        key = "max" if abs(high) > _MOST else "min"
        problems.add("KM-224", fields.place_of(key), most=str(_MOST))
    whole = kind is Kind.INTEGER
    if not 0 <= decimals <= (0 if whole else MOST_DECIMALS):
        problems.add("KM-225", fields.place_of("decimals"), most=0 if whole else MOST_DECIMALS)
        decimals = 0
    for key, bound in (("min", low), ("max", high)):
        exponent = bound.normalize().as_tuple().exponent
        if isinstance(exponent, int) and exponent < -decimals:
            problems.add("KM-226", fields.place_of(key), decimals=decimals)
    return low, high, decimals


def _read_choices(fields: Fields, kind: Kind, problems: Problems) -> tuple[Choice, ...]:
    choices = []
    for each in fields.items("choices", required=kind is Kind.CHOICE):
        inner = Fields(each, problems)
        choices.append(Choice(inner.identifier("id", measure=True), inner.needed_text("name")))
        inner.done()
    if choices and kind is not Kind.CHOICE:
        problems.add("KM-222", fields.place_of("choices"), key="choices", kind=kind.value)
    if len({choice.id for choice in choices}) < len(choices):
        problems.add("KM-227", fields.place_of("choices"))
    return tuple(choices)


def _read_derivation(fields: Fields, kind: Kind, problems: Problems) -> Derivation | None:
    written = [key for key in _DERIVED if fields.has(key)]
    found: list[Derivation] = []
    for key in _DERIVED:
        node = fields.node(key)
        if node is None:
            continue
        match key:
            case "sum":
                ids = tuple(getattr(each, "text", "") for each in fields.items("sum"))
                if len(ids) < 2 or len(set(ids)) < len(ids) or not all(ids):  # noqa: PLR2004
                    problems.add("KM-229", node.place)
                found.append(Sum(ids))
            case "difference":
                found.append(Difference(*_pair(node, "of", "less", problems)))
            case "ratio":
                found.append(Ratio(*_pair(node, "of", "to", problems)))
            case _:
                found.append(Change(*_pair(node, "from", "to", problems)))
    if len(written) > 1 or (found and not kind.numeric):
        problems.add("KM-228", fields.place_of(written[-1]), keys=", ".join(written))
    return found[0] if found else None


def _pair(node: Node, first: str, second: str, problems: Problems) -> tuple[str, str]:
    fields = Fields(node, problems)
    pair = (fields.identifier(first, measure=True), fields.identifier(second, measure=True))
    fields.done()
    return pair

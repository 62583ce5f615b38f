"""Hypothesis strategies for whole standards and wards, made in memory: no file is read.

A *world* is what is really so in a ward: a value for every measure. Facts are a world half
known: every fact drawn is true of it, so facts never contradict each other, and `fuller` facts of
the same world are facts of the same ward at a later day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import Any as Anything
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from kieumau.documents.factsets import FactSet
from kieumau.documents.manifest import Manifest, PluginKind
from kieumau.errors import Problems
from kieumau.language.canonical import canonical
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import Chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import ComposedIndicator
from kieumau.plugins.contract import stricter, threshold
from kieumau.plugins.folder import Plugin
from kieumau.program.binding import Binder
from kieumau.program.box import Box
from kieumau.rules.citations import Citation, Fidelity, Instrument
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
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
from kieumau.rules.criteria import (
    ALL,
    Allows,
    CriteriaSet,
    Criterion,
    Indicator,
    Narrowing,
    Rule,
    RuleKind,
    Tightening,
)
from kieumau.rules.facts import (
    NO_DATE,
    Evidence,
    Fact,
    FactValue,
    Interval,
    Reported,
    Unknown,
    Ward,
)
from kieumau.rules.measures import (
    Change,
    Choice,
    Difference,
    IfZero,
    Kind,
    Measure,
    Ratio,
    Sum,
)
from kieumau.rules.periods import ALWAYS, MonthDay, Period, Validity
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    EvidenceField,
    EvidenceNeed,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.standard import Standard, standard_of
from kieumau.wording import Text

T = TypeVar("T")
ON = date(2023, 12, 31)
YEAR = Period(date(2023, 1, 1), ON)
WARD = Ward("00001", "Phường Mẫu", "42")
CITED = (Citation("i0", Text("Điều 1", "Article 1")),)

_NICE = tuple(map(Decimal, ("0", "33.33", "50", "66.67", "90", "95", "100")))
_DAYS = tuple(date(2023, 1, 1) + timedelta(days=step) for step in (0, 31, 89, 90, 180, 364))
_MONTH_DAYS = tuple(MonthDay(day.month, day.day) for day in _DAYS)
_WINDOWS = tuple(
    Validity(start, until)
    for start in (None, date(2022, 1, 1), date(2023, 6, 1))
    for until in (None, date(2024, 3, 1), date(2025, 1, 1))
)
_ELSEWHEN = (Validity(None, date(2023, 3, 1)), Validity(date(2024, 6, 1)))


_upto = cache(lambda most: st.integers(0, most))


@frozen
class Dice:
    """Draws, as plain functions: several times faster than a strategy for each little choice."""

    draw: st.DrawFn

    def upto(self, most: int) -> int:
        """Return a number from 0; it shrinks to 0."""
        return self.draw(_upto(most)) if most else 0

    def of(self, choices: Sequence[T]) -> T:
        """Return one of some; it shrinks to the first."""
        return choices[self.upto(len(choices) - 1)]

    def one_in(self, n: int) -> bool:
        """Return true once in ``n``; it shrinks to false."""
        return self.upto(n - 1) == n - 1

    def between(self, low: int, high: int) -> int:
        """Return a number between two; it shrinks to the lower."""
        return low + self.upto(high - low)


def _strategy(make: Callable[..., T]) -> Callable[..., st.SearchStrategy[T]]:
    """Return the strategy a function of dice stands for."""

    @st.composite
    def drawn(draw: st.DrawFn, *args: Anything, **more: Anything) -> T:
        return make(Dice(draw), *args, **more)

    return drawn


# --- vocabularies


def _vocabulary(dice: Dice) -> Vocabulary:
    most = Decimal(dice.of([3, 20, 1000]))
    decimals, points = dice.upto(2), dice.upto(2)
    if_zero = [dice.of(list(IfZero)) for _ in range(3)]
    nested = dice.of([IfZero.UNKNOWN, IfZero.MET, IfZero.UNMET])
    choices = tuple(Choice(f"k{at}", Text(f"loại {at}", f"class {at}")) for at in range(3))
    hundred, wide = Decimal(100), Decimal(10**6)
    count = {"kind": Kind.INTEGER, "unit": Text("vụ", "cases")}
    share = {"kind": Kind.PERCENT, "unit": Text("%"), "decimals": points}
    added = Sum(("n0", "n1", "n2")[: dice.between(2, 3)])
    ratio, change = Ratio("n0", "n1"), Change("n1", "n2")
    nested_ratio, by_sum = Ratio("n2", "n0"), Ratio("n2", "s0")
    return vocabulary_of(
        *(measure(f"n{at}", maximum=most, **count) for at in range(3)),
        measure("x0", Kind.NUMBER, minimum=Decimal(-2), maximum=Decimal(3), decimals=decimals),
        measure("x1", Kind.NUMBER, maximum=Decimal(3), decimals=dice.upto(2)),
        measure("p0", maximum=hundred, **share),
        measure("y0", Kind.YES_NO),
        measure("y1", Kind.YES_NO),
        measure("c0", Kind.CHOICE, choices=choices),
        measure("d0", Kind.DATE),
        measure("d1", Kind.DATE),
        measure("s0", maximum=3 * most, derived=added, **count),
        measure(
            "t0",
            Kind.NUMBER,
            minimum=Decimal(-5),
            maximum=Decimal(6),
            decimals=dice.upto(2),
            derived=Sum(("x0", "x1")) if dice.one_in(2) else Difference("x0", "x1"),
        ),
        measure("f0", minimum=-most, maximum=most, derived=Difference("n0", "n1"), **count),
        measure("r0", maximum=hundred, derived=ratio, if_zero=if_zero[0], **share),
        measure("r1", Kind.NUMBER, maximum=wide, decimals=2, derived=by_sum, if_zero=if_zero[1]),
        measure("g0", minimum=-hundred, maximum=wide, derived=change, if_zero=if_zero[2], **share),
        measure("q0", maximum=wide, derived=nested_ratio, if_zero=nested, **share),
    )


def measure(id_: str, kind: Kind = Kind.INTEGER, **more: Anything) -> Measure:
    """Return a measure named after its id."""
    return Measure(id_, Text(f"số liệu {id_}", f"figure {id_}"), more.pop("kind", kind), **more)


def vocabulary_of(*measures: Measure) -> Vocabulary:
    """Return the vocabulary of measures that can stand together."""
    problems = Problems()
    found = Vocabulary.of(measures, problems)
    assert problems.errors == ()
    return found


# --- conditions


def _condition(
    dice: Dice,
    vocabulary: Vocabulary,
    *,
    conjunct: bool = True,
    dates: bool = True,
    depth: int = 2,
) -> Condition:
    shape = dice.upto(9 if depth else 4)
    if shape < 5:
        return _test(dice, vocabulary, conjunct=conjunct, dates=dates)
    if shape == 9:
        return Not(_condition(dice, vocabulary, conjunct=False, dates=False, depth=depth - 1))
    inside = conjunct and shape == 5
    drawn = [
        _condition(dice, vocabulary, conjunct=inside, dates=dates, depth=depth - 1)
        for _ in range(dice.between(1, 3))
    ]
    of = tuple({canonical(child): child for child in drawn}.values())
    if shape == 5:
        return All(of)
    return Any(of) if shape < 8 else AtLeast(dice.between(1, len(of)), of)


def _test(dice: Dice, vocabulary: Vocabulary, *, conjunct: bool, dates: bool) -> Condition:
    tested = dice.of(
        [
            each
            for each in vocabulary
            if (dates or each.kind is not Kind.DATE) and (conjunct or not falls_away(each))
        ]
    )
    match tested.kind:
        case Kind.YES_NO:
            return Not(Holds(tested.id)) if dice.one_in(2) else Holds(tested.id)
        case Kind.CHOICE:
            chosen = sorted({dice.of(tested.choices).id for _ in range(2)})
            return OneOf(tested.id, tuple(chosen), dice.one_in(2))
    shape = dice.upto(4)
    if shape == 4:
        low, high = _constant(dice, tested), _constant(dice, tested)
        if type(low) is type(high):
            return Between(tested.id, min(low, high), max(low, high))  # type: ignore[type-var]
    others = [MeasureRef(each.id) for each in vocabulary if _comparable(tested, each)]
    op = dice.of(list(Op))
    if shape == 3 and others:
        return Compare(tested.id, op, dice.of(others))
    return Compare(tested.id, op, _constant(dice, tested))


def _constant(dice: Dice, tested: Measure) -> Constant:
    """Draw a constant a measure can be compared with, mostly one its values come near."""
    if tested.kind is Kind.DATE:
        return dice.of((*_DAYS, *_MONTH_DAYS))
    if tested.kind is Kind.PERCENT and tested.derived:
        return dice.of([each for each in _NICE if each <= tested.maximum])
    return tested.from_grid(dice.between(*_near(tested)))


def _near(tested: Measure) -> tuple[int, int]:
    """Return between which units of the last decimal values and constants are drawn."""
    scale = 10**tested.decimals
    if tested.kind is Kind.PERCENT:
        return 48 * scale, 52 * scale
    return int(max(tested.minimum, -6) * scale), int(min(tested.maximum, 6) * scale)


def falls_away(tested: Measure) -> bool:
    """Return whether a test of the measure may stand only as a conjunct."""
    return tested.divides and tested.if_zero is IfZero.NOT_APPLICABLE


def _comparable(one: Measure, other: Measure) -> bool:
    if one.id == other.id or one.divides or other.divides or one.unit != other.unit:
        return False
    return one.kind is other.kind or (one.kind.numeric and other.kind.numeric)


# --- standards


def _base(dice: Dice, criteria: int = 3, indicators: int = 3) -> Chain:
    vocabulary = _vocabulary(dice)
    drawn = tuple(
        _criterion(dice, vocabulary, f"c{at}", indicators, sure=not at)
        for at in range(dice.between(1, criteria))
    )
    scored = _scored_set(dice, drawn) if dice.one_in(3) else None
    counted = [each for each in drawn if ON in each.valid and _counting(each.indicators)]
    drawn, rule = scored or (drawn, _rule(dice, len(counted)))
    issued = CriteriaSet(
        "bo",
        Text("Bộ tiêu chí", "The set"),
        drawn,
        rule,
        CITED,
        valid=dice.of(_WINDOWS) if dice.one_in(4) else ALWAYS,
        allows=Allows(add=not dice.one_in(8)),
    )
    return chained(_plugin("goc", "", vocabulary.measures, sets=(issued,)))


def _criterion(
    dice: Dice, vocabulary: Vocabulary, id_: str, most: int = 2, *, sure: bool = False
) -> Criterion:
    """Draw a criterion; one that is ``sure`` has something in force on `ON`."""
    own = tuple(
        _indicator(dice, vocabulary, f"{id_}-i{at}", sure=sure and not at)
        for at in range(dice.between(1, most))
    )
    scored = _scored(dice, own) if dice.one_in(4) else None
    own, rule = scored or (own, _rule(dice, _counting(own)))
    return Criterion(
        id_,
        Text(f"Tiêu chí {id_}", f"Criterion {id_}"),
        own,
        rule,
        CITED,
        valid=ALWAYS if sure else _validity(dice),
        allows=Allows(add=not dice.one_in(8)),
    )


def _indicator(dice: Dice, vocabulary: Vocabulary, id_: str, *, sure: bool = False) -> Indicator:
    """Draw an indicator: often several conjuncts, sometimes one that applies only at times."""
    requires = _condition(dice, vocabulary)
    up_to = _stricter(dice, vocabulary, requires) if dice.one_in(4) else None
    applies = dice.one_in(3)
    return Indicator(
        id_,
        Text(f"Chỉ tiêu {id_}", f"Indicator {id_}"),
        requires,
        CITED,
        Fidelity.ASSUMED if dice.one_in(8) else Fidelity.TEXT,
        _condition(dice, vocabulary, conjunct=False, depth=1) if applies else None,
        valid=ALWAYS if sure else _validity(dice),
        allows=Allows(
            Tightening(not dice.one_in(6), up_to, dice.one_in(2)),
            clarify=not dice.one_in(6),
            waive=dice.one_in(2),
        ),
    )


def _refinement(dice: Dice, of: Chain, id_: str = "tinh", layer: int = 1) -> Plugin:
    below = compose(of, ON)
    own = (measure(f"m_{id_.replace('-', '_')}", Kind.YES_NO),) if dice.one_in(2) else ()
    vocabulary = Vocabulary((*below.vocabulary.measures, *own))
    found: list[Refinement] = []
    for target in below.indicators:
        if dice.one_in(2):
            found += _targeted(dice, target, vocabulary)
    for at, criterion in enumerate(below.criteria):
        if criterion.allows.add and dice.one_in(3):
            extra = _indicator(dice, vocabulary, f"{id_}-a{at}")
            found.append(AddIndicator(criterion.id, extra, _validity(dice)))
    if below.allows.add and dice.one_in(3):
        for at in range(dice.between(1, 2)):
            extra = _criterion(dice, vocabulary, f"{id_}-c{at}")
            found.append(AddCriterion(extra, _validity(dice)))
    refines = next(p.id for p, at in zip(of.plugins, of.layers, strict=True) if at == layer - 1)
    return _plugin(id_, refines, own, refinements=tuple(found))


def _targeted(
    dice: Dice, target: ComposedIndicator, vocabulary: Vocabulary
) -> Iterator[Refinement]:
    """Draw what one layer does to one indicator."""
    allowed, at = target.allows, dice.upto(3)
    strictest = threshold(target)
    tightens = target.fidelity is not Fidelity.ASSUMED
    common = {"citations": CITED, "valid": _validity(dice)}
    if at in (0, 3) and tightens and strictest and allowed.tighten.constant:
        to = _stricter(dice, vocabulary, strictest, allowed.tighten.up_to)
        narrows = _narrowing(dice, target)
        if to is not None:
            yield Tighten(target.id, fidelity=Fidelity.TEXT, to=to, narrows=narrows, **common)
    if at in (0, 1) and tightens and allowed.tighten.also:
        also = _condition(dice, vocabulary, depth=1)
        narrows = _narrowing(dice, target)
        yield Tighten(target.id, fidelity=Fidelity.DERIVED, also=also, narrows=narrows, **common)
    if at and any(each.waivable for each in target.conjuncts):
        some = dice.one_in(2)
        when = _condition(dice, vocabulary, conjunct=False, depth=1) if some else None
        yield Waive(target.id, Text("Miễn", "Waived"), when=when, **common)
    if at == 2 and allowed.clarify:
        needs = (EvidenceNeed("n0", dice.of(list(EvidenceField))),)
        yield Clarify(target.id, guidance=Text("Rõ", "Clear"), evidence=needs, **common)


def _layers(dice: Dice, of: Chain) -> Chain:
    plugins = [_refinement(dice, of)]
    if dice.one_in(3):
        plugins.append(_refinement(dice, of, "tinh-khac"))
    chain = chained(*of.plugins, *plugins)
    if dice.one_in(3):
        chain = chained(*chain.plugins, _refinement(dice, chain, "xa", 2))
    return chain


def _chain(dice: Dice) -> Chain:
    base = _base(dice)
    return _layers(dice, base) if dice.one_in(2) else base


def issuing(measures: Iterable[Measure], *criteria: Criterion, rule: Rule = ALL) -> Chain:
    """Return a base that issues one set of these criteria."""
    issued = CriteriaSet("bo", Text("Bộ tiêu chí", "The set"), criteria, rule, CITED)
    return chained(_plugin("goc", "", tuple(measures), sets=(issued,)))


def refining(of: Chain, *done: Refinement, id_: str = "tinh") -> Chain:
    """Return a chain with a province above its base that does these things."""
    return chained(*of.plugins, _plugin(id_, of.base.id, (), refinements=done))


def asking(id_: str, requires: Condition, **more: Anything) -> Indicator:
    """Return an indicator of that id, by default of text fidelity."""
    fidelity = more.pop("fidelity", Fidelity.TEXT)
    return Indicator(id_, Text(id_), requires, CITED, fidelity, **more)


def grouping(id_: str, *indicators: Indicator, rule: Rule = ALL) -> Criterion:
    """Return a criterion of those indicators."""
    return Criterion(id_, Text(id_), indicators, rule, CITED)


def knowing(**values: Anything) -> FactSet:
    """Return facts by measure: values, or None for those not supplied."""
    known = (Fact(id_, value) for id_, value in values.items() if value is not None)
    return FactSet(WARD, YEAR, tuple(known))


def standard(chain: Chain, on: date = ON) -> Standard:
    """Return the standard of a chain."""
    return standard_of(chain, on)


def chained(*plugins: Plugin) -> Chain:
    """Return plugins as `read_chain` orders them: by layer, then id."""
    by_id = {plugin.id: plugin for plugin in plugins}

    def depth(plugin: Plugin) -> int:
        below = plugin.manifest.refines
        return 1 + depth(by_id[below]) if below else 0

    ordered = sorted(plugins, key=lambda plugin: (depth(plugin), plugin.id))
    below = {plugin.manifest.refines for plugin in plugins}
    asked = tuple(plugin.id for plugin in plugins if plugin.id not in below)
    return Chain(tuple(ordered), tuple(map(depth, ordered)), asked)


def below_top(chain: Chain) -> Chain:
    """Return a chain without its highest layer."""
    pairs = zip(chain.plugins, chain.layers, strict=True)
    return chained(*(plugin for plugin, layer in pairs if layer < max(chain.layers)))


def _plugin(id_: str, refines: str, measures: tuple[Measure, ...], **more: Anything) -> Plugin:
    kind = PluginKind.REFINEMENT if refines else PluginKind.BASE
    instruments = () if refines else (Instrument("i0", Text("Văn bản", "Document")),)
    manifest = Manifest(id_, "1", kind, Text(id_), refines, instruments=instruments)
    return Plugin(manifest, Path(), id_, measures, **more)


def _narrowing(dice: Dice, target: ComposedIndicator) -> Narrowing:
    if not dice.one_in(3):
        return Narrowing()
    return Narrowing(
        dice.of([None, Tightening(constant=False)]),
        dice.of([None, False]),
        dice.of([None, False, *([True] if target.allows.waive else [])]),
    )


def _stricter(
    dice: Dice, vocabulary: Vocabulary, test: Condition, up_to: Constant | None = None
) -> Constant | None:
    """Draw a constant stricter than a test's and not than ``up_to``; None where there is none."""
    if not isinstance(test, Compare) or isinstance(test.against, MeasureRef):
        return None
    tested, now = vocabulary[test.measure], test.against
    known: list[Constant] = [*_DAYS, *_MONTH_DAYS]
    if isinstance(now, Decimal):
        step = Decimal(1).scaleb(-tested.decimals)
        near = [now + by * step for by in (1, -1, 3, -3, 10, -10)]
        known = [each for each in near if tested.minimum <= each <= tested.maximum]
    found = [
        each
        for each in known
        if stricter(each, now, test.op)
        and not (up_to is not None and stricter(each, up_to, test.op))
    ]
    return dice.of(found) if found else None


def _rule(dice: Dice, n: int) -> Rule:
    rules = [ALL, Rule(RuleKind.ANY)]
    rules += [Rule(RuleKind.AT_LEAST, k) for k in range(1, n + 1)]
    return dice.of(rules) if n else ALL


_POINTS = (1, 2, 3, 0, 5, 10, 30)


def _scored(dice: Dice, own: tuple[Indicator, ...]) -> tuple[tuple[Indicator, ...], Rule] | None:
    """Draw points and a threshold they can reach; None where nothing that counts earns any."""
    worth = tuple(evolve(each, points=dice.of(_POINTS)) for each in own)
    rule = _threshold(dice, [each.points or 0 for each in worth if _counting((each,))])
    return rule and (worth, rule)


def _scored_set(
    dice: Dice, drawn: tuple[Criterion, ...]
) -> tuple[tuple[Criterion, ...], Rule] | None:
    """Draw for each criterion points of its own, or of its indicators one by one."""
    worth, reachable = [], []
    for each in drawn:
        if dice.one_in(2):
            worth.append(evolve(each, points=dice.of(_POINTS)))
            own = [worth[-1].points] if _counting(each.indicators) else []
        else:
            scored = each.rule.kind is RuleKind.SCORE
            inside = each.indicators
            if not scored:
                inside = tuple(evolve(one, points=dice.of(_POINTS)) for one in inside)
            worth.append(evolve(each, indicators=inside))
            own = [one.points for one in inside if _counting((one,))]
        reachable += own if ON in each.valid else []
    rule = _threshold(dice, reachable)
    return rule and (tuple(worth), rule)


def _threshold(dice: Dice, worth: Sequence[int]) -> Rule | None:
    return Rule(RuleKind.SCORE, dice.between(1, sum(worth))) if sum(worth) else None


def _counting(own: tuple[Indicator, ...]) -> int:
    return sum(ON in each.valid and each.fidelity is not Fidelity.ASSUMED for each in own)


def _validity(dice: Dice) -> Validity:
    return dice.of((*_WINDOWS, *_ELSEWHEN)) if dice.one_in(6) else ALWAYS


# --- wards

World: TypeAlias = Mapping[str, Anything]


@frozen
class Known:
    """Facts, and the world they are true of: a derived measure it lacks has no value in it."""

    facts: FactSet
    world: World
    measures: tuple[Measure, ...] = field(repr=False)


def _ward(dice: Dice, of: Standard) -> Known:
    world = _world(dice, of.measures)
    mostly = dice.of([0, 60, 8, 2])  # how often a base measure is exactly known; 0 is always
    facts = []
    for each in of.measures:
        if each.id in world and not (each.derived and (not mostly or dice.upto(3))):
            value = exact_value(each, world[each.id])
            if mostly:
                value = _half_known(dice, each, world[each.id], 0 if each.derived else mostly)
            if value is not None:
                facts.append(Fact(each.id, value, dice.of(_EVIDENCE)))
    return Known(FactSet(WARD, YEAR, tuple(facts)), world, of.measures)


def _world(dice: Dice, measures: tuple[Measure, ...]) -> World:
    """Draw a value for every base measure, and work out the derived ones within their bounds."""
    base = {each.id: _value(dice, each) for each in measures if each.derived is None}
    if base["n0"] > base["n1"]:  # r0 is a share: facts by which it passes 100% are refused
        base["n0"], base["n1"] = base["n1"], base["n0"]
    found = with_derived(measures, base)
    return {
        each.id: found[each.id]
        for each in measures
        if each.id in found
        and (not each.kind.numeric or each.minimum <= found[each.id] <= each.maximum)
    }


def with_derived(measures: Iterable[Measure], world: World) -> World:
    """Return a world with every derived measure worked out; parts stand before what they make."""
    found = dict(world)
    for each in measures:
        if each.derived and (value := _derived(each, found)) is not None:
            found[each.id] = value
    return found


def _derived(each: Measure, world: World) -> Fraction | None:
    """Return what a derived measure comes to; None over a zero denominator."""
    parts = [world[part] for part in each.parts if part in world]
    if len(parts) < len(each.parts):
        return None
    match each.derived:
        case Sum():
            return sum(parts, Fraction())
        case Difference():
            return Fraction(parts[0] - parts[1])
        case Ratio():
            scale = 100 if each.kind is Kind.PERCENT else 1
            return scale * Fraction(parts[0]) / parts[1] if parts[1] else None
        case _:
            return 100 * Fraction(parts[1] - parts[0]) / parts[0] if parts[0] else None


def _fuller(dice: Dice, known: Known) -> FactSet:
    facts = []
    for each in known.measures:
        fact = known.facts.get(each.id)
        value = fact.value if fact else None
        if each.id in known.world and dice.one_in(2):
            value = _better_known(dice, each, known.world[each.id], value)
        if value is not None:
            facts.append(evolve(fact, value=value) if fact else Fact(each.id, value))
    return evolve(known.facts, facts=tuple(facts))


def exactly(facts: FactSet, values: Mapping[str, FactValue]) -> FactSet:
    """Return facts with some measures' values put in the place of what was known of them."""
    kept = [fact for fact in facts if fact.measure not in values]
    return evolve(facts, facts=(*kept, *(Fact(*pair) for pair in values.items())))


def _value(dice: Dice, each: Measure) -> Anything:
    match each.kind:
        case Kind.YES_NO:
            return dice.one_in(2)
        case Kind.CHOICE:
            return dice.of(each.choices).id
        case Kind.DATE:
            return dice.of([*_DAYS, *(day + timedelta(1) for day in _DAYS), NO_DATE])
        case _:
            return Fraction(each.from_grid(dice.between(*_near(each))))


def _half_known(dice: Dice, each: Measure, value: Anything, mostly: int) -> FactValue | None:
    """Draw a fact true of a value: it, an interval, a rounding, declared unknown, or none."""
    how = dice.upto(5 + mostly)
    if how == 1:
        return None
    if how == 2:
        return _UNKNOWN
    if how == 3 and (each.kind.numeric or isinstance(value, date)):
        return _interval(dice, each, value)
    if how == 4 and each.kind.numeric:
        return _reported(each, value, dice.upto(each.decimals))
    exact = exact_value(each, value)
    return _interval(dice, each, value) if exact is None else exact


def exact_value(each: Measure, value: Anything) -> FactValue | None:
    """Return a value as it is supplied; None for a fraction finer than the measure's decimals."""
    if not isinstance(value, Fraction):
        return value
    units = value * 10**each.decimals
    if units.denominator > 1:
        return None
    return int(value) if each.decimals == 0 else each.from_grid(int(units))


def _interval(
    dice: Dice, each: Measure, value: Anything, within: Interval | None = None
) -> Interval:
    below, above = dice.of([(0, 1), (1, 0), (1, 1), (2, 5), (0, 0)])
    if isinstance(value, date):
        low, high = value - timedelta(below), value + timedelta(above)
    else:
        scale = 10**each.decimals
        units = (floor(value * scale) - below, ceil(value * scale) + above)
        low, high = (each.from_grid(end) for end in units)
        low, high = max(low, each.minimum), min(high, each.maximum)
    if within:
        low, high = max(low, within.low), min(high, within.high)  # type: ignore[type-var]
    return Interval(low, high)


def _reported(each: Measure, value: Fraction, digits: int) -> Reported:
    units = floor(value * 10**digits + Fraction(1, 2))
    text = format(Decimal(units).scaleb(-digits), "f")
    return Reported(f"{text}%" if each.kind is Kind.PERCENT else text)


def _better_known(
    dice: Dice, each: Measure, value: Anything, now: FactValue | None
) -> FactValue | None:
    exact = exact_value(each, value)
    if isinstance(now, Interval):
        sure = exact is not None and dice.one_in(2)
        return exact if sure else _interval(dice, each, value, now)
    if isinstance(now, Reported):
        return now if exact is None else exact
    if now is None or isinstance(now, Unknown):
        found = _half_known(dice, each, value, 6)
        return now if found is None else found
    return now


_EVIDENCE = (None, None, None, Evidence("Báo"), Evidence("Báo", "12/BC", date=date(2023, 5, 1)))
_UNKNOWN = Unknown(Text("chưa rõ", "not clear"))


# --- cases: a ward under a standard


@frozen(repr=False)
class Case:
    """A chain, its standard on `ON`, and a ward; shown in a few lines when a law fails."""

    chain: Chain
    standard: Standard
    known: Known

    @property
    def facts(self) -> FactSet:
        """The ward's facts."""
        return self.known.facts

    @property
    def box(self) -> Box:
        """The ward's facts as the program reads them."""
        binder = Binder(self.standard.composed.vocabulary, self.standard.program)
        return binder.bind(self.facts).box

    def knowing(self, facts: FactSet) -> "Case":
        """Return the same ward with other facts known of it."""
        return evolve(self, known=evolve(self.known, facts=facts))

    def __repr__(self) -> str:
        values = (f"  {fact.measure}: {fact.value!r}" for fact in self.facts)
        return "\n".join((shown(self.chain), "facts", *values))

    def _repr_pretty_(self, printer: Anything, _cycle: object) -> None:
        """Show it so in Hypothesis' reports too, which else write out every field."""
        printer.text(repr(self))


def _case(dice: Dice, chain: Chain | None = None) -> Case:
    chain = chain or _chain(dice)
    made = standard(chain)
    return Case(chain, made, _ward(dice, made))


def _learning(dice: Dice) -> tuple[Case, Case]:
    case = _case(dice)
    return case, case.knowing(_fuller(dice, case.known))


def shown(chain: Chain) -> str:
    """Return what a chain asks for in a few lines: enough to write an example from."""
    lines: list[str] = []
    for each in chain.base.measures:
        if each.derived or each.kind.numeric:
            bounds = f"{each.minimum}..{each.maximum} by {each.decimals}"
            lines.append(f"  {each.id}: {bounds} {each.derived or ''} {each.if_zero}")
    for plugin, layer in zip(chain.plugins, chain.layers, strict=True):
        lines.append(f"plugin {plugin.id} at {layer}")
        for issued in plugin.sets:
            lines.append(f"  set {issued.rule} {issued.valid}")
            lines += [f"  {line}" for each in issued.criteria for line in _said(each)]
        for each in plugin.refinements:
            lines.append(f"  {type(each).__name__} {each.valid}")
            match each:
                case AddIndicator(to, indicator):
                    lines.append(f"    to {to}: {_said_indicator(indicator)}")
                case AddCriterion(criterion):
                    lines += [f"    {line}" for line in _said(criterion)]
                case Tighten(target, to=to, also=also, narrows=narrows):
                    more = canonical(also) if also else to
                    lines.append(f"    {target}: {more} {narrows}")
                case Waive(target, when=when):
                    lines.append(f"    {target}: {canonical(when) if when else 'always'}")
                case Clarify(target):
                    lines.append(f"    {target}")
    return "\n".join(lines)


def _said(criterion: Criterion) -> Iterator[str]:
    yield f"{criterion.id} {criterion.rule} {criterion.valid} points={criterion.points}"
    for each in criterion.indicators:
        yield f"  {_said_indicator(each)}"


def _said_indicator(each: Indicator) -> str:
    applies = f" when {canonical(each.applies_when)}" if each.applies_when else ""
    return (
        f"{each.id}: {canonical(each.requires)}{applies} {each.fidelity} {each.valid} "
        f"waive={each.allows.waive} {each.allows.tighten} points={each.points}"
    )


# --- the strategies

vocabularies = _strategy(_vocabulary)
"""Measures of every kind and derivation; bounds, decimals and if_zero drawn."""

conditions = _strategy(_condition)
"""Conditions over a vocabulary: as a conjunct, or (``conjunct=False``) anywhere else."""

bases = _strategy(_base)
"""A base alone: criteria under all, any and at-least rules, in force on `ON`."""

refinements = _strategy(_refinement)
"""A plugin that refines a chain's layer below ``layer``, within what is allowed."""

layered = _strategy(_layers)
"""A chain with a province above it, at times a sibling of it and a district above."""

chains = _strategy(_chain)
"""A base, every other time with layers above."""

wards = _strategy(_ward)
"""What is known of one ward, and its world."""

cases = _strategy(_case)
"""A chain (one given, or any), its standard and a ward."""

learning = _strategy(_learning)
"""A case, and the same ward once more is known of it."""

fuller = _strategy(_fuller)
"""Facts of the same ward that fill or narrow what was known, and take nothing away."""


def standards() -> st.SearchStrategy[Standard]:
    """Return standards in force on `ON`."""
    return chains().map(standard)


def fact_sets(of: Standard) -> st.SearchStrategy[FactSet]:
    """Return facts about one ward, none contradicting another."""
    return wards(of).map(lambda known: known.facts)

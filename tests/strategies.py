"""Hypothesis strategies for whole standards and wards, made in memory: no file is read.

A *world* is what is really so in a ward: a value for every measure. Facts are a world half
known: every fact drawn is true of it, so facts never contradict each other, and `fuller` facts of
the same world are facts of the same ward at a later day.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import Any as Anything

from attrs import evolve, frozen
from hypothesis import strategies as st

from kieumau.documents.factsets import FactSet
from kieumau.documents.manifest import Manifest, PluginKind
from kieumau.errors import Problems
from kieumau.language.canonical import canonical
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import Chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed, ComposedIndicator
from kieumau.plugins.contract import stricter, threshold
from kieumau.plugins.folder import Plugin
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

ON = date(2023, 12, 31)
YEAR = Period(date(2023, 1, 1), ON)
WARD = Ward("00001", "Phường Mẫu", "42")
CITED = (Citation("i0", Text("Điều 1", "Article 1")),)

_NO_DATES = frozenset({Kind.DATE})
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


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Draw measures of every kind and every derivation, bounds, decimals and if_zero drawn."""
    most = Decimal(draw(st.sampled_from([3, 20, 1000])))
    decimals, points = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    if_zero = [draw(st.sampled_from(IfZero)) for _ in range(3)]
    nested = draw(st.sampled_from([IfZero.UNKNOWN, IfZero.MET, IfZero.UNMET]))
    choices = tuple(Choice(f"k{at}", Text(f"loại {at}", f"class {at}")) for at in range(3))
    wide = Decimal(10**6)
    count = {"kind": Kind.INTEGER, "unit": Text("vụ", "cases")}
    share = {"kind": Kind.PERCENT, "unit": Text("%"), "decimals": points}
    added = Sum(("n0", "n1", "n2")[: draw(st.integers(2, 3))])
    half = Decimal(50)
    return vocabulary_of(
        *(measure(f"n{at}", maximum=most, **count) for at in range(3)),
        measure("x0", Kind.NUMBER, minimum=Decimal(-2), maximum=Decimal(3), decimals=decimals),
        measure("p0", maximum=Decimal(100), **share),
        measure("y0", Kind.YES_NO),
        measure("y1", Kind.YES_NO),
        measure("c0", Kind.CHOICE, choices=choices),
        measure("d0", Kind.DATE),
        measure("d1", Kind.DATE),
        measure("s0", maximum=3 * most, derived=added, **count),
        measure("f0", minimum=-most, maximum=most, derived=Difference("n0", "n1"), **count),
        measure(
            "r0", maximum=2 * half, derived=Ratio("n0", "n1"), if_zero=if_zero[0], **share
        ),
        measure(
            "r1", Kind.NUMBER, maximum=wide, decimals=2, derived=Ratio("n2", "s0"),
            if_zero=if_zero[1],
        ),
        measure(
            "g0", minimum=-2 * half, maximum=wide, derived=Change("n1", "n2"),
            if_zero=if_zero[2], **share
        ),
        measure("q0", maximum=wide, derived=Ratio("n2", "n0"), if_zero=nested, **share),
    )  # fmt: skip


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


@st.composite
def conditions(
    draw: st.DrawFn,
    vocabulary: Vocabulary,
    *,
    conjunct: bool = True,
    dates: bool = True,
    depth: int = 2,
) -> Condition:
    """Draw a condition that may stand as a conjunct, or (not ``conjunct``) anywhere else."""
    shape = draw(st.integers(0, 9 if depth else 4))
    if shape < 5:
        return draw(tests(vocabulary, conjunct=conjunct, dates=dates))
    if shape == 9:
        inner = conditions(vocabulary, conjunct=False, dates=False, depth=depth - 1)
        return Not(draw(inner))
    inner = conditions(
        vocabulary, conjunct=conjunct and shape == 5, dates=dates, depth=depth - 1
    )
    drawn = [draw(inner) for _ in range(draw(st.integers(1, 3)))]
    of = tuple({canonical(child): child for child in drawn}.values())
    if shape == 5:
        return All(of)
    return Any(of) if shape < 8 else AtLeast(draw(st.integers(1, len(of))), of)


@st.composite
def tests(draw: st.DrawFn, vocabulary: Vocabulary, *, conjunct: bool, dates: bool) -> Condition:
    """Draw one test of one measure."""
    tested = draw(
        st.sampled_from(
            [
                each
                for each in vocabulary
                if (dates or each.kind is not Kind.DATE)
                and (conjunct or not _falls_away(each))
            ]
        )
    )
    match tested.kind:
        case Kind.YES_NO:
            return Not(Holds(tested.id)) if draw(st.booleans()) else Holds(tested.id)
        case Kind.CHOICE:
            ids = [choice.id for choice in tested.choices]
            chosen = draw(st.sets(st.sampled_from(ids), min_size=1, max_size=2))
            return OneOf(tested.id, tuple(sorted(chosen)), draw(st.booleans()))
    against = constants(tested)
    shape = draw(st.integers(0, 4))
    if shape == 4:
        low, high = draw(against), draw(against)
        if type(low) is type(high):
            return Between(tested.id, min(low, high), max(low, high))  # type: ignore[type-var]
    others = [MeasureRef(each.id) for each in vocabulary if _comparable(tested, each)]
    op = draw(st.sampled_from(Op))
    if shape == 3 and others:
        return Compare(tested.id, op, draw(st.sampled_from(others)))
    return Compare(tested.id, op, draw(against))


def constants(tested: Measure) -> st.SearchStrategy[Constant]:
    """Return constants a measure can be compared with, mostly ones its values come near."""
    if tested.kind is Kind.DATE:
        return st.sampled_from((*_DAYS, *_MONTH_DAYS))
    if tested.kind is Kind.PERCENT and tested.derived:
        return st.sampled_from([each for each in _NICE if each <= tested.maximum])
    scale = 10**tested.decimals
    low, high = max(tested.minimum, -6), min(tested.maximum, 6)
    if tested.kind is Kind.PERCENT:
        low, high = Decimal(48), Decimal(52)
    return st.integers(int(low * scale), int(high * scale)).map(tested.from_grid)


def _falls_away(tested: Measure) -> bool:
    return tested.divides and tested.if_zero is IfZero.NOT_APPLICABLE


def _comparable(one: Measure, other: Measure) -> bool:
    if one.id == other.id or one.divides or other.divides or one.unit != other.unit:
        return False
    return one.kind is other.kind or (one.kind.numeric and other.kind.numeric)


# --- standards


@st.composite
def bases(draw: st.DrawFn, *, criteria: int = 3, indicators: int = 3) -> Chain:
    """Draw a base: criteria under all, any and at-least rules, in force on `ON`."""
    vocabulary = draw(vocabularies())
    drawn = tuple(
        draw(_criteria(vocabulary, f"c{at}", indicators))
        for at in range(draw(st.integers(1, criteria)))
    )
    counted = [each for each in drawn if ON in each.valid and _counting(each.indicators)]
    issued = CriteriaSet(
        "bo",
        Text("Bộ tiêu chí", "The set"),
        drawn,
        draw(_rules(len(counted))),
        CITED,
        valid=draw(_validities(inside=True)),
        allows=Allows(add=not draw(one_in(8))),
    )
    return chained(_plugin("goc", "", vocabulary.measures, sets=(issued,)))


@st.composite
def _criteria(draw: st.DrawFn, vocabulary: Vocabulary, id_: str, most: int = 2) -> Criterion:
    own = tuple(
        draw(indicators(vocabulary, f"{id_}-i{at}")) for at in range(draw(st.integers(1, most)))
    )
    return Criterion(
        id_,
        Text(f"Tiêu chí {id_}", f"Criterion {id_}"),
        own,
        draw(_rules(_counting(own))),
        CITED,
        valid=draw(_validities()),
        allows=Allows(add=not draw(one_in(8))),
    )


@st.composite
def indicators(draw: st.DrawFn, vocabulary: Vocabulary, id_: str) -> Indicator:
    """Draw an indicator: often several conjuncts, sometimes one that applies only at times."""
    requires = draw(conditions(vocabulary))
    applies = conditions(vocabulary, conjunct=False, depth=1)
    up_to = None
    if isinstance(requires, Compare) and draw(one_in(4)):
        up_to = draw(st.none() | _stricter(vocabulary, requires))
    return Indicator(
        id_,
        Text(f"Chỉ tiêu {id_}", f"Indicator {id_}"),
        requires,
        CITED,
        Fidelity.ASSUMED if draw(one_in(8)) else Fidelity.TEXT,
        draw(applies) if draw(one_in(3)) else None,
        valid=draw(_validities()),
        allows=Allows(
            Tightening(not draw(one_in(6)), up_to, draw(st.booleans())),
            clarify=not draw(one_in(6)),
            waive=draw(st.booleans()),
        ),
    )


@st.composite
def refinements(draw: st.DrawFn, of: Chain, id_: str = "tinh", layer: int = 1) -> Plugin:
    """Draw a plugin that refines what stands below ``layer``, within what is allowed."""
    below = compose(of, ON)
    own = (measure(f"m_{id_}", Kind.YES_NO),) if draw(st.booleans()) else ()
    vocabulary = vocabulary_of(*below.vocabulary.measures, *own)
    found: list[Refinement] = []
    for target in below.indicators:
        if draw(st.booleans()):
            found += draw(_targeted(target, vocabulary))
    for at, criterion in enumerate(below.criteria):
        if criterion.allows.add and draw(one_in(3)):
            extra = draw(indicators(vocabulary, f"{id_}-a{at}"))
            found.append(AddIndicator(criterion.id, extra, draw(_validities())))
    if below.allows.add and draw(one_in(3)):
        extra = draw(_criteria(vocabulary, f"{id_}-c"))
        found.append(AddCriterion(extra, draw(_validities())))
    refines = next(p.id for p, at in zip(of.plugins, of.layers, strict=True) if at == layer - 1)
    return _plugin(id_, refines, own, refinements=tuple(found))


@st.composite
def _targeted(
    draw: st.DrawFn, target: ComposedIndicator, vocabulary: Vocabulary
) -> list[Refinement]:
    """Draw what one layer does to one indicator."""
    allowed, at = target.allows, draw(st.integers(0, 3))
    strictest = threshold(target)
    tightens = target.fidelity is not Fidelity.ASSUMED
    found: list[Refinement] = []
    common = {"citations": CITED, "valid": draw(_validities())}
    if at in (0, 3) and tightens and strictest and allowed.tighten.constant:
        to = draw(st.none() | _stricter(vocabulary, strictest, allowed.tighten.up_to))
        if to is not None:
            narrows = draw(_narrowings(target))
            found.append(
                Tighten(target.id, fidelity=Fidelity.TEXT, to=to, narrows=narrows, **common)
            )
    if at in (0, 1) and tightens and allowed.tighten.also:
        also = draw(conditions(vocabulary, depth=1))
        narrows = draw(_narrowings(target))
        found.append(
            Tighten(target.id, fidelity=Fidelity.DERIVED, also=also, narrows=narrows, **common)
        )
    if at in (1, 2, 3) and any(each.waivable for each in target.conjuncts):
        when = conditions(vocabulary, conjunct=False, depth=1)
        basis = Text("Miễn", "Waived")
        found.append(
            Waive(target.id, basis, when=draw(when) if draw(st.booleans()) else None, **common)
        )
    if at == 2 and allowed.clarify:
        needs = (EvidenceNeed("n0", draw(st.sampled_from(EvidenceField))),)
        found.append(Clarify(target.id, guidance=Text("Rõ", "Clear"), evidence=needs, **common))
    return found


def refined(of: Chain) -> st.SearchStrategy[Chain]:
    """Return chains that add layers: a province, at times a sibling and a district above."""
    return _refined(of)


@st.composite
def _refined(draw: st.DrawFn, of: Chain) -> Chain:
    plugins = [draw(refinements(of))]
    if draw(one_in(3)):
        plugins.append(draw(refinements(of, "tinh-khac")))
    chain = chained(*of.plugins, *plugins)
    if draw(one_in(3)):
        chain = chained(*chain.plugins, draw(refinements(chain, "xa", 2)))
    return chain


def chains() -> st.SearchStrategy[Chain]:
    """Return chains of one to four plugins."""
    return bases().flatmap(lambda base: st.just(base) | refined(base))


def standards() -> st.SearchStrategy[Standard]:
    """Return standards in force on `ON`."""
    return chains().map(standard)


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
    return Chain(
        tuple(ordered),
        tuple(map(depth, ordered)),
        tuple(plugin.id for plugin in plugins if plugin.id not in below),
    )


def _plugin(id_: str, refines: str, measures: tuple[Measure, ...], **more: Anything) -> Plugin:
    kind = PluginKind.REFINEMENT if refines else PluginKind.BASE
    instruments = () if refines else (Instrument("i0", Text("Văn bản", "Document")),)
    manifest = Manifest(id_, "1", kind, Text(id_), refines, instruments=instruments)
    return Plugin(manifest, Path(), id_, measures, **more)


@st.composite
def _narrowings(draw: st.DrawFn, target: ComposedIndicator) -> Narrowing:
    if not draw(one_in(3)):
        return Narrowing()
    return Narrowing(
        draw(st.sampled_from([None, Tightening(constant=False)])),
        draw(st.sampled_from([None, False])),
        draw(st.sampled_from([None, False, *([True] if target.allows.waive else [])])),
    )


def _stricter(
    vocabulary: Vocabulary, test: Compare, up_to: Constant | None = None
) -> st.SearchStrategy[Constant | None]:
    """Return constants stricter than a test's, none stricter than ``up_to``."""
    tested, now = vocabulary[test.measure], test.against
    if isinstance(now, Decimal):
        near = [now + by * step for by in (1, 3, 10) for step in (_step(tested), -_step(tested))]
        known = [each for each in near if tested.minimum <= each <= tested.maximum]
    else:
        known = [*_DAYS, *_MONTH_DAYS]
    found = [
        each
        for each in known
        if not isinstance(now, MeasureRef)
        and stricter(each, now, test.op)
        and not (up_to is not None and stricter(each, up_to, test.op))
    ]
    return st.sampled_from(found) if found else st.none()


def _step(tested: Measure) -> Decimal:
    return Decimal(1).scaleb(-tested.decimals)


def _rules(n: int) -> st.SearchStrategy[Rule]:
    if not n:
        return st.just(ALL)
    some = st.integers(1, n).map(lambda k: Rule(RuleKind.AT_LEAST, k))
    return st.one_of(st.just(ALL), st.just(Rule(RuleKind.ANY)), some)


def _counting(own: tuple[Indicator, ...]) -> int:
    return sum(ON in each.valid and each.fidelity is not Fidelity.ASSUMED for each in own)


@st.composite
def _validities(draw: st.DrawFn, *, inside: bool = False) -> Validity:
    if not draw(one_in(6)):
        return ALWAYS
    return draw(st.sampled_from(_WINDOWS if inside else (*_WINDOWS, *_ELSEWHEN)))


# --- wards

World = Mapping[str, Anything]


@frozen
class Known:
    """Facts, and the world they are true of: a derived measure it lacks has no value in it."""

    facts: FactSet
    world: World
    measures: tuple[Measure, ...]


def fact_sets(of: Standard) -> st.SearchStrategy[FactSet]:
    """Return facts about one ward, none contradicting another."""
    return wards(of).map(lambda known: known.facts)


@st.composite
def wards(draw: st.DrawFn, of: Standard) -> Known:
    """Draw a world and what is known of it."""
    found = draw(worlds(of.composed.vocabulary))
    mostly = draw(st.sampled_from([0, 0, 2, 6]))  # how seldom something is not exactly known
    facts = []
    for each in of.measures:
        if each.id in found:
            value = draw(_half_known(each, found[each.id], mostly, absent=bool(each.derived)))
            if value is not None:
                facts.append(Fact(each.id, value, draw(_EVIDENCE)))
    return Known(FactSet(WARD, YEAR, tuple(facts)), found, of.measures)


@st.composite
def worlds(draw: st.DrawFn, vocabulary: Vocabulary) -> World:
    """Draw a value for every base measure, and work out the derived ones within their bounds."""
    found: dict[str, Anything] = {}
    for each in vocabulary:
        if each.derived is None:
            found[each.id] = draw(_values(each))
    for each in vocabulary:
        if each.derived and (value := derived_value(each, found)) is not None:
            found[each.id] = value
    return {
        each.id: found[each.id]
        for each in vocabulary
        if each.id in found
        and (not each.kind.numeric or each.minimum <= found[each.id] <= each.maximum)
    }


def derived_value(each: Measure, world: World) -> Fraction | None:
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


def fuller(known: Known) -> st.SearchStrategy[FactSet]:
    """Return facts of the same world that fill or narrow facts, and take none away."""
    return _fuller(known)


@st.composite
def _fuller(draw: st.DrawFn, known: Known) -> FactSet:
    facts = []
    for each in known.measures:
        fact = known.facts.get(each.id)
        value = fact.value if fact else None
        if each.id in known.world and draw(st.booleans()):
            value = draw(_better_known(each, known.world[each.id], value))
        if value is not None:
            facts.append(evolve(fact, value=value) if fact else Fact(each.id, value))
    return evolve(known.facts, facts=tuple(facts))


def exactly(known: Known, ids: Iterator[str]) -> FactSet:
    """Return the facts with those measures known exactly, as they are in the world."""
    wanted = {id_: _exact(each, known.world[id_]) for id_, each in _named(known, ids)}
    kept = [fact for fact in known.facts if fact.measure not in wanted]
    return evolve(known.facts, facts=(*kept, *(Fact(*pair) for pair in wanted.items())))


def _named(known: Known, ids: Iterator[str]) -> Iterator[tuple[str, Measure]]:
    by_id = {each.id: each for each in known.measures}
    return ((id_, by_id[id_]) for id_ in ids)


_EVIDENCE = st.sampled_from(
    [None, None, None, Evidence("Báo"), Evidence("Báo", "12/BC", date=date(2023, 5, 1))]
)
_UNKNOWN = Unknown(Text("chưa rõ", "not clear"))


def _values(each: Measure) -> st.SearchStrategy[Anything]:
    match each.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from([choice.id for choice in each.choices])
        case Kind.DATE:
            return st.sampled_from([NO_DATE, *_DAYS, *(day + timedelta(1) for day in _DAYS)])
        case Kind.PERCENT:
            scale = 10**each.decimals
            near = st.integers(48 * scale, 52 * scale)
        case _:
            scale = 10**each.decimals
            low, high = max(each.minimum, -6), min(each.maximum, 6)
            near = st.integers(int(low * scale), int(high * scale))
    return near.map(lambda units: Fraction(each.from_grid(units)))


@st.composite
def _half_known(
    draw: st.DrawFn, each: Measure, value: Anything, mostly: int = 0, *, absent: bool = False
) -> FactValue | None:
    """Draw a fact true of a value: it, an interval, a rounding, declared unknown, or none."""
    how = draw(st.integers(0, 5 + mostly))
    if absent and how > 5:
        return None
    if how == 0:
        return None
    if how == 1:
        return _UNKNOWN
    if how == 2 and (each.kind.numeric or isinstance(value, date)):
        return draw(_intervals(each, value))
    if how == 3 and each.kind.numeric:
        return _reported(each, value, draw(st.integers(0, each.decimals)))
    exact = _exact(each, value)
    return draw(_intervals(each, value)) if exact is None else exact


def _exact(each: Measure, value: Anything) -> FactValue | None:
    """Return a value as it is supplied; None for a fraction finer than the measure's decimals."""
    if not isinstance(value, Fraction):
        return value
    units = value * 10**each.decimals
    if units.denominator > 1:
        return None
    return int(value) if each.decimals == 0 else each.from_grid(int(units))


@st.composite
def _intervals(
    draw: st.DrawFn, each: Measure, value: Anything, within: Interval | None = None
) -> Interval:
    below, above = draw(st.sampled_from([(0, 1), (1, 0), (1, 1), (2, 5), (0, 0)]))
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


@st.composite
def _better_known(
    draw: st.DrawFn, each: Measure, value: Anything, now: FactValue | None
) -> FactValue | None:
    exact = _exact(each, value)
    if isinstance(now, Interval):
        sure = exact is not None and draw(st.booleans())
        return exact if sure else draw(_intervals(each, value, now))
    if isinstance(now, Reported):
        return now if exact is None else exact
    if now is None or isinstance(now, Unknown):
        found = draw(_half_known(each, value, 6))
        return now if found is None else found
    return now


def below_layers(chain: Chain) -> Iterator[Chain]:
    """Yield what stands below each layer of a chain, bottom first."""
    for top in range(1, 1 + max(chain.layers)):
        pairs = zip(chain.plugins, chain.layers, strict=True)
        yield chained(*(plugin for plugin, layer in pairs if layer < top))


def composed_of(chain: Chain) -> Composed:
    """Return what a chain composes to on `ON`."""
    return compose(chain, ON)

"""Small standards made in memory: vocabularies, conditions, a base, and a refinement of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from attrs import evolve

from kieumau.documents.manifest import Manifest, PluginKind
from kieumau.language.canonical import canonical
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import Chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import ComposedIndicator
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
    Allows,
    CriteriaSet,
    Criterion,
    Indicator,
    Rule,
    RuleKind,
    Tightening,
)
from kieumau.rules.measures import Choice, Difference, IfZero, Kind, Measure, Ratio, Sum
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.testing.drawing import Draw
from kieumau.wording import Text

__all__ = ["ON", "base", "refined"]

ON = date(2023, 12, 31)
_CITED = (Citation("van-ban", Text("Điều 1", "Article 1")),)
_MOST = 20
_DEPTH = 2


def _vocabulary(draw: Draw) -> Vocabulary:
    zero = draw.of(tuple(IfZero))
    count = Text("vụ", "cases")
    choices = tuple(Choice(f"loai_{n}", Text(f"loại {n}", f"class {n}")) for n in (1, 2, 3))
    most = Decimal(_MOST)

    def named(id_: str, kind: Kind, **more: object) -> Measure:
        return Measure(id_, Text(f"số liệu {id_}", f"figure {id_}"), kind, **more)  # type: ignore[arg-type]

    return Vocabulary(
        (
            named("so_a", Kind.INTEGER, unit=count, maximum=most),
            named("so_b", Kind.INTEGER, unit=count, maximum=most),
            named("muc", Kind.NUMBER, maximum=Decimal(5), decimals=draw.between(0, 3)),
            named("co_x", Kind.YES_NO),
            named("co_y", Kind.YES_NO),
            named("loai", Kind.CHOICE, choices=choices),
            named("ngay", Kind.DATE),
            named(
                "ty_le",
                Kind.PERCENT,
                maximum=Decimal(100),
                decimals=2,
                derived=Ratio("so_a", "so_b"),
                if_zero=zero,
            ),
            named(
                "tong", Kind.INTEGER, unit=count, maximum=2 * most, derived=Sum(("so_a", "so_b"))
            ),
            named(
                "hon",
                Kind.INTEGER,
                unit=count,
                minimum=-most,
                maximum=most,
                derived=Difference("so_a", "so_b"),
            ),
        )
    )


def condition(
    draw: Draw, vocabulary: Vocabulary, *, conjunct: bool = True, depth: int = _DEPTH
) -> Condition:
    """Draw a condition; anywhere but as a conjunct nothing may fall away."""
    shape = draw.between(0, 7 if depth else 3)
    below = depth - 1
    if shape <= 3:  # noqa: PLR2004 (half of them)
        return _test(draw, vocabulary, conjunct=conjunct, dates=True)
    if shape == 7:  # noqa: PLR2004 (the last)
        return Not(_test(draw, vocabulary, conjunct=False, dates=False))
    drawn = (
        condition(draw, vocabulary, conjunct=False, depth=below) for _ in range(draw.between(2, 3))
    )
    of = tuple({canonical(child): child for child in drawn}.values())
    if shape == 4:  # noqa: PLR2004
        return All(of)
    return Any(of) if shape == 5 else AtLeast(draw.between(1, len(of)), of)  # noqa: PLR2004


def _test(draw: Draw, vocabulary: Vocabulary, *, conjunct: bool, dates: bool) -> Condition:
    measure = draw.of(
        [
            each
            for each in vocabulary
            if (dates or each.kind is not Kind.DATE)
            and (conjunct or not (each.divides and each.if_zero is IfZero.NOT_APPLICABLE))
        ]
    )
    match measure.kind:
        case Kind.YES_NO:
            return Holds(measure.id)
        case Kind.CHOICE:
            chosen = sorted({draw.of(measure.choices).id for _ in range(2)})
            return OneOf(measure.id, tuple(chosen), draw.once_in(3))
    ops = (Op.GE, Op.LE, Op.GT, Op.LT, Op.EQ, Op.NE)
    op = draw.of(ops)
    others = [
        each.id
        for each in vocabulary
        if each.id != measure.id
        and each.kind is measure.kind
        and each.unit == measure.unit
        and not (each.divides or measure.divides)
    ]
    if others and draw.once_in(5):
        return Compare(measure.id, op, MeasureRef(draw.of(others)))
    one = _constant(draw, measure)
    if draw.once_in(5):
        other = _constant(draw, measure)
        return Between(measure.id, min(one, other), max(one, other))
    return Compare(measure.id, op, one)


def _constant(draw: Draw, measure: Measure) -> Constant:
    if measure.kind is Kind.DATE:
        return ON - timedelta(days=draw.of((0, 30, 90, 364)))
    if measure.kind is Kind.PERCENT:
        nice = [Decimal(n) for n in (50, 0, 80, 95, 100)]
        return draw.of([n for n in nice if measure.minimum <= n <= measure.maximum] or nice)
    low = max(measure.minimum, Decimal(-_MOST))
    high = min(measure.maximum, low + _MOST)
    scale = 10**measure.decimals
    return measure.from_grid(draw.between(int(low * scale), int(high * scale)))


def _rule(draw: Draw, n: int) -> Rule:
    kinds = (Rule(), Rule(RuleKind.ANY), Rule(RuleKind.AT_LEAST, draw.between(1, n)))
    return draw.of(kinds)


def _score(draw: Draw, worth: Sequence[int]) -> Rule:
    """Draw a score that all there is together reaches."""
    return Rule(RuleKind.SCORE, draw.between(1, sum(worth)))


def _points(draw: Draw, n: int) -> list[int]:
    """Draw what ``n`` things are worth, not all of them nothing."""
    return [draw.between(1 if at == 0 else 0, 4) for at in range(n)]


def indicator(draw: Draw, vocabulary: Vocabulary, id_: str) -> Indicator:
    """Draw an indicator."""
    applies = draw.once_in(3)
    return Indicator(
        id_,
        Text(f"Chỉ tiêu {id_}", f"Indicator {id_}"),
        condition(draw, vocabulary),
        _CITED,
        Fidelity.TEXT,
        condition(draw, vocabulary, conjunct=False, depth=1) if applies else None,
        allows=Allows(Tightening(also=draw.once_in(2)), waive=draw.once_in(2)),
    )


def _criterion(draw: Draw, vocabulary: Vocabulary, id_: str, *, scored: bool = False) -> Criterion:
    """Draw a criterion; of a set that is scored, with points or as a group."""
    most = 3 if scored else 2
    own = tuple(
        indicator(draw, vocabulary, f"{id_}-{at}") for at in range(1, draw.between(1, most) + 1)
    )
    points = draw.between(1, 4) if scored and draw.once_in(2) else None
    within = draw.once_in(3)
    worth = _points(draw, len(own)) if within or (scored and points is None) else []
    if worth:
        pairs = zip(own, worth, strict=True)
        own = tuple(evolve(each, points=of) for each, of in pairs)
    rule = _score(draw, worth) if within else _rule(draw, len(own))
    title = Text(f"Tiêu chí {id_}", f"Criterion {id_}")
    return Criterion(id_, title, own, rule, _CITED, points=points)


def _worth(criteria: Iterable[Criterion]) -> list[int]:
    """Return what a scored set counts: criteria with points, and the indicators of groups."""
    return [
        points or 0
        for criterion in criteria
        for points in (
            (each.points for each in criterion.indicators)
            if criterion.points is None
            else (criterion.points,)
        )
    ]


def base(draw: Draw) -> Chain:
    """Draw a base alone."""
    vocabulary = _vocabulary(draw)
    scored = draw.once_in(3)
    criteria = tuple(
        _criterion(draw, vocabulary, f"tc-{at}", scored=scored)
        for at in range(1, draw.between(1, 3) + 1)
    )
    title = Text("Bộ tiêu chí thử", "A set for tests")
    rule = _score(draw, _worth(criteria)) if scored else _rule(draw, len(criteria))
    issued = CriteriaSet("bo-thu", title, criteria, rule, _CITED)
    manifest = Manifest(
        "goc-thu",
        "1",
        PluginKind.BASE,
        title,
        instruments=(Instrument("van-ban", Text("Văn bản thử", "A document for tests")),),
        invented=True,
    )
    plugin = Plugin(manifest, Path(), manifest.id, vocabulary.measures, sets=(issued,))
    return Chain((plugin,), (0,), (plugin.id,))


def refined(draw: Draw, of: Chain, on: date) -> Chain:
    """Draw a refinement of the topmost plugin of a chain, and put it on top."""
    composed = compose(of, on)
    vocabulary, layer = composed.vocabulary, max(of.layers)
    below = of.plugins[of.layers.index(layer)].id
    found: list[Refinement] = []
    for target in composed.indicators:
        if draw.once_in(2):
            found += _targeted(draw, target, vocabulary)
    taken = {each.id for each in composed.indicators} | {each.id for each in composed.criteria}
    for at, criterion in enumerate(composed.criteria, 1):
        id_ = f"them-{at}"
        if criterion.allows.add and id_ not in taken and draw.once_in(3):
            added = indicator(draw, vocabulary, id_)
            found.append(AddIndicator(criterion.id, added))
    if composed.allows.add and "tc-them" not in taken and draw.once_in(4):
        found.append(AddCriterion(_criterion(draw, vocabulary, "tc-them")))
    id_ = "cu-the-hoa-thu" if layer == 0 else f"cu-the-hoa-thu-{layer}"
    title = Text("Lớp cụ thể hóa thử", "A refinement for tests")
    instruments = (Instrument("van-ban", Text("Văn bản thử", "A document for tests")),)
    known = {each.id for plugin in of.plugins for each in plugin.manifest.instruments}
    manifest = Manifest(
        id_,
        "1",
        PluginKind.REFINEMENT,
        title,
        below,
        instruments=() if "van-ban" in known else instruments,
        invented=True,
    )
    plugin = Plugin(manifest, Path(), id_, refinements=tuple(found))
    return Chain((*of.plugins, plugin), (*of.layers, layer + 1), (id_,))


def _targeted(
    draw: Draw, target: ComposedIndicator, vocabulary: Vocabulary
) -> Iterator[Refinement]:
    """Draw what a layer does to one indicator, within what it is allowed."""
    allowed, how = target.allows, draw.between(0, 3)
    now, firm = threshold(target), target.fidelity is not Fidelity.ASSUMED
    if how == 0 and now is not None and firm and allowed.tighten.constant:
        to = _stricter(draw, now, allowed.tighten.up_to, vocabulary[now.measure])
        if to is not None:
            yield Tighten(target.id, _CITED, Fidelity.TEXT, to=to)
    if how == 1 and firm and allowed.tighten.also:
        also = condition(draw, vocabulary, depth=1)
        yield Tighten(target.id, _CITED, Fidelity.DERIVED, also=also)
    if how == 2 and any(each.waivable for each in target.conjuncts):  # noqa: PLR2004
        when = condition(draw, vocabulary, conjunct=False, depth=1) if draw.once_in(2) else None
        yield Waive(target.id, Text("Căn cứ thử", "A basis for tests"), _CITED, when)
    if how == 3 and allowed.clarify:  # noqa: PLR2004
        yield Clarify(target.id, _CITED, Text("Hướng dẫn thử", "Guidance for tests"))


def _stricter(
    draw: Draw, now: Compare, up_to: Constant | None, measure: Measure
) -> Constant | None:
    """Draw a stricter constant than a threshold's, within bounds; None where there is none."""
    known: list[Constant] = []
    if isinstance(now.against, Decimal):
        step = Decimal(1).scaleb(-measure.decimals)
        near = (now.against + by * step for by in (1, -1, 5, -5))
        known = [each for each in near if measure.minimum <= each <= measure.maximum]
    elif isinstance(now.against, date):
        known = [now.against + timedelta(days=by) for by in (1, -1, 7, -7)]
    found = [
        each
        for each in known
        if not isinstance(now.against, MeasureRef)
        and stricter(each, now.against, now.op)
        and not (up_to is not None and stricter(each, up_to, now.op))
    ]
    return draw.of(found) if found else None

"""Comparing two verdicts: nothing from nothing, exact smallest sets, mirrors, and causes."""

from datetime import date
from itertools import combinations

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from kieumau.authoring.preview.variants import Variants, judged
from kieumau.comparing.compare import compared
from kieumau.comparing.search import MOST_SETS
from kieumau.comparing.trying import Loaded, Trying
from kieumau.documents.factsets import FactSet
from kieumau.errors import FactsError, PluginError
from kieumau.plugins.chain import Chain
from kieumau.rules.conditions import Holds
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Kind
from kieumau.rules.periods import ALWAYS
from kieumau.rules.refinements import AddCriterion, AddIndicator
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.record import AssumedPolicy
from tests.effort import share
from tests.strategies import (
    ON,
    WARD,
    YEAR,
    asking,
    bases,
    below_top,
    chained,
    grouping,
    issuing,
    layered,
    measure,
    refining,
    shown,
    standard,
    wards,
)

DAYS = (ON, ON, ON, date(2023, 4, 1), date(2024, 6, 30))
MOST_ATOMS = 7


def loaded(chain: Chain, facts: FactSet, on: date = ON) -> Loaded:
    """Return a side: what a ward comes to under a chain on a date."""
    made = standard(chain, on)
    known = tuple(each for each in facts if each.measure in made.composed.vocabulary)
    verdict = judged(made, evolve(facts, facts=known))
    return Loaded.of(verdict, chain)


@st.composite
def facts_pairs(draw, of):
    """Draw a ward's facts, and the same with some of another's in their place."""
    one, other = draw(wards(of)).facts, draw(wards(of)).facts
    names = sorted({each.measure for each in (*one, *other)})
    moved = draw(st.sets(st.sampled_from(names), max_size=5)) if names else set()
    kept = [each for each in one if each.measure not in moved]
    kept += [each for each in other if each.measure in moved]
    return one, evolve(one, facts=tuple(kept))


FEW = share(12)
"""Every example tries every choice of differences on whole standards: half a second and more."""


class Pair(tuple[Loaded, Loaded]):
    """Two sides, shown in a few lines when a law fails."""

    __slots__ = ()

    def __new__(cls, *found):
        """Return two sides as a pair."""
        return super().__new__(cls, found)

    def __repr__(self):
        lines = []
        for side in self:
            facts = ", ".join(f"{each.measure}={each.value!r}" for each in side.verdict.facts)
            lines += [str(side.written.on), shown(side.written.chain), facts]
        return "\n".join(lines)

    def _repr_pretty_(self, printer, _cycle):
        """Show it so in Hypothesis' reports too."""
        printer.text(repr(self))


@st.composite
def sides(draw):
    """Draw two sides: other facts, other layers, another date, or all of them."""
    base = draw(bases())
    full = draw(layered(base))
    chains = [full, base, below_top(full), draw(layered(base))]
    facts = draw(facts_pairs(standard(full)))
    found = []
    for given_facts in facts:
        chain, on = draw(st.sampled_from(chains)), draw(st.sampled_from(DAYS))
        try:
            found.append(loaded(chain, given_facts, on))
        except (FactsError, PluginError):  # facts that contradict, or nothing in force then
            found.append(loaded(chain, facts[0]))
    return Pair(*found)


def numbers(found: Difference) -> list[int]:
    """Return the numbers of the differences that act."""
    return [each.number for each in found.differences if each.acts]


@FEW
@given(sides())
def test_a_verdict_compared_with_itself_is_empty(pair):
    """Nothing differs, nothing changes, and nothing is named."""
    found = compared(pair[0], pair[0])

    assert found.empty
    assert (found.brings, found.undoes, found.untried) == (None, None, None)
    assert (found.compared, found.differences) == ((), ())


@FEW
@given(sides())
def test_both_ends_are_what_the_verdicts_say(pair):
    """None of the differences is A and all of them are B, whatever they are."""
    assert compared(*pair).untried is None


@FEW
@given(sides())
def test_a_set_named_flips_alone_and_no_smaller_set_does(pair):
    """Every combination is evaluated, and the smallest that flip are those named."""
    trying = Trying.of(*pair)
    n = len(trying.front.atoms)
    assume(n <= MOST_ATOMS)
    found = compared(*pair)
    acting = numbers(found)

    for bench, said, wanted in (
        (trying.front, found.brings, pair[1].verdict.outcome),
        (trying.back, found.undoes, pair[0].verdict.outcome),
    ):
        if not found.changed:
            assert said is None
            continue
        size, flipping = next(
            (size, sets)
            for size in range(n + 1)
            if (
                sets := [
                    each
                    for each in combinations(range(n), size)
                    if (trial := bench.trial(frozenset(each))) and trial.outcome is wanted
                ]
            )
        )
        flipping = [tuple(acting[at] for at in each) for each in flipping]
        assert (said.exact, said.size, said.below) == (True, size, size)
        assert set(said.sets) <= set(flipping)
        assert len(said.sets) == min(len(flipping), MOST_SETS)
        assert said.more == (len(flipping) > MOST_SETS)


@FEW
@given(sides())
def test_a_search_that_is_cut_names_a_set_that_flips_and_claims_no_more(pair):
    """Of a set found by leaving out, nothing can be left out; no size is claimed untried."""
    found = compared(*pair, most=1)
    whole = compared(*pair)
    if not found.changed:
        return
    trying = Trying.of(*pair)
    at = {number: at for at, number in enumerate(numbers(found))}

    for bench, said, exact, wanted in (
        (trying.front, found.brings, whole.brings, pair[1].verdict.outcome),
        (trying.back, found.undoes, whole.undoes, pair[0].verdict.outcome),
    ):
        for each in said.sets:
            applied = frozenset(at[number] for number in each)
            assert bench.trial(applied).outcome is wanted
        assert said.below <= exact.size <= said.size
        assert said.exact == (said.size == exact.size) or not said.exact


def _mirrored(found: Difference) -> Difference:
    """Return a comparison seen from the other side."""
    return evolve(
        found,
        a=found.b,
        b=found.a,
        brings=found.undoes,
        undoes=found.brings,
        differences=tuple(
            evolve(each, before=each.after, after=each.before) for each in found.differences
        ),
        compared=tuple(
            evolve(
                each,
                before=each.after,
                after=each.before,
                causes=tuple(
                    evolve(cause, brings=cause.undoes, undoes=cause.brings) for cause in each.causes
                ),
            )
            for each in found.compared
        ),
    )


@FEW
@given(sides())
def test_swapping_the_sides_mirrors(pair):
    """The same differences, sets and causes, each seen from the other side."""
    there, back = compared(*pair), _mirrored(compared(*pair[::-1]))
    plain = {"title": None, "source": None}

    assert (there.a, there.b, there.wards) == (back.a, back.b, back.wards)
    assert [evolve(each, **plain, id="") for each in there.differences] == [
        evolve(each, **plain, id="") for each in back.differences
    ]
    assert (there.brings, there.undoes) == (back.brings, back.undoes)
    assert there.same == back.same
    ones, others = (
        {
            each.id: (each.before, each.after, each.causes, len(each.tests))
            for each in found.compared
        }
        for found in (there, back)
    )
    assert ones == others


@FEW
@given(sides())
def test_every_changed_status_has_a_cause(pair):
    """What is named does it: alone where that is said, else together with the others named."""
    found = compared(*pair)
    trying = Trying.of(*pair)
    at = {number: at for at, number in enumerate(numbers(found))}

    for each in found.compared:
        assert bool(each.causes) == each.changed
        for cause in each.causes:
            one = frozenset({at[cause.difference]})
            alone, without = trying.front.trial(one), trying.back.trial(one)
            assert cause.brings == bool(alone and alone.statuses.get(each.id) is each.after)
            assert cause.undoes == bool(without and without.statuses.get(each.id) is each.before)
        if each.changed:
            named = [at[cause.difference] for cause in each.causes]
            assert _brought(trying.front, named, each.id, each.after)
            assert _brought(trying.back, named, each.id, each.before)


def _brought(bench, named, id_, status) -> bool:
    """Return whether some of the atoms named bring a status."""
    assume(len(named) <= MOST_ATOMS)
    subsets = (frozenset(each) for n in range(1, len(named) + 1) for each in combinations(named, n))
    trials = (bench.trial(each) for each in subsets)
    return any(each is not None and each.statuses.get(id_) is status for each in trials)


@FEW
@given(sides())
def test_without_the_standards_every_changed_status_still_has_a_possible_cause(pair):
    """Read off the verdicts alone; nothing is said to have been tried."""
    a, b = (
        evolve(each, verdict=evolve(each.verdict, standard=_unlike(each.verdict.standard)))
        for each in pair
    )
    if a.verdict == b.verdict:
        return
    found = compared(a, b)

    assert (found.brings, found.undoes) == (None, None)
    assert found.untried is not None
    assert all(bool(each.causes) == each.changed for each in found.compared)
    for each in found.compared:
        for cause in each.causes:
            assert (cause.brings, cause.undoes) == (None, None)
            assert found.differing(cause.difference).acts


def _unlike(record):
    """Return a standard's record with the digest of no standard there is."""
    return evolve(record, digest="0" * 64)


# --- what is tried is what the façade says


@FEW
@given(st.data())
def test_mixed_facts_are_judged_as_the_standard_judges_them(data):
    """Some of B's facts in A's: what the bench says, `Standard.evaluate` says."""
    chain = data.draw(bases().flatmap(layered))
    one, other = data.draw(facts_pairs(standard(chain)))
    try:
        pair = loaded(chain, one), loaded(chain, other)
    except FactsError:
        return
    bench = Trying.of(*pair).front
    chosen = data.draw(st.sets(st.integers(0, 9)).map(lambda some: some & bench.every))
    measures = {bench.atoms[at].key[1] for at in chosen}
    facts = [each for each in one if each.measure not in measures]
    facts += [each for each in other if each.measure in measures]
    trial = bench.trial(frozenset(chosen))
    try:
        verdict = judged(standard(chain), evolve(one, facts=tuple(facts)))
    except FactsError:
        return  # perhaps over a figure that no rule asks for
    judgements = {each.id: each.status for each in (*verdict.criteria, *verdict.indicators)}

    assert (trial.outcome, trial.reason) == (verdict.outcome, verdict.reason)
    assert trial.statuses == judgements


@FEW
@given(st.data())
def test_mixed_layers_are_judged_as_a_plugin_with_some_refinements(data):
    """Some of the topmost plugin's refinements: what a plugin with only those says."""
    chain = data.draw(bases().flatmap(layered))
    facts = data.draw(wards(standard(chain))).facts
    try:
        pair = loaded(below_top(chain), facts), loaded(chain, facts)
        variants = Variants(chain, ON, AssumedPolicy.SHOW)
    except (FactsError, PluginError):
        return
    if below_top(chain).plugins != chain.plugins[:-1]:
        return  # two plugins are topmost
    bench = Trying.of(*pair).front
    kept = list(variants.refinements)
    targets = [bench.atoms[at].after.refinement for at in range(len(bench.atoms))]
    chosen = data.draw(st.sets(st.sampled_from(range(len(targets))))) if targets else set()
    trial = bench.trial(frozenset(chosen))
    undated = [_undated(each) for each in kept]
    picked = [undated.index(_undated(targets[at])) for at in sorted(chosen)]
    verdict = variants.verdict(facts, picked)

    assert (trial.outcome, trial.reason) == (verdict.outcome, verdict.reason)


def _undated(refinement):
    """Return what identifies a refinement, whatever its dates."""
    match refinement:
        case AddIndicator(to, indicator):
            return (to, indicator.id)
        case AddCriterion(criterion):
            return criterion.id
        case _:
            return evolve(refinement, valid=ALWAYS)


def test_an_indicator_goes_with_the_criterion_it_stands_in():
    """A district's indicator in a province's criterion: without the criterion it is not there."""
    base = issuing((measure("y0", Kind.YES_NO),), grouping("c0", asking("i0", Holds("y0"))))
    province = refining(base, AddCriterion(grouping("c1", asking("i1", Holds("y0")))))
    district = AddIndicator("c1", asking("i2", Holds("y0")))
    manifest = evolve(province.plugins[-1].manifest, id="xa", refines="tinh")
    above = evolve(province.plugins[-1], manifest=manifest, refinements=(district,))
    full = chained(*province.plugins, above)
    facts = FactSet(WARD, YEAR, (Fact("y0", value=True),))

    found = compared(loaded(base, facts), loaded(full, facts))
    (added,) = (each for each in found.compared if each.id == "i2")
    named = {found.differing(each.difference).id: each.undoes for each in added.causes}

    assert named == {"c1": True, "i2": True}

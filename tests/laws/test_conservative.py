"""Law 3: refinement is conservative. A layer can only ask for more, but for what it waives."""

from attrs import evolve
from hypothesis import given

from kieumau.program.meaning import evaluate
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Holds
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import AddCriterion, AddIndicator, Waive
from kieumau.truth import Truth
from kieumau.verdicts.verdict import Outcome
from tests.strategies import (
    asking,
    bases,
    below_top,
    cases,
    chained,
    grouping,
    issuing,
    knowing,
    layered,
    measure,
    refining,
    standard,
)

layers = bases().flatmap(layered)


def only(chain, keep):
    """Return a chain of whose highest layer only some refinements are kept."""
    top = max(chain.layers)
    return chained(
        *(
            plugin
            if layer < top
            else evolve(plugin, refinements=tuple(filter(keep, plugin.refinements)))
            for plugin, layer in zip(chain.plugins, chain.layers, strict=True)
        )
    )


def truths(made, facts):
    """Return the truth of every step, by id, on the facts a standard knows the measures of."""
    known = evolve(facts, facts=tuple(f for f in facts if f.measure in made.composed.vocabulary))
    bound = made._binder.bind(known).box
    return dict(zip(made.program.position, evaluate(made.program, bound), strict=True))


def assert_conservative(case, exempt=frozenset()):
    """Assert that no step of the layers below is higher with the top layer than without."""
    below = truths(standard(below_top(case.chain)), case.facts)
    refined = truths(case.standard, case.facts)
    assert set(below) <= set(refined)
    for step, truth in below.items():
        assert step in exempt or refined[step] <= truth, step


def released(case):
    """Return the steps a waiver that holds, or may hold, can raise.

    They are a guarded conjunct one of whose waivers (a child but the first) is not UNMET, and
    those above it: its indicator, its criterion, the set, and their rules as issued.
    """
    found = truths(case.standard, case.facts)
    exempt = {"@set", "@set/@issued"}
    for step in case.standard.program.steps:
        criterion, _, rest = step.id.partition("/")
        indicator, _, part = rest.partition("/")
        if part.startswith("guarded/") and any(
            found[waiver] is not Truth.UNMET for waiver in step.children[1:]
        ):
            exempt |= {step.id, criterion, f"{criterion}/@issued", f"{criterion}/@added"}
            exempt |= {f"{criterion}/{indicator}", f"{criterion}/{indicator}/requires"}
    return exempt if len(exempt) > 2 else frozenset()


without_waivers = layers.map(lambda chain: only(chain, lambda each: not isinstance(each, Waive)))
additions = layers.map(
    lambda chain: only(chain, lambda each: isinstance(each, AddIndicator | AddCriterion))
)


@given(without_waivers.flatmap(cases))
def test_a_layer_without_waivers_never_raises_a_step(case):
    """Every step of the layers below is at most what it was, on all facts."""
    assert_conservative(case)


@given(additions.flatmap(cases))
def test_adding_never_raises_a_step(case):
    """What is added stands beside the rule as issued and never helps to meet it."""
    assert_conservative(case)


@given(layers.flatmap(cases))
def test_only_a_waiver_that_may_hold_raises_a_step(case):
    """A step can rise only where a waiver under it is met or open; an unmet one changes nothing."""
    assert_conservative(case, released(case))


@given(layers)
def test_a_waiver_guards_only_what_allows_it_in_the_layers_below(chain):
    """Never a sibling's conjunct, nor one whose layer kept it from being waived."""
    made = standard(chain)
    layer = dict(zip((plugin.id for plugin in chain.plugins), chain.layers, strict=True))
    allowed = {each.id: each.allows.waive for each in chain.base.indicators}
    for step in made.program.steps:
        if "/guarded/" in step.id:
            own, *waivers = (child.split("/") for child in step.children)
            assert all(layer[waiver[3]] > layer[own[3]] for waiver in waivers)
            assert layer[own[3]] > 0 or allowed[own[1]]


@given(layers.map(lambda chain: only(chain, lambda _: False)).flatmap(cases))
def test_a_layer_that_says_nothing_changes_nothing(case):
    """An empty refinement leaves program and digest as they were."""
    assert case.standard.digest == standard(below_top(case.chain)).digest


def test_an_addition_does_not_bring_an_assumed_criterion_under_the_rule():
    """One that counts only through what was added to it stands beside *any* and *at least*."""
    yes = [measure(id_, Kind.YES_NO) for id_ in "pqw"]
    shown = asking("i2", Holds("q"), fidelity=Fidelity.ASSUMED)
    criteria = grouping("c1", asking("i1", Holds("p"))), grouping("c2", shown)
    base = issuing(yes, *criteria, rule=Rule(RuleKind.ANY))
    top = refining(base, AddIndicator("c2", asking("j", Holds("w"))))
    facts = knowing(p=False, q=True, w=True)

    assert standard(base).evaluate(facts).outcome is Outcome.NOT_MET
    assert standard(top).evaluate(facts).outcome is Outcome.NOT_MET

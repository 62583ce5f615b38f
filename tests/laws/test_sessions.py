"""Sessions: however facts arrive, the verdict is theirs, nothing is lost, both engines agree."""

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kieumau.engines.choose import availability
from kieumau.errors import FactsError
from kieumau.rules.facts import Fact
from kieumau.sessions.events import Derived, Finished, LeafDecided, Started
from kieumau.truth import Truth
from tests.effort import share
from tests.strategies import cases, learning

ENGINES = ("plain", "rete") if availability().available else ("plain",)
"""Where durable_rules does not import, tests/engines says so."""


@st.composite
def arriving(draw):
    """Draw a ward, and its facts and better ones in an order and in batches of any size."""
    before, after = draw(learning())
    parts = [draw(st.permutations(case.facts.facts)) for case in (before, after)]
    batches = []
    for facts in parts:
        ends = sorted(draw(st.lists(st.integers(0, len(facts)), max_size=4)))
        cuts = [0, *ends, len(facts)]
        batches += [facts[at:end] for at, end in pairwise(cuts)]
    return before.standard, after.facts, batches


def opened(standard, facts, engine):
    """Return a session of a ward without facts."""
    return standard.session(evolve(facts, facts=()), engine=engine)


@pytest.mark.parametrize("engine", ENGINES)
@given(arriving())
@share(2)
def test_any_order_and_any_batches_come_to_the_verdict_of_the_facts_so_far(engine, drawn):
    """At any time the session's verdict is the one evaluate gives; at the end, of all facts."""
    standard, facts, batches = drawn
    with opened(standard, facts, engine) as session:
        for batch in batches:
            session.assert_facts(batch)

            assert session.verdict() == standard.evaluate(session.facts, engine="plain")
            assert session.verdict().produced_by == engine

    assert session.verdict() == standard.evaluate(facts, engine="plain")


@pytest.mark.parametrize("engine", ENGINES)
@given(arriving())
@share(2)
def test_nothing_met_or_unmet_is_lost_while_facts_arrive(engine, drawn):
    """Law 1 in a session: what became MET or UNMET does so once, and stays."""
    standard, facts, batches = drawn
    known: dict[str, Truth] = {}
    with opened(standard, facts, engine) as session:
        start = standard.program.position
        known = {id_: session._standing.truths[at] for id_, at in start.items()}
        known = {id_: truth for id_, truth in known.items() if truth != Truth.UNKNOWN}
        for batch in batches:
            made = session.assert_facts(batch)
            became = {turn.step: turn.truth for turn in made.became}

            assert made.withdrawn == ()
            assert not known.keys() & became.keys()
            known |= became
            assert all(session._standing.truths[start[id_]] == is_ for id_, is_ in known.items())


@pytest.mark.skipif(len(ENGINES) == 1, reason=availability().why.en)
@given(arriving())
@share(2)
def test_engines_report_the_same_progress(drawn):
    """What became met or unmet, and from which facts, in the same order."""
    standard, facts, batches = drawn
    one, other = (opened(standard, facts, engine) for engine in ENGINES)
    for batch in batches:
        assert one.assert_facts(batch) == other.assert_facts(batch)


@pytest.mark.parametrize("engine", ENGINES)
@given(arriving())
@share(2)
def test_each_change_names_facts_that_changed_it(engine, drawn):
    """Every cause is a fact of the batch, and without it the step would not have turned."""
    standard, facts, batches = drawn
    with opened(standard, facts, engine) as session:
        for batch in batches:
            was = session.facts
            made = session.assert_facts(batch)
            came = {fact.measure for fact in made.facts}
            position = standard.program.position
            for turn in made.became:
                assert turn.because, turn.step
                assert set(turn.because) <= came
            causes = {id_ for turn in made.became for id_ in turn.because}
            idle = [fact for fact in session.facts if fact.measure not in causes]
            others = {fact.measure: was.get(fact.measure) for fact in session.facts}
            without = {f.measure: f for f in idle} | {
                id_: fact for id_, fact in others.items() if id_ in causes and fact
            }
            try:
                verdict = standard.session(
                    evolve(was, facts=tuple(without.values())), engine="plain"
                )
            except FactsError:  # a derived figure among what is left contradicts older parts
                continue
            for turn in made.became:
                assert verdict._standing.truths[position[turn.step]] != turn.truth, turn.step


@pytest.mark.parametrize("engine", ENGINES)
@given(learning(), st.data())
@share(2)
def test_a_correction_comes_to_what_a_fresh_evaluation_does(engine, two, data):
    """Whatever is replaced or taken out, in whatever state, and the session goes on after it."""
    standard, facts = two[0].standard, two[1].facts
    with standard.session(facts, engine=engine) as session:
        some = data.draw(st.lists(st.sampled_from(facts.facts), unique=True)) if facts.facts else []
        gone = {fact.measure: None for fact in some}
        was = session._standing.truths
        made = session.correct(gone)
        now = session._standing.truths

        assert session.verdict() == standard.evaluate(session.facts, engine="plain")
        assert {f.measure for f in made.gone} == set(gone)
        steps = [step.id for step in standard.program.steps]
        lost = [id_ for id_, a, b in zip(steps, was, now, strict=True) if a not in (1, b)]
        won = [id_ for id_, a, b in zip(steps, was, now, strict=True) if b not in (1, a)]
        assert [turn.step for turn in made.withdrawn] == lost
        assert [turn.step for turn in made.became] == won
        assert all(turn.because for turn in (*made.withdrawn, *made.became))

        session.assert_facts(some)
        assert session.verdict() == standard.evaluate(facts, engine="plain")


@pytest.mark.parametrize("engine", ENGINES)
@given(cases(), st.data())
@share(2)
def test_another_value_is_refused_and_changes_nothing(engine, case, data):
    """One wrong fact among right ones: all are refused, and correct takes it."""
    exact = [
        fact
        for fact in case.facts
        if type(fact.value) is int and case.standard.composed.vocabulary[fact.measure].parts == ()
    ]
    if not exact:
        return
    session = case.standard.session(case.facts, engine=engine)
    fact = data.draw(st.sampled_from(exact))
    measure = case.standard.composed.vocabulary[fact.measure]
    other = fact.value - 1 if fact.value > measure.minimum else fact.value + 1
    rest = [each for each in case.facts if each is not fact]
    standing = session._standing
    with pytest.raises(FactsError) as caught:
        session.assert_facts([Fact(fact.measure, other), *rest])

    assert "KM-629" in [each.code for each in caught.value.diagnostics]
    assert session._standing is standing


@given(cases())
@share(2)
def test_a_trace_tells_the_same_of_both_engines(case):
    """Each known step once, with its truth, after what it follows from; only the order differs."""
    told = {}
    for engine in ENGINES:
        events = []
        verdict = case.standard.evaluate(case.facts, engine=engine, listener=events.append)

        assert verdict == case.standard.evaluate(case.facts, engine="plain")
        assert verdict.produced_by == engine
        first, *between, last = events
        assert isinstance(first, Started)
        assert first.engine == engine
        assert isinstance(last, Finished)
        known = {}
        for event in between:
            assert event.step not in known
            if isinstance(event, Derived):
                assert {ground.step for ground in event.because} <= known.keys()
            else:
                assert isinstance(event, LeafDecided)
            known[event.step] = event.truth
        truths = case.standard.session(case.facts, engine="plain")._standing.truths
        steps = [step.id for step in case.standard.program.steps]
        meant = {id_: truth for id_, truth in zip(steps, truths, strict=True) if truth != 1}
        assert known == meant
        assert (last.decided, last.open) == (len(meant), len(steps) - len(meant))
        told[engine] = known
    assert len({frozenset(each.items()) for each in told.values()}) == 1


@given(learning())
@share(2)
def test_what_a_session_hears_is_each_decision_once(two):
    """Over all arrivals together a listener is told of every known step once."""
    for engine in ENGINES:
        events = []
        session = two[0].standard.session(two[0].facts, engine=engine, listener=events.append)
        session.assert_facts(two[1].facts.facts)
        told = [event.step for event in events if isinstance(event, LeafDecided | Derived)]
        known = [
            step.id
            for step, truth in zip(
                two[0].standard.program.steps, session._standing.truths, strict=True
            )
            if truth != Truth.UNKNOWN
        ]

        assert sorted(told) == sorted(known)

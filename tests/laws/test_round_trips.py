"""What goes out comes back: JSON, pickles, plain mappings; and equality means sameness."""

import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents.factsets import FactSet
from kieumau.errors import Problems
from kieumau.language.format import store
from kieumau.language.parse import parse
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind
from kieumau.verdicts.verdict import Verdict
from tests.effort import share
from tests.strategies import (
    asking,
    cases,
    conditions,
    grouping,
    issuing,
    knowing,
    learning,
    measure,
    standard,
    vocabularies,
)


@given(cases())
@share(2)
def test_a_verdict_survives_json_to_the_byte(case):
    """Reading a verdict's JSON gives an equal verdict, which writes the same bytes."""
    verdict = case.standard.evaluate(case.facts)
    text = verdict.to_json()
    again = Verdict.from_json(text)

    assert again == verdict
    assert again.produced_by == verdict.produced_by
    assert again.to_json() == text
    assert Verdict.from_json(json.dumps(json.loads(text))) == verdict


@given(cases())
@share(2)
def test_facts_standards_and_verdicts_survive_pickling(case):
    """A pickled copy is equal, hashes alike, and goes on to give the same verdict."""
    verdict = case.standard.evaluate(case.facts)
    facts, standard, copy = pickle.loads(  # noqa: S301 (our own bytes)
        pickle.dumps((case.facts, case.standard, verdict))
    )

    assert (facts, standard, copy) == (case.facts, case.standard, verdict)
    assert hash(facts) == hash(case.facts)
    assert copy.to_json() == verdict.to_json()
    assert (standard.digest, standard.text_digest) == (
        case.standard.digest,
        case.standard.text_digest,
    )
    assert standard.evaluate(facts) == verdict


@given(cases())
def test_bound_facts_survive_a_mapping(case):
    """The facts a verdict embeds come back from plain data, and so does what they decide."""
    facts = case.standard.evaluate(case.facts).facts
    read = FactSet.from_mapping(json.loads(json.dumps(facts.to_mapping())))

    assert case.standard.evaluate(read).facts == facts
    assert FactSet.from_mapping(read.to_mapping()) == read


@given(learning())
def test_equal_facts_and_only_they_hash_and_compare_alike(two):
    """Two fact sets are equal exactly when they say the same of each measure."""
    one, other = (case.facts for case in two)
    same = one.by_measure == other.by_measure

    assert (one == other) is same
    assert not same or hash(one) == hash(other)
    first, second = (case.standard.evaluate(case.facts) for case in two)
    assert (first == second) is (first.facts == second.facts)


@given(vocabularies().flatmap(lambda known: st.tuples(st.just(known), conditions(known))))
def test_conditions_drawn_here_are_ones_the_language_reads(pair):
    """What the strategies draw a person can write, in both languages, and it means the same."""
    vocabulary, condition = pair
    for lang in ("vi", "en"):
        problems = Problems()
        read = parse(store(condition, vocabulary, lang), vocabulary, problems)
        assert problems.errors == ()
        assert read == condition


@pytest.mark.parametrize("number", ["1.125", "12.5", "0.125", "-1.5", "1000", "2.10"])
def test_decimals_survive_json_whatever_a_reader_could_take_them_for(number):
    """Three decimals are not read as a thousand, nor a whole number as text."""
    bounds = {"decimals": 3, "minimum": Decimal(-9), "maximum": Decimal(5000)}
    asked = Compare("x", Op.GE, Decimal(1))
    chain = issuing((measure("x", Kind.NUMBER, **bounds),), grouping("c", asking("i", asked)))
    verdict = standard(chain).evaluate(knowing(x=Decimal(number)))
    again = Verdict.from_json(verdict.to_json())

    assert again == verdict
    assert again.to_json() == verdict.to_json()
    assert again.facts["x"].value == Decimal(number)

"""Law 2: engines agree on the truth of every step, not only on the outcome."""

import pytest
from hypothesis import given

from kieumau.engines.choose import availability
from kieumau.engines.plain import Plain
from kieumau.engines.rete import Rete
from kieumau.program.box import Box
from kieumau.program.meaning import evaluate
from tests.strategies import cases, learning


@pytest.fixture(scope="module")
def rete():
    """Skip, saying why, where durable_rules does not import; nowhere else."""
    if not availability().available:
        pytest.skip(availability().why.en)


@given(learning())
def test_plain_gives_the_meaning_of_every_step(two):
    """The compiled form says of each step what the meaning says, exact facts or not."""
    program = two[0].standard.program
    plain = Plain(program)

    for box in (case.box for case in two):
        meant = tuple(map(int, evaluate(program, box)))
        assert plain.run(box) == meant
        assert plain.run(Box(box.spans, box.undated, box.days)) == meant


@pytest.mark.usefixtures("rete")
@given(learning())
def test_rete_gives_the_meaning_of_every_step(two):
    """What durable_rules derives, ward after ward, is what the meaning says of each step."""
    program = two[0].standard.program
    rete = Rete(program)

    for case in (*two, two[0]):
        assert rete.run(case.box) == tuple(map(int, evaluate(program, case.box)))


@pytest.mark.usefixtures("rete")
@given(cases())
def test_engines_give_equal_verdicts(case):
    """A verdict is the same to the byte but for the name of the engine."""
    plain, rete = (case.standard.evaluate(case.facts, engine=each) for each in ("plain", "rete"))

    assert plain == rete
    assert (plain.produced_by, rete.produced_by) == ("plain", "rete")
    assert plain.to_json().replace('"plain"', '"rete"') == rete.to_json()

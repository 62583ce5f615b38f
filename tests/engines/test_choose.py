"""Which engine runs, and what is said about it."""

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError

import pytest

from kieumau.engines.choose import availability, choose
from kieumau.engines.engine import Engine
from kieumau.engines.network import MOST_COMPOSITES
from kieumau.engines.rete import ReteFor
from kieumau.errors import EngineError, UsageError
from kieumau.program.steps import Count, Program
from tests.engines.programs import Layers, synthetic, wards

PROGRAM = synthetic(Layers(10, 6, 8))
HUGE = Program(
    (),
    (
        *PROGRAM.leaves,
        *(Count(f"c{at}", 1, ("l0", "l1")) for at in range(MOST_COMPOSITES + 1)),
    ),
)


def test_plain_is_always_there():
    """The plain engine is given wherever it is asked for."""
    chosen = choose(PROGRAM, "plain")

    assert chosen.engine.name == "plain"
    assert chosen.why.vi == "plain: được yêu cầu"


@pytest.mark.usefixtures("durable_rules")
@pytest.mark.parametrize("name", ["auto", "rete"])
def test_rete_where_it_imports(name):
    """Auto is rete where durable_rules imports, and the reason names the version."""
    chosen = choose(PROGRAM, name)

    assert chosen.engine.name == "rete"
    assert chosen.why.en == f"rete: {availability().why.en}"
    assert chosen.why.en.startswith("rete: durable_rules 2.")
    assert ".".join(map(str, sys.version_info[:2])) in chosen.why.vi


@pytest.mark.usefixtures("durable_rules")
def test_beyond_the_limits():
    """A program durable_rules cannot bear is run by plain under auto, and refused under rete."""
    chosen = choose(HUGE, "auto")

    assert chosen.engine.name == "plain"
    assert "2001 composites" in chosen.why.en
    assert "2001 nút kết hợp" in chosen.why.vi
    with pytest.raises(EngineError, match="KM-602"):
        choose(HUGE, "rete")


@pytest.mark.usefixtures("durable_rules")
def test_both_engines_answer_alike():
    """Whichever is chosen, the truths are the same."""
    engines: list[Engine] = [choose(PROGRAM, "rete").engine, choose(PROGRAM, "plain").engine]
    for box in wards(PROGRAM, 20, absent=0.4):
        first, second = (engine.run(box) for engine in engines)

        assert first == second


def test_no_such_engine():
    """A name that is no engine is refused with what was perhaps meant."""
    with pytest.raises(UsageError, match=r"KM-606.*Rete(.|\n)*«rete»"):
        choose(PROGRAM, "Rete")


def test_found_out_once():
    """Availability is the same object each time: an import that fails is not tried per ward."""
    assert availability() is availability()


@pytest.fixture
def without_durable_rules(monkeypatch) -> Iterator[None]:
    """Let the import of durable_rules fail, and forget whether it did."""
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    availability.cache_clear()
    yield
    availability.cache_clear()


@pytest.mark.usefixtures("without_durable_rules")
def test_without_durable_rules():
    """Auto is plain with the reason where it does not import; rete and its runs are refused."""
    chosen = choose(PROGRAM, "auto")

    assert not availability().available
    assert chosen.engine.name == "plain"
    assert chosen.why.en.startswith("plain: durable_rules does not import: ")
    with pytest.raises(EngineError, match="KM-601"):
        choose(PROGRAM, "rete")
    with pytest.raises(EngineError, match="KM-601"):
        ReteFor(PROGRAM).run(wards(PROGRAM, 1)[0])


@pytest.mark.usefixtures("durable_rules")
def test_a_copy_without_a_version(monkeypatch):
    """A durable_rules that is on the path but not installed by name is used all the same."""

    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", unknown)
    availability.cache_clear()
    try:
        assert availability().why.en.startswith("durable_rules ? on Python ")
    finally:
        availability.cache_clear()

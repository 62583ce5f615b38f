"""OpenFisca-Core: a variable for each fact and criterion, over arrays.

It has no unknown: every fact has a second variable that says whether it is known, and a criterion
is -1, 0 or 1. Its numbers are single floats. Setting the inputs is timed, as a new simulation is
needed for every run; declaring the variables is not.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from workload import CRITERIA, FACTS, FLAGS, Criterion, Test

from peers.numpy_by_hand import Columns
from peers.peer import IDS, Answers, Peer, spell

WARD = build_entity("ward", "wards", "ward", is_person=True)
YEAR = "2023"


def _known(fact: str) -> str:
    return f"{fact}_known"


def _variable(name: str, kind: type, formula: Callable[..., Any] | None = None) -> type:
    said = {"value_type": kind, "entity": WARD, "definition_period": DateUnit.ETERNITY}
    return type(
        name, (Variable,), said | {"label": name} | ({"formula": formula} if formula else {})
    )


def _test(test: Test, ward: Any, period: Any) -> np.ndarray:
    x, value = ward(test.facts[0], period), test.value
    known = np.logical_and.reduce([ward(_known(fact), period) for fact in test.facts])
    match test.kind:
        case "least":
            holds = x >= value
        case "most":
            holds = x <= value
        case "zero":
            holds = x == value
        case "within":
            holds = (x >= value[0]) & (x <= value[1])
        case "flag":
            holds = x == value
        case _:
            with np.errstate(divide="ignore", invalid="ignore"):
                holds = x / ward(test.facts[1], period) >= value
    return np.where(known, np.where(holds, 1, -1), 0)


def _two_of_three(parts: list[np.ndarray]) -> np.ndarray:
    a, b, c = parts
    return np.maximum(np.minimum(a, b), np.minimum(np.maximum(a, b), c))


def _formula(criterion: Criterion) -> Callable[[Any, Any], np.ndarray]:
    def formula(ward: Any, period: Any) -> np.ndarray:
        return spell(
            criterion.tree,
            lambda test: _test(test, ward, period),
            np.minimum.reduce,
            np.maximum.reduce,
            _two_of_three,
        )

    return formula


def _system() -> TaxBenefitSystem:
    found = TaxBenefitSystem([WARD])
    for fact in FACTS:
        found.add_variable(_variable(fact, bool if fact in FLAGS else float))
        found.add_variable(_variable(_known(fact), bool))
    for criterion in CRITERIA:
        found.add_variable(_variable(criterion.id, int, _formula(criterion)))
    return found


def run(prepared: tuple[TaxBenefitSystem, Columns]) -> np.ndarray:
    system, table = prepared
    simulation = SimulationBuilder().build_default_simulation(system, count=len(table[FACTS[0]][0]))
    for fact, (values, known) in table.items():
        simulation.set_input(fact, DateUnit.ETERNITY.value, values)
        simulation.set_input(_known(fact), DateUnit.ETERNITY.value, known)
    truths = [simulation.calculate(id_, YEAR) for id_ in IDS]
    return np.stack([np.minimum.reduce(truths), *truths])


def answers(found: np.ndarray) -> Answers:
    outcome, *truths = (found + 1).astype(np.int8)
    return Answers(outcome, truths)


PEERS = {
    "a": Peer(
        "OpenFisca-Core",
        "engine",
        "numpy",
        run,
        answers,
        "(a), integers",
        prepare=lambda table: (_system(), table),
    )
}

"""`Standard.evaluate`, one ward after the other: from a fact set to an explained verdict."""

from typing import Any

from as_kieumau import fact_sets, standard
from workload import WARDS, Truth

import kieumau
from peers.peer import Peer, of_truths

STATUSES = {kieumau.Status.MET: True, kieumau.Status.NOT_MET: False}
OUTCOMES = {kieumau.Outcome.MET: True, kieumau.Outcome.NOT_MET: False}


def run(prepared: tuple[kieumau.Standard, list[Any]]) -> list[tuple[Truth, list[Truth]]]:
    """Keep no more than the truths of each verdict."""
    of, facts = prepared
    return [
        (OUTCOMES.get(verdict.outcome), [STATUSES.get(each.status) for each in verdict.criteria])
        for verdict in map(of.evaluate, facts)
    ]


PEERS = {
    "evaluate": Peer(
        "kieumau, `evaluate` (verdicts)",
        "row",
        "unread",
        run,
        of_truths,
        "(a), objects",
        prepare=lambda _: (standard(), fact_sets()),
        most=WARDS,
    )
}

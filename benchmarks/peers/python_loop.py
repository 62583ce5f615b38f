"""A plain loop over the floor: straight-line Python for one ward, ward after ward."""

from typing import Any

from workload import Row, Truth, floor_dict, floor_truths

from peers.peer import Peer, of_truths


def run(table: list[Row]) -> list[tuple[Truth, Any]]:
    return [floor_truths(ward) for ward in table]


def explained(table: list[Row]) -> list[tuple[Truth, Any]]:
    """Keep no more than the truths: a million explanations at once are nobody's wish."""
    found = map(floor_dict, table)
    return [(outcome, [row["status"] for row in rows]) for outcome, rows in found]


PEERS = {
    "truths": Peer("Python loop", "row", "rows", run, of_truths, "(a), objects", most=100_000),
    "explained": Peer(
        "Python loop, a row made per test",
        "row",
        "rows",
        explained,
        of_truths,
        "(a), objects",
        most=100_000,
    ),
}

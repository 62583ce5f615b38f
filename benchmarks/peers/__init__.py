"""The peers: ways of answering workload W, one module for each library or engine.

A module has its peers by name in ``PEERS``; importing it loads nothing another peer needs.
"""

from collections.abc import Iterator
from importlib import import_module

from peers.peer import Peer

MODULES = (
    "polars_by_hand",
    "numpy_by_hand",
    "duckdb_by_hand",
    "openfisca",
    "kieumau_frames",
    "python_loop",
    "zen_engine",
    "kieumau_rows",
    "from_parquet",
)


def peer(name: str) -> Peer:
    """Return the peer ``module.name``, importing its module and no other."""
    module, _, own = name.partition(".")
    return import_module(f"peers.{module}").PEERS[own]


def every() -> Iterator[tuple[str, Peer]]:
    """Yield all peers by name."""
    for module in MODULES:
        for own, found in import_module(f"peers.{module}").PEERS.items():
            yield f"{module}.{own}", found

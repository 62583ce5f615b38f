"""Ledgers to write to: a file, and a schema of its own in PostgreSQL; the tests run over both."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from kieumau import Ledger
from tests.ledger.certified import certificates
from tests.postgres.conftest import server  # noqa: F401 (a fixture)

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
_SCHEMAS = count()


def psql(address, *statements):
    """Run statements as the owner; return the last one's rows."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            found = connection.execute(statement)
        return found.fetchall() if found.description else []


@pytest.fixture
def file(tmp_path) -> Path:
    """Return where a file may be made."""
    return tmp_path / "so-cai.db"


@pytest.fixture
def address(server) -> str:  # noqa: F811
    """Return the address of a schema nobody has used."""
    schema = f"so_{next(_SCHEMAS)}"
    psql(server, f"CREATE SCHEMA {schema}")
    return f"{server}?options=-csearch_path%3D{schema}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request) -> str:
    """Return where a ledger may be made: either store."""
    name = {"sqlite": "file", "postgres": "address"}[request.param]
    return str(request.getfixturevalue(name))


@pytest.fixture
def ledger(where):
    """Return a ledger nothing was recorded in, whose clock stands at noon."""
    with Ledger.open(where, wait=5, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def full(ledger):
    """Return a ledger with five entries."""
    ledger.extend(certificates(5))
    return ledger


@pytest.fixture
def sql(where):
    """Return a function that does what it likes with a ledger's table, its guards taken off."""

    def run(*statements):
        if "://" in where:
            psql(where, "SET session_replication_role = replica", *statements)
            return
        import sqlite3

        connection = sqlite3.connect(where, isolation_level=None)
        try:
            made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            guards = made.fetchall()
            again = [made_by for _, made_by in guards]
            without = [f"DROP TRIGGER {name}" for name, _ in guards]
            for statement in ("BEGIN", *without, *statements, *again, "COMMIT"):
                connection.execute(statement)
        finally:
            connection.close()

    return run


def codes(report):
    """Return what a report found, as numbers and codes."""
    return [(each.seq, each.diagnostic.code) for each in report.problems]

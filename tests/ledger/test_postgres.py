"""PostgreSQL's own ways to fail: words, the password in none of them, and nothing half done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kieumau import KieumauError, Ledger, MissingExtraError, UsageError
from kieumau.ledger.entry import FORMAT, next_entry
from kieumau.ledger.store import TABLE
from tests.ledger.certified import certificate, certificates
from tests.ledger.conftest import psql
from tests.postgres.conftest import _programs

ROOT = Path(__file__).parents[2]
SECRET = "mat-khau-bi-mat"  # noqa: S105
postgres = pytest.mark.postgres


def refused(call):
    """Return the code a call is refused with; the secret is in no word of it."""
    with pytest.raises(KieumauError) as error:
        call()
    said = (
        f"{error.value.say('vi')} {error.value.say('en')} {error.value!r} {error.value.__cause__}"
    )
    assert SECRET not in said
    return error.value.diagnostics[0].code


def recorded(address):
    """Record a certificate."""
    with Ledger.open(address) as ledger:
        return ledger.append(certificate())


def looked_over(address):
    """Verify a ledger."""
    with Ledger.open(address) as ledger:
        return ledger.verify()


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://u:a@{SECRET}@127.0.0.1:1/x",
        f"postgresql://u:a/{SECRET}@127.0.0.1:1/x",
        f"postgresql://u:a#{SECRET}@127.0.0.1:1/x",
        f"postgresql://u:a?{SECRET}@127.0.0.1:1/x",
        f"postgresql://u:{SECRET}",
        f"postgresql://[{SECRET}/x",
        f"postgresql:{SECRET}",
        f"postgres:/u:{SECRET}@h/x",
        f"host=127.0.0.1 user=u password={SECRET}",
        f"password = {SECRET}",
    ],
)
def test_an_address_with_a_bare_mark_in_its_password_is_not_guessed_at(address):
    """What comes after the mark may be a part of the password, so nothing of it is shown."""
    assert refused(lambda: Ledger.open(address)) == "KM-988"


def test_without_psycopg_the_extra_is_named(monkeypatch):
    """As for every extra."""
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(MissingExtraError) as missing:
        Ledger.open("postgresql://127.0.0.1/x")

    assert "kieumau[postgres]" in str(missing.value)


def test_a_server_that_is_not_there():
    """The name shown has no password in it."""
    address = f"postgresql://u:{SECRET}@127.0.0.1:1/x"

    assert refused(lambda: Ledger.open(address, wait=2)) == "KM-989"
    with pytest.raises(KieumauError) as error:
        Ledger.open(address, wait=2)
    assert str(error.value.diagnostics[0].place) == "postgresql://u@127.0.0.1:1/x"


def test_an_option_that_does_not_exist_is_not_repeated():
    """What libpq says of an address may hold a part of it."""
    address = f"postgresql://127.0.0.1:1/x?{SECRET}=1"

    with pytest.raises(UsageError):
        Ledger.open(address)
    assert refused(lambda: Ledger.open(address)) == "KM-988"


@postgres
def test_a_wrong_password_and_a_wrong_database(server):
    """Both are the server's to refuse."""
    ((hba,),) = psql(server, "SHOW hba_file")
    first = "host all locked 127.0.0.1/32 scram-sha-256"
    psql(
        server,
        "CREATE ROLE locked LOGIN PASSWORD 'x'",
        f"""DO $$ DECLARE rest text := pg_read_file('{hba}'); BEGIN
        EXECUTE format('COPY (SELECT unnest(string_to_array(%L, chr(10)))) TO %L',
        '{first}' || chr(10) || regexp_replace(rest, '[\\t\\\\]', ' ', 'g'), '{hba}'); END $$""",
        "SELECT pg_reload_conf()",
    )
    place = server.partition("@")[2]

    wrong = f"postgresql://locked:{SECRET}@{place}"
    assert refused(lambda: Ledger.open(wrong, wait=5)) == "KM-989"
    nowhere = f"postgresql://reader:{SECRET}@{place.partition('/')[0]}/khong_co"
    assert refused(lambda: Ledger.open(nowhere, wait=5)) == "KM-989"


@postgres
def test_a_table_of_that_name_that_is_no_ledger(address):
    """Is left alone, and one of a newer kind is told apart."""
    psql(address, "CREATE TABLE kieumau_ledger (seq bigint)")
    assert refused(lambda: recorded(address)) == "KM-983"
    assert refused(lambda: looked_over(address)) == "KM-983"

    psql(address, "COMMENT ON TABLE kieumau_ledger IS 'kieumau/ledger/2'")
    assert refused(lambda: recorded(address)) == "KM-984"


@postgres
def test_a_view_in_the_place_of_the_table_is_not_read(address):
    """It may have no end."""
    view = f"CREATE VIEW {TABLE} AS SELECT generate_series(1, 1000000) AS seq"
    psql(address, view, f"COMMENT ON VIEW {TABLE} IS '{FORMAT}'")

    assert refused(lambda: looked_over(address)) == "KM-983"
    assert refused(lambda: recorded(address)) == "KM-983"


def test_readers_do_not_wait_for_ever_for_a_table_that_is_locked(address):
    """As long as writers do, and then they say so."""
    import psycopg

    recorded(address)
    with psycopg.connect(address) as connection:
        connection.execute(f"LOCK TABLE {TABLE}")
        with Ledger.open(address, wait=1) as ledger:
            assert refused(ledger.verify) == "KM-987"


def test_a_role_that_may_only_select_and_insert_writes(address, server):
    """So that the owner's rights need not be given to whoever evaluates; deleting is refused."""
    recorded(address)
    schema = address.rpartition("%3D")[2]
    role = f"writer_{schema}"
    psql(
        server,
        f"CREATE ROLE {role} LOGIN",
        f"GRANT USAGE ON SCHEMA {schema} TO {role}",
        f"GRANT SELECT, INSERT ON {schema}.kieumau_ledger TO {role}",
    )
    theirs = address.replace("reader:secret", role)

    with Ledger.open(theirs) as ledger:
        assert ledger.append(certificate()).seq == 2
        assert ledger.verify().holds
    import psycopg

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql(theirs, "DELETE FROM kieumau_ledger")


@postgres
def test_a_role_that_may_not_make_a_table(server):
    """Is told what the server says."""
    psql(server, "CREATE ROLE bystander LOGIN", "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    theirs = server.replace("reader:secret", "bystander")

    assert refused(lambda: recorded(theirs)) == "KM-989"


@postgres
def test_a_connection_lost_before_the_end_records_nothing(address, server):
    """The server undoes what was begun, and the message says so."""

    def link(head):
        psql(server, _TERMINATE)
        return [next_entry(head, certificate(8), "2026-07-01T12:00:00Z")]

    with Ledger.open(address) as ledger:
        ledger.append(certificate())
        assert refused(lambda: ledger._store.append(link)) == "KM-989"
        assert ledger.append(certificate()).seq == 2  # over a new connection
        assert ledger.verify().holds


_TERMINATE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE application_name = 'kieumau' AND pid <> pg_backend_pid()"
)


@postgres
def test_a_connection_lost_at_the_end_leaves_it_open(address):
    """Nobody on this side can know; the hash to look for is in the message."""
    recorded(address)
    psql(
        address,
        "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
        "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON kieumau_ledger "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()",
    )

    assert refused(lambda: recorded(address)) == "KM-990"
    psql(address, "DROP TRIGGER cut ON kieumau_ledger")
    with Ledger.open(address) as again:
        assert again.append(certificate()).seq == 2


@postgres
def test_a_server_that_falls_down_has_what_it_acknowledged(address, server):
    """Stopped without any farewell in the middle of writing, and started again."""
    with Ledger.open(address) as ledger:
        said = ledger.extend(certificates(6))[-1]
    ((data,),) = psql(server, "SHOW data_directory")
    as_ = {"user": "postgres", "group": "postgres", "extra_groups": []}
    command = [_programs() / "pg_ctl", "-D", data, "-w", "-m", "immediate", "restart"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, cwd="/", **quiet, **(as_ if os.geteuid() == 0 else {}))

    with Ledger.open(address) as ledger:
        assert ledger.verify(said.hash).holds


@postgres
def test_killed_writers_lose_nothing(address):
    """SIGKILL at moments drawn by chance: no half entry, no fork, nothing acknowledged is lost."""
    command = [sys.executable, "-m", "tests.ledger.killing", "8", address]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert '"rounds": 8' in done.stdout

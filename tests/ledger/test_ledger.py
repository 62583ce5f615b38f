"""A ledger takes certificates, keeps them in order, and tells whatever was done to them."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from hashlib import sha256

import pytest
import rfc8785

from kieumau import Certificate, Ledger, LedgerError
from kieumau.certificates.certificate import canonical_text, digest_of
from kieumau.ledger.entry import HEADER, START, entry_hash, next_entry, sha256_of
from kieumau.ledger.ledger import MOST_BYTES
from kieumau.ledger.store import COLUMNS, values_of
from tests.ledger.certified import certificate, certificates
from tests.ledger.conftest import codes

COLUMNS_BUT_SEQ = COLUMNS[1:]


def test_entries_follow_from_one_another(ledger):
    """Numbers from 1, each with the hash of the one before; the last is the head."""
    entries = [ledger.append(each) for each in certificates(3)]

    assert [each.seq for each in entries] == [1, 2, 3]
    assert [each.previous for each in entries] == [START, entries[0].hash, entries[1].hash]
    assert list(ledger.entries()) == entries
    assert ledger.entry(2) == entries[1]
    assert (ledger.head().seq, ledger.head().hash) == (3, entries[2].hash)


def test_certificates_come_back_to_the_byte(ledger):
    """What was recorded is what is read, however it was opened since."""
    given = certificates(4)
    ledger.extend(given)

    assert [each.certificate for each in ledger.entries()] == given


def test_a_hash_is_of_the_header_in_canonical_form(ledger):
    """As the page says, with nothing of ours: the header, RFC 8785, SHA-256."""
    entry = ledger.append(certificate())
    header = {
        "format": "kieumau/ledger/1",
        "seq": 1,
        "previous": "0" * 64,
        "recorded_at": "2026-07-01T12:00:00Z",
        "ward": "00001",
        "ward_name": "Phường Mẫu (giả định)",
        "period": "2023-01-01/2023-12-31",
        "standard": "goc-mau",
        "outcome": certificate().outcome.value,
        "digest": certificate().digest,
        "certificate_sha256": sha256(certificate().to_json().encode()).hexdigest(),
    }

    assert entry.header() == header
    assert entry.hash == sha256(rfc8785.dumps(header)).hexdigest()


def test_the_time_is_the_clocks_in_utc(where):
    """Whatever zone the clock speaks in."""
    hanoi = datetime(2026, 7, 1, 19, 30, 5, 999999, tzinfo=timezone(timedelta(hours=7)))
    with Ledger.open(where, clock=lambda: hanoi) as ledger:
        assert ledger.append(certificate()).recorded_at == "2026-07-01T12:30:05Z"


def test_a_whole_ledger_is_found_whole(full):
    """Nothing is found, deep or not; a head that was known is found where it is."""
    known = full.entry(3).hash
    report = full.verify(known.upper(), deep=True)

    assert (codes(report), report.holds, report.entries) == ([], True, 5)
    assert (report.known_at, report.head) == (3, full.head())
    assert full.verify().known_at is None
    assert full.verify(START).known_at == 0


def test_several_are_recorded_all_or_none(full):
    """One that does not hold keeps out those before it."""
    before = full.head()
    bad = Certificate(certificate().to_json().replace('"digest":"', '"digest":"0', 1))

    with pytest.raises(LedgerError) as refused:
        full.extend([certificate(), bad])

    assert refused.value.diagnostics[0].code == "KM-991"
    assert full.head() == before
    assert full.extend([]) == ()


@pytest.mark.parametrize(
    "text",
    [
        certificate().to_json().replace('"met"', '"unmet"'),
        certificate().to_json().replace(",", ", ", 1),
        "{}",
        "",
        json.dumps({"format": "kieumau/certificate/2"}),
        '"' + "x" * MOST_BYTES + '"',
    ],
    ids=["changed", "reformatted", "empty object", "nothing", "newer", "huge"],
)
def test_only_certificates_that_hold_are_recorded(full, text):
    """The message says why, and the ledger is as it was."""
    with pytest.raises(LedgerError) as refused:
        full.append(Certificate(text))

    assert refused.value.diagnostics[0].code == "KM-991"
    assert full.verify().entries == 5


def test_reading_makes_no_ledger(ledger):
    """Before the first entry there is nothing to read, and reading leaves nothing behind."""
    for read in (ledger.head, ledger.verify, lambda: list(ledger.entries())):
        with pytest.raises(LedgerError) as refused:
            read()
        assert refused.value.diagnostics[0].code in ("KM-101", "KM-997")
    assert ledger.append(certificate()).seq == 1


def test_no_entry_beyond_the_last(full):
    """One asked for in vain is said to be missing, with the last number there is."""
    for seq in (0, 6, 10**18):
        with pytest.raises(LedgerError) as refused:
            full.entry(seq)
        assert refused.value.diagnostics[0].code == "KM-992"


def test_many_writers_make_one_chain(where, ledger):
    """Threads with one ledger and with one each: every entry once, none lost, no fork."""
    ledger.append(certificate())

    def write(number):
        with Ledger.open(where, wait=60) as own:
            return [each.seq for _ in range(3) for each in (own.append(certificate(number + 1)),)]

    def write_shared(number):
        return [ledger.append(certificate(number + 1)).seq for _ in range(3)]

    with ThreadPoolExecutor(6) as pool:
        jobs = [pool.submit(each, n) for n in range(3) for each in (write, write_shared)]
        found = [seq for job in jobs for seq in job.result()]

    assert sorted(found) == list(range(2, 20))
    assert ledger.verify().holds


def test_an_iteration_keeps_nobody_waiting(where, full):
    """A reader that stops half way does not lock a writer out, and sees what came meanwhile."""
    entries = full.entries()
    first = next(entries)
    with Ledger.open(where, wait=1) as other:
        other.append(certificate(9))

    assert first.seq == 1
    assert [each.seq for each in entries][:4] == [2, 3, 4, 5]


def test_closing_twice_is_closing_once(full):
    """And the entries stay."""
    full.close()
    full.close()


def test_the_guards_refuse_what_is_no_appending(where, full):
    """UPDATE and DELETE are refused by the database itself."""
    import sqlite3

    import psycopg

    from tests.ledger.conftest import psql

    statements = [
        "UPDATE kieumau_ledger SET ward = 'x'",
        "DELETE FROM kieumau_ledger WHERE seq = 5",
    ]
    for statement in statements:
        if "://" in where:
            with pytest.raises(psycopg.errors.RaiseException):
                psql(where, statement)
        else:
            connection = sqlite3.connect(where)
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
            connection.close()
    assert full.verify().holds


def _insert(row):
    return f"INSERT INTO kieumau_ledger VALUES ({', '.join(map(repr, row))})"  # noqa: S608


def test_a_fork_cannot_be_written(full, sql):
    """Two entries after one and the same are refused, whatever number they bear."""
    import sqlite3

    import psycopg

    fork = next_entry(full.head(), certificate(9), "2026-07-01T12:00:00Z")
    third = full.entry(3)
    for row in (
        values_of(fork)[:1] + values_of(third)[1:],  # previous of another
        (5, *values_of(fork)[1:]),  # number of another
        (6, START, *values_of(fork)[2:]),  # a second beginning
    ):
        with pytest.raises((sqlite3.IntegrityError, psycopg.errors.IntegrityError)):
            sql(_insert(row))
    assert full.verify().holds


@pytest.mark.parametrize("column", COLUMNS_BUT_SEQ)
def test_a_changed_field_is_found(full, sql, column):
    """Each field of an entry is under a hash; the entry is named."""
    new = "f" * 64 if len(str(getattr(full.entry(2), column, ""))) == 64 else "khác"

    sql(f"UPDATE kieumau_ledger SET {column} = '{new}' WHERE seq = 2")  # noqa: S608

    report = full.verify()
    assert not report.holds
    assert {seq for seq, _ in codes(report)} <= {2, 3}


def test_a_certificate_changed_under_its_entry_is_found(full, sql):
    """A single letter of it."""
    changed = full.entry(4).text.replace("Mẫu", "Mầu")
    sql(f"UPDATE kieumau_ledger SET certificate = '{changed}' WHERE seq = 4")  # noqa: S608

    assert codes(full.verify()) == [(4, "KM-674"), (4, "KM-675"), (4, "KM-676")]


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (["DELETE FROM kieumau_ledger WHERE seq = 3"], [(4, "KM-671")]),
        (["DELETE FROM kieumau_ledger WHERE seq < 3"], [(3, "KM-671")]),
        (
            [
                "UPDATE kieumau_ledger SET seq = 99 WHERE seq = 2",
                "UPDATE kieumau_ledger SET seq = 2 WHERE seq = 3",
                "UPDATE kieumau_ledger SET seq = 3 WHERE seq = 99",
            ],
            [(2, "KM-672"), (2, "KM-673"), (3, "KM-672"), (3, "KM-673"), (4, "KM-672")],
        ),
        (["UPDATE kieumau_ledger SET ward = '' WHERE seq = 5"], [(5, "KM-673"), (5, "KM-676")]),
    ],
    ids=["one taken out", "the beginning taken out", "two swapped", "emptied"],
)
def test_what_was_taken_out_or_moved_is_found(full, sql, statements, found):
    """The entry where it shows is named."""
    sql(*statements)

    assert codes(full.verify()) == found


def test_what_was_cut_off_is_found_by_a_known_head_alone(full, sql):
    """The rest is a whole chain; only whoever wrote the head down can tell."""
    known = full.head().hash
    sql("DELETE FROM kieumau_ledger WHERE seq > 3")

    assert full.verify().holds
    assert codes(full.verify(known)) == [(0, "KM-677")]


def test_a_chain_written_anew_is_found_by_a_known_head_alone(full, sql):
    """Whoever may do anything can recompute every hash, and cannot reach a head written down."""
    known, head, rows = full.head().hash, full.verify(START).head, []
    head = type(head)()
    for each in certificates(6)[1:]:
        entry = next_entry(head, each, "2026-07-01T12:00:00Z")
        rows.append(_insert(values_of(entry)))
        head = type(head)(entry.seq, entry.hash)
    sql("DELETE FROM kieumau_ledger", *rows)

    assert full.verify().holds
    assert codes(full.verify(known)) == [(0, "KM-677")]


@pytest.mark.parametrize("name", [each for each in HEADER if each not in ("seq", "previous")])
def test_a_header_that_misstates_its_certificate_is_found(full, sql, name):
    """Even under a hash that is right."""
    from attrs import evolve

    last = full.entry(5)
    lying = "2020-01-01T00:00:00Z" if name == "recorded_at" else "0" * 64
    forged = evolve(last, **{name: lying if len(getattr(last, name)) in (20, 64) else "khác"})
    forged = evolve(forged, hash=entry_hash(forged))
    sql("DELETE FROM kieumau_ledger WHERE seq = 5", _insert(values_of(forged)))

    expected = {"recorded_at": [], "certificate_sha256": [(5, "KM-674")]}
    assert codes(full.verify()) == expected.get(name, [(5, "KM-676")])


def test_nothing_is_put_after_a_last_entry_that_does_not_hold(full, sql):
    """The writer says so before it makes things worse."""
    sql("UPDATE kieumau_ledger SET ward = 'x' WHERE seq = 5")

    with pytest.raises(LedgerError) as refused:
        full.append(certificate())

    assert refused.value.diagnostics[0].code == "KM-994"


def test_a_forged_step_is_found_deep(full):
    """A certificate with a digest of its own that does not follow is recorded, and found out."""
    data = certificate().to_data()
    data["outcome"] = "met" if data["outcome"] != "met" else "not_met"
    data["digest"] = digest_of(data)
    forged = full.append(Certificate(canonical_text(data)))

    assert full.verify().holds
    assert set(codes(full.verify(deep=True))) == {(forged.seq, "KM-678")}


def test_guards_that_are_gone_are_found(where, full):
    """That they are missing shows that somebody took them off."""
    import sqlite3

    from tests.ledger.conftest import psql

    if "://" in where:
        psql(
            where,
            "DROP TRIGGER kieumau_ledger_only_appended ON kieumau_ledger",
            "ALTER TABLE kieumau_ledger DROP CONSTRAINT kieumau_ledger_previous_key",
        )
    else:
        with sqlite3.connect(where) as connection:
            connection.execute("DROP TRIGGER kieumau_ledger_no_update")
        connection.close()

    assert codes(full.verify()) == [(0, "KM-679")]


def test_an_export_is_the_same_ledger(full, tmp_path):
    """The same entries and head, verified the same way; and nothing is added to it."""
    path = tmp_path / "ban-trich.jsonl"
    path.write_text("".join(full.lines()), "utf-8")

    with Ledger.open(path) as export:
        assert list(export.entries()) == list(full.entries())
        assert export.head() == full.head()
        assert export.verify(full.head().hash, deep=True).known_at == 5
        assert export.entry(4) == full.entry(4)
        with pytest.raises(LedgerError) as refused:
            export.append(certificate())
    assert refused.value.diagnostics[0].code == "KM-985"
    assert sha256_of(path.read_text("utf-8")) == sha256_of("".join(full.lines()))


def test_a_writer_that_holds_the_ledger_too_long_is_named(where, full):
    """The wait ends in words; what was there stays, and the next try goes through."""
    with Ledger.open(where) as slow, Ledger.open(where, wait=0.2) as other:

        def link(head):
            with pytest.raises(LedgerError) as refused:
                other.append(certificate(9))
            assert refused.value.diagnostics[0].code == "KM-987"
            return [next_entry(head, certificate(8), "2026-07-01T12:00:00Z")]

        slow._store.append(link)
        assert other.append(certificate(9)).seq == 7
    assert full.verify().holds


def test_what_fails_half_way_leaves_nothing(full):
    """A bug between beginning and end is undone, and the ledger can be used on."""

    def link(head):
        yield next_entry(head, certificate(8), "2026-07-01T12:00:00Z")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        full._store.append(link)

    assert full.append(certificate(9)).seq == 6
    assert full.verify().holds

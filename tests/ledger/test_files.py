"""Ledgers in files that are none, are full, are locked, or were left half way: words, no loss."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from kieumau import KieumauError, Ledger, LedgerError
from kieumau.ledger.store import COLUMNS
from tests.ledger.certified import certificate, certificates
from tests.ledger.conftest import codes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def full(file):
    """Return a file with five entries."""
    with Ledger.open(file) as ledger:
        ledger.extend(certificates(5))
    return file


@pytest.fixture
def shared():
    """Return a folder others may read; those of pytest are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="kieumau-so-cai-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def unprivileged():
    """Act as somebody the permissions bind; root is bound by none."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def files_no_larger_than(size):
    """Act on a disk that has no more room, as far as a process can have its own."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def code(call):
    """Return the code a call is refused with."""
    with pytest.raises(KieumauError) as refused:
        call()
    return refused.value.diagnostics[0].code


def other_database(path):
    """Write a SQLite file that is somebody else's."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE thu_chi (ngay TEXT)")
    connection.close()


def numbered(path):
    """Write a SQLite file another program has put its number on."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1")
    connection.close()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (Path.mkdir, "KM-103"),
        (lambda path: path.write_text("sổ\n", "utf-8"), "KM-983"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\x01" * 4096), "KM-983"),
        (other_database, "KM-983"),
        (numbered, "KM-983"),
        (os.mkfifo, "KM-983"),
    ],
    ids=["folder", "text", "only the first bytes", "others' tables", "others' number", "pipe"],
)
def test_what_is_no_ledger_is_left_alone(file, make, expected):
    """Neither read as one nor written to."""
    make(file)
    before = file.read_bytes() if file.is_file() else None

    assert code(lambda: Ledger.open(file).append(certificate())) == expected
    assert code(lambda: Ledger.open(file).verify()) == expected
    assert (file.read_bytes() if file.is_file() else None) == before


def test_an_empty_file_becomes_a_ledger(file):
    """One made beforehand, or left by a run that was killed at its very beginning."""
    file.touch()

    with Ledger.open(file) as ledger:
        assert code(ledger.verify) == "KM-997"
        assert ledger.append(certificate()).seq == 1
        assert ledger.verify().holds


def test_a_newer_ledger_is_told_apart(full):
    """And left alone."""
    connection = sqlite3.connect(full)
    connection.execute("PRAGMA user_version = 2")
    connection.close()

    assert code(lambda: Ledger.open(full).append(certificate())) == "KM-984"
    assert code(lambda: Ledger.open(full).verify()) == "KM-984"


def test_a_folder_that_is_not_there(tmp_path):
    """The message is about the ledger and nothing is made."""
    assert code(lambda: Ledger.open(tmp_path / "a/b.db").append(certificate())) == "KM-986"
    assert list(tmp_path.iterdir()) == []


def test_another_kind_of_address_is_refused_without_showing_it():
    """It may hold a password."""
    with pytest.raises(LedgerError) as refused:
        Ledger.open("mysql://u:matkhau@h/x")

    assert refused.value.diagnostics[0].code == "KM-983"
    assert "matkhau" not in str(refused.value)


def test_on_a_full_disk_nothing_is_recorded_and_nothing_lost(full):
    """The entry is undone whole, and goes in once there is room."""
    with Ledger.open(full, wait=1) as ledger:
        with files_no_larger_than(full.stat().st_size + 1024):
            assert code(lambda: ledger.extend([certificate()] * 40)) == "KM-986"
        assert ledger.verify().entries == 5
        assert ledger.append(certificate()).seq == 6
        assert ledger.verify().holds


def test_on_a_full_disk_no_ledger_is_begun(file):
    """What is left is empty at the most, and can be begun again."""
    with files_no_larger_than(2048):
        assert code(lambda: Ledger.open(file).append(certificate())) == "KM-986"

    assert Ledger.open(file).append(certificate()).seq == 1


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_read_only_ledger_is_read_and_not_written(full, shared, closed):
    """Whichever of the two is closed."""
    copy = shutil.copy(full, shared / "so-cai.db")
    if closed == "folder":
        Path(copy).chmod(0o666)

    with unprivileged(), Ledger.open(copy, wait=1) as ledger:
        assert ledger.verify().holds
        assert code(lambda: ledger.append(certificate())) == "KM-986"
        assert ledger.verify().entries == 5


def test_a_ledger_nobody_may_read(full, shared):
    """Is said to be so."""
    copy = Path(shutil.copy(full, shared / "so-cai.db"))
    copy.chmod(0o600)
    if os.geteuid() != 0:
        copy.chmod(0)

    with unprivileged():
        assert code(lambda: Ledger.open(copy)) == "KM-102"


_COPIED = """
INSERT INTO kieumau_ledger SELECT ?, ?, recorded_at, ward, ward_name, period, standard, outcome,
digest, certificate_sha256, ?, certificate FROM kieumau_ledger WHERE seq = 1
"""


def half_way(full, folder):
    """Copy a ledger in the middle of a writer's work, as a power cut would leave it."""
    connection = sqlite3.connect(full, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    for seq in range(6, 60):
        key = f"{seq:064x}"
        connection.execute(_COPIED, (seq, key, key))
    copy = folder / "so-cai.db"
    shutil.copy(full, copy)
    shutil.copy(f"{full}-journal", f"{copy}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    assert copy.stat().st_size > full.stat().st_size, "nothing had been written yet"
    return copy


def test_what_a_writer_left_half_done_is_undone(full, tmp_path):
    """Reading is enough, and the half entries are gone."""
    (tmp_path / "ban-sao").mkdir()
    copy = half_way(full, tmp_path / "ban-sao")

    with Ledger.open(copy) as ledger:
        report = ledger.verify()

    assert (report.holds, report.entries) == (True, 5)
    assert not Path(f"{copy}-journal").exists()


def test_where_it_cannot_be_undone_that_is_said(full, shared):
    """On a read-only disk nothing is read that may be half an entry."""
    copy = half_way(full, shared)

    with unprivileged():
        assert code(lambda: Ledger.open(copy).verify()) == "KM-995"


def test_a_damaged_file_is_reported_as_far_as_it_can_be_read(full):
    """Bytes changed beneath SQLite are found by it or by the hashes; never a traceback."""
    data = bytearray(full.read_bytes())
    found = set()
    for at in range(100, len(data), 997):
        changed = bytearray(data)
        changed[at : at + 40] = bytes(each ^ 0xA5 for each in changed[at : at + 40])
        full.write_bytes(changed)
        try:
            with Ledger.open(full, wait=1) as ledger:
                found |= {each for _, each in codes(ledger.verify())}
        except LedgerError as error:
            found |= {each.code for each in error.diagnostics}

    assert {"KM-674", "KM-993"} <= found
    full.write_bytes(data)
    with Ledger.open(full) as ledger:
        assert ledger.verify().holds


def test_text_that_is_none_and_numbers_that_are_texts_are_found(full):
    """SQLite keeps what it is given, of whatever type; a row that is no entry is said to be."""
    connection = sqlite3.connect(full)
    connection.execute("DROP TRIGGER kieumau_ledger_no_update")
    connection.execute("UPDATE kieumau_ledger SET ward = x'ff' WHERE seq = 2")
    connection.execute("UPDATE kieumau_ledger SET ward = CAST(x'ff' AS TEXT) WHERE seq = 3")
    connection.commit()
    connection.close()

    with Ledger.open(full) as ledger:
        found = codes(ledger.verify())
        assert code(lambda: list(ledger.entries())) == "KM-670"

    assert found == [(0, "KM-679"), (2, "KM-670"), (3, "KM-673"), (3, "KM-676")]


def test_a_new_ledger_has_the_permissions_of_a_new_file(file):
    """As the umask says, and no journal stays beside it."""
    with Ledger.open(file) as ledger:
        ledger.append(certificate())
    mask = os.umask(0)
    os.umask(mask)

    assert stat.S_IMODE(file.stat().st_mode) == 0o666 & ~mask & 0o644
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_names_with_marks_are_names(tmp_path):
    """A question mark, a hash and a percent sign are no options of a URL."""
    path = tmp_path / "sổ cái #1?mode=memory%41.db"

    with Ledger.open(path) as ledger:
        ledger.append(certificate())

    assert path.is_file()
    assert Ledger.open(str(path)).verify().holds


def test_killed_writers_lose_nothing(tmp_path):
    """SIGKILL at moments drawn by chance: no half entry, no fork, nothing acknowledged is lost.

    ``python -m tests.ledger.killing 200 FILE`` does the same for as long as one likes.
    """
    command = [sys.executable, "-m", "tests.ledger.killing", "8", str(tmp_path / "so-cai.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert '"rounds": 8' in done.stdout


def test_a_view_in_the_place_of_the_table_is_not_read(full):
    """It may have no end, and then nothing would interrupt the reading."""
    connection = sqlite3.connect(full)
    rows = "WITH RECURSIVE row(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM row)"
    names = ", ".join(["seq", *(f"'' AS {name}" for name in COLUMNS[1:])])
    connection.execute("DROP TABLE kieumau_ledger")
    connection.execute(f"CREATE VIEW kieumau_ledger AS {rows} SELECT {names} FROM row")  # noqa: S608
    connection.close()

    with Ledger.open(full) as ledger:
        assert code(ledger.verify) == "KM-983"
        assert code(ledger.head) == "KM-983"
        assert code(lambda: ledger.append(certificate())) == "KM-983"

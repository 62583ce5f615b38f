"""Exports: whatever is done to one is found, and a few lines of anybody's find it too."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau import Ledger, LedgerError
from kieumau.ledger.chain import look_over
from kieumau.ledger.entry import Entry, Head, entry_line, next_entry, read_entry
from kieumau.ledger.exports import ExportStore
from tests.ledger.certified import certificate, certificates
from tests.ledger.conftest import codes

PAGE = Path(__file__).parents[2] / "docs/reference/ledger.md"


def _lines():
    head = Head()
    for each in certificates(4):
        entry = next_entry(head, each, "2026-07-01T12:00:00Z")
        yield entry_line(entry)
        head = Head(entry.seq, entry.hash)


LINES = list(_lines())
HEAD = json.loads(LINES[-1])["hash"]


@pytest.fixture
def write(tmp_path):
    """Return a function that writes lines to an export."""

    def write(text):
        path = tmp_path / "so-cai.jsonl"
        path.write_bytes(text if isinstance(text, bytes) else "".join(text).encode())
        return path

    return write


def look(path, known=None):
    """Return the codes of what an export comes to."""
    try:
        return [each for _, each in codes(Ledger.open(path).verify(known))]
    except LedgerError as error:
        return [each.code for each in error.diagnostics]


def theirs(path):
    """Return what the program on the page says of an export."""
    (program,) = re.findall(
        r"^```python write:check_ledger.py\n(.*?)^```$",
        PAGE.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )[:1]
    command = [sys.executable, "-I", "-S", "-c", program, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@st.composite
def tampered(draw):
    """Draw an export something was done to."""
    lines, at = list(LINES), draw(st.integers(0, len(LINES) - 1))
    match draw(st.sampled_from(["byte", "field", "drop", "twice", "swap", "cut", "end"])):
        case "byte":
            data = bytearray("".join(lines).encode())
            place = draw(st.integers(0, len(data) - 2))
            data[place] ^= 1 << draw(st.integers(0, 7))
            return bytes(data)
        case "field":
            data = json.loads(lines[at])
            name = draw(st.sampled_from(sorted(data)))
            data[name] = draw(st.sampled_from([None, 0, "", "0" * 64, True, [], {}, "é"]))
            lines[at] = json.dumps(data, ensure_ascii=False) + "\n"
        case "drop":
            del lines[at]
        case "twice":
            lines.insert(at, lines[at])
        case "swap":
            lines[at], lines[at - 1] = lines[at - 1], lines[at]
        case "cut":
            whole = "".join(lines)
            return whole[: draw(st.integers(0, len(whole) - 2))].encode()
        case "end":
            del lines[at:]
    return "".join(lines).encode()


@given(tampered())
def test_whatever_is_done_to_an_export_is_found(tmp_path_factory, data):
    """Against the head that was known, everything; never a traceback."""
    path = tmp_path_factory.mktemp("e") / "so-cai.jsonl"
    path.write_bytes(data)

    assert look(path, HEAD)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([LINES[0], LINES[2], LINES[3]], ["KM-671"]),
        ([LINES[0], LINES[2], LINES[1], LINES[3]], ["KM-671"] * 3),
        ([LINES[0], LINES[1], LINES[1], LINES[2], LINES[3]], ["KM-671"]),
        ([LINES[0], "{}\n", LINES[2], LINES[3]], ["KM-670"]),
        ([LINES[0], "\n", *LINES[1:]], ["KM-670", "KM-671"]),
        ([LINES[0].replace(',"seq"', ', "seq"'), *LINES[1:]], ["KM-670"]),
        ([*LINES[:3], LINES[3][:100]], ["KM-670"]),
        ([LINES[0].replace("ledger/1", "ledger/2")], ["KM-984"]),
        ([], ["KM-997"]),
    ],
    ids=["out", "moved", "twice", "no entry", "blank", "reformatted", "cut", "newer", "empty"],
)
def test_each_problem_has_its_code(write, lines, found):
    """One problem is one line of the report, as far as it can be."""
    assert look(write(lines)) == found


def test_a_line_without_its_end_is_a_line(write):
    """Editors take the last line end away; no entry changes by it."""
    assert look(write("".join(LINES).removesuffix("\n").encode()), HEAD) == []


def test_an_export_that_is_not_there(tmp_path):
    """Is said to be so, and none is made of that name."""
    path = tmp_path / "so-cai.jsonl"

    assert look(path) == ["KM-101"]
    with pytest.raises(LedgerError) as refused:
        Ledger.open(path).append(certificate())
    assert refused.value.diagnostics[0].code == "KM-985"
    assert not path.exists()


def test_the_program_on_the_page_agrees(write):
    """It holds a whole export to be whole and prints its head; and finds what we find."""
    done = theirs(write(LINES))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[-1] == HEAD
    for lines in (
        [LINES[0], LINES[2], LINES[3]],
        [LINES[1], LINES[0], *LINES[2:]],
        [LINES[0].replace("Mẫu", "Mầu", 1), *LINES[1:]],
        [LINES[0].replace('\\"outcome\\"', '\\"Outcome\\"'), *LINES[1:]],
        [LINES[0].replace("12:00:00Z", "12:00:01Z"), *LINES[1:]],
    ):
        assert theirs(write(lines)).returncode != 0


def test_a_read_entry_is_the_one_written():
    """The line and the entry are the same thing."""
    entry = read_entry(json.loads(LINES[2]), 3)

    assert isinstance(entry, Entry)
    assert entry_line(entry) == LINES[2]


def test_a_line_beyond_all_bounds_is_not_read_whole(write, monkeypatch):
    """It is refused by its length."""
    monkeypatch.setattr("kieumau.ledger.exports._MOST_BYTES", 50_000)
    path = write([LINES[0], "x" * 60_000])

    report = look_over("x", ExportStore(path, "x").rows())

    assert codes(report) == [(2, "KM-670")]

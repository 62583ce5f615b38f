"""The law of batches: each row comes to what it comes to alone, and none is lost."""

import tempfile
from functools import cache
from pathlib import Path

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

import kieumau
from kieumau.rules.measures import Kind
from tests.batch.tables import alone, aside, judged, run, standard, table, ward

NASTY = [
    *("", "  ", " 12 ", "0", "7", "12", "0012", "12.0", "1 000", "1.000", "1,000", "1.0000"),
    *("58,5", "58.5", "58,55%", "98%", "98 %", "100", "101", "-1", "+1", "1e3", "NaN", "inf"),
    *("none", "chưa thực hiện", "có", "Không", "true", "FALSE", "yes", "đúng", "2", "1:30"),
    *(
        "2023-02-15",
        "2023-02-29",
        "2024-02-29",
        "15/02/2023",
        "31/02/2023",
        "2023-2-1",
        "9999-12-31",
    ),
    *("abc", "0912345678", "123456789", "999999999999", "1000000000000", "½", "１２", "x\u200by"),
    *("a\u202eb", "duoc_cong_nhan", "Được công nhận", "đã đăng ký", "vì chưa điều tra", "a@b.vn"),
    *('"', "a;b", "một, hai", "dòng\nhai", "12 hộ", "5 phiếu", "3.14159265", "0.125", "99,99"),
]
NAMES = [
    "Phường Mẫu",
    "Phường  Mẫu",
    "Phường Mẫu",
    " Mẫu ",
    "Mẫu 0912345678",
    "Mẫu @",
    "",
    "M\u200bẫu",
]
CODES = ["00", "42", "042", "", "123456789", "4 2", "42\u200b"]
DAYS = ["2023-01-01", "1/1/2023", "31/12/2023", "2023-12-31", "2022-12-31", "", "x", "2031-12-31"]


@cache
def under(name):
    """Return a standard, loaded once."""
    return standard(name)


@cache
def plausible(name) -> list[tuple[str, str, str]]:
    """Return columns with a cell that is surely of their kind, and one that is written oddly."""
    found = []
    for each in under(name).measures:
        match each.kind:
            case Kind.YES_NO:
                cells = ("true", "Có")
            case Kind.CHOICE:
                cells = (each.choices[0].id, each.choices[-1].name.vi)
            case Kind.DATE:
                cells = ("2023-02-15", "15/2/2023")
            case Kind.PERCENT:
                cells = ("91.25", "91,25%")
            case _:
                cells = ("3", "1 003")
        found.append((each.id, *cells))
    return found


@st.composite
def tables(draw):
    """Draw a standard, and rows of some of its columns: mostly plain, here and there anything."""
    name = draw(st.sampled_from(["examples/tinh-mau", "ha-tinh"]))
    chosen = draw(st.lists(st.sampled_from(plausible(name)), min_size=1, max_size=8, unique=True))
    columns = []
    for id_, plain, odd in chosen:
        parts = draw(
            st.sets(
                st.sampled_from(["", "__min", "__max", "__reported", "__reason", "__reason_en"]),
                min_size=1,
                max_size=3,
            )
        )
        columns += [(id_ + part, plain, odd) for part in sorted(parts)]
    rows = []
    for number in range(draw(st.integers(1, 10))):
        cells = {
            column: draw(
                st.one_of(
                    st.just(""),
                    st.just(plain),
                    st.just(plain),
                    st.just(odd),
                    st.sampled_from(NASTY),
                )
            )
            for column, plain, odd in columns
        }
        row = ward(number, **cells)
        for column, odd in (("ward_name", NAMES), ("province", CODES), ("period_to", DAYS)):
            if draw(st.integers(0, 6)) == 0:
                row[column] = draw(st.sampled_from(odd))
        if name == "ha-tinh" and draw(st.booleans()):
            row["province"] = "42"
        rows.append(row)
    return name, rows


@settings(max_examples=25, deadline=None)
@given(tables(), st.sampled_from([3, 100]), st.sampled_from(",;\t"))
def test_each_row_comes_to_what_it_comes_to_alone(drawn, size, separator):
    """The same outcome, or set aside for the same codes; whatever stands around it."""
    name, rows = drawn
    text = table(rows, separator=separator)
    with tempfile.TemporaryDirectory() as home:
        path, output = Path(home, "wards.csv"), Path(home, "out.csv")
        path.write_text(text, encoding="utf-8")
        done = run(path, output, under(name), rows=size)
        found = {row["ward_code"]: row["km_outcome"] for row in judged(output)}
        refused = {int(row["km_line"]): set(row["km_codes"].split()) for row in aside(output)}
    wanted = dict(alone(text, under(name), separator))
    lines = (
        dict(zip(wanted, (row["ward_code"] for row in rows), strict=True))
        if len(wanted) == len(rows)
        else {}
    )

    assert refused == {line: codes for line, codes in wanted.items() if isinstance(codes, set)}
    assert [found[lines[line]] for line, said in wanted.items() if isinstance(said, str)] == [
        said for said in wanted.values() if isinstance(said, str)
    ]
    assert len(found) + len(refused) == len(wanted) == done.tally.rows


@settings(max_examples=25, deadline=None)
@given(tables())
def test_typed_rows_come_to_what_they_come_to_alone(drawn):
    """A Parquet file's numbers, days and truths, too; and the truth of every criterion."""
    name, rows = drawn
    typed = [
        {
            column: _typed(column, cell, name)
            for column, cell in row.items()
            if "__rep" not in column
        }
        for row in rows
    ]
    frame = pl.DataFrame(typed, infer_schema_length=None, strict=False)
    with tempfile.TemporaryDirectory() as home:
        path, output = Path(home, "wards.parquet"), Path(home, "out.parquet")
        frame.write_parquet(path)
        run(path, output, under(name))
        found = {row["ward_code"]: row for row in pl.read_parquet(output).to_dicts()}
        refused = {int(row["km_line"]): set(row["km_codes"].split()) for row in aside(output)}
    for number, row in enumerate(frame.to_dicts(), 1):
        verdict = _alone(row, name)
        if isinstance(verdict, set):
            assert refused.pop(number) == verdict
            continue
        result = found.pop(row["ward_code"])
        assert result["km_outcome"] == verdict.outcome.value
        for criterion in verdict.criteria:
            truth = result[f"km__{criterion.id.replace('-', '_')}"]
            assert (truth == 2) == criterion.status.passes
    assert not found
    assert not refused


def _alone(row, name):
    """Return the verdict of a row, or the codes it is refused for."""
    try:
        return under(name).evaluate(kieumau.FactSet.from_row(row), engine="plain")
    except kieumau.FactsError as error:
        return {each.code for each in error.diagnostics}


def _typed(column, cell, name):
    """Return a cell as a program would hold it, where it is plain."""
    measure = next((each for each in under(name).measures if each.id == column), None)
    if cell == "":
        return None
    if measure is None:
        return cell
    match measure.kind:
        case Kind.YES_NO:
            return cell in ("true", "Có")
        case Kind.INTEGER:
            return int(cell) if cell.isascii() and cell.isdigit() else 1
        case Kind.PERCENT | Kind.NUMBER:
            return float(cell) if cell in ("91.25", "58.5", "NaN", "inf", "-1", "0.125") else 12.5
        case _:
            return cell

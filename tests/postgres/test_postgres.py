"""``kieumau batch`` over PostgreSQL: the rows of a table come to what they come to in a file."""

from pathlib import Path

import polars as pl
import pytest
from adbc_driver_postgresql import dbapi

from tests.cli.conftest import run  # noqa: F401 (a fixture)

pytestmark = pytest.mark.postgres
ROOT = Path(__file__).parents[2]
MAU = str(ROOT / "examples/tinh-mau")
WARDS = ROOT / "examples/wards/tinh-mau-24-phuong.csv"


def kind(column: str) -> str:
    """Return the type a department would give a column."""
    if column.startswith("period"):
        return "date"
    if column.startswith("so_") and "__reason" not in column:
        return "integer" if len(column) % 2 else "numeric(12, 2)"
    return "text"


@pytest.fixture(scope="session")
def wards(server):
    """Return the address of a database with the wards in the table ``figures.wards``."""
    frame = pl.read_csv(WARDS, infer_schema=False)
    columns = ", ".join(f'"{name}" {kind(name)}' for name in frame.columns)
    places = ", ".join(
        f"NULLIF(${number}, '')::{kind(name)}" for number, name in enumerate(frame.columns, 1)
    )
    with dbapi.connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA figures")
        cursor.execute(f"CREATE TABLE figures.wards ({columns})")
        for row in frame.fill_null("").iter_rows():
            cursor.execute(f"INSERT INTO figures.wards VALUES ({places})", row)  # noqa: S608
        connection.commit()
    return server


@pytest.fixture
def batch(run, tmp_path, monkeypatch):  # noqa: F811
    """Return a function that judges what a source holds."""
    monkeypatch.chdir(tmp_path)

    def judge(facts, *arguments, output="out.csv"):
        return run("batch", str(facts), "--criteria", MAU, "-o", output, "--lang", "en", *arguments)

    return judge


@pytest.mark.parametrize(
    "asked", [("--table", "figures.wards"), ("--query", "SELECT * FROM figures.wards")], ids=str
)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_table_comes_to_what_its_file_comes_to(batch, wards, asked, engine):
    """Integers, numerics, days and texts: the same bytes as from the file they were taken from."""
    batch(WARDS, output="same.csv")
    done = batch(wards, *asked, "--engine", engine)

    assert done.exit_code == 0, done.stderr
    assert Path("out.csv").read_bytes() == Path("same.csv").read_bytes()


def test_no_password_is_shown(batch, wards):
    """Neither in the summary nor in what is set aside nor in an error."""
    query = "SELECT *, 'x' AS so_phieu FROM figures.wards"
    done = batch(wards, "--query", query, "--ignore-unknown")
    assert "reader@127.0.0.1" in done.stdout
    broken = batch(wards, "--table", "none", output="other.csv")
    assert "KM-649" in broken.stderr

    for said in (done.output, broken.output, Path("out.rejects.csv").read_text("utf-8")):
        assert "secret" not in said


def test_rows_are_set_aside_as_from_a_file(batch, wards):
    """With the row's number and its cells."""
    query = (
        "SELECT ward_code, ward_name, province, period_from, period_to, so_ho,"
        " CASE ward_code WHEN '99003' THEN '1.000' ELSE '95,5%' END AS ty_le_nguoi_dan_hai_long"
        " FROM figures.wards ORDER BY ward_code LIMIT 5"
    )
    done = batch(wards, "--query", query)
    aside = pl.read_csv("out.rejects.csv", infer_schema=False)

    assert done.exit_code == 0, done.stderr
    assert aside.select("km_line", "km_codes", "ward_code").rows() == [("3", "KM-311", "99003")]


def test_it_only_reads(batch, wards):
    """A query that would write is refused by the database."""
    done = batch(wards, "--query", "DELETE FROM figures.wards RETURNING *")

    assert done.exit_code == 2
    assert "read-only" in done.stderr


def test_many_rows_stream_in_parts(batch, wards):
    """In the order the server gives them, each ward once."""
    query = (
        "SELECT lpad(n::text, 7, '0') AS ward_code, 'Phường Mẫu' AS ward_name, '00' AS province,"
        " DATE '2023-01-01' AS period_from, DATE '2023-12-31' AS period_to, n AS so_ho"
        " FROM generate_series(1, 250000) AS n"
    )
    done = batch(wards, "--query", query, output="out.parquet")
    found = pl.read_parquet("out.parquet")

    assert done.exit_code == 0, done.stderr
    assert found["ward_code"].to_list() == [f"{n:07}" for n in range(1, 250001)]


def test_a_run_cannot_be_resumed(batch, wards):
    """Its rows may have changed."""
    done = batch(wards, "--table", "figures.wards", "--resume")

    assert (done.exit_code, "KM-656" in done.stderr) == (2, True)


def test_a_server_that_does_not_answer_is_said(batch):
    """With its address and why."""
    done = batch("postgresql://reader@127.0.0.1:9/postgres", "--table", "wards")

    assert (done.exit_code, "KM-649" in done.stderr) == (2, True)

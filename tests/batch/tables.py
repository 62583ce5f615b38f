"""Tables of wards for tests, and what each row of one comes to on its own."""

import csv
import io
from pathlib import Path

import polars as pl

import kieumau
from kieumau.batch.opening import open_source
from kieumau.batch.running import Job, Run
from kieumau.documents.delimited import read_lines
from kieumau.documents.nodes import ScalarNode
from kieumau.documents.rows import read_row
from kieumau.errors import FactsError, Problems
from kieumau.places import Place

NEEDED = ("ward_code", "ward_name", "province", "period_from", "period_to")
MAU = "examples/tinh-mau"
ON = "2023-12-31"


def standard(reference=MAU):
    """Return the invented province's standard."""
    return kieumau.load(reference, on=ON)


def ward(number: int, **cells) -> dict[str, str]:
    """Return a row: a ward of its own, and these cells."""
    own = (f"{number:05}", f"Phường Mẫu {number}", "00", "2023-01-01", ON)
    return {**dict(zip(NEEDED, own, strict=True)), **cells}


def table(rows, columns=None, separator=",") -> str:
    """Return rows as delimited text."""
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, "", delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def run(path, output, under=None, *, rows=100_000, resume=False, stop=None, **more):
    """Judge a file; return the run, with its outputs in place."""
    job = Job(open_source(str(path)), under or standard(), Path(output), "en", rows=rows, **more)
    begun = Run.begin(job)
    staged = begun.all(stop or (lambda _done, _rows: None), resume=resume)
    begun.parts.close(staged)
    return begun


def judged(output) -> list[dict[str, object]]:
    """Return the rows of an output in delimited text."""
    frame = pl.read_csv(output, infer_schema=False)
    return frame.with_columns(pl.all().fill_null("")).to_dicts()


def aside(output) -> list[dict[str, str]]:
    """Return the rows set aside."""
    path = Path(output).with_suffix(".rejects.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def alone(text: str, under, separator=","):
    """Yield the line of each row with its outcome, or with the codes it is refused for."""
    met = Problems()
    lines = read_lines(text, separator, "wards.csv", met)
    columns = [cell.text for cell in next(lines).cells]
    for line in lines:
        problems = Problems()
        problems.extend(met.found)
        met.found.clear()
        if line.blank:
            continue
        place = Place("wards.csv", line.number, 1)
        cells = {
            column: ScalarNode(cell.text.strip(), Place("wards.csv", line.number, 0, column))
            for column, cell in zip(columns, line.cells, strict=True)
        }
        facts = read_row(cells, place, problems)
        try:
            problems.raise_if_any(FactsError)
            yield line.number, under.evaluate(facts, engine="plain").outcome.value
        except FactsError as error:
            yield line.number, {each.code for each in error.diagnostics}

"""Lines of delimited text taken apart many at once, each as the reader of tables takes it apart.

A line in which quotes are out of place is broken alone; a cell whose quotes hold line breaks makes
several lines one row.
"""

import io
import re
from collections.abc import Mapping, Sequence

import polars as pl
from attrs import evolve, frozen

from kieumau.documents.delimited import read_lines
from kieumau.errors import Diagnostic, Problems
from kieumau.places import Place

__all__ = ["Broken", "Rows", "take_apart"]

_MOST_LINES = 100
"""In one row: a quote open for longer was never closed."""


@frozen
class Broken:
    """A line that is no row: where it stands, what stands there, and what is wrong."""

    line: int
    text: str
    problems: tuple[Diagnostic, ...]


@frozen
class Rows:
    """Lines taken apart.

    Attributes
    ----------
    frame
        The cells of each row, all text.
    lines
        The line each row stands on.
    open
        Whether the last row may go on beyond the last line.
    """

    frame: pl.DataFrame
    lines: pl.Series
    broken: tuple[Broken, ...]
    open: bool


def take_apart(
    texts: Sequence[str], first: int, names: Sequence[str], separator: str, file: str
) -> Rows:
    """Return the rows of some lines, the first of which has that number; blank ones are none.

    Parameters
    ----------
    names
        What the columns are called.
    """
    lines = pl.Series("line", texts, dtype=pl.String)
    quotes = lines.str.count_matches('"', literal=True)
    several, consumed, open_ = _joined(texts, quotes, separator)
    numbers = pl.Series("at", range(len(texts)), dtype=pl.UInt64)
    quoted = r'"(?:[^"]|"")*"'
    cell = rf'(?:{quoted}|[^"{separator}]*)'
    sound = (quotes == 0) | lines.str.contains(f"^{cell}(?:{separator}{cell})*$")
    bare = lines.str.replace_all(quoted, "") if quotes.max() else lines
    full = bare.str.count_matches(separator, literal=True) == len(names) - 1
    alone = ~numbers.is_in(list(consumed)) if consumed else sound.is_not_null()
    good = sound & full & alone
    frame = _parsed(lines.filter(good), names, separator)
    at = numbers.filter(good)
    if several:
        cells, more = _cells(several, len(names), separator, file, first)
        at = pl.concat([at, pl.Series(list(cells), dtype=pl.UInt64)])
        extra = pl.DataFrame(
            list(cells.values()), schema=dict.fromkeys(names, pl.String), orient="row"
        )
        frame = pl.concat([frame, extra])
        order = at.arg_sort()
        at, frame = at.gather(order), frame[order]
    else:
        more = ()
    blank = _blank(frame)
    frame, at = frame.filter(~blank), at.filter(~blank)
    wrong = numbers.filter(~good & alone).to_list()
    broken = [
        each
        for row in wrong
        if (each := _wrong(texts[row], first + row, len(names), separator, file)) is not None
    ]
    ordered = sorted([*broken, *more], key=lambda each: each.line)
    return Rows(frame, at + first, tuple(ordered), open_)


def _joined(
    texts: Sequence[str], quotes: pl.Series, separator: str
) -> tuple[dict[int, str], set[int], bool]:
    """Return the rows of several lines, which lines they take, and whether one may go on.

    A row that goes on holds an odd number of quotes in its first and its last line, and in none
    between.
    """
    odd = (quotes % 2 == 1).arg_true().to_list()
    cell = f'(?:"(?:[^"]|"")*"|[^"{separator}\n]*)'
    whole = re.compile(f"{cell}(?:{separator}{cell})*")
    joined: dict[int, str] = {}
    consumed: set[int] = set()
    at = 0
    while at < len(odd):
        start = odd[at]
        end = odd[at + 1] if at + 1 < len(odd) else None
        if end is not None and end - start < _MOST_LINES:
            text = "\n".join(texts[start : end + 1])
            if whole.fullmatch(text):
                joined[start] = text
                consumed.update(range(start, end + 1))
                at += 2
                continue
        at += 1
    last = odd[-1] if odd and odd[-1] not in consumed else None
    return joined, consumed, last is not None and len(texts) - last < _MOST_LINES


def _parsed(lines: pl.Series, names: Sequence[str], separator: str) -> pl.DataFrame:
    schema = dict.fromkeys(names, pl.String)
    if lines.is_empty():
        return pl.DataFrame(schema=schema)
    return pl.read_csv(
        io.BytesIO("\n".join(lines.to_list()).encode()),
        has_header=False,
        new_columns=list(names),
        schema=schema,
        separator=separator,
        quote_char='"',
        infer_schema=False,
    ).with_columns(pl.all().fill_null(""))


def _cells(
    several: Mapping[int, str], wanted: int, separator: str, file: str, first: int
) -> tuple[dict[int, list[str]], tuple[Broken, ...]]:
    """Return the cells of rows that take several lines; those too long or short are broken."""
    rows: dict[int, list[str]] = {}
    broken = []
    for at, text in several.items():
        (line,) = read_lines(text, separator, file, Problems())
        if len(line.cells) == wanted:
            rows[at] = [cell.text for cell in line.cells]
        else:
            found = _count(len(line.cells), wanted, Place(file, first + at, 1))
            broken.append(Broken(first + at, text, (found,)))
    return rows, tuple(broken)


def _blank(frame: pl.DataFrame) -> pl.Series:
    if frame.is_empty():
        return pl.Series(dtype=pl.Boolean)
    return frame.select(pl.all_horizontal(pl.all().str.strip_chars() == "")).to_series()


def _wrong(text: str, number: int, wanted: int, separator: str, file: str) -> Broken | None:
    """Return what is wrong with a line that is no row; None for one that is blank."""
    if not text.strip():
        return None
    problems = Problems()
    cells = 0
    for line in read_lines(text, separator, file, problems):
        cells = len(line.cells)
        if line.blank and not problems.found:
            return None
    found = [_moved(each, number) for each in problems.found]
    if not found:
        found = [_count(cells, wanted, Place(file, number, 1))]
    return Broken(number, text, tuple(found))


def _moved(diagnostic: Diagnostic, number: int) -> Diagnostic:
    return evolve(diagnostic, place=evolve(diagnostic.place, line=number))


def _count(found: int, wanted: int, at: Place) -> Diagnostic:
    return Diagnostic("KM-542", at, {"found": found, "wanted": wanted})

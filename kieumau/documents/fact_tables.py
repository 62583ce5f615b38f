"""Files of one or several wards: tables (CSV), JSON, JSON Lines, YAML, workbooks and Parquet.

Everything wrong with any ward is reported at once, a cell as ``wards.csv:12:so_ho``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from kieumau.documents.delimited import Line, read_lines
from kieumau.documents.factsets import FactSet, read_fact_set
from kieumau.documents.files import read_document, read_text
from kieumau.documents.frames import PARQUET, parquet_rows
from kieumau.documents.json_nodes import read_json
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.documents.rows import NEEDED, OF_THE_WARD, PARTS, read_data_row, read_row
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.language.fold import clean, fold
from kieumau.places import Place

__all__ = ["read_fact_table", "read_record", "read_wards", "refuse_twice", "separator_of"]

_MOST_TABLE = 32 * 1024 * 1024
"""Every ward of the country is a tenth of this; a guard against the wrong file."""
_CLOSE = 0.75
_NEVER = (".xls", ".xlsb", ".ods", ".numbers", ".doc", ".docx", ".pdf")
"""What is no text and cannot be read; any other ending is read as YAML."""


def read_fact_table(path: Path) -> tuple[FactSet, ...]:
    """Return every ward's facts in a file; its ending says what it is.

    Raises
    ------
    DocumentError
        With the place of every problem in the file.
    MissingExtraError
        A workbook needs the extra ``excel``, a Parquet file ``frames``.
    """
    return tuple(facts for facts, _ in read_wards(path))


def read_wards(path: Path) -> tuple[tuple[FactSet, Place], ...]:
    """Return every ward's facts in a file and where each stands; as `read_fact_table`."""
    ending = path.suffix.lower()
    read = _READERS.get(ending, _document)
    if ending in _NEVER:
        arguments = {"ending": ending, "allowed": ", ".join(_READERS)}
        raise DocumentError(Diagnostic("KM-547", Place(str(path)), arguments))
    problems = Problems()
    found = tuple(each for each in read(path, problems) if each is not None)
    refuse_twice(found, problems)
    if not found and not problems.errors:
        problems.add("KM-541", Place(str(path)))
    problems.raise_if_any(DocumentError)
    return found


def read_one_row(path: Path) -> FactSet:
    """Return the facts of a table that holds one ward.

    Raises
    ------
    DocumentError
        With the place of every problem; KM-979: it holds several wards.
    """
    found = read_wards(path)
    if len(found) > 1:
        raise DocumentError(Diagnostic("KM-979", Place(str(path)), {"n": len(found)}))
    return found[0][0]


def each_column_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the problems; a column that names no measure is reported once, not in every row."""
    kept: dict[object, Diagnostic] = {}
    for each in diagnostics:
        column = each.place.line and each.code == "KM-511" and each.place.path
        kept.setdefault((each.place.file, column) if column else len(kept), each)
    return tuple(kept.values())


_Found = tuple[FactSet, Place]


def _table(path: Path, problems: Problems) -> Iterator[_Found | None]:
    """Yield the wards of delimited text, a line each under the names of the columns."""
    name = str(path)
    text = _table_text(path)
    lines = _lines(text, name, problems)
    if lines is None:
        problems.add("KM-540", Place(name, 1, 1), columns=", ".join(NEEDED))
        return
    columns = _columns(next(lines), problems)
    if not set(NEEDED) <= set(columns):  # else every line would lack the same
        return
    for line in lines:
        if line.blank:
            continue
        place = Place(name, line.number, 1)
        if len(line.cells) != len(columns):
            problems.add("KM-542", place, found=len(line.cells), wanted=len(columns))
            continue
        row: dict[str, Node] = {}
        for number, (column, cell) in enumerate(zip(columns, line.cells, strict=True), 1):
            if column:
                at = Place(name, line.number, cell.place.column, path=column)
                row[column] = ScalarNode(cell.text.strip(), at)
            elif cell.text.strip():
                problems.add("KM-544", cell.place, number=number)
        facts = read_row(row, place, problems)
        yield None if facts is None else (facts, place)


def _table_text(path: Path) -> str:
    """Return a table's text; one in an encoding of old or of Excel's is told how to be saved."""
    try:
        text = read_text(path, most=_MOST_TABLE)
    except DocumentError as error:
        first = error.diagnostics[0]
        if first.code != "KM-105":
            raise
        with path.open("rb") as file:
            wide = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
        found = "UTF-16" if wide else f"byte {first.arguments['byte']}"
        raise DocumentError(Diagnostic("KM-539", first.place, {"found": found})) from None
    if "\0" in text:
        raise DocumentError(Diagnostic("KM-539", Place(str(path)), {"found": "UTF-16"}))
    return text.replace("\r", "\n")


def _lines(text: str, name: str, problems: Problems) -> Iterator[Line] | None:
    """Return the lines apart by the one separator that makes a header of the first."""
    separator = separator_of(text, name)
    return read_lines(text, separator, name, problems) if separator else None


def separator_of(text: str, name: str) -> str:
    """Return what stands between the columns of the ward in a text's first line, or nothing."""
    fitting = []
    for separator in ",;\t":
        header = next(read_lines(text, separator, name, Problems()), None)
        if header and {fold(cell.text) for cell in header.cells} & set(OF_THE_WARD):
            fitting.append((len(header.cells), separator))
    return max(fitting)[1] if fitting else ""


def _columns(header: Line, problems: Problems) -> list[str]:
    """Return the names of the columns; those of the ward must be there, each once."""
    columns: list[str] = []
    first: dict[str, int] = {}
    for number, cell in enumerate(header.cells, 1):
        column = clean(cell.text)
        folded = fold(column)
        column = folded if folded in OF_THE_WARD else column
        columns.append(column)
        if not column:
            continue
        if (before := first.setdefault(folded, number)) != number:
            problems.add("KM-543", cell.place, column=column, first=before)
        id_, mark, part = column.rpartition("__")
        near = get_close_matches(mark + part, PARTS, 1)
        if id_ and near and mark + part not in PARTS:
            allowed = ", ".join(PARTS)
            problems.add(
                "KM-545", cell.place, [id_ + near[0]], column=column, name=id_, allowed=allowed
            )
    lacking = [each for each in NEEDED if each not in columns]
    _miss(lacking, columns, header.cells[0].place, problems)
    return columns


def _miss(lacking: Sequence[str], columns: Sequence[str], at: Place, problems: Problems) -> None:
    """Note the columns of the ward that are not there, with what each is perhaps called."""
    strangers = [each for each in columns if each and each not in OF_THE_WARD]
    for column in lacking:
        near = get_close_matches(column, strangers, 1, _CLOSE)
        problems.add("KM-546", at, near, column=column)


def _json_lines(path: Path, problems: Problems) -> Iterator[_Found | None]:
    """Yield the wards of JSON Lines; each line stands for itself."""
    text = read_text(path, most=_MOST_TABLE)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                node = read_json(line, str(path), number)
            except DocumentError as error:
                problems.extend(error.diagnostics)
            else:
                yield read_record(node, problems)


def _json(path: Path, problems: Problems) -> Iterator[_Found | None]:
    yield from _records(read_json(read_text(path, most=_MOST_TABLE), str(path)), problems)


def _document(path: Path, problems: Problems) -> Iterator[_Found | None]:
    yield from _records(read_document(path), problems)


def _parquet(path: Path, problems: Problems) -> Iterator[_Found | None]:
    """Yield the wards of a Parquet file, a row each; what every row would lack is said once."""
    name = str(path)
    for number, row in parquet_rows(path):
        if number == 1 and (lacking := [each for each in NEEDED if each not in row]):
            _miss(lacking, list(row), Place(name), problems)
            return
        place = Place(name, number)
        facts = read_data_row(row, place, problems)
        yield None if facts is None else (facts, place)


def _workbook(path: Path, problems: Problems) -> Iterator[_Found | None]:
    from kieumau.documents.facts_forms import read_facts_sheets  # noqa: PLC0415 (seldom needed)

    yield from read_facts_sheets(path, problems).wards


def _records(node: Node, problems: Problems) -> Iterator[_Found | None]:
    for each in node.items if isinstance(node, ListNode) else (node,):
        yield read_record(each, problems)


def read_record(node: Node, problems: Problems) -> _Found | None:
    """Return a ward written as a fact set, or as a row whose keys are the columns."""
    if isinstance(node, MapNode) and node.get("ward_code") and not node.get("ward"):
        facts = read_row({key.text: value for key, value in node}, node.place, problems)
    else:
        facts = read_fact_set(node, problems)
    return None if facts is None else (facts, node.place)


def refuse_twice(found: Sequence[_Found], problems: Problems) -> None:
    """Note every ward that has facts for one period twice."""
    first: dict[tuple[object, ...], Place] = {}
    for facts, place in found:
        ward = (facts.ward.province, facts.ward.code, facts.period)
        if (before := first.setdefault(ward, place)) is not place:
            problems.add("KM-549", place, ward=facts.ward.code, first=str(before))


_READERS: Mapping[str, Callable[[Path, Problems], Iterator[_Found | None]]] = MappingProxyType(
    {
        ".csv": _table,
        ".tsv": _table,
        ".json": _json,
        ".jsonl": _json_lines,
        ".yaml": _document,
        ".yml": _document,
        ".xlsx": _workbook,
        ".xlsm": _workbook,
        PARQUET: _parquet,
    }
)

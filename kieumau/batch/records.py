"""Sources whose rows are no columns: JSON, JSON Lines, YAML and workbooks, read ward by ward."""

from collections.abc import Iterator, Mapping
from itertools import islice

import polars as pl
from attrs import frozen

from kieumau.batch.chunks import Chunk, OneFile, Position, Record, SetAside
from kieumau.documents.fact_tables import read_record
from kieumau.documents.facts_forms import read_each_ward
from kieumau.documents.factsets import WORKBOOK_ENDINGS, FactSet
from kieumau.documents.files import read_document, read_text
from kieumau.documents.json_nodes import read_json
from kieumau.documents.nodes import ListNode, Node
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.places import Place

__all__ = ["RECORD_ENDINGS", "Records"]

RECORD_ENDINGS = (".json", ".jsonl", ".yaml", ".yml", *WORKBOOK_ENDINGS)
_MOST_WHOLE = 32 * 1024 * 1024
_LONGEST_LINE = 1 << 22


@frozen
class Records(OneFile):
    """Wards written one by one in a file."""

    quoted: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """None: each ward names its figures itself."""
        return ()

    @property
    def size(self) -> int:
        """How many bytes of JSON Lines there are; of other files it is not known."""
        return self.path.stat().st_size if self.path.suffix.lower() == ".jsonl" else 0

    def chunks(self, start: Position | None, rows: int) -> Iterator[Chunk]:
        """Yield the wards from a position on."""
        at: Position = start or {"ward": 0, "byte": 0, "line": 1}
        if self.path.suffix.lower() == ".jsonl":
            yield from self._lines(at, rows)
            return
        wards = islice(self._wards(), at["ward"], None)
        while found := list(islice(wards, rows)):
            at = {**at, "ward": at["ward"] + len(found)}
            yield self._chunk(found, at)

    def _lines(self, at: Position, rows: int) -> Iterator[Chunk]:
        byte, number = at["byte"], at["line"]
        with self.path.open("rb") as file:
            file.seek(byte)
            while lines := list(islice(iter(lambda: file.readline(_LONGEST_LINE), b""), rows)):
                found = []
                for line in lines:
                    if line.strip():
                        found.append(_json_line(line, self.name, number))
                    number += 1
                byte += sum(map(len, lines))
                yield self._chunk(found, {**at, "byte": byte, "line": number})

    def _wards(self) -> Iterator[Record | SetAside]:
        if self.path.suffix.lower() in WORKBOOK_ENDINGS:
            for facts, place, problems in read_each_ward(self.path):
                yield _ward(facts, place, problems, {})
            return
        if self.path.suffix.lower() == ".json":
            node = read_json(read_text(self.path, most=_MOST_WHOLE), self.name)
        else:
            node = read_document(self.path)
        for each in node.items if isinstance(node, ListNode) else (node,):
            yield _read(each, {})

    def _chunk(self, found: list[Record | SetAside], at: Position) -> Chunk:
        records = tuple(each for each in found if isinstance(each, Record))
        lines = pl.Series(values=[each.place.line for each in records], dtype=pl.UInt64)
        broken = tuple(each for each in found if isinstance(each, SetAside))
        return Chunk(pl.DataFrame(), lines, self.name, broken, at, at["byte"], records)


def _json_line(line: bytes, file: str, number: int) -> Record | SetAside:
    place = Place(file, number, 1)
    cells = {"": line.decode(errors="backslashreplace").strip()}
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        node = read_json(text.rstrip("\r\n"), file, number)
    except UnicodeDecodeError as error:
        found = Diagnostic("KM-105", place, {"byte": f"0x{line[error.start]:02X}"})
        return SetAside(place, (found,), cells)
    except DocumentError as error:
        return SetAside(place, error.diagnostics, cells)
    return _read(node, cells)


def _read(node: Node, cells: Mapping[str, str]) -> Record | SetAside:
    problems = Problems()
    found = read_record(node, problems)
    facts, place = found or (None, node.place)
    return _ward(facts, place, problems.errors, cells)


def _ward(
    facts: FactSet | None,
    place: Place,
    problems: tuple[Diagnostic, ...],
    cells: Mapping[str, str],
) -> Record | SetAside:
    """Return a ward, or what is wrong with it; its cells are its figures where no line has it."""
    if facts is not None and not cells:
        cells = {"": to_json(facts.to_mapping()).strip()}
    if problems or facts is None:
        return SetAside(place, problems, cells)
    return Record(place, facts, cells)

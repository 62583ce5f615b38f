"""Parts: what each chunk came to, a file each, and the whole put together at the end.

Until then everything lies in a folder beside the output, with the state to go on from; the output
itself is written to a temporary file and renamed when it is whole.
"""

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import polars as pl
from attrs import frozen

from kieumau.batch.chunks import SetAside
from kieumau.batch.plan import REJECT_COLUMNS
from kieumau.documents.files import real_path
from kieumau.documents.workbooks.tables import write_table
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place
from kieumau.wording import Lang

__all__ = ["ENDINGS", "Parts", "rejects_path", "state_path"]

Ending: TypeAlias = Literal[".csv", ".parquet", ".xlsx", ".jsonl"]
ENDINGS: Final[tuple[str, ...]] = (".csv", ".parquet", ".xlsx", ".jsonl")
_BOM: Final = "\ufeff"
_COPIED: Final = 1 << 20


def rejects_path(output: Path) -> Path:
    """Return where the rows set aside are written."""
    return output.with_suffix(".rejects.csv")


def state_path(output: Path) -> Path:
    """Return the folder of a run that is not done."""
    return output.with_name(f"{output.name}.partial")


@frozen
class Parts:
    """The parts of one output.

    Attributes
    ----------
    columns
        Those of the source, for the rows set aside.
    """

    output: Path
    columns: tuple[str, ...]
    lang: Lang

    @property
    def folder(self) -> Path:
        """Where the parts lie."""
        return state_path(self.output)

    @property
    def ending(self) -> str:
        """The ending of the output, which says its format."""
        return self.output.suffix.lower()

    def begin(self) -> None:
        """Make the folder; what an earlier run left in it is removed."""
        with _writing(self.folder):
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=False)

    def put(
        self, number: int, frame: pl.DataFrame, keys: pl.DataFrame, aside: Sequence[SetAside]
    ) -> None:
        """Write what one chunk came to."""
        _put(self._part("out", number), _encoded(frame, self.ending))
        _put(self._part("keys", number), _encoded(keys, ".parquet"))
        _put(self._part("rejects", number), self._rejected(aside).encode())

    def save(self, state: Mapping[str, Any]) -> None:
        """Write the state, whole or not at all."""
        text = json.dumps(state, ensure_ascii=False)
        staged = self.folder / "state.new"
        _put(staged, text.encode())
        with _writing(staged):
            staged.replace(self.folder / "state.json")

    def saved(self) -> dict[str, Any] | None:
        """Return the state an earlier run left; None where there is none that can be used."""
        try:
            found = json.loads((self.folder / "state.json").read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def keys(self, parts: int) -> Iterator[pl.DataFrame]:
        """Yield the wards of the parts written."""
        for number in range(1, parts + 1):
            yield pl.read_parquet(self._part("keys", number), glob=False)

    def finish(self, parts: int, empty: pl.DataFrame) -> dict[Path, Path]:
        """Put the whole together in temporary files; return where each is to go."""
        output, rejects = real_path(self.output), real_path(rejects_path(self.output))
        staged = {
            self.folder / f"whole{self.ending}": output,
            self.folder / "rejects.csv": rejects,
        }
        whole, aside = staged
        self._whole(whole, parts, empty)
        with _writing(rejects), aside.open("wb") as file:
            file.write(self._rejects_header().encode())
            for number in range(1, parts + 1):
                _copy(self._part("rejects", number), file)
        return staged

    def abandon(self) -> None:
        """Remove the folder where nothing in it could be gone on from."""
        if self.saved() is None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def close(self, staged: Mapping[Path, Path]) -> None:
        """Put finished files in their places and remove the folder."""
        for source, target in staged.items():
            with _writing(target):
                if target.is_file():
                    if not os.access(target, os.W_OK):
                        raise PermissionError(13, os.strerror(13))
                    shutil.copymode(target, source)
                source.replace(target)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _part(self, what: str, number: int) -> Path:
        endings = {"out": ".parquet" if self.ending == ".xlsx" else self.ending, "rejects": ".csv"}
        return self.folder / f"{what}-{number:06}{endings.get(what, '.parquet')}"

    def _whole(self, whole: Path, parts: int, empty: pl.DataFrame) -> None:
        files = [self._part("out", number) for number in range(1, parts + 1)]
        with _writing(self.output):
            match self.ending:
                case ".parquet":
                    if files:
                        pl.scan_parquet(files, glob=False).sink_parquet(whole, maintain_order=True)
                    else:
                        empty.write_parquet(whole)
                case ".xlsx":
                    rows = (row for each in files for row in pl.read_parquet(each).iter_rows())
                    write_table(whole, empty.columns, rows)
                case _:
                    with whole.open("wb") as file:
                        if self.ending == ".csv":
                            file.write(empty.write_csv().encode())
                        for each in files:
                            _copy(each, file)

    def _rejects_header(self) -> str:
        return _BOM + _csv([[*REJECT_COLUMNS, *self.columns]])

    def _rejected(self, aside: Sequence[SetAside]) -> str:
        return _csv(self._row(each) for each in aside)

    def _row(self, row: SetAside) -> list[str]:
        place, lang = row.place, self.lang
        codes = " ".join(dict.fromkeys(each.code for each in row.problems))
        reasons = "; ".join(dict.fromkeys(_said(each, lang) for each in row.problems))
        at = str(place).removeprefix(f"{place.file}:") if place.sheet else str(place.line)
        own = [place.file, at, codes, reasons, row.cells.get("", "")]
        return own + [row.cells.get(column, "") for column in self.columns]


def _said(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return a reason with its column, where it has one."""
    path = diagnostic.place.path
    return f"{path}: {diagnostic.message(lang)}" if path else diagnostic.message(lang)


def _csv(rows: Any) -> str:  # noqa: ANN401
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _encoded(frame: pl.DataFrame, ending: str) -> bytes:
    """Return a part's bytes; a table's without its header."""
    data = io.BytesIO()
    match ending:
        case ".csv":
            frame.write_csv(data, include_header=False)
        case ".jsonl":
            frame.write_ndjson(data)
        case _:
            frame.write_parquet(data)
    return data.getvalue()


def _put(path: Path, data: bytes) -> None:
    """Write a file and see to it that it is on the disk."""
    with _writing(path), path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _copy(path: Path, file: io.BufferedWriter) -> None:
    with path.open("rb") as part:
        shutil.copyfileobj(part, file, _COPIED)


class _writing:  # noqa: N801 (a context, used as a verb)
    """Turns a failure to write into KM-121 at the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Say which file could not be written."""
        if isinstance(error, OSError):
            why = {"why": error.strerror or str(error)}
            raise DocumentError(Diagnostic("KM-121", Place(str(self._path)), why)) from None

"""A plugin's folder as files: what a workbook carries, and what is written back."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kieumau.documents.files import read_text, real_path, write_all
from kieumau.documents.rule_sheets.entries import Documents
from kieumau.documents.yaml_edit import yaml_data
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["copy_others", "decoded", "documents_of", "folder_files", "write_folder"]

_YAML = (".yaml", ".yml")
_ENDINGS = (*_YAML, ".json", ".md")
_LINK = Text(
    "đây là liên kết tới thư mục khác; sổ tính lập từ chính thư mục đó",
    "a link to another folder; make the workbook from the folder itself",
)
_IN_TABLES = ("plugin", "measures", "rules/", "cases/")


def folder_files(folder: Path) -> dict[str, bytes]:
    """Return the documents of a plugin's folder by their paths within it.

    Raises
    ------
    DocumentError
        One cannot be read, or a folder within is a link, which no walk would follow.
    """
    found: dict[str, bytes] = {}
    for where, inside, names in os.walk(folder):
        inside[:] = sorted(each for each in inside if not each.startswith((".", "__")))
        for name in inside:
            if (linked := Path(where, name)).is_symlink():
                raise DocumentError(Diagnostic("KM-102", Place(str(linked)), {"why": _LINK}))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() in _ENDINGS and not name.startswith("."):
                read_text(path)  # refuses what is too large or no text
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    order = {"plugin": 0, "measures": 1}
    return dict(sorted(found.items(), key=lambda each: (order.get(Path(each[0]).stem, 2), each[0])))


def decoded(data: bytes) -> str:
    """Return a file's text as it stands, line ends and all; a byte-order mark is kept apart."""
    return data.decode("utf-8-sig")


def documents_of(files: Mapping[str, bytes], shown: str, problems: Problems) -> Documents:
    """Return what the files with rows say; what is not plain YAML is noted."""
    found: Documents = {}
    for name, data in files.items():
        if not name.startswith(_IN_TABLES) or ("/" not in name and "." not in name):
            continue
        if not name.lower().endswith(_YAML):
            if name.lower().endswith(".json"):
                problems.add("KM-907", Place(f"{shown}/{name}"))
            continue
        try:
            found[name] = yaml_data(decoded(data), f"{shown}/{name}")
        except DocumentError as error:
            problems.extend(error.diagnostics)
    return found


def copy_others(folder: Path, into: Path, files: Mapping[str, bytes]) -> None:
    """Copy what else of a plugin's folder is read, such as workbooks of cases.

    No link is copied as one to a file: nothing written into the copy reaches the original.
    """
    for where, inside, names in os.walk(folder):
        target = into / Path(where).relative_to(folder)
        target.mkdir(parents=True)
        inside[:] = sorted(each for each in inside if not each.startswith((".", "__")))
        for name in inside:
            if Path(where, name).is_symlink():
                (target / name).symlink_to(real_path(Path(where, name)))
        for name in names:
            path = Path(where, name)
            if path.relative_to(folder).as_posix() not in files and path.is_file():
                shutil.copyfile(path, target / name)


def write_folder(
    folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes] | None = None
) -> None:
    """Write files into a folder, all or none; a folder that is not there is made whole.

    Parameters
    ----------
    before
        What stood in the folder when it was read: nothing is written where it no longer does.

    Raises
    ------
    DocumentError
        They cannot be written; what was there is as it was.
    """
    if not folder.exists():
        _write_new(folder, files)
        return
    if before is not None:
        _refuse_other(folder, files, before)
    made: list[Path] = []
    try:
        for name in files:
            parent = (folder / name).parent
            missing = [each for each in (parent, *parent.parents) if not each.exists()]
            parent.mkdir(parents=True, exist_ok=True)
            made += missing
        write_all({real_path(folder / name): data for name, data in files.items()})
    except (OSError, DocumentError) as error:
        for each in made:
            each.rmdir()
        if isinstance(error, DocumentError):
            raise
        raise _cannot(folder, error) from None


def _refuse_other(folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    problems = Problems()
    for name in files:
        path = folder / name
        try:
            now = path.read_bytes() if path.exists() else None
        except OSError as error:
            raise _cannot(path, error) from None
        if now != before.get(name):
            problems.add("KM-922", Place(str(path)))
    problems.raise_if_any(DocumentError)


def _write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as made:
            whole = Path(made, "whole")
            for name, data in files.items():
                path = whole / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            whole.rename(folder)
    except OSError as error:
        raise _cannot(folder, error) from None


def _cannot(folder: Path, error: OSError) -> DocumentError:
    arguments = {"why": error.strerror or str(error)}
    return DocumentError(Diagnostic("KM-121", Place(str(folder)), arguments))

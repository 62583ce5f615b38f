"""A plugin's workbook opened and saved by LibreOffice imports back without a change."""

import subprocess

import pytest

from kieumau.authoring.workbook.importing import read_import
from tests.authoring.workbook_plugins import EXAMPLE, PLUGINS, Edited, copied, workbook_of

pytestmark = pytest.mark.office


def resaved(path, to):
    """Return a workbook as LibreOffice saves it."""
    command = ["soffice", f"-env:UserInstallation=file://{to}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(to), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return to / path.name


@pytest.mark.parametrize("of", PLUGINS, ids=lambda each: each.name)
def test_saved_by_libreoffice_nothing_changes(tmp_path, of):
    """The hidden sheet, dates, numbers and many lines of text come through."""
    folder = copied(tmp_path, of)
    (tmp_path / "made").mkdir()
    path = workbook_of(folder, tmp_path / "made" / "bo.xlsx")

    found = read_import(resaved(path, tmp_path), folder)

    assert (found.after, found.notes) == ({}, ())


def test_edited_and_saved_by_libreoffice_the_change_comes_back(tmp_path):
    """A date and a threshold."""
    folder = copied(tmp_path, EXAMPLE)
    (tmp_path / "made").mkdir()
    book = Edited(workbook_of(folder, tmp_path / "made" / "bo.xlsx"))
    row = book.row("Tiêu chí", "dan-hai-long", "thắt chặt")
    book.write("Tiêu chí", row, **{"Hiệu lực từ": "01/06/2023"})

    found = read_import(resaved(book.save(), tmp_path), folder)

    assert "+    from: 2023-06-01" in list(found.diff())

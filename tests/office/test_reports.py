# ruff: noqa: D103 (the names say it)
"""Word reports opened by LibreOffice: pages, their numbers, and every word in place."""

import io
import re
import subprocess
from pathlib import Path

import docx
import pytest

from kieumau import FactSet, load
from kieumau.render.word.verdict import verdict_docx
from tests.office.test_forms import saved

PDFTOTEXT = "pdftotext"
pytestmark = pytest.mark.office
STANDARD = load("ha-tinh", on="2023-12-31")
VERDICT = STANDARD.evaluate(FactSet.read("examples/wards/phuong-mau-b-khong-dat.yaml"))
ENDS = {
    "vi": ("KẾT LUẬN: KHÔNG ĐẠT", "Đại diện Công an phường", "PHỤ LỤC: GIẢI TRÌNH VÀ CĂN CỨ"),
    "en": ("OUTCOME: NOT MET", "For the ward police", "ANNEX: EXPLANATION AND SOURCES"),
}


@pytest.fixture(scope="module", params=["vi", "en"])
def made(request, tmp_path_factory) -> tuple[str, Path]:
    """Return a report's language and file."""
    path = tmp_path_factory.mktemp("word") / f"report-{request.param}.docx"
    path.write_bytes(verdict_docx(VERDICT, request.param))
    return request.param, path


def words(text: str) -> str:
    """Return text with its spaces as one, and words that a line end parted put together."""
    return " ".join(text.replace("\u00a0", " ").split())


def test_it_prints_with_numbered_pages(made):
    lang, path = made
    (pdf,) = saved(path.parent / "pdf", "pdf", path)
    found = subprocess.run((PDFTOTEXT, "-layout", pdf, "-"), check=True, capture_output=True)
    pages = found.stdout.decode().split("\f")[:-1]

    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        last = page.rstrip().rsplit("\n", 1)[-1]
        assert re.search(
            rf"Phường Mẫu B \(giả định\) – 99902; [0-9a-f]{{12}} +{number}/{len(pages)}", last
        )
    outcome, signed, annex = ENDS[lang]
    whole = found.stdout.decode()
    assert outcome in words(whole).replace("Kết luận", "KẾT LUẬN").replace("Outcome", "OUTCOME")
    assert whole.index(signed) < whole.index(annex)


def test_libreoffice_keeps_every_word(made):
    _, path = made
    (again,) = saved(path.parent / "docx", "docx", path)
    before, after = docx.Document(path), docx.Document(io.BytesIO(again.read_bytes()))

    assert [words(each.text) for each in after.paragraphs] == [
        words(each.text) for each in before.paragraphs
    ]
    assert len(after.tables) == len(before.tables)
    for one, other in zip(before.tables, after.tables, strict=True):
        assert [[words(c.text) for c in row.cells] for row in one.rows] == [
            [words(c.text) for c in row.cells] for row in other.rows
        ]

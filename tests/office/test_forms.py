# ruff: noqa: D103 (the names say it)
"""Forms saved by LibreOffice, directly and by way of OpenDocument, read back the same."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from kieumau import FactSet, load
from kieumau.documents.facts_forms import read_facts_form
from kieumau.documents.workbooks.plan import CellPlan, ColumnPlan, RowPlan, SheetPlan
from kieumau.documents.workbooks.reading import as_id, read_workbook
from kieumau.documents.workbooks.writing import workbook_bytes
from kieumau.rules.facts import NO_DATE, Evidence, Fact, Interval, Reported, Unknown
from kieumau.rules.periods import Period
from kieumau.wording import Text
from tests.documents.form_files import WARD, form

OFFICE = "soffice"
pytestmark = pytest.mark.office
STANDARD = load("tai-lap-5764", on="2023-12-31")
EVIDENCE = Evidence("Công an tỉnh (giả định)", "=12/BC", date=dt.date(2023, 12, 1))
FILLED = FactSet(
    WARD,
    Period(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    (
        Fact("so_ho", 2000, EVIDENCE),
        Fact("so_ho_co_binh", Unknown(Text("mới có số đăng ký", "only registrations"))),
        Fact("so_vu_trat_tu_xa_hoi", Interval(20, 25)),
        Fact("ty_le_tin_bao_duoc_tiep_nhan", Reported("99,5%")),
        Fact("tru_so_duoc_xac_nhan", value=True),
        Fact("ngay_nghi_quyet_dang_uy", dt.date(2023, 2, 15)),
        Fact("ngay_ke_hoach_uy_ban", NO_DATE),
    ),
    invented=True,
)
BARE = FactSet(
    WARD,
    FILLED.period,
    tuple(Fact(each.measure, each.value) for each in FILLED),
    invented=True,
)


def saved(folder: Path, ending: str, *paths: Path) -> list[Path]:
    """Return files as LibreOffice opens and saves them."""
    folder.mkdir()
    profile = f"-env:UserInstallation=file://{folder.parent / 'profile'}"
    command = [OFFICE, "--headless", profile, "--convert-to", ending, "--outdir", folder, *paths]
    subprocess.run([str(each) for each in command], check=True, capture_output=True, timeout=180)
    return [folder / f"{path.stem}.{ending}" for path in paths]


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> dict[str, Path]:
    """Return both forms, saved anew and saved by way of OpenDocument."""
    folder = tmp_path_factory.mktemp("office")
    made = [
        form(folder / "measures.xlsx", STANDARD, facts=[FILLED]),
        form(folder / "wards.xlsx", STANDARD, "wards", facts=[BARE]),
    ]
    xlsx = made
    for time in ("one", "two", "three"):  # what one opening spoils may show at the next
        xlsx = saved(folder / time, "xlsx", *xlsx)
    ods = saved(folder / "ods", "ods", *made)
    by_ods = saved(folder / "again", "xlsx", *ods)
    return {
        f"{path.stem} {way}": path
        for way, paths in (("xlsx", xlsx), ("ods", by_ods))
        for path in paths
    }


@pytest.mark.parametrize("way", ["xlsx", "ods"])
def test_a_form_saved_by_libreoffice_reads_back(forms, way):
    assert FactSet.read(forms[f"measures {way}"]) == FILLED


@pytest.mark.parametrize("way", ["xlsx", "ods"])
def test_a_form_of_wards_saved_by_libreoffice_reads_back(forms, way):
    assert FactSet.read_all(forms[f"wards {way}"]) == (BARE,)


def test_ids_that_libreoffice_takes_for_escapes_read_back(tmp_path):
    ids = ("so_xa_hoi", "so_xe_may", "duoc_xac_nhan", "so_xd_ab", "so_x9_ab", "so_x0_a_xf_a")
    made = tmp_path / "a.xlsx"
    cells = tuple(RowPlan((CellPlan(each),)) for each in ids)
    made.write_bytes(workbook_bytes([SheetPlan("S", (ColumnPlan(),), cells)]))
    (once,) = saved(tmp_path / "one", "xlsx", made)
    (twice,) = saved(tmp_path / "two", "xlsx", once)

    for path in (made, once, twice):
        sheet = read_workbook(path).sheets[0]
        assert tuple(as_id(sheet.text(row, 1)) for row in range(1, len(ids) + 1)) == ids


@pytest.mark.parametrize("name", ["measures xlsx", "measures ods", "wards xlsx", "wards ods"])
def test_the_standard_it_was_made_for_is_still_said(forms, name):
    made = read_facts_form(forms[name]).made_for

    assert made is not None
    assert made.digest == STANDARD.digest

"""Make the pictures of the guides again: ``python docs/images/make.py``.

Needs LibreOffice, poppler (``pdftoppm``) and Chromium on the machine, and kieumau with its extra
``all`` and Pillow in the Python that runs this. Look at each picture afterwards.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from PIL import Image, ImageChops

HERE = Path(__file__).parent
WARDS = HERE.parent / "vi/huong-dan/tep/cac-phuong.csv"
WARD = HERE.parents[1] / "examples/wards/phuong-mau-b-khong-dat.yaml"
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)


def run(*command: object, cwd: Path) -> None:
    """Run a command; its failure is ours."""
    environment = {**os.environ, "KIEUMAU_LANG": "vi", "HOME": str(cwd)}
    subprocess.run(  # noqa: S603
        [str(each) for each in command],
        cwd=cwd,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kieumau(*arguments: str, cwd: Path) -> None:
    """Run a command of kieumau."""
    run(sys.executable, "-m", "kieumau", *arguments, cwd=cwd)


def picture(source: Path, name: str, *, trim: bool = False) -> None:
    """Keep a picture small: 128 colours, and its white border cut."""
    drawn = Image.open(source).convert("RGB")
    if trim:
        white = Image.new("RGB", drawn.size, "white")
        drawn = drawn.crop(ImageChops.difference(drawn, white).getbbox())
    drawn.quantize(128, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


def sheet(book: Path, title: str, last: str, name: str, home: Path) -> None:
    """Draw the beginning of a sheet, down to a cell, with the letters of its columns."""
    copy = home / f"{name}.xlsx"
    workbook = load_workbook(book)
    for each in workbook:
        if each.title != title:
            each.sheet_state = "hidden"
    page = workbook[title]
    workbook.active = workbook.index(page)
    page.print_area = f"A1:{last}"
    page.print_title_rows = page.print_title_cols = None
    page.print_options.headings = page.print_options.gridLines = True
    for edge in (page.oddHeader, page.oddFooter):
        edge.left.text = edge.center.text = edge.right.text = None
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 8  # A3
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 1
    page.sheet_properties.pageSetUpPr.fitToPage = True
    workbook.save(copy)
    run("soffice", "--headless", "--convert-to", "pdf", copy, cwd=home)
    drawn = ("-r", 110, "-f", 1, "-l", 1, "-singlefile", "-png")
    run("pdftoppm", *drawn, home / f"{name}.pdf", home / name, cwd=home)
    picture(home / f"{name}.png", name, trim=True)


def page(address: str, name: str, size: tuple[int, int], scale: int, home: Path) -> None:
    """Photograph a page, or a part of one, on a screen of a size.

    In a frame: windows are never as narrow as a telephone, and are photographed from the top only.
    """
    (width, height), framed, shot = size, home / f"{name}.html", home / f"{name}.png"
    frame = f'<iframe src="{address}" width="{width}" height="{height}" style="border:0"></iframe>'
    framed.write_text(f'<!doctype html><body style="margin:0">{frame}</body>', "utf-8")
    screen = (f"--window-size={max(width, 800)},{height}", f"--force-device-scale-factor={scale}")
    run(*CHROMIUM, *screen, f"--screenshot={shot}", framed.as_uri(), cwd=home)
    Image.open(shot).crop((0, 0, width * scale, height * scale)).save(shot)
    picture(shot, name)


def printed(page: Path, name: str, home: Path) -> None:
    """Draw the first page of a page on paper."""
    pdf = home / f"{name}.pdf"
    run(*CHROMIUM, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri(), cwd=home)
    drawn = ("-r", 80, "-f", 1, "-l", 1, "-singlefile", "-png")
    run("pdftoppm", *drawn, pdf, home / name, cwd=home)
    picture(home / f"{name}.png", name)


def main() -> None:
    """Do what the tutorial does, and take its pictures."""
    for each in ("soffice", "pdftoppm", "chromium"):
        if shutil.which(each) is None:
            sys.exit(f"{each} is not on this machine")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        kieumau("new", "Tỉnh Tôi", "--yes", cwd=home)
        rules, cases = (home / "tinh-toi" / each / "2026.yaml" for each in ("rules", "cases"))
        rules.write_text(rules.read_text("utf-8").replace("to: 75%", "to: 80%"), "utf-8")
        for old, new in (("29", "31"), ("30", "32")):
            text, key = cases.read_text("utf-8"), "so_don_vi_duoc_cong_nhan: "
            cases.write_text(text.replace(f"{key}{old} ", f"{key}{new} "), "utf-8")
        kieumau("table", "tinh-toi", "--output", "bo.xlsx", cwd=home)
        kieumau("template", "tinh-toi", "--output", "phieu.xlsx", cwd=home)
        kieumau("show", "tinh-toi", "--html", "bo.html", cwd=home)
        preview = ("preview", "tinh-toi", "--facts", str(WARDS), "--html", "xem.html")
        kieumau(*preview, cwd=home)
        sheet(home / "bo.xlsx", "Tiêu chí", "J10", "workbook-criteria", home)
        sheet(home / "bo.xlsx", "Trường hợp", "H10", "workbook-cases", home)
        sheet(home / "phieu.xlsx", "Số liệu", "K32", "form", home)
        catalogue = f"{(home / 'bo.html').as_uri()}#_muc-luc"
        wards = (home / "xem.html").as_uri()
        for name, address in (("catalogue", catalogue), ("preview", wards)):
            page(address, name, (1280, 1000), 1, home)
            page(address, f"{name}-phone", (390, 844), 2, home)
        report = home / "bao-cao.html"
        kieumau("evaluate", str(WARD), "--criteria", "ha-tinh", "--html", str(report), cwd=home)
        page(report.as_uri(), "report", (1280, 1000), 1, home)
        page(report.as_uri(), "report-phone", (390, 844), 2, home)
        printed(report, "report-printed", home)


if __name__ == "__main__":
    main()

# ruff: noqa: E501 (one rule is one line)
"""Small invented plugins for the tests of warnings, written out as folders."""

from pathlib import Path

__all__ = ["base", "case", "layer"]

MEASURES = """\
format: kieumau/measures/1
measures:
  - {id: so_ho, name: số hộ, kind: integer, max: 1000}
  - {id: so_ho_dat, name: số hộ đạt, kind: integer, max: 1000}
  - {id: ty_le, name: tỷ lệ hộ đạt, kind: percent, ratio: {of: so_ho_dat, to: so_ho}, IF_ZERO}
  - {id: so_vu, name: số vụ, kind: integer, max: 10}
  - {id: co_so, name: có sổ, kind: yes/no}
  - {id: loai, name: loại, kind: choice, choices: [{id: a, name: loại a}, {id: b, name: loại b}]}
  - {id: ngay, name: ngày nộp, kind: date}
"""
MANIFEST = """\
format: kieumau/plugin/1
id: {id}
version: "1"
kind: {kind}
{refines}
title: Bộ giả định
invented: true
instruments:
  - {{id: qd, number: 01/GĐ, title: Quyết định giả định{dates}}}
"""
SET = """\
format: kieumau/rules/1
set: {id: bo, title: Bộ giả định, from: 2023-01-01, rule: RULE, fidelity: derived, citation: {instrument: qd}}
criteria:
  - id: nhom
    title: Nhóm
    indicators:
"""
CASES = """\
format: kieumau/cases/1
ward: {code: "00001", name: Phường giả định, province: "00"}
period: {from: 2023-01-01, to: 2023-12-31}
cases:
"""


def indicator(id_: str, requires: str, more: str = "") -> str:
    """Return an indicator, one line of YAML."""
    return (
        f"{{id: {id_}, title: Chỉ tiêu {id_}, requires: {requires}, "
        f"citation: {{instrument: qd}}, fidelity: text{more and ', ' + more}}}"
    )


def case(id_: str, facts: str, expect: str) -> str:
    """Return a case, one line of YAML."""
    return f"  - {{id: {id_}, sentence: Trường hợp giả định, facts: {{{facts}}}, expect: {{{expect}}}}}\n"


def base(
    folder: Path,
    indicators: dict[str, str],
    cases: str = "",
    *,
    more: dict[str, str] | None = None,
    if_zero: str = "unknown",
    dates: str = "",
    rule: str = "all",
) -> Path:
    """Write a base of one criterion; ``indicators`` are what each requires, by id."""
    (folder / "rules").mkdir(parents=True)
    manifest = MANIFEST.format(id="goc", kind="base", refines="", dates=dates)
    (folder / "plugin.yaml").write_text(manifest, "utf-8")
    measures = MEASURES.replace("IF_ZERO", f"if_zero: {if_zero}")
    (folder / "measures.yaml").write_text(measures, "utf-8")
    lines = "".join(
        f"      - {indicator(id_, requires, (more or {}).get(id_, ''))}\n"
        for id_, requires in indicators.items()
    )
    (folder / "rules" / "r.yaml").write_text(SET.replace("RULE", rule) + lines, "utf-8")
    return _with_cases(folder, cases)


def layer(
    folder: Path, rules: str, cases: str = "", *, measures: str = "", dates: str = ""
) -> Path:
    """Write a refinement of that base."""
    (folder / "rules").mkdir(parents=True)
    manifest = MANIFEST.format(id="lop", kind="refinement", refines="refines: goc", dates=dates)
    (folder / "plugin.yaml").write_text(manifest.replace("id: qd,", "id: nq,"), "utf-8")
    if measures:
        text = f"format: kieumau/measures/1\nmeasures:\n{measures}"
        (folder / "measures.yaml").write_text(text, "utf-8")
    head = "format: kieumau/rules/1\nfrom: 2023-01-01\n"
    (folder / "rules" / "r.yaml").write_text(head + rules, "utf-8")
    return _with_cases(folder, cases)


def _with_cases(folder: Path, cases: str) -> Path:
    if cases:
        (folder / "cases").mkdir()
        (folder / "cases" / "c.yaml").write_text(CASES + cases, "utf-8")
    return folder

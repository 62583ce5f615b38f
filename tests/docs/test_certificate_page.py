"""The worked example of docs/reference/certificate.md is a certificate, made as the page says."""

import os
import re
from pathlib import Path

import kieumau

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs/reference/certificate.example.json"
PAGE = ROOT / "docs/reference/certificate.md"
FACTS = {
    "ward": {"code": "99906", "name": "Phường Mẫu F (giả định)", "province": "00"},
    "period": {"from": "2024-01-01", "to": "2024-12-31"},
    "invented": True,
    "facts": {
        "bien_che_duoc_giao": 20,
        "so_can_bo_hien_co": 20,
        "so_can_bo_da_tap_huan": {"value": 18, "evidence": {"document": "12/BC (giả định)"}},
        "co_lich_truc_ban": {"unknown": "đang thống kê"},
        "so_ho_so_da_giai_quyet": 4000,
        "so_ho_so_dung_han": {"between": [3920, 3950]},
        "so_ho_so_truc_tuyen": 3200,
        "ty_le_nguoi_dan_hai_long": {"reported": "90%"},
        "so_vu_chay": 0,
        "so_vu_chay_co_mat_kip_thoi": 0,
        "co_xe_chua_chay_mini": True,
        "so_buoi_tuyen_truyen": 14,
        "co_hom_thu_gop_y": True,
    },
}


def test_the_example_is_current():
    """As the code makes it; `make record` writes it anew, with its digests on the page."""
    facts = kieumau.FactSet.from_mapping(FACTS)
    standard = kieumau.load(ROOT / "examples/bo-cham-diem", on="2024-12-31")
    certificate = kieumau.Certificate.of(standard.evaluate(facts), standard)
    page = PAGE.read_text("utf-8")
    quoted = re.findall(r'"([0-9a-f]{64})"', page)
    digests = [certificate.digest, standard.digest]
    if os.environ.get("KIEUMAU_RECORD"):
        EXAMPLE.write_text(f"{certificate.text}\n", "utf-8")
        for old, new in zip(quoted, digests, strict=True):
            page = page.replace(old, new)
        PAGE.write_text(page, "utf-8")
        return

    assert EXAMPLE.read_text("utf-8") == f"{certificate.text}\n"
    assert quoted == digests

"""A year of figures of an invented ward, as they arrive: what each month settles, and why.

Run it from the root of the repository: ``python examples/monthly_reporting.py [vi|en]``. The ward,
its figures and the criteria (`examples/bo-cham-diem`) are invented.
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import kieumau

CRITERIA = Path(__file__).parent / "bo-cham-diem"
WARD = kieumau.Ward("00000", "Phường Mẫu (giả định)", "00")
YEAR = kieumau.Period(date(2024, 1, 1), date(2024, 12, 31))


def at_least(so_far: int, most: int) -> dict[str, list[int]]:
    """Return what is known of a year's count before the year is over: it can only grow."""
    return {"between": [so_far, most]}


MONTHS = {
    1: {
        "bien_che_duoc_giao": 14,
        "co_hom_thu_gop_y": True,
        "so_buoi_tuyen_truyen": at_least(1, 60),
    },
    3: {"so_buoi_tuyen_truyen": at_least(4, 60), "so_can_bo_da_tap_huan": at_least(6, 15)},
    5: {"co_xe_chua_chay_mini": True, "so_can_bo_hien_co": {"between": [14, 15]}},
    7: {"so_buoi_tuyen_truyen": at_least(12, 60), "so_vu_chay": at_least(1, 20)},
    9: {"ty_le_nguoi_dan_hai_long": {"reported": "91%"}},
}
CORRECTED = {"ty_le_nguoi_dan_hai_long": {"reported": "89%"}}
DECEMBER = {
    "so_can_bo_hien_co": 14,
    "so_can_bo_da_tap_huan": 13,
    "co_lich_truc_ban": True,
    "so_ho_so_da_giai_quyet": 4200,
    "so_ho_so_dung_han": 4150,
    "so_ho_so_truc_tuyen": 3500,
    "so_vu_chay": 4,
    "so_vu_chay_co_mat_kip_thoi": 3,
    "so_buoi_tuyen_truyen": 14,
}
SAID = {
    "vi": ("Tháng {month}", "Tháng 10, sửa số liệu", "Phường gửi nhầm, bị từ chối:"),
    "en": ("Month {month}", "October, a correction", "Sent by mistake, and refused:"),
}


def main(lang: str = "vi") -> None:
    """Let a year go by."""
    heading, corrected, refused = SAID[lang]
    standard = kieumau.load(CRITERIA, on=YEAR.last)
    begun = kieumau.FactSet(WARD, YEAR, (), invented=True)
    with standard.session(begun) as session, TemporaryDirectory() as folder:
        for month, facts in MONTHS.items():
            print(f"== {heading.format(month=month)}\n{session.assert_facts(facts).say(lang)}")

        # The survey's figure was mistyped. What arrives may not change it; a correction may.
        print(f"== {corrected}")
        try:
            session.assert_facts(CORRECTED)
        except kieumau.FactsError as error:
            print(f"{refused}\n{error.say(lang)}\n")
        print(session.correct(CORRECTED).say(lang))

        # Kept over the autumn; the file is opened under no standard of another meaning.
        session.save(Path(folder) / "phuong-mau.json")
        with kieumau.Session.load(Path(folder) / "phuong-mau.json", standard) as again:
            print(f"== {heading.format(month=12)}\n{again.assert_facts(DECEMBER).say(lang)}")
            points = again.verdict().explanation.score
            print(f"{points.reached}/{points.total}")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What is said to be decided beforehand holds for every ward whose figures lie within bounds."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

import kieumau
from kieumau import FactSet, KieumauError, Status
from tests.authoring.plugins import base

NUMBER = st.integers(0, 10)
PERCENT = st.integers(0, 10).map(lambda tenth: tenth * 10)
OPERATOR = st.sampled_from(["≥", ">", "≤", "<", "=", "≠"])
LEAF = st.one_of(
    st.builds("so_vu {} {}".format, OPERATOR, NUMBER),
    st.builds("so_ho {} {}".format, OPERATOR, NUMBER.map(lambda each: each * 100)),
    st.builds("ty_le {} {}%".format, OPERATOR, PERCENT),
    st.just("co_so"),
    st.sampled_from(["loai thuộc {loại a; loại b}", "loai = loại a"]),
    st.sampled_from(["ngay ≤ 31/03/2023", "ngay ≥ 01/04/2023"]),
)
CONJUNCTS = st.lists(LEAF, min_size=1, max_size=3, unique=True)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "so_vu": NUMBER,
        "so_ho": st.integers(0, 1000),
        "so_ho_dat": st.integers(0, 1000),
        "ty_le": st.integers(0, 100),
        "co_so": st.booleans(),
        "loai": st.sampled_from(["a", "b"]),
        "ngay": st.sampled_from([date(2023, 3, 31), date(2023, 4, 1), "none"]),
    },
)
WARD = {"code": "00001", "name": "Phường giả định", "province": "00"}
PERIOD = {"from": "2023-01-01", "to": "2023-12-31"}


@given(
    conjuncts=CONJUNCTS,
    if_zero=st.sampled_from(["unknown", "met", "unmet", "not_applicable"]),
    wards=st.lists(FACTS, min_size=1, max_size=8),
)
@example(["so_vu > 10"], "unknown", [{"so_vu": 10}])
@example(["ty_le > 100%", "co_so"], "not_applicable", [{"so_ho": 0, "so_ho_dat": 0, "co_so": True}])
@example(["ty_le ≥ 0%"], "unknown", [{"so_ho": 0, "so_ho_dat": 0}])
@example(["ty_le ≥ 0%"], "unmet", [{"so_ho": 0, "so_ho_dat": 0}])
def test_no_ward_contradicts_a_warning(conjuncts, if_zero, wards):
    """Never met: nobody meets it. Never fails: nobody fails it."""
    quoted = ", ".join(f"'{each}'" for each in conjuncts)
    with TemporaryDirectory() as folder:
        plugin = base(Path(folder) / "b", {"x": f"{{all: [{quoted}]}}"}, if_zero=if_zero)
        codes = {each.code for each in kieumau.check(plugin)}
        standard = kieumau.load(plugin, on="2023-12-31")
    for facts in wards:
        try:
            given = FactSet.from_mapping({"ward": WARD, "period": PERIOD, "facts": facts})
            status = standard.evaluate(given, engine="plain").finding("x").status
        except KieumauError:  # figures that contradict each other, or their bounds
            continue
        assert "KM-801" not in codes or status is not Status.MET
        assert "KM-802" not in codes or status is not Status.NOT_MET

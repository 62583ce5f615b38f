"""A small standard with a test of every kind of measure, and a ward that just meets it."""

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from kieumau.errors import KieumauError
from kieumau.rules.conditions import Compare, Holds, OneOf, Op
from kieumau.rules.measures import Choice, Kind, Ratio
from kieumau.wording import Text
from tests.strategies import asking, grouping, issuing, knowing, measure, standard

__all__ = ["MEASURES", "ROW", "SMALL", "frame_of", "problem"]

PERCENT = {"unit": Text("%"), "maximum": Decimal(100), "decimals": 2}
LEVELS = tuple(Choice(f"k{at}", Text(f"loại {at}", f"class {at}")) for at in range(3))
MEASURES = (
    measure("so_ho", maximum=Decimal(1000)),
    measure("so_to", maximum=Decimal(1000)),
    measure("diem", Kind.NUMBER, minimum=Decimal(-2), maximum=Decimal(30), decimals=1),
    measure("co_tru_so", Kind.YES_NO),
    measure("muc", Kind.CHOICE, choices=LEVELS),
    measure("ngay_hop", Kind.DATE),
    measure("ty_le", Kind.PERCENT, derived=Ratio("so_ho", "so_to"), **PERCENT),
)
TESTS = {
    "ho": Compare("so_ho", Op.GE, Decimal(300)),
    "diem": Compare("diem", Op.GE, Decimal("1.5")),
    "tru-so": Holds("co_tru_so"),
    "muc": OneOf("muc", ("k0", "k1")),
    "hop": Compare("ngay_hop", Op.LE, date(2023, 6, 30)),
    "ty-le": Compare("ty_le", Op.GE, Decimal(50)),
}
ROW = {
    **knowing().to_row(),
    "so_ho": 300,
    "so_to": 600,
    "diem": 1.5,
    "co_tru_so": True,
    "muc": "k1",
    "ngay_hop": date(2023, 6, 30),
}


ASKED = [asking(id_, requires) for id_, requires in TESTS.items()]
SMALL = standard(issuing(MEASURES, grouping("c0", *ASKED)))
"""A standard with a test of every kind of measure."""


def frame_of(*rows: dict[str, Any], **columns: pl.Series) -> pl.DataFrame:
    """Return rows as a table, some of whose columns are of a type of their own."""
    given = pl.DataFrame(list(rows), infer_schema_length=None)
    return given.with_columns(**columns)


def problem(run: Any) -> tuple[str, str]:
    """Return the code and the English words of what is raised, if it is one problem."""
    with pytest.raises(KieumauError) as raised:
        run()
    (found,) = raised.value.diagnostics
    assert found.message("vi") != found.message("en")
    return found.code, found.message()

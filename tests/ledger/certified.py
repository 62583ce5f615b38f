"""Certificates to record: of the small base, each another number of officers."""

from functools import cache
from pathlib import Path

import kieumau
from kieumau import Certificate

__all__ = ["certificate", "certificates"]

BASE = Path(__file__).parents[1] / "plugins/site/goc_mau"


@cache
def _standard():
    return kieumau.load(BASE, on="2023-12-31")


@cache
def certificate(officers: int = 14, ward: str = "00001") -> Certificate:
    """Return a ward's certificate."""
    facts = kieumau.FactSet.from_mapping(
        {
            "ward": {"code": ward, "name": "Phường Mẫu (giả định)", "province": "42"},
            "period": {"from": "2023-01-01", "to": "2023-12-31"},
            "facts": {"so_can_bo": officers},
            "invented": True,
        }
    )
    return Certificate.of(_standard().evaluate(facts), _standard())


def certificates(count: int) -> list[Certificate]:
    """Return so many, no two alike."""
    return [certificate(officers) for officers in range(1, count + 1)]

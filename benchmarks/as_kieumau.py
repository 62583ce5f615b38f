"""Workload W as kieumau has it: a plugin folder, a standard, and fact sets."""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from workload import (
    COUNTS,
    CRITERIA,
    FACTS,
    MOST,
    SHARES,
    TESTS,
    WARDS,
    Criterion,
    Needs,
    Test,
    wards,
)

import kieumau
from kieumau.documents.factsets import FactSet
from kieumau.rules.facts import Fact, Ward
from kieumau.rules.periods import Period

PERIOD = Period(date(2023, 1, 1), date(2023, 12, 31))

_INVENTED = {
    "vi": "bịa ra để đo tốc độ, không phải tiêu chí của ai",
    "en": "invented to measure speed; nobody's criteria",
}
_CITATION = {
    "instrument": "van-ban-gia",
    "place": {"vi": "phụ lục (bịa)", "en": "annex (invented)"},
}


def _name(fact: str) -> dict[str, str]:
    if fact in COUNTS:
        return {"vi": f"số việc mẫu {fact}", "en": f"sample count {fact}"}
    if fact in SHARES:
        return {"vi": f"tỷ lệ mẫu {fact}", "en": f"sample share {fact}"}
    return {"vi": f"dấu hiệu mẫu {fact}", "en": f"sample sign {fact}"}


def _ratio_id(test: Test) -> str:
    return "_".join(("r", *test.facts))


def _measures() -> Iterator[dict[str, Any]]:
    for fact in FACTS:
        measure = {"id": fact, "name": _name(fact), "recorded_by": "unit", "collection": _INVENTED}
        if fact in COUNTS:
            yield measure | {"kind": "integer", "min": 0, "max": MOST[fact]}
        elif fact in SHARES:
            yield measure | {"kind": "percent", "decimals": 1}
        else:
            yield measure | {"kind": "yes/no"}
    for id_, test in {_ratio_id(test): test for test in TESTS if test.kind == "ratio"}.items():
        above, below = test.facts
        yield {
            "id": id_,
            "name": {
                "vi": f"tỷ số mẫu {above} so với {below}",
                "en": f"sample {above} per {below}",
            },
            "kind": "number",
            "decimals": 2,
            "ratio": {"of": above, "to": below},
            "if_zero": "unmet",
        }


def _spelled(value: float, fact: str) -> str:
    text = repr(value).replace(".", ",")
    return f"{text}%" if fact in SHARES else text


def _requires(node: Test | Needs) -> str | dict[str, Any]:
    if isinstance(node, Needs):
        parts = [_requires(part) for part in node.parts]
        if node.all:
            return {"all": parts}
        return {"any": parts} if node.k == 1 else {"at_least": node.k, "of": parts}
    fact, value = node.facts[0], node.value
    name = _name(fact)["vi"]
    match node.kind:
        case "within":
            low, high = (_spelled(each, fact) for each in value)
            return f"{name} trong khoảng {low}..{high}"
        case "flag":
            return f"{name} = {'có' if value else 'không'}"
        case "ratio":
            above, below = node.facts
            return f"tỷ số mẫu {above} so với {below} ≥ {_spelled(value, '')}"
        case _:
            sign = {"least": "≥", "most": "≤", "zero": "="}[node.kind]
            return f"{name} {sign} {_spelled(value, fact)}"


def _criterion(criterion: Criterion) -> dict[str, Any]:
    number, group = criterion.id[1:], criterion.group[1:]
    title = {
        "vi": f"Tiêu chí mẫu {number}, nhóm {group} (bịa)",
        "en": f"Sample criterion {number}, group {group} (invented)",
    }
    said = {"title": title, "fidelity": "text", "citation": _CITATION}
    return said | {
        "id": criterion.id,
        "rule": "all",
        "indicators": [
            said
            | {
                "id": f"{criterion.id}-i",
                "seen": "unseen",
                "note": _INVENTED,
                "requires": _requires(criterion.tree),
            }
        ],
    }


def write_plugin(folder: Path) -> None:
    """Write W as a base plugin: a criterion of W is a criterion with one indicator."""
    title = {"vi": "Tải đo W (bịa)", "en": "Workload W (invented)"}
    manifest = {
        "format": "kieumau/plugin/1",
        "id": "workload-w",
        "version": "1",
        "kind": "base",
        "title": title,
        "invented": True,
        "instruments": [
            {
                "id": "van-ban-gia",
                "title": {"vi": "Văn bản bịa cho tải đo W", "en": "Invented text for workload W"},
                "issuer": _INVENTED,
                "from": "2023-01-01",
            }
        ],
    }
    rules = {
        "format": "kieumau/rules/1",
        "set": {
            "id": "w",
            "title": title,
            "from": "2023-01-01",
            "rule": "all",
            "fidelity": "text",
            "citation": _CITATION,
        },
        "criteria": [_criterion(each) for each in CRITERIA],
    }
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    measures = {"format": "kieumau/measures/1", "measures": list(_measures())}
    files = {"plugin": manifest, "measures": measures, "rules/w": rules}
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def standard() -> kieumau.Standard:
    """W as kieumau has it."""
    with tempfile.TemporaryDirectory() as folder:
        write_plugin(Path(folder))
        if found := [each for each in kieumau.check(folder) if each.severity == "error"]:
            sys.exit("\n".join(map(str, found)))
        return kieumau.load(folder, on="2023-12-31")


def fact_sets(count: int = WARDS) -> list[FactSet]:
    """W's wards as fact sets; a share is the decimal its float is shown as."""
    return [
        FactSet(
            Ward(f"{at:05d}", f"Phường mẫu {at}", "00"),
            PERIOD,
            tuple(
                Fact(name, Decimal(repr(value)) if isinstance(value, float) else value)
                for name, value in ward.items()
                if value is not None
            ),
            invented=True,
        )
        for at, ward in enumerate(wards(count))
    ]

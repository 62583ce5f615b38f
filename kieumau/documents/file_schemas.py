"""JSON Schemas of a plugin's YAML files, for editors: completion, hover texts and early warnings.

With a plugin at hand they offer its ids, measure names and instruments too. They accept all that
the readers accept in the forms people write; what only a reader can see, `kieumau check` says.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import field, frozen

from kieumau.documents.schema_data import (
    cases_schema,
    measures_schema,
    own_instruments,
    plugin_schema,
    targets_schema,
)
from kieumau.documents.schema_parts import MEASURE_ID, RULE_ID, Schema, among
from kieumau.documents.schema_registry import registry_schema, statuses_schema
from kieumau.documents.schema_rules import rules_schema
from kieumau.language.fold import clean
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = ["FILE_KINDS", "NOTHING_KNOWN", "Known", "file_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLES: Mapping[str, Text] = MappingProxyType(
    {
        "plugin": Text("kieumau: plugin.yaml, gói này của ai, dựa trên gì"),
        "measures": Text("kieumau: measures.yaml, các số liệu thêm vào"),
        "rules": Text("kieumau: rules/*.yaml, quy tắc"),
        "cases": Text("kieumau: cases/*.yaml, trường hợp mẫu"),
        "targets": Text("kieumau: targets.yaml, mục tiêu theo thời gian"),
        "registry": Text("kieumau: registry.yaml, các phường theo thời gian"),
        "statuses": Text("kieumau: statuses.yaml, phường đăng ký, được công nhận"),
    }
)
FILE_KINDS: tuple[str, ...] = tuple(_TITLES)
"""The files that have a schema, in the order a plugin is written."""

_LINE: Schema = {"type": ["string", "boolean"], "minLength": 1}


@frozen
class Known:
    """What of a plugin an editor may offer.

    Attributes
    ----------
    indicators, criteria
        What a refinement may name: ids of the layers below with their titles. Where there are
        any, no others are taken.
    instruments
        Documents that may be cited; others may be too.
    measures
        The vocabulary; there may be more.
    findings
        Ids a case may expect a status of; there may be more.
    """

    indicators: Mapping[str, Text] = field(factory=dict)
    criteria: Mapping[str, Text] = field(factory=dict)
    instruments: Mapping[str, Text] = field(factory=dict)
    measures: tuple[Measure, ...] = ()
    findings: tuple[str, ...] = ()


NOTHING_KNOWN = Known()


def file_schema(kind: str, known: Known = NOTHING_KNOWN) -> Schema:
    """Return the schema of one of `FILE_KINDS`.

    Examples
    --------
    >>> file_schema("plugin")["required"]
    ['format', 'id', 'version', 'kind', 'title']
    """
    instrument = _offered(RULE_ID, known.instruments)
    match kind:
        case "plugin":
            whole = plugin_schema()
        case "measures":
            names = {each.id: each.name for each in known.measures if each.kind.numeric}
            whole = measures_schema(_offered(MEASURE_ID, names))
        case "rules":
            target = among(known.indicators) if known.indicators else RULE_ID
            criterion = among(known.criteria) if known.criteria else RULE_ID
            whole = rules_schema(target, criterion, instrument, _line(known.measures))
        case "cases":
            whole = cases_schema(known.measures, known.findings)
        case "registry":
            whole = registry_schema(instrument, own_instruments())
        case "statuses":
            whole = statuses_schema(instrument, own_instruments())
        case _:
            whole = targets_schema(instrument)
    return {"$schema": _DIALECT, "title": _TITLES[kind].vi, **whole}


def _offered(pattern: Schema, known: Mapping[str, Text]) -> Schema:
    """Return a schema that offers what is known and takes anything of the right form."""
    return {"anyOf": [among(known), pattern]} if known else pattern


def _line(measures: tuple[Measure, ...]) -> Schema:
    """Return what a one-line test looks like: any words, with a start for each measure."""
    if not measures:
        return _LINE
    snippets = [
        {
            "label": clean(measure.name.vi),
            "description": _described(measure),
            "body": _snippet(measure),
        }
        for measure in measures
    ]
    return _LINE | {"defaultSnippets": snippets}


def _described(measure: Measure) -> str:
    collection = f"\n{measure.collection.vi}" if measure.collection else ""
    return f"{clean(measure.name.vi)}\n{clean(measure.name.en)}{collection}"


def _snippet(measure: Measure) -> str:
    name = _escaped(clean(measure.name.vi))
    match measure.kind:
        case Kind.YES_NO:
            return name
        case Kind.CHOICE:
            among_choices = ",".join(_escaped(clean(each.name.vi)) for each in measure.choices)
            return f"{name} = ${{1|{among_choices}|}}"
        case Kind.DATE:
            return f"{name} ≤ ${{1:31/12}}"
        case Kind.PERCENT:
            return f"{name} ≥ ${{1:90}}%"
        case _:
            unit = f" {_escaped(clean(measure.unit.vi))}" if measure.unit else ""
            least = int(max(measure.minimum, Decimal(0))) + 1
            return f"{name} ≥ ${{1:{least}}}{unit}"


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}").replace(",", "\\,")

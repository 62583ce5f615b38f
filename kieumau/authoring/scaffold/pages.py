"""The files of a new plugin, filled in from the templates beside this module."""

import json
import re
from importlib.resources import files
from string import Template

from attrs import frozen

from kieumau.authoring.scaffold.choosing import Chosen
from kieumau.authoring.scaffold.names import free, module_name
from kieumau.authoring.scaffold.request import Request
from kieumau.documents.factsets import FactSet
from kieumau.language.names import Vocabulary
from kieumau.language.spell import spell, spell_constant
from kieumau.plugins.chain import Chain
from kieumau.plugins.composed import ComposedIndicator
from kieumau.rules.conditions import MeasureRef
from kieumau.rules.facts import NO_PROVINCE
from kieumau.wording import Text

__all__ = ["Names", "case_file", "package_files", "plugin_files", "scalar"]

_PLAIN = re.compile(r"[^\W_](?:[\w/.%()-]|, (?=\w)| (?=[\w(≥]))*")
_LIKE_NUMBER = re.compile(r"[\d.,_-]*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})

_DIALOGUES = Text("số lần đối thoại với nhân dân trong năm", "dialogues with residents in the year")
_NEW_WARD = Text("là phường mới thành lập trong năm", "the ward was founded in the year")
_OF_PROVINCE = Text(" theo quy định của tỉnh", " as the province has it")
_KINDS = ("add", "tighten", "clarify", "waive")
_NO_CODE = '"00" không phải mã của tỉnh nào: điền mã tỉnh chính thức'
_CODE = "mã tỉnh chính thức"


@frozen
class Names:
    """What the plugin's own things are called, apart from all the base has."""

    instrument: str
    indicator: str
    dialogues: str
    dialogues_said: Text
    new_ward: str
    new_ward_said: Text

    @classmethod
    def of(cls, request: Request, chain: Chain) -> "Names":
        """Return names nothing in the chain has."""
        plugins = chain.plugins
        instruments = {each.id for plugin in plugins for each in plugin.manifest.instruments}
        rules = {each.id for plugin in plugins for each in plugin.indicators}
        for plugin in plugins:
            rules |= {each.id for each in plugin.criteria} | {each.id for each in plugin.sets}
        vocabulary = chain.words[0]
        return cls(
            free(f"van-ban-{request.id}", instruments),
            free("doi-thoai-nhan-dan", rules),
            free("so_lan_doi_thoai", vocabulary, "_"),
            _free_name(_DIALOGUES, vocabulary),
            free("la_phuong_moi_thanh_lap", vocabulary, "_"),
            _free_name(_NEW_WARD, vocabulary),
        )


def _free_name(name: Text, vocabulary: Vocabulary) -> Text:
    while vocabulary.find(name.vi) or vocabulary.find(name.en):
        name = Text(name.vi + _OF_PROVINCE.vi, name.en + _OF_PROVINCE.en)
    return name


def scalar(text: str) -> str:
    """Return words as YAML: plain where that is safe, else in double quotes.

    >>> scalar("Tỉnh Mẫu (bản nháp)"), scalar("a: b"), scalar("00"), scalar("95%")
    ('Tỉnh Mẫu (bản nháp)', '"a: b"', '"00"', '95%')
    """
    plain = _PLAIN.fullmatch(text) and not _LIKE_NUMBER.fullmatch(text)
    return text if plain and text.lower() not in _WORDS else json.dumps(text, ensure_ascii=False)


def _filled(template: str, **words: object) -> str:
    source = files(__package__).joinpath("templates", f"{template}.tmpl").read_text("utf-8")
    return Template(source).substitute(words)


def plugin_files(
    request: Request, names: Names, chosen: Chosen, vocabulary: Vocabulary
) -> dict[str, str]:
    """Return the data files by name, but for the cases."""
    common = {
        "id_": request.id,
        "year": request.day.year,
        "day": request.day.isoformat(),
        "refines": request.refines,
        "instrument": names.instrument,
    }
    written = {
        "plugin.yaml": _filled(
            "plugin.yaml",
            name=scalar(request.name),
            title_vi=scalar(f"{request.name} (bản nháp)"),
            title_en=scalar(f"{request.name} (draft)"),
            instrument_vi=scalar(f"(điền số, ký hiệu văn bản) của {request.name}"),
            instrument_en=scalar(f"(fill in the document's number) of {request.name}"),
            province=request.province,
            province_note=_NO_CODE if request.province == NO_PROVINCE else _CODE,
            **common,
        ),
        f"rules/{request.day.year}.yaml": _rules(names, chosen, vocabulary, common),
        "targets.yaml": _filled("targets.yaml", **common),
    }
    if measures := _measures(names, chosen):
        written["measures.yaml"] = _filled("measures.yaml", measures=measures)
    return written


def _measures(names: Names, chosen: Chosen) -> str:
    asked = (
        (chosen.criterion, "measure-add", names.dialogues, names.dialogues_said),
        (chosen.waive, "measure-waive", names.new_ward, names.new_ward_said),
    )
    entries = [
        _filled(template, measure=id_, measure_vi=scalar(name.vi), measure_en=scalar(name.en))
        for used, template, id_, name in asked
        if used
    ]
    return "measures:\n" + "".join(entries).rstrip("\n") if entries else ""


def _rules(names: Names, chosen: Chosen, vocabulary: Vocabulary, common: dict[str, object]) -> str:
    entries: dict[str, dict[str, object] | None] = dict.fromkeys(_KINDS)
    if add := chosen.criterion:
        entries["add"] = {
            "criterion": add.id,
            "criterion_title": add.title.vi,
            "indicator": names.indicator,
            "measure_vi": names.dialogues_said.vi,
        }
    if tighten := chosen.tighten:
        assert not isinstance(tighten.after.against, MeasureRef)  # noqa: S101 (a constant)
        measure = vocabulary[tighten.after.measure]
        entries["tighten"] = _target(tighten.target) | {
            "to": scalar(spell_constant(tighten.after.against, measure, "vi")),
            "before": spell(tighten.before, vocabulary, "vi"),
        }
    if clarify := chosen.clarify:
        entries["clarify"] = _target(clarify.target) | {
            "measure": clarify.measure,
            "measure_vi": vocabulary[clarify.measure].name.vi,
        }
    if waive := chosen.waive:
        entries["waive"] = _target(waive.target) | {"measure_vi": names.new_ward_said.vi}
    said = {
        kind: _filled(kind if words else f"no-{kind}", **common, **(words or {}))
        for kind, words in entries.items()
    }
    return _filled("rules.yaml", **common, **said).rstrip("\n") + "\n"


def case_file(facts: FactSet, cases: str) -> str:
    """Return the case file around its entries."""
    return _filled(
        "cases.yaml",
        ward=facts.ward.code,
        province=facts.ward.province,
        first=facts.period.first.isoformat(),
        last=facts.period.last.isoformat(),
        cases=cases,
    )


def _target(indicator: ComposedIndicator) -> dict[str, object]:
    return {"target": indicator.id, "target_title": indicator.title.vi}


def package_files(request: Request, kieumau: str, *, measures: bool) -> dict[str, str]:
    """Return what stands around the data: the README, and of a package its own files."""
    module = module_name(request.id)
    package = request.package
    data = f"{module}/" if package else ""
    common = {
        "id_": request.id,
        "year": request.day.year,
        "module": module,
        "day": request.day.isoformat(),
    }
    row = f"| `{data}measures.yaml` | số liệu mà bộ nền chưa có |\n" if measures else ""
    rows = (
        f"| `pyproject.toml`, `{module}/__init__.py` | để cài bộ tiêu chí như một gói Python |\n"
        f"| `tests/test_{request.id.replace('-', '_')}.py` | kiểm thử của gói |\n"
        if package
        else ""
    )
    todo = "; thay mã tỉnh `00` bằng mã chính thức" if request.province == NO_PROVINCE else ""
    written = {
        "README.md": _filled(
            "README.md",
            heading=f"{request.name} (bản nháp)",
            refines=request.refines,
            data=data,
            at=f"./{module}" if package else ".",
            measures_row=row,
            package_rows=rows,
            province_todo=todo,
            package_part=_filled("package-part", **common) if package else "",
            **common,
        )
    }
    if package:
        description = f"Criteria for model ward police units: {request.name} (draft)."
        written |= {
            "pyproject.toml": _filled(
                "pyproject.toml",
                distribution=f"kieumau-{request.id}",
                description=json.dumps(description, ensure_ascii=False),
                kieumau=kieumau,
                **common,
            ),
            f"{module}/__init__.py": f'"""{request.id}: criteria as data, no code."""\n',
            f"tests/test_{request.id.replace('-', '_')}.py": _filled("test.py", **common),
        }
    return written

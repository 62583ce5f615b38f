"""The entries of a plugin's files, each a row, and the fields within them.

Documents are mutable plain data here (`yaml_data`): what a workbook says is put into them, and the
files are then edited to say the same.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import define

from kieumau.documents.rule_sheets.columns import Way

__all__ = ["Documents", "Entry", "entries_of", "get", "one_language", "place_list", "put", "tidy"]

Documents: TypeAlias = dict[str, Any]
"""What each YAML file of a plugin says, by its path within the plugin's folder."""

_LISTS = ("tighten", "clarify", "waive")


@define(eq=False)
class Entry:
    """One row.

    Attributes
    ----------
    sheet
        The id of its sheet.
    key
        Its file and the way to it there.
    item
        The mapping it is; one and the same object as in the documents.
    container
        The list that mapping stands in; None for a base's set.
    parent
        The id of the criterion an indicator stands in.
    """

    sheet: str
    kind: str
    file: str
    key: str
    item: dict[str, Any]
    container: list[Any] | None = None
    parent: str = ""


def entries_of(documents: Documents) -> Iterator[Entry]:
    """Yield the entries of all the files, in the order of the files and within them."""
    for file, document in documents.items():
        if not isinstance(document, dict):
            continue
        stem = file.rpartition("/")[2].rpartition(".")[0]
        if file.startswith("rules/"):
            yield from _rules(file, document)
        elif file.startswith("cases/"):
            yield from _listed("cases", "case", file, document, "cases")
        elif stem == "measures":
            yield from _listed("measures", "measure", file, document, "measures")
        elif stem == "plugin":
            yield from _listed("instruments", "instrument", file, document, "instruments")


def _listed(
    sheet: str, kind: str, file: str, holder: Mapping[str, Any], name: str, at: str = ""
) -> Iterator[Entry]:
    items = holder.get(name)
    if isinstance(items, list):
        for n, item in enumerate(items):
            if isinstance(item, dict):
                yield Entry(sheet, kind, file, f"{file}#{at}{name}[{n}]", item, items)


def _rules(file: str, document: dict[str, Any]) -> Iterator[Entry]:
    if isinstance(document.get("set"), dict):
        yield Entry("criteria", "set", file, f"{file}#set", document["set"])
    for entry in _listed("criteria", "criterion", file, document, "criteria"):
        yield entry
        yield from _within(entry, entry.item, "")
    for entry in _listed("criteria", "add-indicator", file, document, "add"):
        if isinstance(criterion := entry.item.get("criterion"), dict):
            entry.kind = "add-criterion"
            yield entry
            yield from _within(entry, criterion, "criterion.")
        else:
            yield entry
    for name in _LISTS:
        yield from _listed("criteria", name, file, document, name)


def _within(entry: Entry, criterion: dict[str, Any], at: str) -> Iterator[Entry]:
    for each in _listed(
        "criteria",
        "indicator",
        entry.file,
        criterion,
        "indicators",
        f"{entry.key.partition('#')[2]}.{at}",
    ):
        each.parent = str(criterion.get("id") or "")
        yield each


def get(item: Any, way: Way) -> Any:  # noqa: ANN401 (plain data of any shape)
    """Return a field of an entry; one text stands for both languages, one citation for a list."""
    for at, step in enumerate(way):
        if isinstance(step, int):
            if isinstance(item, list):
                item = item[step] if step < len(item) else None
            elif step:
                return None
        elif isinstance(item, str) and way[at:] in (("vi",), ("en",)):
            return item if step == "vi" else None
        elif isinstance(item, dict):
            item = item.get(step)
        else:
            return None
    return item


def put(item: dict[str, Any], way: Way, value: Any) -> None:  # noqa: ANN401 (as above)
    """Set a field of an entry, or take it away (None); `tidy` afterwards."""
    head, *rest = way
    name = str(head)
    if not rest:
        if value is None:
            item.pop(name, None)
        else:
            item[name] = value
        return
    inner = item.get(name)
    if isinstance(rest[0], int):
        item[name] = _put_listed(inner, rest[0], tuple(rest[1:]), value)
    elif isinstance(inner, str) and tuple(rest) in (("vi",), ("en",)):
        if rest[0] == "vi" and value is not None:
            item[name] = value
        elif rest[0] == "en" and value is not None:
            item[name] = {"vi": inner, "en": value}
        elif rest[0] == "vi":
            del item[name]
    else:
        if not isinstance(inner, dict):
            if value is None:
                return
            inner = item[name] = {}
        put(inner, tuple(rest), value)
        _languages_in_order(inner)


def _put_listed(inner: Any, n: int, way: Way, value: Any) -> Any:  # noqa: ANN401 (as above)
    """Set a field of the n-th of what is a mapping or a list of them."""
    if isinstance(inner, list):
        if value is None and n >= len(inner):
            return inner
        while len(inner) <= n:
            inner.append({})
        if not isinstance(inner[n], dict):
            inner[n] = {}
        put(inner[n], way, value)
        return inner
    if n == 0:
        inner = inner if isinstance(inner, dict) else {}
        put(inner, way, value)
        return inner
    return inner if value is None else _put_listed([inner or {}], n, way, value)


def _languages_in_order(said: dict[str, Any]) -> None:
    if list(said) == ["en", "vi"]:
        said["en"] = said.pop("en")


def tidy(item: dict[str, Any]) -> None:
    """Take away the mappings and lists that fields were taken from until nothing was left."""
    for name, value in list(item.items()):
        if isinstance(value, dict):
            tidy(value)
        elif name == "citation" and isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    tidy(each)
            value[:] = [each for each in value if each]
        if (
            value in ({}, []) and name in ("citation", "place", "title", "note", "scope", "issuer")
        ) or (
            value == {} and name in ("guidance", "basis", "unit", "collection", "caution", "name")
        ):
            del item[name]


def one_language(item: dict[str, Any]) -> None:
    """Write texts given in Vietnamese alone as one text."""
    for name, value in item.items():
        if isinstance(value, dict):
            if list(value) == ["vi"] and isinstance(value["vi"], str):
                item[name] = value["vi"]
            else:
                one_language(value)
        for each in value if isinstance(value, list) else ():
            if isinstance(each, dict):
                one_language(each)


def place_list(holder: dict[str, Any], name: str) -> list[Any]:
    """Return a list of a mapping, made where it has none."""
    if not isinstance(holder.get(name), list):
        holder[name] = []
    found: list[Any] = holder[name]
    return found

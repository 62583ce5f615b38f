"""A plugin read from its folder: manifest, measures and rules. Nothing in it is executed."""

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from attrs import field, frozen

from kieumau.documents.cases import Case, WrittenCase, read_cases, resolve_cases
from kieumau.documents.factsets import FactSet
from kieumau.documents.files import read_document
from kieumau.documents.manifest import Manifest, PluginKind, read_manifest
from kieumau.documents.measures import read_measures
from kieumau.documents.nodes import Node
from kieumau.documents.registry import read_registry
from kieumau.documents.rules import RuleReader
from kieumau.documents.statuses import read_statuses
from kieumau.documents.targets import read_targets
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.conditions import Condition
from kieumau.rules.criteria import CriteriaSet, Criterion, Indicator
from kieumau.rules.measures import Measure
from kieumau.rules.refinements import AddCriterion, AddIndicator, Refinement
from kieumau.rules.registry import Registry
from kieumau.rules.statuses import Statuses
from kieumau.rules.targets import Targets
from kieumau.wording import Text

__all__ = [
    "ENDINGS",
    "Plugin",
    "document_files",
    "read_plugin",
    "read_plugin_cases",
    "read_plugin_manifest",
]

ENDINGS = (".yaml", ".yml", ".json")
"""How documents' names may end, the first found counts."""
_NO_FILE = Text("không phải tệp thường", "it is no ordinary file")
_FOLDERS = ("rules", "cases", "wards")
_FILES = ("plugin", "measures", "targets", "registry", "statuses")


@frozen
class Plugin:
    """One plugin as written.

    Attributes
    ----------
    path
        Its folder.
    shown
        How its files are named in diagnostics.
    sets
        A base's criteria sets, each in force for its own time.
    refinements
        What a refinement does to the layers below.
    targets
        How many wards must be there by when; None without a targets file.
    registry
        The province's wards over time; None without a registry file.
    statuses
        Which of them were registered or recognised.
    """

    manifest: Manifest
    path: Path = field(eq=False)
    shown: str = field(eq=False)
    measures: tuple[Measure, ...] = ()
    sets: tuple[CriteriaSet, ...] = ()
    refinements: tuple[Refinement, ...] = ()
    targets: Targets | None = None
    registry: Registry | None = None
    statuses: Statuses = Statuses()

    @property
    def id(self) -> str:
        """The plugin's id."""
        return self.manifest.id

    @property
    def criteria(self) -> Iterator[Criterion]:
        """Every criterion it issues or adds, in force or not."""
        for issued in self.sets:
            yield from issued.criteria
        for refinement in self.refinements:
            if isinstance(refinement, AddCriterion):
                yield refinement.criterion

    @property
    def indicators(self) -> Iterator[Indicator]:
        """Every indicator it issues or adds, in force or not."""
        for issued in self.sets:
            for criterion in issued.criteria:
                yield from criterion.indicators
        for refinement in self.refinements:
            if isinstance(refinement, AddIndicator):
                yield refinement.indicator
            elif isinstance(refinement, AddCriterion):
                yield from refinement.criterion.indicators


def document_files(folder: Path, endings: Sequence[str] = ENDINGS) -> list[Path]:
    """Return the YAML and JSON files of a folder (or those of other endings), sorted by name."""
    if not os.path.isdir(folder):  # noqa: PTH112 (Path.is_dir raises where it may not look)
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in endings)
    except OSError as error:
        arguments = {"why": error.strerror or str(error)}
        raise DocumentError(Diagnostic("KM-102", Place(str(folder)), arguments)) from None


def _check_unread(path: Path, shown: str, problems: Problems) -> None:
    """Report documents that lie where nothing is read: a misspelt folder must not pass unseen."""
    for folder, inside, files in os.walk(path):
        at = os.path.relpath(folder, path)
        read = at in _FOLDERS
        for name in files:
            whole = name if at == "." else f"{at}/{name}"
            document = any(ending in name.lower() for ending in ENDINGS)
            stem, ending = Path(name.lower()).stem, Path(name.lower()).suffix
            known = ending in ENDINGS and (read or (at == "." and stem in _FILES))
            if document and not known:
                near = get_close_matches(at if at != "." else stem, (*_FOLDERS, *_FILES), 1)
                problems.add("KM-406", Place(f"{shown}/{whole}"), near, name=whole)
        inside[:] = [each for each in inside if not each.startswith((".", "__"))]


def read_plugin_manifest(path: Path, shown: str) -> Manifest:
    """Read only ``plugin.yaml``.

    Raises
    ------
    DocumentError
        The folder has none, or it is wrong.
    """
    problems = Problems()
    manifest = read_manifest(_document(path, "plugin", shown), problems)
    problems.raise_if_any(DocumentError)
    return manifest


def read_plugin(
    path: Path, manifest: Manifest, below: Sequence[Plugin], shown: str, problems: Problems
) -> Plugin:
    """Read a plugin's measures and rules over the vocabulary of the layers below it.

    Every problem of every file is noted; the plugin returned is whole only if there was none.
    What a rule says of a measure that could not be read is not: it may be right.
    """
    before = len(problems.found)
    doubtful: set[str] = set()
    measures = _read_measures(path, manifest, shown, problems, doubtful)
    if not measures and len(problems.found) > before:
        # Without its words no rule could be read: one problem would become hundreds.
        return Plugin(manifest, path, shown)
    known = tuple(measure for plugin in below for measure in plugin.measures)
    vocabulary = Vocabulary.of((*known, *measures), problems)
    _check_parts(measures, vocabulary, problems)
    instruments = {each.id for each in manifest.instruments}
    instruments |= {each.id for plugin in below for each in plugin.manifest.instruments}
    citable = frozenset(instruments)
    requirements = _requirements(below)
    noted = Problems()
    reader = RuleReader(
        vocabulary,
        citable,
        noted,
        requirements.get,
        frozenset(requirements),
        _criteria(below),
    )
    sets: list[CriteriaSet] = []
    refinements: list[Refinement] = []
    _check_unread(path, shown, problems)
    targets = _read_targets(path, shown, citable, problems)
    registry, statuses = _read_registry(path, shown, citable, problems)
    files = document_files(path / "rules")
    if not files and (manifest.kind is PluginKind.BASE or targets is None):
        problems.add("KM-401", Place(f"{shown}/rules"))
    for file in files:
        node = _read(file, f"{shown}/rules/{file.name}", problems)
        if node is None:
            continue
        if manifest.kind is PluginKind.BASE:
            found = reader.criteria_set(node)
            sets += [found] if found else []
        else:
            before = len(noted.found)
            found_here = reader.refinements(node)
            if not found_here and len(noted.found) == before:
                problems.add("KM-407", Place(f"{shown}/rules/{file.name}", 1, 1))
            refinements += found_here
    names = {each.name for each in measures if each.id in doubtful}
    problems.extend(each for each in noted.found if names.isdisjoint(each.arguments.values()))
    return Plugin(
        manifest,
        path,
        shown,
        measures,
        tuple(sets),
        tuple(refinements),
        targets,
        registry,
        statuses,
    )


def read_plugin_cases(plugin: Plugin, problems: Problems) -> tuple[Case, ...]:
    """Read every case file of a plugin; ids are distinct over all of them."""
    written: list[WrittenCase] = []
    for file in document_files(plugin.path / "cases"):
        node = _read(file, f"{plugin.shown}/cases/{file.name}", problems)
        written += read_cases(node, problems) if node else ()
    for file in document_files(plugin.path / "cases", (".xlsx",)):
        node = _read_case_sheet(file, f"{plugin.shown}/cases/{file.name}", problems)
        written += read_cases(node, problems) if node else ()
    return resolve_cases(written, lambda name: FactSet.read(plugin.path / name), problems)


def _read_case_sheet(file: Path, shown: str, problems: Problems) -> Node | None:
    if file.name.startswith("~$"):  # what Excel keeps beside a workbook that is open
        return None
    from kieumau.documents.case_sheets import read_case_sheet  # noqa: PLC0415 (few plugins have any)

    return read_case_sheet(file, shown, problems)


def _read_measures(
    path: Path, manifest: Manifest, shown: str, problems: Problems, doubtful: set[str]
) -> tuple[Measure, ...]:
    for ending in ENDINGS:
        file = path / f"measures{ending}"
        if os.path.exists(file):  # noqa: PTH110 (as above)
            node = _read(file, f"{shown}/{file.name}", problems)
            return read_measures(node, problems, doubtful) if node else ()
    if manifest.kind is PluginKind.BASE:
        problems.add("KM-101", Place(f"{shown}/measures.yaml"))
    return ()


def _read_targets(
    path: Path, shown: str, instruments: frozenset[str], problems: Problems
) -> Targets | None:
    node = _optional(path, "targets", shown, problems)
    return read_targets(node, instruments, problems) if node else None


def _read_registry(
    path: Path, shown: str, instruments: frozenset[str], problems: Problems
) -> tuple[Registry | None, Statuses]:
    """Read the wards over time and their statuses, each from a file of its own."""
    noted = Problems()
    node = _optional(path, "registry", shown, noted)
    registry = read_registry(node, instruments, noted) if node else None
    sound = None if noted.errors else registry
    own = {each.id for each in registry.instruments} if registry else set()
    node = _optional(path, "statuses", shown, noted)
    statuses = read_statuses(node, sound, instruments | own, noted) if node else Statuses()
    problems.extend(noted.found)
    return registry, statuses


def _optional(path: Path, stem: str, shown: str, problems: Problems) -> Node | None:
    """Return a file a plugin may have, if it has it and it can be read."""
    for ending in ENDINGS:
        file = path / f"{stem}{ending}"
        if os.path.exists(file):  # noqa: PTH110 (as above)
            return _read(file, f"{shown}/{file.name}", problems)
    return None


def _document(path: Path, stem: str, shown: str) -> Node:
    for ending in ENDINGS:
        if os.path.exists(path / f"{stem}{ending}"):  # noqa: PTH110 (as above)
            return read_document(path / f"{stem}{ending}", f"{shown}/{stem}{ending}")
    return read_document(path / f"{stem}.yaml", f"{shown}/{stem}.yaml")


def _read(file: Path, shown: str, problems: Problems) -> Node | None:
    try:
        if os.path.exists(file) and not (file.is_file() or file.is_dir()):  # noqa: PTH110 (as above)
            problems.add("KM-102", Place(shown), why=_NO_FILE)  # reading a pipe would wait for ever
            return None
        return read_document(file, shown)
    except DocumentError as error:
        problems.extend(error.diagnostics)
        return None


def _check_parts(measures: Iterable[Measure], vocabulary: Vocabulary, problems: Problems) -> None:
    """Report derived measures whose parts are unknown, of the wrong kind, or circular."""
    for measure in measures:
        for part in measure.parts:
            found = vocabulary.get(part)
            if found is None:
                near = vocabulary.suggest(part)
                problems.add("KM-302", measure.place, near, text=part)
            elif not found.kind.numeric or found.divides or _circular(part, measure.id, vocabulary):
                problems.add("KM-403", measure.place, id=measure.id, part=part)
            elif part == measure.denominator and found.minimum < 0:
                problems.add("KM-404", measure.place, id=measure.id, part=part)
            elif not measure.divides and found.decimals > measure.decimals:
                problems.add(
                    "KM-405", measure.place, id=measure.id, part=part, decimals=found.decimals
                )


def _circular(start: str, goal: str, vocabulary: Vocabulary) -> bool:
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        id_ = ahead.pop()
        if id_ == goal:
            return True
        if id_ not in seen:
            seen.add(id_)
            found = vocabulary.get(id_)
            ahead += found.parts if found else ()
    return False


def _criteria(below: Iterable[Plugin]) -> dict[str, list[str]]:
    """Return the ids of the indicators of each criterion, as issued and added."""
    found: dict[str, list[str]] = {}
    for plugin in below:
        for criterion in plugin.criteria:
            found.setdefault(criterion.id, []).extend(each.id for each in criterion.indicators)
        for refinement in plugin.refinements:
            if isinstance(refinement, AddIndicator):
                found.setdefault(refinement.to, []).append(refinement.indicator.id)
    return found


def _requirements(below: Iterable[Plugin]) -> dict[str, Condition]:
    return {each.id: each.requires for plugin in below for each in plugin.indicators}

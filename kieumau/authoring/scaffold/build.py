"""Building a new plugin's folder: written beside its place, checked, then put there whole."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

from attrs import frozen

from kieumau.authoring.check import check
from kieumau.authoring.known import known_of
from kieumau.authoring.scaffold.choosing import Chosen, choose
from kieumau.authoring.scaffold.names import module_name
from kieumau.authoring.scaffold.pages import Names, case_file, package_files, plugin_files
from kieumau.authoring.scaffold.request import Request, base_chain, span_on
from kieumau.authoring.scaffold.trials import case_lines
from kieumau.authoring.scaffold.wards import Start, start
from kieumau.documents.file_schemas import FILE_KINDS, Known, file_schema
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, KieumauError, PluginError, Severity, UsageError
from kieumau.places import Place
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed
from kieumau.plugins.dates import boundaries
from kieumau.rules.facts import NO_WARD, Ward
from kieumau.rules.periods import Period
from kieumau.standard import standard_of

__all__ = ["SCHEMAS", "Built", "build", "refuse_folder"]

SCHEMAS = ".kieumau"
"""The folder of the schemas editors read; kieumau itself passes over it."""


@frozen
class Built:
    """A new folder.

    Attributes
    ----------
    files
        What was written, relative to it, the schemas left out.
    data
        The folder of the plugin itself: inside a package it is a module.
    chosen
        What is refined; None marks what the base does not allow.
    """

    folder: Path
    files: tuple[str, ...]
    data: Path
    chosen: Chosen


def refuse_folder(folder: Path) -> None:
    """Refuse a place where something is.

    Raises
    ------
    UsageError
        KM-760: there is a file, or a folder that is not empty. KM-761: it cannot be looked at.
    """
    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(Diagnostic("KM-760", Place(str(folder))))
    except OSError as error:
        raise _unwritable(folder, error) from None


def build(request: Request, folder: Path) -> Built:
    """Write a new plugin: whole and passing its own check, or nothing at all.

    Raises
    ------
    KieumauError
        KM-760 to KM-764; or what is wrong with the base.
    """
    refuse_folder(folder)
    inside = folder / module_name(request.id) if request.package else folder
    chain = base_chain(request.refines, request.id, inside)
    period = Period.year_of(request.day, span_on(chain, request.day))
    standard = standard_of(chain, period.last)
    ward = Ward(NO_WARD, "Phường Mẫu (giả định)", request.province)
    begin = start(chain, standard, ward, period)
    chosen = choose(standard, _later(chain, request.day), begin)
    if chosen.nothing:
        raise UsageError(Diagnostic("KM-763", arguments={"id": request.refines}))
    try:
        around = Path(tempfile.mkdtemp(prefix=".kieumau-", dir=folder.absolute().parent))
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        files = _write_all(request, chain, begin, chosen, around)
        _put(around, folder)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(around, ignore_errors=True)
    data = folder / module_name(request.id) if request.package else folder
    return Built(folder, tuple(files), data, chosen)


def _later(chain: Chain, day: date) -> tuple[Composed, ...]:
    """Return the base as composed on its first day in force and whenever it changes afterwards."""
    days = (day, *(each for each in boundaries(chain) if each > day), date.max)
    return tuple(
        compose(chain, each)
        for each in days
        if any(each in issued.valid for issued in chain.base.sets)
    )


def _write_all(
    request: Request, chain: Chain, begin: Start, chosen: Chosen, around: Path
) -> list[str]:
    """Write everything into a folder of our own; return the names."""
    names = Names.of(request, chain)
    inner = f"{module_name(request.id)}/" if request.package else ""
    data = around / inner
    own = plugin_files(request, names, chosen, chain.words[0])
    files = {f"{inner}{name}": text for name, text in own.items()}
    _write(around, files)
    period = begin.facts.period
    try:
        above = read_chain([data])
        standard = standard_of(above, period.last)
        cases = case_lines(standard, begin, chosen, names)
        whole = {f"{inner}cases/{request.day.year}.yaml": case_file(begin.facts, cases)}
        measures = "measures.yaml" in own
        whole |= package_files(request, version("kieumau"), measures=measures)
        _write(around, whole | _schemas(inner, known_of(above, own=True)))
        found = [each for each in check(data) if each.severity is Severity.ERROR]
    except KieumauError as error:
        found = [*error.diagnostics]
    if found:
        why = "; ".join(dict.fromkeys(f"{each.code} {each.message('vi')}" for each in found))
        raise PluginError(Diagnostic("KM-764", arguments={"id": request.refines, "why": why}))
    return sorted({**files, **whole})


def _schemas(inner: str, known: Known) -> dict[str, str]:
    return {
        f"{inner}{SCHEMAS}/{kind}.schema.json": to_json(file_schema(kind, known))
        for kind in FILE_KINDS
    }


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def _put(around: Path, folder: Path) -> None:
    """Move the finished folder to its place; an empty folder there stays, and is filled."""
    if not folder.is_dir():
        mask = os.umask(0)
        os.umask(mask)
        around.chmod(0o777 & ~mask)
        around.rename(folder)
        return
    moved: list[Path] = []
    try:
        for each in sorted(around.iterdir()):
            moved += [each.rename(folder / each.name)]
    except OSError:
        for each in moved:
            each.rename(around / each.name)
        raise


def _unwritable(folder: Path, error: OSError) -> UsageError:
    arguments = {"why": error.strerror or str(error)}
    return UsageError(Diagnostic("KM-761", Place(str(folder)), arguments))

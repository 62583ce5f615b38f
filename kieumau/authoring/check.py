"""Checking plugins: every problem of their files, on every date they are in force, their cases.

Once nothing is wrong, what is allowed and perhaps not meant is looked for (`warnings`).
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from kieumau.authoring.cases import Standards, placed, run_cases
from kieumau.authoring.warnings.survey import survey
from kieumau.authoring.warnings.view import View
from kieumau.documents.factsets import FactSet
from kieumau.documents.manifest import PluginKind
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed
from kieumau.plugins.dates import boundaries
from kieumau.plugins.folder import read_plugin_cases
from kieumau.program.binding import Binder
from kieumau.program.steps import Program
from kieumau.standard import Standard

__all__ = ["check"]

_Made = TypeVar("_Made", Composed, Standard)


def check(path: str | os.PathLike[str], *more: str | os.PathLike[str]) -> list[Diagnostic]:
    """Return every problem of a plugin, in source order: errors, or else warnings.

    Its files are read, it is composed with the layers below on every date on which something
    changes, and its cases are run. Nothing is raised for what is wrong inside the plugin.
    Warnings (`Severity.WARNING`) are looked for once there are no errors.

    Parameters
    ----------
    path, more
        Folders of plugins, or ids of installed ones, on one base. All are checked, each under
        its own layers; a refinement may stand beside the folder of its base.
    """
    problems = Problems()
    try:
        chain = read_chain([path, *more], problems)
        asked = [_alone(chain, id_) for id_ in dict.fromkeys(chain.asked) if _is_read(chain, id_)]
        if problems.errors:
            for each in asked:
                _look_further(each, problems)
            return list(problems.errors)
        views = [view for each in asked if (view := _checked(each, problems))]
        if not problems.errors:
            plugins = tuple(each.plugin for each in views)
            for view in views:
                problems.extend(survey(evolve(view, also_using=plugins)))
    except KieumauError as error:
        problems.extend(error.diagnostics)
    return list(problems.all)


def _is_read(chain: Chain, id_: str) -> bool:
    return any(plugin.id == id_ for plugin in chain.plugins)


def _alone(chain: Chain, id_: str) -> Chain:
    """Return one plugin's own chain: itself and what it stands on."""
    by_id = {plugin.id: plugin for plugin in chain.plugins}
    wanted = {id_}
    while (manifest := by_id[id_].manifest).kind is PluginKind.REFINEMENT:
        id_ = manifest.refines
        wanted.add(id_)
    if len(wanted) == len(chain.plugins) and len(set(chain.asked)) == 1:
        return chain
    kept = [
        (plugin, layer)
        for plugin, layer in zip(chain.plugins, chain.layers, strict=True)
        if plugin.id in wanted
    ]
    top = max(kept, key=lambda each: each[1])[0].id
    return Chain(tuple(p for p, _ in kept), tuple(layer for _, layer in kept), (top,))


def _look_further(chain: Chain, problems: Problems) -> None:
    """Note what else is wrong with a plugin whose files are, as far as that can be told.

    What a refinement's sound entries do to the layers below, and its cases. A base that lacks
    something does not compose as it was meant.
    """
    if chain.own.manifest.kind is PluginKind.REFINEMENT:
        list(_composed(chain, lambda day: compose(chain, day), problems))
    _read_cases(chain, problems)


def _words_hold(chain: Chain, problems: Problems) -> bool:
    """Return whether the measures are as they were meant."""
    measures = Path(chain.own.shown, "measures")
    wrong = any(Path(each.place.file).with_suffix("") == measures for each in problems.errors)
    return not wrong and not chain.words[1]


def _read_cases(chain: Chain, problems: Problems) -> None:
    """Note what is wrong with cases and their facts, though there is nothing to run them under."""
    plugin = chain.own
    cases = read_plugin_cases(plugin, problems)
    if not _words_hold(chain, problems):
        return
    binder = Binder(chain.words[0], Program((), ()))
    for case in cases:
        if not case.problems:
            try:
                binder.bind(case.facts or FactSet.read(plugin.path / case.file))
            except KieumauError as error:
                problems.extend(placed(error, case.place))


def _checked(chain: Chain, problems: Problems) -> View | None:
    """Compose a plugin on every date and run its cases; None where either finds an error."""
    before = len(problems.errors)
    standards = Standards(chain)
    in_force = tuple(_composed(chain, standards.on, problems))
    if len(problems.errors) > before:
        _read_cases(chain, problems)
        return None
    results = tuple(run_cases(chain, problems, standards=standards))
    for result in results:
        problems.extend(result.differences)
    return View(chain, chain.own, in_force, results)


def _composed(chain: Chain, on: Callable[[date], _Made], problems: Problems) -> Iterator[_Made]:
    """Compose what is in force, once for each time in which nothing changes."""
    found: list[_Made] = []
    for day in (date.min, *boundaries(chain), date.max):
        if any(day in issued.valid for issued in chain.base.sets):
            if any(day in each.valid for each in found):
                continue
            try:
                found.append(on(day))
            except KieumauError as error:
                problems.extend(error.diagnostics)
    yield from found

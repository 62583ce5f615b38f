"""The façade for programmes: a plugin's targets, judged from wards' facts and its registry."""

import os
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from attrs import define, evolve, field, frozen

from kieumau.documents.days import Day, as_day
from kieumau.documents.fact_tables import each_column_once
from kieumau.documents.factsets import FactSet
from kieumau.documents.registry_files import read_registry_file, read_statuses_file
from kieumau.errors import Diagnostic, FactsError, PluginError, UsageError
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.folder import Plugin
from kieumau.rules.citations import Instrument
from kieumau.rules.registry import Registry
from kieumau.rules.statuses import Statuses
from kieumau.rules.targets import Targets
from kieumau.standard import Assumed, Reference, Standard, standard_of
from kieumau.targets.judge import Judged, judge
from kieumau.targets.matching import WardOutcome
from kieumau.targets.titles import known_lists, known_titles
from kieumau.verdicts.record import AssumedPolicy, PluginRecord
from kieumau.verdicts.targets_report import (
    Inherit,
    NotAssessed,
    Problem,
    RegistryRecord,
    StandardUsed,
    TargetsReport,
)
from kieumau.wording import Text, say_date

if TYPE_CHECKING:
    from kieumau.render.targets_notices import Nature

__all__ = ["InheritName", "judge_targets"]

_E = TypeVar("_E", bound=StrEnum)

InheritName: TypeAlias = Literal["none", "whole", "partial"]
"""Whether new units have the titles of those they were made of."""


def judge_targets(
    plugin: Reference,
    facts: Iterable[FactSet] = (),
    *,
    on: Day,
    registry: Registry | str | os.PathLike[str] | None = None,
    statuses: Statuses | str | os.PathLike[str] | None = None,
    inherit: InheritName = "none",
    assumed: Assumed = "show",
    as_if: bool = False,
) -> TargetsReport:
    """Judge a plugin's programme targets.

    Each ward is evaluated by the criteria in force at the end of its facts' period; each target
    on the list of wards of its own day, or as of ``on`` where that comes first.

    Parameters
    ----------
    facts
        Wards' facts; without any, only the statuses and the list speak.
    on
        The day to judge as of; nothing depends on today's.
    registry, statuses
        Used instead of the plugin's own; a file is YAML, JSON or CSV.
    inherit
        Whether units made of others have their titles; no rule says so.
    as_if
        Judge also on a day the plugin is not for its province any more; the report says so.

    Raises
    ------
    UsageError
        KM-772 to KM-777: there are no targets or no registry, or the day lies outside.
    FactsError
        No ward at all could be assessed.
    KieumauError
        As `load`; or a file cannot be read.
    """
    chain = read_chain([plugin])
    day, choice = as_day(on), _one_of(inherit, Inherit)
    owner, targets = _targets(chain)
    wards = _registry(chain, registry)
    titles = _statuses(chain, wards, statuses)
    outside = _check_day(chain, wards, day, as_if=as_if)
    judging = _Judging(chain, _one_of(assumed, AssumedPolicy), outside=outside)
    given = tuple(facts)
    outcomes = tuple(map(judging.outcome, given))
    if given and len(judging.not_assessed) == len(given):
        raise FactsError(*each_column_once(judging.problems))
    found = judge(targets, wards, titles, outcomes, day, choice)
    return _Setting(chain, owner, wards, titles, day, choice).report(judging, found, given)


@frozen
class _Setting:
    """What a ladder was judged in: whose it is, over which list, as of when."""

    chain: Chain
    owner: Plugin
    registry: Registry
    statuses: Statuses
    on: date
    inherit: Inherit

    def report(
        self, judging: "_Judging", found: Judged, given: tuple[FactSet, ...]
    ) -> TargetsReport:
        """Return what was found with everything it rests on."""
        from kieumau.render.targets_notices import notices  # noqa: PLC0415 (many words)

        wards = self.registry
        left = sorted(judging.not_assessed, key=lambda each: (each.code, each.period))
        report = TargetsReport(
            self.plugin,
            self.on,
            self.inherit,
            judging.assumed,
            RegistryRecord(wards.province, wards.covers, wards.source, wards.unknown),
            found.rungs,
            len(given),
            judging.outside,
            found.issues,
            tuple(left),
            known_titles(wards, self.statuses),
            known_lists(wards, self.statuses),
            judging.used,
            _instruments(self.chain, wards, self.statuses),
            library=_version(),
        )
        return evolve(report, notices=tuple(notices(report, self.nature(judging, given))))

    @property
    def plugin(self) -> PluginRecord:
        layer = self.chain.layers[self.chain.plugins.index(self.owner)]
        manifest = self.owner.manifest
        return PluginRecord(manifest.id, manifest.version, manifest.title, layer, manifest.invented)

    def nature(self, judging: "_Judging", given: tuple[FactSet, ...]) -> "Nature":
        """Return of what nature the rules and facts are."""
        from kieumau.render.targets_notices import Nature  # noqa: PLC0415 (as above)

        manifests = [each.manifest for each in self.chain.plugins]
        return Nature(
            self.chain.base.manifest.reconstruction,
            tuple(each.title for each in manifests if each.invented),
            sum(each.invented for each in given),
            judging.shown,
            _scope(self.owner),
        )


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 (slow to import)

    return version("kieumau")


def _one_of(found: str, kind: type[_E]) -> _E:
    try:
        return kind(found)
    except ValueError:
        arguments = {"found": str(found), "allowed": ", ".join(each.value for each in kind)}
        raise UsageError(Diagnostic("KM-706", arguments=arguments)) from None


def _targets(chain: Chain) -> tuple[Plugin, Targets]:
    """Return the targets of the plugin asked for, or of the nearest layer below that has any."""
    for plugin in reversed(chain.plugins):
        if plugin.targets is not None:
            if plugin.targets.unknown is not None:
                unknown: dict[str, str | int | Text] = {
                    "id": plugin.id,
                    "why": plugin.targets.unknown,
                }
                raise UsageError(Diagnostic("KM-773", arguments=unknown))
            return plugin, plugin.targets
    raise UsageError(Diagnostic("KM-772", arguments={"id": chain.own.id}))


def _registry(chain: Chain, given: Registry | str | os.PathLike[str] | None) -> Registry:
    if given is not None:
        return given if isinstance(given, Registry) else read_registry_file(Path(given))
    for plugin in reversed(chain.plugins):
        if plugin.registry is not None:
            return plugin.registry
    raise UsageError(Diagnostic("KM-774", arguments={"id": chain.own.id}))


def _statuses(
    chain: Chain, registry: Registry, given: Statuses | str | os.PathLike[str] | None
) -> Statuses:
    """Return the statuses to judge by: those given, or the plugin's, which are about its list."""
    if isinstance(given, Statuses):
        return given
    if given is not None:
        return read_statuses_file(Path(given), registry)
    for plugin in reversed(chain.plugins):
        if plugin.registry is registry:
            return plugin.statuses
    return Statuses()


def _check_day(chain: Chain, registry: Registry, day: date, *, as_if: bool) -> bool:
    """Return whether a plugin is not for its province on that day, which must be asked for.

    Raises
    ------
    UsageError
        KM-775 to KM-777.
    """
    if day not in registry.covers:
        covers = registry.covers.said()
        arguments: dict[str, str | int | Text] = {"on": say_date(day), "covers": covers}
        raise UsageError(Diagnostic("KM-775", arguments=arguments))
    outside = False
    for plugin in chain.plugins:
        provinces = plugin.manifest.provinces
        if provinces and registry.province not in {each.code for each in provinces}:
            said = ", ".join(f"{each.code} {each.name.vi}" for each in provinces)
            wrong = {"province": registry.province, "id": plugin.id, "provinces": said}
            raise UsageError(Diagnostic("KM-777", arguments=wrong))
        if not plugin.manifest.applies_to(registry.province, day):
            outside = True
            if not as_if:
                arguments = {
                    "on": say_date(day),
                    "id": plugin.id,
                    "province": registry.province,
                    "scope": _scope(plugin) or Text("-"),
                }
                raise UsageError(Diagnostic("KM-776", arguments=arguments))
    return outside


def _scope(plugin: Plugin) -> Text | None:
    """Return in words for when a plugin is for its provinces."""
    spans = [each.valid.said() for each in plugin.manifest.provinces]
    if not spans:
        return None
    return Text("; ".join(each.vi for each in spans), "; ".join(each.en for each in spans))


def _instruments(chain: Chain, registry: Registry, statuses: Statuses) -> tuple[Instrument, ...]:
    """Return every document that is cited or may be, each once."""
    manifests = (each.manifest.instruments for each in chain.plugins)
    found = {each.id: each for group in manifests for each in group}
    for each in (*registry.instruments, *statuses.instruments):
        found.setdefault(each.id, each)
    return tuple(found[id_] for id_ in sorted(found))


@define
class _Judging:
    """Evaluates wards, each by the standard in force at the end of its period."""

    chain: Chain
    assumed: AssumedPolicy
    outside: bool
    not_assessed: list[NotAssessed] = field(factory=list)
    problems: list[Diagnostic] = field(factory=list)
    _standards: dict[date, Standard] = field(factory=dict)

    def outcome(self, facts: FactSet) -> WardOutcome:
        """Return what a ward comes to; one that cannot be assessed is noted, never dropped."""
        if not isinstance(facts, FactSet):
            raise UsageError(Diagnostic("KM-707", arguments={"found": type(facts).__name__}))
        ward, outcome = facts.ward, None
        try:
            outcome = self.standard(facts.period.last).evaluate(facts).outcome
        except (FactsError, PluginError) as error:
            problems = tuple(map(_problem, error.diagnostics))
            self.not_assessed.append(NotAssessed(ward.code, ward.name, facts.period, problems))
            self.problems += (each for each in error.diagnostics if each not in self.problems)
        return WardOutcome(ward.code, ward.name, ward.province, facts.period, outcome)

    def standard(self, on: date) -> Standard:
        if on not in self._standards:
            found = standard_of(self.chain, on, self.assumed)
            self._standards[on] = _unscoped(found) if self.outside else found
        return self._standards[on]

    @property
    def used(self) -> tuple[StandardUsed, ...]:
        """The standards wards were judged by."""
        return tuple(
            StandardUsed(each.id, on, each.digest) for on, each in sorted(self._standards.items())
        )

    @property
    def shown(self) -> int:
        """How many indicators with an assumed threshold take no part in any outcome."""
        return max(
            (
                sum(not each.counted for each in standard.composed.indicators)
                for standard in self._standards.values()
            ),
            default=0,
        )


def _unscoped(standard: Standard) -> Standard:
    """Return a standard that is for any province: what ``as_if`` asks for."""
    plugins = tuple(
        (evolve(manifest, provinces=()), layer) for manifest, layer in standard.composed.plugins
    )
    return Standard(evolve(standard.composed, plugins=plugins), standard.program, standard.assumed)


def _problem(diagnostic: Diagnostic) -> Problem:
    return Problem(
        diagnostic.code,
        Text(diagnostic.message("vi"), diagnostic.message("en")),
        Text(diagnostic.hint("vi"), diagnostic.hint("en")),
        str(diagnostic.place),
    )

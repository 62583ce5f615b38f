"""``kieumau list``: the installed plugins, and which engine runs here."""

from collections.abc import Mapping
from importlib.metadata import version

from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.manifest import Manifest
from kieumau.engines.choose import choose
from kieumau.errors import KieumauError
from kieumau.plugins.chain import read_chain
from kieumau.plugins.discovery import PluginInfo, plugins
from kieumau.plugins.folder import Plugin
from kieumau.program.steps import Program
from kieumau.render.standard_page import Entry, Page, Part
from kieumau.render.standard_report import span_said
from kieumau.render.standard_words import Term
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.wording import Lang

__all__ = ["run"]


def run(terminal: Terminal) -> int:
    """List the plugins; what is wrong with one is said beside the list."""
    infos, lang = plugins(), terminal.lang
    read, broken = _read(infos)
    entries = tuple(_entry(info, read.get(info.id), lang) for info in infos)
    none = (Entry(Term.NONE_INSTALLED.fill(lang)),)
    engine = Entry(choose(Program((), ()), "auto").why.say(lang))
    page = Page(
        f"kieumau {version('kieumau')}",
        (),
        (),
        (
            Part(Term.INSTALLED.fill(lang), entries or none),
            Part(Term.ENGINE.fill(lang), (engine,)),
        ),
        Term.LINKS.fill(lang),
    )
    deliver_page(terminal, page)
    for error in broken:
        terminal.problems(error.diagnostics)
    return 0


def _read(infos: list[PluginInfo]) -> tuple[Mapping[str, Plugin], list[KieumauError]]:
    """Return the plugins that can be read, and the errors of the others.

    Refinements first: their chains bring along what they stand on.
    """
    read: dict[str, Plugin] = {}
    broken = [info.error for info in infos if info.error]
    for info in sorted(infos, key=lambda info: bool(info.manifest and not info.manifest.refines)):
        if info.manifest is None or info.id in read:
            continue
        try:
            read.update((plugin.id, plugin) for plugin in read_chain([info.id]).plugins)
        except KieumauError as error:
            broken.append(error)
    return read, broken


def _entry(info: PluginInfo, plugin: Plugin | None, lang: Lang) -> Entry:
    manifest = info.manifest
    said = [Entry(f"{info.package or '-'} ({info.path.name})", Term.PACKAGE.fill(lang))]
    if manifest is None:
        return Entry(f"{info.id}: {Term.BROKEN.fill(lang)}", heading=True, entries=tuple(said))
    kind = Term.REFINES.fill(lang, below=manifest.refines) if manifest.refines else None
    force = "; ".join(_in_force(plugin, lang)) if plugin else Term.BROKEN.fill(lang)
    said = [
        Entry(manifest.title.say(lang)),
        Entry(kind or Term.BASE.fill(lang), Term.KIND.fill(lang)),
        Entry(_scope(manifest, lang), Term.SCOPE.fill(lang)),
        Entry(force, Term.IN_FORCE_SET.fill(lang)),
        *_nature(manifest, lang),
        *said,
    ]
    title = f"{info.id} {manifest.version}"
    return Entry(title, heading=True, entries=tuple(said))


def _scope(manifest: Manifest, lang: Lang) -> str:
    provinces = []
    for each in manifest.provinces:
        said = Term.PROVINCE.fill(lang, name=each.name.say(lang), code=each.code)
        time = "" if each.valid == ALWAYS else f", {each.valid.said().say(lang)}"
        provinces.append(said + time)
    return "; ".join(provinces) or Term.WHOLE_COUNTRY.fill(lang)


def _nature(manifest: Manifest, lang: Lang) -> list[Entry]:
    marks = [Term.IS_RECONSTRUCTION] if manifest.reconstruction else []
    marks += [Term.IS_INVENTED] if manifest.invented else []
    return [Entry(mark.fill(lang), Term.MARKS.fill(lang)) for mark in marks]


def _in_force(plugin: Plugin, lang: Lang) -> list[str]:
    """Return when a base's sets are in force, or from when to when a refinement refines."""
    if plugin.sets:
        return [f"{each.id}: {span_said(each.valid, lang)}" for each in plugin.sets]
    spans = [each.valid for each in plugin.refinements]
    starts = [span.start for span in spans]
    ends = [span.until for span in spans]
    whole = Validity(
        None if None in starts else min((day for day in starts if day), default=None),
        None if None in ends else max((day for day in ends if day), default=None),
    )
    return [span_said(whole, lang)]

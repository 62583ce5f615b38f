"""The chain of plugins a standard stands on: what was asked for and everything below it."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from attrs import define, field

from kieumau.documents.files import real_path
from kieumau.documents.manifest import Manifest, PluginKind
from kieumau.errors import Diagnostic, PluginError, Problems
from kieumau.language.names import Vocabulary
from kieumau.plugins.discovery import Found, find, installed
from kieumau.plugins.folder import ENDINGS, Plugin, read_plugin, read_plugin_manifest

__all__ = ["Chain", "folder_beside", "read_chain"]


@define(frozen=True, slots=False)
class Chain:
    """Plugins in order of their layer (0 is the base), then id.

    Attributes
    ----------
    asked
        The ids that were asked for, in the order given.
    """

    plugins: tuple[Plugin, ...]
    layers: tuple[int, ...]
    asked: tuple[str, ...] = field(default=(), eq=False)

    @property
    def base(self) -> Plugin:
        """The plugin that issues the set."""
        return self.plugins[0]

    @property
    def own(self) -> Plugin:
        """The plugin that was asked for, the first where several were."""
        return next(each for each in self.plugins if each.id == self.asked[0])

    @property
    def below(self) -> "Chain | None":
        """The chain without its topmost plugin; None where that is a base."""
        *under, top = self.plugins
        return Chain(tuple(under), self.layers[:-1], (top.manifest.refines,)) if under else None

    @cached_property
    def words(self) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
        """The measures of all the plugins together, and what keeps them from standing together."""
        problems = Problems()
        measures = (each for plugin in self.plugins for each in plugin.measures)
        return Vocabulary.of(measures, problems), tuple(problems.found)


def read_chain(
    references: Sequence[str | os.PathLike[str]], problems: Problems | None = None
) -> Chain:
    """Find and read the plugins asked for and those they refine.

    Parameters
    ----------
    problems
        Where to note problems inside the plugins' files; without it they are raised.

    Raises
    ------
    PluginError
        A plugin is missing, two are asked for with different bases, or they go round in a circle.
    DocumentError
        A manifest cannot be read.
    """
    manifests: dict[str, tuple[Manifest, Found]] = {}
    asked = [_register(find(reference), manifests) for reference in references]
    for id_ in asked:
        _follow(id_, manifests)
    depths = {id_: _depth(id_, manifests) for id_ in manifests}
    order = sorted(manifests, key=lambda id_: (depths[id_], id_))
    bases = [id_ for id_ in order if depths[id_] == 0]
    if len(bases) > 1:
        place = manifests[bases[1]][0].place
        raise PluginError(Diagnostic("KM-418", place, {"bases": ", ".join(bases)}))
    noted = Problems()
    plugins: dict[str, Plugin] = {}
    for id_ in order:
        manifest, found = manifests[id_]
        below = [plugins[each] for each in _below(id_, manifests)]
        plugins[id_] = read_plugin(found.path, manifest, below, found.shown, noted)
        if noted.errors:
            break
    if problems is not None:
        problems.extend(noted.found)
    else:
        noted.raise_if_any(PluginError)
    read = tuple(plugins.values())
    return Chain(read, tuple(depths[plugin.id] for plugin in read), tuple(asked))


def _register(found: Found, manifests: dict[str, tuple[Manifest, Found]]) -> str:
    manifest = read_plugin_manifest(found.path, found.shown)
    before = manifests.get(manifest.id)
    if before is None:
        manifests[manifest.id] = (manifest, found)
    elif real_path(before[1].path) != real_path(found.path):
        raise PluginError(
            Diagnostic(
                "KM-412", manifest.place, {"id": manifest.id, "packages": f"{before[0].place}"}
            )
        )
    return manifest.id


def _follow(id_: str, manifests: dict[str, tuple[Manifest, Found]]) -> None:
    """Find what a plugin refines, down to its base."""
    path: list[str] = []
    while manifests[id_][0].kind is PluginKind.REFINEMENT:
        manifest = manifests[id_][0]
        path.append(id_)
        below = manifest.refines
        if below in path:
            circle = " → ".join([*path[path.index(below) :], below])
            raise PluginError(Diagnostic("KM-416", manifest.refines_place, {"circle": circle}))
        if below not in manifests:
            reference = _reference(below, manifests[id_][1])
            if reference is None:
                near = tuple(get_close_matches(below, (*installed(), *manifests), 2))
                arguments = {"id": id_, "below": below}
                raise PluginError(Diagnostic("KM-415", manifest.refines_place, arguments, near))
            found = _register(find(reference), manifests)
            if found != below:
                raise PluginError(
                    Diagnostic("KM-417", manifests[found][0].place, {"id": below, "found": found})
                )
        id_ = below


def folder_beside(folder: Path, id_: str) -> Path | None:
    """Return the folder of a plugin of that name beside another's, if there is one."""
    for name in (id_, id_.replace("-", "_")):
        beside = Path(os.path.normpath(folder / os.pardir / name))
        if any((beside / f"plugin{ending}").is_file() for ending in ENDINGS):
            return beside
    return None


def _reference(below: str, above: Found) -> str | Path | None:
    """Return where to find the plugin below: installed, else a folder of its name beside the other.

    So an author who keeps a base and its refinement side by side names one of them.
    """
    if below in installed():
        return below
    return None if above.shown in installed() else folder_beside(Path(above.shown), below)


def _below(id_: str, manifests: dict[str, tuple[Manifest, Found]]) -> list[str]:
    """Return the plugins a plugin stands on, base first."""
    below: list[str] = []
    while manifests[id_][0].kind is PluginKind.REFINEMENT:
        id_ = manifests[id_][0].refines
        below.insert(0, id_)
    return below


def _depth(id_: str, manifests: dict[str, tuple[Manifest, Found]]) -> int:
    return len(_below(id_, manifests))

"""Where plugins are: installed packages by entry point, folders by path; never at import."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from kieumau.documents.manifest import Manifest
from kieumau.errors import Diagnostic, KieumauError, PluginError
from kieumau.places import Place
from kieumau.plugins.folder import read_plugin_manifest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Found", "PluginInfo", "find", "installed", "plugins"]

GROUP = "kieumau.plugins"
"""The entry-point group; a value is a package name, of which nothing is imported."""


@frozen
class Found:
    """A plugin's folder and how its files are named in diagnostics."""

    path: Path
    shown: str


@frozen
class PluginInfo:
    """An installed plugin.

    Attributes
    ----------
    manifest
        What it says of itself; None when its ``plugin.yaml`` cannot be read (see ``error``).
    package
        The distribution that brings it.
    """

    id: str
    path: Path
    package: str
    manifest: Manifest | None
    error: KieumauError | None = None


def installed() -> "Mapping[str, tuple[EntryPoint, ...]]":
    """Return the entry points by plugin id."""
    from importlib.metadata import entry_points  # noqa: PLC0415 (slow to import)

    found: dict[str, dict[str, EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        found.setdefault(entry.name, {}).setdefault(entry.value, entry)
    return {name: tuple(entries.values()) for name, entries in sorted(found.items())}


def find(reference: str | os.PathLike[str]) -> Found:
    """Return the folder of a plugin named by id, or by path (anything with a separator or a dot).

    Raises
    ------
    PluginError
        There is none, or two packages bring the same id.
    """
    text = os.fspath(reference)
    if not isinstance(reference, str) or os.sep in text or "/" in text or text.startswith("."):
        return _folder(text)
    entries = installed().get(text, ())
    if len(entries) > 1:
        names = ", ".join(entry.value for entry in entries)
        raise PluginError(Diagnostic("KM-412", Place(text), {"id": text, "packages": names}))
    if not entries:
        if _is_folder(text):
            return _folder(text)
        raise _unknown(text)
    path = _package_folder(entries[0].value)
    if path is None:
        raise _no_folder(text, entries[0].value)
    return Found(path, text)


def plugins() -> list[PluginInfo]:
    """Return the installed plugins, sorted by id; a broken one carries its error."""
    infos = []
    for id_, entries in installed().items():
        for entry in entries:
            path = _package_folder(entry.value)
            package = entry.dist.name if entry.dist else ""
            if path is None:
                infos.append(PluginInfo(id_, Path(), package, None, _no_folder(id_, entry.value)))
                continue
            try:
                infos.append(PluginInfo(id_, path, package, read_plugin_manifest(path, id_)))
            except KieumauError as error:
                infos.append(PluginInfo(id_, path, package, None, error))
    return infos


def _folder(text: str) -> Found:
    path = Path(text)
    if not _is_folder(text):
        raise PluginError(Diagnostic("KM-414", Place(text)))
    return Found(path, text.rstrip("/\\") or text)


def _unknown(id_: str) -> PluginError:
    known = list(installed())
    near = get_close_matches(id_, [*_folders_here(), *known], 2, 0.5)
    return PluginError(
        Diagnostic("KM-411", Place(), {"id": id_, "known": ", ".join(known) or "-"}, tuple(near))
    )


def _folders_here() -> list[str]:
    """Return the folders of plugins that lie where the user stands, to suggest one."""
    try:
        return sorted(path.parent.name for path in Path().glob("*/plugin.yaml"))
    except OSError:
        return []


def _no_folder(id_: str, package: str) -> PluginError:
    return PluginError(Diagnostic("KM-413", Place(id_), {"id": id_, "package": package}))


def _is_folder(text: str) -> bool:
    return os.path.isdir(text)  # noqa: PTH112 (Path.is_dir raises for a name too long)


def _package_folder(package: str) -> Path | None:
    """Return a package's folder without importing it or its parents."""
    top, *inner = package.split(".")
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):  # an entry point may hold anything
        return None
    for location in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(location, *inner)
        if path.is_dir():
            return path
    return None

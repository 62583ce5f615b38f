"""Where plugins are: installed packages by entry point, folders by path. A call, never at import."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

from kieumau.documents.manifest import Manifest
from kieumau.errors import Diagnostic, KieumauError, PluginError
from kieumau.places import Place
from kieumau.plugins.folder import read_plugin_manifest

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


def installed() -> Mapping[str, tuple[EntryPoint, ...]]:
    """Return the entry points by plugin id."""
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
        if Path(text).is_dir():
            return _folder(text)
        raise _unknown(text)
    path = _package_folder(entries[0].value)
    if path is None:
        arguments = {"id": text, "package": entries[0].value}
        raise PluginError(Diagnostic("KM-413", Place(text), arguments))
    return Found(path, text)


def plugins() -> list[PluginInfo]:
    """Return the installed plugins, sorted by id; a broken one carries its error."""
    infos = []
    for id_, entries in installed().items():
        for entry in entries:
            path = _package_folder(entry.value) or Path()
            package = entry.dist.name if entry.dist else ""
            try:
                infos.append(PluginInfo(id_, path, package, read_plugin_manifest(path, id_)))
            except KieumauError as error:
                infos.append(PluginInfo(id_, path, package, None, error))
    return infos


def _folder(text: str) -> Found:
    path = Path(text)
    if not path.is_dir():
        raise PluginError(Diagnostic("KM-414", Place(text)))
    return Found(path, text.rstrip("/\\") or text)


def _unknown(id_: str) -> PluginError:
    known = list(installed())
    near = tuple(get_close_matches(id_, known, 2, 0.5))
    return PluginError(
        Diagnostic("KM-411", Place(), {"id": id_, "known": ", ".join(known) or "-"}, near)
    )


def _package_folder(package: str) -> Path | None:
    """Return a package's folder without importing it or its parents."""
    top, *inner = package.split(".")
    spec = find_spec(top)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(location, *inner)
        if path.is_dir():
            return path
    return None

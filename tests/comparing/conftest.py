"""Two copies of two small plugins, each side by side, to be changed and compared."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve, frozen

import kieumau
from kieumau.authoring.preview.variants import judged

HERE = Path(__file__).parent
PLUGINS = HERE.parent / "cli" / "plugins"
WARD = HERE.parent / "cli" / "phuong.yaml"
ON = "2023-12-31"


@frozen
class Copies:
    """The folders A's and B's plugins lie in."""

    home: Path

    def folder(self, side: str, plugin: str) -> Path:
        """Return a plugin's folder on a side, ``a`` or ``b``."""
        return self.home / side / plugin

    def change(self, side: str, file: str, *pairs: tuple[str, str]) -> None:
        """Change a file of a side's plugins, each text once."""
        path = self.home / side / file
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def facts(self, *pairs: tuple[str, str]) -> kieumau.FactSet:
        """Return the ward's facts with some lines of its file changed."""
        text = WARD.read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = self.home / "ward.yaml"
        path.write_text(text, "utf-8")
        return kieumau.FactSet.read(path)

    def verdict(self, side, facts=None, plugin="tinh_thu", on=ON, assumed="show"):
        """Return what the facts come to under a side's plugin."""
        standard = kieumau.load(str(self.folder(side, plugin)), on=on, assumed=assumed)
        known = standard.composed.vocabulary
        given = facts or self.facts()
        kept = tuple(each for each in given if each.measure in known)
        return judged(standard, evolve(given, facts=kept))

    def compare(self, a, b, plugins=("tinh_thu", "tinh_thu"), sides=("a", "b")):
        """Return what differs between two verdicts, their plugins being these folders."""
        where = [str(self.folder(*each)) for each in zip(sides, plugins, strict=True)]
        return kieumau.compare(a, b, criteria_a=where[0], criteria_b=where[1])


@pytest.fixture
def copies(tmp_path) -> Copies:
    """Return the two copies, still the same."""
    for side in ("a", "b"):
        for plugin in ("bo_goc", "tinh_thu"):
            shutil.copytree(PLUGINS / plugin, tmp_path / side / plugin)
    return Copies(tmp_path)

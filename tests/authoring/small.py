"""A small invented set, copied to a folder of its own for each test."""

from pathlib import Path
from shutil import copytree

HERE = Path(__file__).parent / "bo-nho"
CASES = (HERE / "cases" / "a.yaml").read_text("utf-8")
RULES = (HERE / "rules" / "bo.yaml").read_text("utf-8")


def plugin(folder: Path, id_: str = "bo-nho", **files: str) -> Path:
    """Copy the plugin; files of ``cases`` by name, instead of its own or beside it."""
    copytree(HERE, folder)
    manifest = folder / "plugin.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("id: bo-nho", f"id: {id_}"), "utf-8")
    for name, text in files.items():
        (folder / "cases" / f"{name}.yaml").write_text(text, "utf-8")
    return folder

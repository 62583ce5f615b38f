"""The command line run in this process, over two small plugins found through the same door."""

import os
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kieumau.cli.language import language
from kieumau.cli.parser import command_line

HERE = Path(__file__).parent
SITE = HERE / "plugins"
GOLDEN = HERE.parent / "golden" / "cli"

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.syspath_prepend(SITE)
    monkeypatch.chdir(HERE)
    for name in ("KIEUMAU_LANG", "KIEUMAU_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run() -> Run:
    """Return a function that runs the command line and keeps what it says."""

    def run(*arguments: object, **extra) -> Result:
        given = [str(each) for each in arguments]
        root = command_line(language(given, os.environ))
        return CliRunner().invoke(root, given, **extra)

    return run


@pytest.fixture
def ward() -> Path:
    """Return a ward that meets everything."""
    return Path("phuong.yaml")


@pytest.fixture
def verdict(run, ward, tmp_path) -> Path:
    """Return a verdict file."""
    path = tmp_path / "ket-luan.json"
    done = run("evaluate", ward, "--criteria", "tinh-thu", "--format", "json", "--output", path)
    assert done.exit_code == 0, done.stderr
    return path


def normal(text: str) -> str:
    """Return output without what changes from machine to machine: version, engine, digests."""
    text = text.replace(version("kieumau"), "VERSION")
    text = re.sub(r"\b[0-9a-f]{64}\b", "DIGEST", text)
    return re.sub(r"(rete|plain): .*", "ENGINE", text)


def golden(name: str, text: str) -> None:
    """Hold output to the file recorded; ``KIEUMAU_RECORD=1`` writes it anew."""
    path = GOLDEN / name
    if os.environ.get("KIEUMAU_RECORD"):
        path.write_text(normal(text), encoding="utf-8")
    assert normal(text) == path.read_text(encoding="utf-8")

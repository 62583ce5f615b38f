"""The wheel works in an empty environment, away from the source: its data files are in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def kieumau(tmp_path_factory):
    """Return what runs the installed command, in a folder of its own."""
    home = tmp_path_factory.mktemp("wheel")
    environment = {key: each for key, each in os.environ.items() if not key.startswith("PYTHON")}
    environment["CPPFLAGS"] = "-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)"

    def run(*command, **options):
        return subprocess.run(
            command, cwd=home, env=environment, check=True, text=True, encoding="utf-8", **options
        )

    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", home, ROOT)
    run(sys.executable, "-m", "venv", home / "venv")
    (wheel,) = home.glob("kieumau-*.whl")
    bin_ = home / "venv" / "bin"
    run(bin_ / "python", "-m", "pip", "install", "--quiet", wheel)
    return lambda *words: run(bin_ / "kieumau", *words, stdout=subprocess.PIPE).stdout


def test_the_bundled_plugins_are_in_it(kieumau):
    """A bundled standard is shown from the installed package alone."""
    shown = kieumau("show", "ha-tinh", "--measures", "--lang", "en")

    assert "15-NQ/TU" in shown
    assert "tỷ lệ" in kieumau("show", "ha-tinh", "--lang", "vi")


@pytest.mark.parametrize(
    "id_", ["tai-lap-5764", "ha-tinh", "hung-yen", "phu-yen", "tp-ho-chi-minh"]
)
def test_the_bundled_plugins_pass_their_own_cases(kieumau, id_):
    """Cases and wards are packaged too; warnings do not fail a check."""
    assert kieumau("check", id_, "--lang", "en").splitlines()[-1].startswith("No errors")


def test_the_standalone_checker_is_in_it(kieumau):
    """An auditor can print it from an installed kieumau."""
    assert "def canonical(" in kieumau("verify", "--print-checker")


def test_a_province_is_scaffolded(kieumau):
    """From templates that are in the wheel; it passes its own cases."""
    kieumau("new", "Tỉnh Mẫu", "--yes")

    assert "0 fail" in kieumau("test", "tinh-mau", "--lang", "en")


def test_an_extra_that_is_not_installed_is_named(kieumau):
    """With the command that installs it; no traceback, exit code 2."""
    with pytest.raises(subprocess.CalledProcessError) as refused:
        kieumau("show", "ha-tinh", "--html", "trang.html", "--lang", "en")

    assert refused.value.returncode == 2


def test_a_ward_is_evaluated(kieumau):
    """A facts file from elsewhere is judged."""
    ward = ROOT / "examples" / "wards" / "phuong-mau-a-dat.yaml"

    assert '"outcome": "met"' in kieumau(
        "evaluate", ward, "--criteria", "ha-tinh", "--format", "json"
    )

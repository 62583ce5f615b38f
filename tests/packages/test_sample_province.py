"""A province's package by another party: installed, and found through its entry point."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
WARD = {
    "ward": {"code": "99801", "name": "Phường Ví Dụ (giả định)", "province": "00"},
    "period": {"from": "2023-01-01", "to": "2023-12-31"},
    "facts": {"so_phieu_khao_sat": 100, "so_phieu_hai_long": 91},
}


@pytest.fixture(scope="module")
def kieumau(tmp_path_factory):
    """Return what runs the command where the sample package is installed."""
    home = tmp_path_factory.mktemp("sample")
    source = shutil.copytree(HERE / "kieumau-sample-province", home / "source")
    site = home / "site"
    flags = ("--quiet", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
    pip = (sys.executable, "-m", "pip", "install", *flags, "--target", site, source)
    subprocess.run(pip, check=True, cwd=home)
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def run(*words):
        command = (sys.executable, "-m", "kieumau", *words, "--lang", "en")
        return subprocess.run(
            command,
            check=False,
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    return run


def test_it_is_listed_beside_the_bundled_ones(kieumau):
    """Through the same door."""
    assert "tinh-vi-du" in kieumau("list").stdout


def test_it_passes_its_own_checks(kieumau):
    """By id: its files come from the installed package."""
    ended = kieumau("check", "tinh-vi-du")

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_ward_is_judged_by_it(kieumau, tmp_path):
    """Its threshold is the one that counts, and the verdict says whose it is."""
    ward = tmp_path / "phuong.json"
    ward.write_text(json.dumps(WARD), encoding="utf-8")

    ended = kieumau("evaluate", ward, "--criteria", "tinh-vi-du", "--format", "json")

    verdict = json.loads(ended.stdout)
    assert verdict["outcome"] == "not_met"
    assert [each["id"] for each in verdict["standard"]["plugins"]] == ["tai-lap-5764", "tinh-vi-du"]

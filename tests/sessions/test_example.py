"""The example of a year's monthly reporting says what it should, in both languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions.conftest import held

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_year_of_monthly_reporting(lang):
    """Progress in words, a refusal, a correction in October, the verdict in December."""
    done = subprocess.run(
        [sys.executable, "examples/monthly_reporting.py", lang],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )

    assert done.stderr.decode() == ""
    held(f"monthly.{lang}.txt", done.stdout.decode("utf-8"))

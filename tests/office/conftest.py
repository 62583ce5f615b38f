"""These tests need LibreOffice: that it is missing is a failure of this group, never a pass."""

import shutil

import pytest


@pytest.fixture(autouse=True, scope="session")
def _libreoffice():
    if shutil.which("soffice") is None:
        pytest.fail("LibreOffice is not here: apt-get install libreoffice-calc")

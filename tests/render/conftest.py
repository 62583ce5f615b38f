"""Every test that asks for ``sample`` or ``lang`` runs once for each."""

import pytest

from kieumau.verdicts.verdict import Verdict
from tests.render.samples import MAKERS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``sample`` once for every verdict made here."""
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize(
            "sample", [(name, make()) for name, make in MAKERS.items()], ids=[*MAKERS]
        )
    if "lang" in metafunc.fixturenames:
        metafunc.parametrize("lang", ["vi", "en"])


@pytest.fixture(scope="session")
def verdicts() -> dict[str, Verdict]:
    """Return every verdict made here, by name."""
    return {name: make() for name, make in MAKERS.items()}

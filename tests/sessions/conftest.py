"""What the tests of sessions share: one small standard, a ward, and both engines."""

import os
from datetime import date
from pathlib import Path

import pytest

import kieumau
from kieumau.engines.choose import availability

GOLDEN = Path(__file__).parents[1] / "golden/sessions"
SITE = Path(__file__).parents[1] / "plugins/site"
WARD = kieumau.Ward("00001", "Phường Mẫu", "42")
YEAR = kieumau.Period(date(2023, 1, 1), date(2023, 12, 31))


@pytest.fixture(scope="session")
def standard() -> kieumau.Standard:
    """Return the standard of the sample base."""
    return kieumau.load(SITE / "goc_mau", on="2023-12-31")


@pytest.fixture(params=["plain", "rete"])
def engine(request) -> str:
    """Return each engine's name; skip rete, saying why, where durable_rules does not import."""
    if request.param == "rete" and not availability().available:
        pytest.skip(availability().why.en)
    return request.param


@pytest.fixture
def durable_rules() -> None:
    """Skip the test where durable_rules does not import."""
    if not availability().available:
        pytest.skip(availability().why.en)


@pytest.fixture
def session(standard, engine):
    """Return a session of a ward without facts."""
    with standard.session(WARD, YEAR, engine=engine) as opened:
        yield opened


def held(name: str, text: str) -> None:
    """Hold a text to the file recorded; ``KIEUMAU_RECORD=1`` writes it anew."""
    path = GOLDEN / name
    if os.environ.get("KIEUMAU_RECORD"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def codes(error):
    """Return the codes of an error's diagnostics."""
    return [each.code for each in error.value.diagnostics]


def refused(session, given, *wanted):
    """Hold that a session refuses facts with those codes and is then as it was."""
    standing = session._standing
    with pytest.raises(kieumau.KieumauError) as error:
        session.assert_facts(given)

    assert sorted(codes(error)) == sorted(wanted)
    assert session._standing is standing
    return error.value

"""What all engine tests share: the reason for a skip is never silent."""

import pytest

from kieumau.engines.choose import availability


@pytest.fixture
def durable_rules() -> None:
    """Skip the test where durable_rules does not import."""
    if not availability().available:
        pytest.skip(availability().why.en)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print why the tests of the rete engine were skipped, if they were."""
    if not availability().available:
        terminalreporter.write_line(f"rete not tested: {availability().why.en}")

"""An explanation is a proof: each status follows from what stands beneath it, to the facts."""

import json
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.proof import TRUTH, check
from tests.strategies import cases

seen = Counter()


def data_of(case):
    """Return a ward's verdict as plain data, through its JSON."""
    return json.loads(case.standard.evaluate(case.facts).to_json())


@given(cases())
def test_every_explanation_is_a_valid_proof(case):
    """No finding stands that its children, or the facts observed, do not bear out."""
    wrong, decided, tests = check(data_of(case))
    seen.update(decided=len(decided), tests=len(tests))

    assert wrong == []


def test_most_single_tests_were_decided_anew():
    """The checker skips what it cannot read, and that is little."""
    if not seen:
        test_every_explanation_is_a_valid_proof()

    assert seen["decided"] > 0.6 * seen["tests"] > 0  # 84 to 92 % in larger samples


@given(cases(), st.data())
def test_a_forged_status_is_caught(case, data):
    """Changing the status of one finding, whichever, leaves a proof that does not hold."""
    verdict = data_of(case)
    _, decided, _ = check(verdict)
    composite = [each for each in walk(verdict["explanation"]) if "children" in each]
    forged = data.draw(st.sampled_from([*composite, *decided]).map(lambda found: found), "forged")
    forged["status"] = data.draw(
        st.sampled_from([each for each in TRUTH if each != forged["status"]]), "as"
    )

    assert check(verdict)[0] != []


def walk(finding):
    """Yield a finding and all beneath it."""
    yield finding
    for child in finding.get("children", ()):
        yield from walk(child)

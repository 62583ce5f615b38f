"""Whatever is changed in a certificate is found, and by which check.

``KIEUMAU_PROFILE=thorough`` tries 2,000 certificates.
"""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau import Certificate
from kieumau.certificates.figures import read_figures
from kieumau.certificates.reading import read_certificates
from kieumau.certificates.signing import signed
from kieumau.certificates.verifying import Held, verify, verify_written
from kieumau.errors import DocumentError
from kieumau.rules.conditions import Compare, Op
from tests.certificates.tampering import (
    at,
    changed,
    flipped,
    places,
    resealed,
    respelt,
    text_of,
)
from tests.effort import share
from tests.strategies import (
    asking,
    cases,
    exactly,
    grouping,
    issuing,
    knowing,
    measure,
    standard,
)

FEW = 4
"""How many places of one kind are changed in each certificate."""
STATED = ("spans", "undated", "days", "as_if", "steps", "outcome", "reason")
"""What follows from the facts and the program."""

seeds = st.integers(0, 2**32 - 1).map(Random)


def certified(case):
    """Return a case's certificate and its data."""
    certificate = Certificate.of(case.standard.evaluate(case.facts, engine="plain"), case.standard)
    return certificate, certificate.to_data()


def checked(text, standard, **more):
    """Return how each check came out; None where the text is no certificate."""
    try:
        found = verify(text, standard=standard, **more)
    except DocumentError:
        return None
    return {check.kind.value: check.held for check in found.checks}


def some(data, random, *keys):
    """Return some places beneath some keys."""
    found = [path for path in places(data) if path[0] in keys]
    return random.sample(found, min(FEW, len(found)))


@given(cases())
@share(4)
def test_nothing_is_found_in_a_certificate_as_it_was_made(keys, case):
    """All four checks hold: whatever the standard and the facts."""
    private, public = keys
    certificate, _ = certified(case)

    found = checked(signed(certificate, private).text, case.standard, public_key=public)

    assert found == dict.fromkeys(("digest", "steps", "replay", "signature"), Held.HELD)


@given(cases(), seeds)
@share(4)
def test_a_change_alone_is_found_by_the_digest(case, random):
    """Whatever value it is, anywhere."""
    _, data = certified(case)

    for path in some(data, random, *data):
        found = checked(text_of(changed(data, path, random)), case.standard)
        assert found is None or found["digest"] is Held.FAILED, path


@given(cases(), seeds)
@share(4)
def test_a_bit_the_other_way_round_is_found(keys, case, random):
    """Whichever bit of whichever byte, the signature's too."""
    private, public = keys
    text = signed(certified(case)[0], private).text

    for _ in range(FEW):
        raw = flipped(text, random)
        try:
            (written,) = read_certificates(raw.decode(), "x")
        except (UnicodeDecodeError, DocumentError, ValueError):
            continue
        assert not verify_written(written, replay=False, public_key=public).holds, raw


@given(cases(), seeds)
@share(4)
def test_other_bytes_of_the_same_content_are_found(case, random):
    """A certificate is its bytes: reformatted, it no longer holds, and its steps still do."""
    text = respelt(certified(case)[0].text, random)

    found = checked(text, case.standard)

    assert found is not None
    assert (found["digest"], found["steps"]) == (Held.FAILED, Held.HELD)


@given(cases(), seeds)
@share(4)
def test_what_follows_is_found_by_the_steps_though_the_digest_is_put_right(case, random):
    """A truth, a reason, a span, a day, the outcome: none can be changed alone."""
    _, data = certified(case)

    for path in some(data, random, *STATED):
        text = text_of(resealed(changed(data, path, random)))
        found = checked(text, case.standard)
        assert found is None or found["steps"] is Held.FAILED, path
        assert found is None or found["replay"] is Held.FAILED, path


@given(cases(), seeds)
@share(4)
def test_another_program_is_found_by_its_digest(case, random):
    """A threshold, a coefficient, an operator, a k, a child: the standard's digest is of all."""
    _, data = certified(case)

    for path in some(data, random, "program"):
        other = changed(data, path, random)
        found = checked(text_of(resealed(other)), case.standard)
        assert found is None or found["digest"] is Held.FAILED, path


@given(cases(), seeds)
@share(4)
def test_another_standard_is_found_by_the_replay(case, random):
    """Though its digest is put right too: it is not the standard published under that name."""
    _, data = certified(case)

    for path in some(data, random, "program", "standard"):
        text = text_of(resealed(changed(data, path, random), standard=path[0] == "program"))
        found = checked(text, case.standard)
        assert found is None or found["replay"] is not Held.HELD, path


@given(cases(), seeds)
@share(4)
def test_other_facts_are_found_by_the_steps_where_they_matter_and_else_by_the_signature(
    keys, case, random
):
    """A figure the program reads gives other integers; what it does not read only a key finds."""
    private, public = keys
    data = signed(certified(case)[0], private).to_data()
    before = read_figures(data["program"], data["facts"])

    for path in some(data, random, "facts", "ignored"):
        other = resealed(changed(data, path, random))
        found = checked(text_of(other), case.standard, public_key=public)
        assert found is None or found["signature"] is Held.FAILED, path
        try:
            same = read_figures(other["program"], other["facts"]) == before
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            same = False
        assert same or found is None or found["steps"] is Held.FAILED, path


@given(cases(), cases())
@share(4)
def test_a_certificate_of_other_facts_is_a_certificate(keys, case, another):
    """Who recomputes everything has made another true statement; only the signature is missing."""
    private, public = keys
    certificate, _ = certified(case)
    signature = signed(certificate, private).to_data()["signature"]
    forged, _ = certified(another)

    held = checked(forged.text, another.standard)
    with_signature = {**forged.to_data(), "signature": signature}
    found = checked(text_of(with_signature), another.standard, public_key=public)

    assert held is not None
    assert set(held.values()) == {Held.HELD, Held.NOT_ASKED}
    assert found is not None
    same = forged == certificate
    assert found["signature"] is (Held.HELD if same else Held.FAILED)


@pytest.mark.parametrize("value", ["met", "unmet", "unknown"])
@given(cases(), seeds)
@share(4)
def test_an_outcome_carried_up_from_a_changed_leaf_is_found(value, case, random):
    """Though every step above the leaf is made to follow from it."""
    _, data = certified(case)
    leaves = [e["id"] for e in data["program"]["steps"] if e["op"] == "leaf"]
    if not leaves:
        return
    leaf = random.choice(leaves)
    if at(data, ("steps", leaf, "truth")) == value:
        return
    data["steps"][leaf] = {**data["steps"][leaf], "truth": value}

    found = checked(text_of(resealed(data)), case.standard)

    assert found is not None
    assert found["steps"] is Held.FAILED


def test_facts_with_other_figures_make_another_certificate():
    """Not one of these tests is about certificates that are all alike."""
    made = standard(
        issuing([measure("n0")], grouping("c", asking("i", Compare("n0", Op.GE, Decimal(3)))))
    )
    two = [made.evaluate(exactly(knowing(n0=1), {"n0": n})) for n in (3, 4)]

    one, other = (Certificate.of(each, made) for each in two)

    assert one.outcome is other.outcome
    assert one.digest != other.digest

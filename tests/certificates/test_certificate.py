"""Certificates: what they hold, the same for every engine, and that the checker agrees."""

import ast
import json
import pickle
import sys
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from jsonschema import Draft202012Validator

import kieumau
from kieumau import Certificate
from kieumau.certificates import checker, figures, soundness
from kieumau.certificates.certificate import digest_of
from kieumau.certificates.checker import faults
from kieumau.certificates.schema import certificate_schema
from kieumau.documents.schema_check import misfit
from kieumau.engines.choose import availability
from kieumau.errors import DocumentError, UsageError
from kieumau.program.digest import digest
from kieumau.program.meaning import evaluate
from tests.effort import share
from tests.strategies import cases

ROOT = Path(__file__).parents[2]
WARDS = sorted((ROOT / "examples/wards").glob("phuong-mau-[abc]-*.yaml"))
VALID = Draft202012Validator(certificate_schema())


@pytest.fixture(scope="module")
def ha_tinh():
    """Return the standard the example wards are judged by."""
    return kieumau.load("ha-tinh", on="2023-12-31")


@pytest.fixture(scope="module", params=WARDS, ids=lambda path: path.stem)
def certified(request, ha_tinh):
    """Return an example ward's verdict and certificate."""
    verdict = ha_tinh.evaluate(kieumau.FactSet.read(request.param))
    return verdict, Certificate.of(verdict, ha_tinh)


def test_it_is_canonical_and_of_its_schema(certified):
    """One line of RFC 8785 JSON, of the committed shape; the digest is what the page says."""
    _, certificate = certified
    data = json.loads(certificate.to_json())

    assert rfc8785.dumps(data).decode() == certificate.to_json()
    assert list(VALID.iter_errors(data)) == []
    assert certificate.digest == digest_of(data)
    assert digest({k: v for k, v in data.items() if k != "digest"}) == certificate.digest


def test_it_holds_the_verdict(certified):
    """The outcome, the facts as in the verdict, and the program its standard's digest is of."""
    verdict, certificate = certified
    data, said = certificate.to_data(), verdict.to_data()

    assert (certificate.outcome, certificate.reason) == (verdict.outcome, verdict.reason)
    assert data["facts"] == said["facts"]
    assert digest(data["program"]) == data["standard"]["digest"] == verdict.standard.digest
    assert data["standard"]["plugins"] == [
        {"id": each["id"], "version": each["version"]} for each in said["standard"]["plugins"]
    ]
    assert certificate.facts.ward == verdict.facts.ward
    assert not certificate.signed


def test_it_reads_back_equal_and_pickles(certified):
    """Text, data and pickles give the same certificate again."""
    _, certificate = certified

    assert Certificate.from_json(certificate.to_json()) == certificate
    assert pickle.loads(pickle.dumps(certificate)) == certificate  # noqa: S301 (our own)


def test_the_standard_is_found_by_itself(certified):
    """Without a standard it is that of the installed plugins the verdict names."""
    verdict, certificate = certified

    assert Certificate.of(verdict) == certificate
    assert Certificate.of(kieumau.Verdict.from_json(verdict.to_json())) == certificate


def test_a_verdict_of_another_standard_is_not_certified(ha_tinh):
    """A certificate is never made of what the standard does not come to."""
    verdict = ha_tinh.evaluate(kieumau.FactSet.read(WARDS[0]))
    other = kieumau.load("tai-lap-5764", on="2023-12-31")

    with pytest.raises(kieumau.UsageError) as refused:
        Certificate.of(verdict, other)

    assert refused.value.diagnostics[0].code == "KM-682"


@pytest.mark.parametrize(
    ("old", "new"),
    [('"outcome": "met"', '"outcome": "not_met"'), ('"so_ho": 2000', '"so_ho": -1')],
    ids=["outcome", "a fact beyond its bounds"],
)
def test_a_verdict_that_was_changed_is_not_certified(ha_tinh, old, new):
    """Not even under its own standard: the facts are evaluated again."""
    text = ha_tinh.evaluate(kieumau.FactSet.read(WARDS[0])).to_json()
    assert old in text

    with pytest.raises(kieumau.UsageError) as refused:
        Certificate.of(kieumau.Verdict.from_json(text.replace(old, new)), ha_tinh)

    assert refused.value.diagnostics[0].code == "KM-682"


@given(cases())
@share(2)
def test_every_certificate_holds_together(case):
    """The checker, which knows no engine, finds nothing to say; nor has the schema anything."""
    verdict = case.standard.evaluate(case.facts, engine="plain")
    certificate = Certificate.of(verdict, case.standard)
    data = certificate.to_data()
    truths = {step: each["truth"] for step, each in data["steps"].items()}
    meant = evaluate(case.standard.program, case.box)

    assert list(faults(data)) == []
    assert [truths[step.id] for step in case.standard.program.steps] == [
        each.name.lower() for each in meant
    ]
    assert misfit(data, certificate_schema()) is None
    assert digest(data["program"]) == case.standard.digest
    assert Certificate.from_json(certificate.to_json()) == certificate


@pytest.mark.skipif(not availability().available, reason=availability().why.en)
@given(cases())
@share(2)
def test_engines_give_the_same_bytes(case):
    """Which engine reached a verdict is no part of its certificate."""
    plain, rete = (case.standard.evaluate(case.facts, engine=each) for each in ("plain", "rete"))

    assert Certificate.of(plain, case.standard) == Certificate.of(rete, case.standard)


@pytest.mark.parametrize(
    "module", [checker, figures, soundness], ids=["checker", "figures", "soundness"]
)
def test_the_checker_needs_only_the_standard_library(module):
    """It imports no engine, no meaning, no cattrs: nothing but the library and its own parts."""
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    named = {
        name
        for node in ast.walk(tree)
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    outside = {name for name in named if name.partition(".")[0] not in sys.stdlib_module_names}
    assert outside <= {"kieumau.certificates.figures", "kieumau.certificates.soundness"}


def test_the_checker_is_short():
    """Short enough to be read in one sitting: under 200 lines."""
    assert len(Path(checker.__file__).read_text("utf-8").splitlines()) < 200


def test_what_is_of_another_kind_is_called_by_its_format():
    """A verdict taken for a certificate: what it is, not which of its fields is too many."""
    with pytest.raises(DocumentError) as caught:
        Certificate.from_json('{"format": "kieumau/verdict/1", "missing": []}')

    assert "KM-680" in caught.value.say("vi")
    assert "trường format ghi «kieumau/verdict/1»" in caught.value.say("vi")


def test_what_is_no_verdict_and_no_certificate_is_said():
    """From Python too: in words, and not by an attribute it lacks."""
    facts = kieumau.FactSet.read(ROOT / "examples/wards/phuong-mau-b-khong-dat.yaml")

    with pytest.raises(UsageError, match="KM-790 a Verdict is needed, not FactSet"):
        Certificate.of(facts)
    with pytest.raises(DocumentError, match="it is a FactSet, not a Certificate or its text"):
        kieumau.verify(facts)

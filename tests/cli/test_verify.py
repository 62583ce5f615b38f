"""``kieumau verify`` and ``kieumau sign``: what holds of a certificate, in words and as data."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kieumau.certificates.schema import certificate_schema
from kieumau.wording import LANGUAGES
from tests.cli.conftest import GOLDEN, golden

ROOT = Path(__file__).parents[2]
CERTIFICATE = GOLDEN.parent / "certificates" / "tinh-thu.json"
both = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def certificate(run, ward, tmp_path):
    """Return a certificate file."""
    path = tmp_path / "chung-thu.json"
    done = run("evaluate", ward, "--criteria", "tinh-thu", "--format", "certificate", "-o", path)
    assert done.exit_code == 0, done.stderr
    return path


@pytest.fixture
def key(run, tmp_path):
    """Return the file of a private key, its public key beside it."""
    path = tmp_path / "khoa.pem"
    assert run("sign", "--new-key", path).exit_code == 0
    return path


def changed(path, old, new):
    """Change a file's text once."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_same_verdict_gives_the_same_bytes(certificate):
    """Whatever the engine and the Python: the certificate recorded, to the byte."""
    if os.environ.get("KIEUMAU_RECORD"):
        CERTIFICATE.parent.mkdir(exist_ok=True)
        CERTIFICATE.write_bytes(certificate.read_bytes())

    assert certificate.read_bytes() == CERTIFICATE.read_bytes()


def test_each_engine_gives_them(run, ward, certificate):
    """The engine is no part of a certificate."""
    options = ("--criteria", "tinh-thu", "--format", "certificate", "--engine", "plain")

    assert run("evaluate", ward, *options).stdout == certificate.read_text("utf-8")


@both
def test_verify_says_what_holds(run, certificate, lang, monkeypatch):
    """All of it, of a certificate as it was made."""
    monkeypatch.chdir(certificate.parent)

    done = run("verify", "chung-thu.json", "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"verify.{lang}.txt", done.stdout)


@both
def test_verify_says_what_does_not_hold(run, certificate, lang, monkeypatch):
    """With the place, and what it comes to; the other checks go on."""
    monkeypatch.chdir(certificate.parent)
    changed(certificate, '"outcome":"met"', '"outcome": "not_met"')

    done = run("verify", "chung-thu.json", "--lang", lang)

    assert (done.exit_code, done.stderr) == (1, "")
    golden(f"verify-tampered.{lang}.txt", done.stdout)


def test_several_certificates_are_verified_one_by_one(run, certificate, tmp_path):
    """One a line; each is said to hold or not."""
    path = tmp_path / "hai.json"
    text = certificate.read_text("utf-8")
    path.write_text(text + text.replace('"outcome":"met"', '"outcome":"not_met"'), "utf-8")

    done = run("verify", path, certificate, "--lang", "en")
    data = json.loads(run("verify", path, "--format", "json").stdout)

    assert done.exit_code == 1
    assert done.stdout.count("Certificate: Phường Thử (00001)") == 3
    assert "3 certificates: everything that was asked for holds of 2." in done.stdout
    assert [each["holds"] for each in data["certificates"]] == [True, False]
    assert [each["line"] for each in data["certificates"]] == [1, 2]
    held = {name: each["held"] for name, each in data["certificates"][1]["checks"].items()}
    assert held == {
        "digest": "failed",
        "steps": "failed",
        "replay": "failed",
        "signature": "not_asked",
    }


def test_a_standard_that_is_gone_is_not_called_tampering(run, certificate, monkeypatch):
    """The digest and the steps hold; the replay cannot be made, and is not asked for at will."""
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())

    gone = run("verify", certificate, "--lang", "en")
    without = run("verify", certificate, "--no-replay", "--lang", "en")
    folder = run("verify", certificate, "--standard", "./plugins/tinh_thu", "--lang", "en")

    assert (gone.exit_code, without.exit_code, folder.exit_code) == (1, 0, 0)
    assert "? Replay: it cannot be done here." in gone.stdout
    assert "KM-688" in gone.stdout
    assert "KM-690" not in gone.stdout
    assert "– Replay: not asked for." in without.stdout


def test_another_standard_is_named_as_such(run, certificate):
    """Replayed against something else, what differs is the standard, not the certificate."""
    done = run("verify", certificate, "--standard", "bo-goc", "--lang", "en")

    assert done.exit_code == 1
    assert "KM-689 the standard here is not the one certified: digest" in done.stdout
    assert "KM-690" not in done.stdout


def test_a_signature_is_verified_against_a_key(run, certificate, key, tmp_path):
    """The signer's public key, and nobody else's."""
    signed, other = tmp_path / "da-ky.json", tmp_path / "khac.pem"
    run("sign", "--new-key", other)

    made = run("sign", certificate, "--key", key, "--output", signed)
    good = run("verify", signed, "--public-key", tmp_path / "khoa.pub.pem", "--lang", "en")
    wrong = run("verify", signed, "--public-key", tmp_path / "khac.pub.pem", "--lang", "en")
    unasked = run("verify", signed, "--lang", "en")
    changed(signed, "Phường Thử", "Phường Thứ")
    forged = run("verify", signed, "--public-key", tmp_path / "khoa.pub.pem", "--lang", "en")

    assert made.exit_code == 0, made.stderr
    assert (good.exit_code, wrong.exit_code, unasked.exit_code, forged.exit_code) == (0, 1, 0, 1)
    assert "✓ Signature: by the holder of this key, of this content." in good.stdout
    assert "KM-693" in wrong.stdout
    assert "– Signature: there is one, not verified (that needs --public-key)." in unasked.stdout
    assert "KM-692" in forged.stdout


def test_a_signature_replaced_is_said(run, certificate, key, tmp_path):
    """A certificate carries one: whoever signs again learns that the other is gone."""
    once, twice = tmp_path / "mot.json", tmp_path / "hai.json"

    first = run("sign", certificate, "--key", key, "--output", once, "--lang", "en")
    second = run("sign", once, "--key", key, "--output", twice, "--lang", "en")

    assert "signed before" not in first.stderr
    assert "1 certificate was signed before; the new signature replaces the old." in second.stderr


def test_what_must_be_said_of_some_names_them(run, certificate, tmp_path):
    """An invented set beside one that is not."""
    both = tmp_path / "ca-hai.jsonl"
    ward = ROOT / "examples/wards/phuong-mau-a-dat.yaml"
    run("evaluate", ward, "--criteria", "ha-tinh", "--format", "certificate", "-o", both)
    both.write_text(both.read_text("utf-8") + certificate.read_text("utf-8"), "utf-8")

    said = run("verify", both, "--no-replay", "--lang", "vi").stdout

    assert "\nKết quả tính theo bộ tái lập từ nguồn công khai" in said
    assert "Chứng thư thứ 2: Bộ tiêu chí là ví dụ hư cấu" in said
    assert "\nSố liệu là hư cấu" in said


def test_what_does_not_hold_together_is_not_signed(run, certificate, key, tmp_path):
    """And nothing is written."""
    changed(certificate, '"outcome":"met"', '"outcome":"not_met"')

    done = run("sign", certificate, "--key", key, "--output", tmp_path / "da-ky.json")

    assert (done.exit_code, "KM-696" in done.stderr) == (2, True)
    assert not (tmp_path / "da-ky.json").exists()


def test_a_new_key_is_its_owners_alone(key):
    """A private key is not readable to others; the public key is."""
    if os.name == "posix":
        assert key.stat().st_mode & 0o077 == 0
    assert "PRIVATE KEY" in key.read_text("ascii")
    assert "PUBLIC KEY" in (key.parent / "khoa.pub.pem").read_text("ascii")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "KM-680"),
        ("{}", "KM-680"),
        ("[1]", "KM-680"),
        ('{"format": "kieumau/verdict/1"}', "KM-680"),
        ('{"format": "kieumau/certificate/2"}', "KM-681"),
        ('{"format": "kieumau/certificate/1", ', "KM-120"),
        ('{"format": 1, "format": 2}', "KM-119"),
        ('{"format": 0.5}', "KM-680"),
        ('{"format": NaN}', "KM-120"),
        ('{"format": 12345678901234567890}', "KM-680"),
        ('{"format": "\\ud800"}', "KM-680"),
        ('{"a":' * 5000 + "1" + "}" * 5000, "KM-680"),
    ],
)
def test_what_is_no_certificate_is_bad_input(run, tmp_path, text, code):
    """Exit code 2, the file named, and no traceback."""
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")

    done = run("verify", path)

    assert (done.exit_code, done.stdout) == (2, "")
    assert "x.json" in done.stderr
    assert code in done.stderr
    assert "Traceback" not in done.stderr


def test_a_truncated_certificate_is_bad_input(run, certificate):
    """Half a certificate is none; where it ends is said."""
    text = certificate.read_text("utf-8")
    certificate.write_text(text[: len(text) // 2], "utf-8")

    done = run("verify", certificate, "--lang", "en")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-120" in done.stderr


def test_a_ledger_for_a_certificate_and_the_other_way_round(run, certificate, ward, tmp_path):
    """Each command says what it was given, and which command that is for."""
    ledger, verdict = tmp_path / "so-cai.db", tmp_path / "ket-luan.json"
    run("evaluate", ward, "--criteria", "tinh-thu", "--ledger", ledger)
    run("evaluate", ward, "--criteria", "tinh-thu", "--format", "json", "-o", verdict)

    given = run("verify", ledger, "--lang", "en")
    other = run("ledger", "verify", certificate, "--lang", "en")
    neither = run("ledger", "verify", verdict, "--lang", "en")

    assert [each.exit_code for each in (given, other, neither)] == [2, 2, 2]
    assert "KM-680" in given.stderr
    assert "kieumau ledger verify" in given.stderr
    assert "the file is a kieumau/certificate/1" in other.stderr
    assert "KM-983" in neither.stderr
    assert [each.stdout for each in (given, other, neither)] == ["", "", ""]


def test_a_huge_file_is_bad_input(run, tmp_path):
    """What no certificates come near to is not even read."""
    path = tmp_path / "lon.json"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)

    done = run("verify", path)

    assert (done.exit_code, "KM-104" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), "KM-713"),
        (("x.json", "--standard", "a", "--no-replay"), "KM-719"),
        (("x.json", "--public-key", "phuong.yaml"), "KM-101"),
    ],
)
def test_verify_says_how_it_is_used(run, options, code):
    """Nothing is guessed."""
    done = run("verify", *options)

    assert (done.exit_code, code in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "options", [(), ("x.json",), ("--key", "k"), ("--new-key", "a", "--key", "b")]
)
def test_sign_says_how_it_is_used(run, options):
    """A certificate and a key, or a new key."""
    assert run("sign", *options).exit_code == 2


def test_without_the_extra_signing_says_what_to_install(run, certificate, monkeypatch):
    """And verifying everything else goes on without it."""
    monkeypatch.setattr("kieumau.certificates.signing.find_spec", lambda _: None)

    done = run("sign", certificate, "--key", "phuong.yaml", "--lang", "en")

    assert (done.exit_code, "pip install 'kieumau[sign]'" in done.stderr) == (2, True)
    assert run("verify", certificate).exit_code == 0


def test_the_checker_that_is_printed_runs_alone(run, certificate, tmp_path):
    """The script an auditor gets knows nothing of kieumau and agrees."""
    path = tmp_path / "check_certificate.py"
    run("verify", "--print-checker", "--output", path)

    command = [sys.executable, "-I", "-S", path, certificate]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("holds") == 6


def test_the_schema_is_printed(run):
    """As it is committed."""
    done = run("schema", "certificate")

    assert json.loads(done.stdout) == certificate_schema()


def test_a_key_that_cannot_be_written_leaves_nothing(run, tmp_path):
    """Neither half of a private key nor a public one nobody can sign for; and again it goes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (115, before[1]))
    try:
        done = run("sign", "--new-key", tmp_path / "khoa.pem", "--lang", "en")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert done.exit_code == 2
    assert "khoa.pem: KM-121" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert run("sign", "--new-key", tmp_path / "khoa.pem").exit_code == 0


def test_no_message_is_as_long_as_what_it_quotes(run, certificate):
    """A format, a key, a figure of a certificate may be of any length."""
    text = certificate.read_text("utf-8")
    for old, new, code in (
        ("certificate/1", "certificate/" + "9" * 100_000, 2),
        ('"as_if":', '"' + "a" * 100_000 + '":1,"as_if":', 2),
        ('"root":"', '"root":"' + "r" * 100_000, 1),
    ):
        assert old in text, old
        certificate.write_text(text.replace(old, new, 1), "utf-8")
        done = run("verify", certificate, "--no-replay")
        assert done.exit_code == code
        assert len(done.stdout + done.stderr) < 6_000


def test_large_texts_that_are_no_json_are_refused_soon(run, tmp_path):
    """With the place, as small ones are."""
    path = tmp_path / "c.json"
    path.write_text('{"a":[\n' + "1," * 2_500_000, "utf-8")

    done = run("verify", path, "--lang", "en")

    assert done.exit_code == 2
    assert "c.json:2:5000001: KM-680" in done.stderr

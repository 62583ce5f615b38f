"""Signatures: by keys in PEM, of the certificate's bytes without the signature."""

import base64
import json
import shutil
import subprocess

import pytest
import rfc8785
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

import kieumau
from kieumau import Certificate
from kieumau.certificates.signing import read_private_key, read_public_key, signed
from kieumau.certificates.verifying import Held, verify
from kieumau.errors import DocumentError, MissingExtraError, UsageError
from kieumau.rules.conditions import Holds
from kieumau.rules.measures import Kind
from tests.strategies import asking, grouping, issuing, knowing, measure, standard


@pytest.fixture(scope="module")
def made():
    """Return a standard of one yes/no figure."""
    yes = measure("y0", Kind.YES_NO)
    return standard(issuing([yes], grouping("c", asking("i", Holds("y0")))))


@pytest.fixture(scope="module")
def certificate(made):
    """Return its certificate of a ward that has it."""
    return Certificate.of(made.evaluate(knowing(y0=True)), made)


def pem(key, lock=None):
    """Return a private key in PEM."""
    lock = form.BestAvailableEncryption(lock) if lock else form.NoEncryption()
    return key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, lock)


def refused(call, *arguments):
    """Return the codes a call is refused with."""
    with pytest.raises(UsageError) as error:
        call(*arguments)
    return [each.code for each in error.value.diagnostics]


def test_signed_is_the_canonical_form_without_the_signature(certificate, keys):
    """What the page says: whoever has the key and an RFC 8785 library can verify it."""
    private, _ = keys
    data = signed(certificate, private).to_data()
    signature = data.pop("signature")

    assert signature["algorithm"] == "Ed25519"
    assert base64.b64decode(signature["public_key"]) == private.public_key().public_bytes_raw()
    private.public_key().verify(base64.b64decode(signature["value"]), rfc8785.dumps(data))
    assert rfc8785.dumps(data).decode() == certificate.text


def test_a_signature_changes_nothing_else(certificate, keys, made):
    """The digest is the same; signing again, or with another key, puts one in its place."""
    private, public = keys
    once = signed(certificate, private)
    other = signed(once, Ed25519PrivateKey.generate())

    assert once.signed
    assert once.digest == certificate.digest
    assert signed(other, private) == once
    assert verify(once, standard=made, public_key=public).holds
    assert not verify(other, standard=made, public_key=public).holds


def test_openssl_verifies_it(certificate, keys, tmp_path):
    """With the tools an office has: the bytes signed, the public key, the signature."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    private, public = keys
    data = signed(certificate, private).to_data()
    value = base64.b64decode(data.pop("signature")["value"])
    (tmp_path / "signed").write_bytes(rfc8785.dumps(data))
    (tmp_path / "value").write_bytes(value)
    given = ("-pubin", "-inkey", public, "-rawin", "-in", tmp_path / "signed")

    done = subprocess.run(
        ["openssl", "pkeyutl", "-verify", *given, "-sigfile", tmp_path / "value"],  # noqa: S607
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "spoil",
    [
        lambda s: {**s, "value": base64.b64encode(bytes(64)).decode()},
        lambda s: {**s, "value": s["value"][:-4]},
        lambda s: {**s, "value": s["value"].rstrip("=")},
        lambda s: {**s, "value": s["value"][:-3] + chr(ord(s["value"][-3]) ^ 1) + "=="},
        lambda s: {**s, "value": s["value"] + "===="},
        lambda s: {**s, "value": "Đ"},
        lambda s: {**s, "algorithm": "none"},
        lambda s: {**s, "public_key": base64.b64encode(bytes(32)).decode()},
        lambda s: {**s, "more": "x"},
        lambda s: {"value": s["value"]},
    ],
)
def test_a_spoilt_signature_is_not_good(certificate, keys, made, spoil):
    """No other base64 of the same bytes, no other algorithm, nothing beside it."""
    private, public = keys
    data = signed(certificate, private).to_data()
    text = json.dumps(
        {**data, "signature": spoil(data["signature"])},
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )

    try:
        found = verify(text, standard=made, public_key=public)["signature"].held
    except DocumentError as error:
        found = error.diagnostics[0].code

    assert found in (Held.FAILED, "KM-680")


def test_keys_of_other_kinds_are_refused(tmp_path, keys):
    """RSA, the other key of the pair, no key at all: each is said."""
    rsa = generate_private_key(public_exponent=65537, key_size=2048)
    files = {
        "rsa.pem": pem(rsa),
        "rsa.pub.pem": rsa.public_key().public_bytes(
            form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
        ),
        "text.pem": "không phải khóa".encode(),
        "half.pem": pem(keys[0])[:60],
        "private.pem": pem(keys[0]),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    for name in ("rsa.pem", "text.pem", "half.pem"):
        assert refused(read_private_key, tmp_path / name) == ["KM-694"]
    for name in ("rsa.pub.pem", "text.pem", "half.pem", "private.pem"):
        assert refused(read_public_key, tmp_path / name) == ["KM-694"]
    assert refused(read_private_key, keys[1]) == ["KM-694"]
    with pytest.raises(DocumentError):
        read_public_key(tmp_path / "none.pem")


def test_a_locked_key_wants_its_password(tmp_path, keys):
    """Asked for where somebody can be asked; the right one opens it."""
    path = tmp_path / "khoa.pem"
    path.write_bytes(pem(keys[0], b"dung"))

    assert refused(read_private_key, path) == ["KM-695"]
    assert refused(read_private_key, path, lambda: b"sai") == ["KM-695"]
    assert refused(read_private_key, path, lambda: b"") == ["KM-695"]
    opened = read_private_key(path, lambda: b"dung")
    assert opened.private_bytes_raw() == keys[0].private_bytes_raw()


def test_without_the_library_only_signatures_are_refused(certificate, keys, made, monkeypatch):
    """The extra is named; everything else is verified without it."""
    monkeypatch.setattr("kieumau.certificates.signing.find_spec", lambda _: None)

    assert verify(certificate, standard=made).holds
    with pytest.raises(MissingExtraError):
        kieumau.verify(certificate, standard=made, public_key=keys[1])

"""Signatures of certificates: Ed25519 (RFC 8032), keys in PEM. The one door to cryptography.

Signed are the bytes of the certificate's RFC 8785 form without the key ``signature``; its digest is
among them.
"""

import base64
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kieumau.certificates.certificate import Certificate, canonical_text
from kieumau.documents.files import read_text
from kieumau.errors import Diagnostic, MissingExtraError, UsageError
from kieumau.places import Place
from kieumau.wording import Text

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

__all__ = [
    "Password",
    "new_key",
    "read_private_key",
    "read_public_key",
    "signature_fault",
    "signed",
]

Password = Callable[[], bytes]
"""Asks for the password of a key; raises where nobody can be asked."""

_ALGORITHM = "Ed25519"
_KEY_LENGTH = 44
"""Of a public key in base64; a certificate may name any text as one."""
_SIGN = Text("ký và kiểm tra chữ ký", "signing, and verifying signatures,")
_NO_KEY = Text("không phải khóa dạng PEM", "it is no key in PEM")
_OTHER = Text("không phải khóa Ed25519", "it is no Ed25519 key")
_PRIVATE = Text(
    "đây là khóa bí mật, cần khóa công khai", "it is a private key, and a public is needed"
)
_PUBLIC = Text(
    "đây là khóa công khai, cần khóa bí mật", "it is a public key, and a private is needed"
)
_NOBODY = Text("không hỏi được ở đây", "nobody can be asked here")
_WRONG = Text("mật khẩu không đúng", "the password is wrong")


def new_key() -> tuple[bytes, bytes]:
    """Return a new private key and its public key, in PEM.

    Raises
    ------
    MissingExtraError
        KM-732: cryptography is not installed (``kieumau[sign]``).
    """
    _need()
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    public = key.public_key().public_bytes(
        form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
    )
    return private, public


def signed(certificate: Certificate, key: "Ed25519PrivateKey") -> Certificate:
    """Return a certificate with a signature, in place of any it had."""
    data = certificate.to_data()
    signature = {
        "algorithm": _ALGORITHM,
        "public_key": _base64(key.public_key().public_bytes_raw()),
        "value": _base64(key.sign(_signed_bytes(data))),
    }
    return Certificate(canonical_text({**data, "signature": signature}))


def signature_fault(data: Mapping[str, Any], key: "Ed25519PublicKey") -> Diagnostic | None:
    """Return what is wrong with a certificate's signature; None when it is that key's."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (an extra)

    signature = data.get("signature")
    if signature is None:
        return Diagnostic("KM-691")
    if signature["public_key"] != _base64(key.public_bytes_raw()):
        found = signature["public_key"][:_KEY_LENGTH]
        return Diagnostic("KM-693", arguments={"found": found})
    try:
        value = base64.b64decode(signature["value"], validate=True)
        key.verify(value, _signed_bytes(data))
    except (ValueError, InvalidSignature):
        return Diagnostic("KM-692")
    return None if _base64(value) == signature["value"] else Diagnostic("KM-692")


def read_public_key(path: Path) -> "Ed25519PublicKey":
    """Return the public key of a PEM file.

    Raises
    ------
    UsageError
        KM-694: it is none.
    DocumentError
        The file cannot be read.
    MissingExtraError
        KM-732: cryptography is not installed.
    """
    _need()
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    text = read_text(path)
    if "PRIVATE KEY-----" in text:
        raise _unusable(path, _PRIVATE)
    try:
        key = form.load_pem_public_key(text.encode())
    except (ValueError, UnsupportedAlgorithm):
        raise _unusable(path, _NO_KEY) from None
    if not isinstance(key, Ed25519PublicKey):
        raise _unusable(path, _OTHER)
    return key


def read_private_key(path: Path, password: Password | None = None) -> "Ed25519PrivateKey":
    """Return the private key of a PEM file.

    Parameters
    ----------
    password
        Asked when the key is protected by one.

    Raises
    ------
    UsageError
        KM-694: it is none. KM-695: its password is not known.
    DocumentError
        The file cannot be read.
    MissingExtraError
        KM-732: cryptography is not installed.
    """
    _need()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 (an extra)
        Ed25519PrivateKey,
    )

    text = read_text(path)
    if "PUBLIC KEY-----" in text:
        raise _unusable(path, _PUBLIC)
    key = _private(path, text.encode(), password)
    if not isinstance(key, Ed25519PrivateKey):
        raise _unusable(path, _OTHER)
    return key


def _private(path: Path, pem: bytes, password: Password | None) -> object:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        return load_pem_private_key(pem, None)
    except (ValueError, UnsupportedAlgorithm):
        raise _unusable(path, _NO_KEY) from None
    except TypeError:  # how it says that the key is encrypted
        if password is None:
            raise _locked(path, _NOBODY) from None
    try:
        return load_pem_private_key(pem, password())
    except (ValueError, TypeError):  # TypeError: an empty one
        raise _locked(path, _WRONG) from None


def _need() -> None:
    if find_spec("cryptography") is None:
        raise MissingExtraError("sign", _SIGN)


def _signed_bytes(data: Mapping[str, Any]) -> bytes:
    return canonical_text({k: each for k, each in data.items() if k != "signature"}).encode()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unusable(path: Path, why: Text) -> UsageError:
    return UsageError(Diagnostic("KM-694", Place(str(path)), {"why": why}))


def _locked(path: Path, why: Text) -> UsageError:
    return UsageError(Diagnostic("KM-695", Place(str(path)), {"why": why}))

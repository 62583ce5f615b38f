"""A key to sign with, and the standalone checker as a module."""

import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import kieumau
from kieumau.certificates import signing

CHECKER = Path(kieumau.__file__).parent / "certificates/check_certificate.py"


class _Alone(SimpleNamespace):
    """The standalone checker's names; short where a failing example shows it."""

    def __repr__(self):
        return "<the standalone checker>"


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """Return a private key and the file of its public key."""
    home = tmp_path_factory.mktemp("keys")
    private, public = signing.new_key()
    (home / "khoa.pem").write_bytes(private)
    (home / "khoa.pub.pem").write_bytes(public)
    return signing.read_private_key(home / "khoa.pem"), home / "khoa.pub.pem"


@pytest.fixture(scope="session")
def standalone():
    """Return the standalone checker's functions, read from its file as a stranger would."""
    before = set(sys.modules)
    found = _Alone(**runpy.run_path(str(CHECKER)))
    new = {name.partition(".")[0] for name in set(sys.modules) - before}
    assert new <= set(sys.stdlib_module_names)
    return found

"""Thousands of certificates, each changed in every way: ``python -m tests.certificates.many``.

Prints how many changes of each kind there were, how many were found and by what, and how often the
standalone checker said something else than the library. Takes minutes; the tests beside it try the
same on fewer.
"""

import json
import runpy
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kieumau import Certificate
from kieumau.certificates.reading import read_certificates
from kieumau.certificates.signing import new_key, read_private_key, signed
from kieumau.certificates.verifying import Held, verify_written
from kieumau.errors import DocumentError
from tests.certificates.conftest import CHECKER
from tests.certificates.tampering import changed, flipped, places, resealed, respelt
from tests.strategies import cases

STATED = ("spans", "undated", "days", "as_if", "steps", "outcome", "reason")
ATTACKS = {
    "a value, digest left": ((), None),
    "what follows, digest put right": (STATED, False),
    "program, digest put right": (("program",), False),
    "program, both digests put right": (("program",), True),
    "standard, digest put right": (("standard",), False),
    "facts, digest put right, signed": (("facts", "ignored"), False),
}
FEW = 3


class Figures:
    """What was tried, found and said."""

    def __init__(self, home):
        private, public = new_key()
        for name, pem in (("khoa.pem", private), ("khoa.pub.pem", public)):
            (home / name).write_bytes(pem)
        self.key, self.public = read_private_key(home / "khoa.pem"), home / "khoa.pub.pem"
        self.alone = runpy.run_path(str(CHECKER))
        self.digests, self.outcomes = set(), Counter()
        self.found = defaultdict(Counter)
        self.agree = Counter()

    def one(self, case, random):
        """Count one case's certificate and what is done to it."""
        verdict = case.standard.evaluate(case.facts, engine="plain")
        certificate = signed(Certificate.of(verdict, case.standard), self.key)
        data = certificate.to_data()
        self.digests.add(certificate.digest)
        self.outcomes[certificate.outcome.value, certificate.reason] += 1
        self.count("nothing", certificate.text.encode(), case.standard)
        for name, (keys, standard) in ATTACKS.items():
            found = [path for path in places(data) if not keys or path[0] in keys]
            for path in random.sample(found, min(FEW, len(found))):
                other = changed(data, path, random)
                other = other if standard is None else resealed(other, standard=standard)
                self.count(name, _canonical(other), case.standard)
        for _ in range(FEW):
            self.count("a bit", flipped(certificate.text, random), case.standard)
            self.count("other spelling", respelt(certificate.text, random).encode(), case.standard)

    def count(self, name, raw, standard):
        """Count what a changed certificate comes to, and whether both checkers say so."""
        said = self.found[name]
        said["tried"] += 1
        try:
            (written,) = read_certificates(raw.decode())
            found = verify_written(written, standard, public_key=self.public)
        except (UnicodeDecodeError, DocumentError, ValueError):
            said["no certificate"] += 1
            library = False
        else:
            failed = [each.kind.value for each in found.checks if each.held is not Held.HELD]
            said["not found" if found.holds else "found"] += 1
            said.update(f"by {each}" for each in failed)
            library = not {"digest", "steps"} & set(failed)
        self.agree[library, self.standalone(raw)] += 1

    def standalone(self, raw):
        """Return whether the standalone checker finds nothing."""
        try:
            (text,) = self.alone["certificates"](raw.decode())
            return not self.alone["check"](text)[0]
        except (UnicodeDecodeError, ValueError, self.alone["NoCertificateError"]):
            return False


def _canonical(data):
    """Return data in canonical form, or nearly where a value allows none."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def main(n):
    """Draw, change, count and print."""
    with tempfile.TemporaryDirectory() as home:
        figures = Figures(Path(home))

        @settings(
            max_examples=n,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(cases(), st.integers(0, 2**32 - 1).map(Random))
        def run(case, random):
            figures.one(case, random)

        run()
    for (outcome, reason), count in figures.outcomes.most_common():
        sys.stdout.write(f"{count:6} {outcome} {reason}\n")
    sys.stdout.write(f"{len(figures.digests):6} different certificates\n")
    for name, said in figures.found.items():
        sys.stdout.write(f"{name}: {dict(said)}\n")
    for (library, own), count in figures.agree.items():
        sys.stdout.write(f"library holds {library}, standalone holds {own}: {count}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

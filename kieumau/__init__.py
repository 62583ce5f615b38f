"""kieumau: criteria for model ward police units as composable, explained rules.

A criterion is a condition with a citation; a verdict is that condition's truth with its reasons.
"""

from kieumau.authoring.check import check
from kieumau.certificates.certificate import Certificate
from kieumau.certificates.verifying import Verification, verify
from kieumau.comparing.compare import compare
from kieumau.documents.factsets import FactSet
from kieumau.errors import (
    Diagnostic,
    DocumentError,
    EngineError,
    FactsError,
    KieumauError,
    LedgerError,
    MissingExtraError,
    PluginError,
    Severity,
    UsageError,
)
from kieumau.ledger.chain import LedgerReport
from kieumau.ledger.entry import Entry, Head
from kieumau.ledger.ledger import Ledger
from kieumau.plugins.discovery import PluginInfo, plugins
from kieumau.programme import judge_targets
from kieumau.render.rendering import render
from kieumau.rules.facts import Evidence, Fact, Ward
from kieumau.rules.periods import Period
from kieumau.sessions.events import Derived, Finished, LeafDecided, Listener, Started
from kieumau.sessions.progress import Progress
from kieumau.sessions.session import Session
from kieumau.standard import Standard, evaluate, load
from kieumau.truth import Truth
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.findings import Finding, Status
from kieumau.verdicts.targets_report import TargetsReport
from kieumau.verdicts.verdict import Outcome, Verdict

__all__ = [
    "Certificate",
    "Derived",
    "Diagnostic",
    "Difference",
    "DocumentError",
    "EngineError",
    "Entry",
    "Evidence",
    "Fact",
    "FactSet",
    "FactsError",
    "Finding",
    "Finished",
    "Head",
    "KieumauError",
    "LeafDecided",
    "Ledger",
    "LedgerError",
    "LedgerReport",
    "Listener",
    "MissingExtraError",
    "Outcome",
    "Period",
    "PluginError",
    "PluginInfo",
    "Progress",
    "Session",
    "Severity",
    "Standard",
    "Started",
    "Status",
    "TargetsReport",
    "Truth",
    "UsageError",
    "Verdict",
    "Verification",
    "Ward",
    "check",
    "compare",
    "evaluate",
    "judge_targets",
    "load",
    "plugins",
    "render",
    "verify",
]

"""kieumau: criteria for model ward police units as composable, explained rules.

A criterion is a condition with a citation; a verdict is that condition's truth with its reasons.
"""

from kieumau.authoring.check import check
from kieumau.comparing.compare import compare
from kieumau.documents.factsets import FactSet
from kieumau.errors import (
    Diagnostic,
    DocumentError,
    EngineError,
    FactsError,
    KieumauError,
    MissingExtraError,
    PluginError,
    Severity,
    UsageError,
)
from kieumau.plugins.discovery import PluginInfo, plugins
from kieumau.programme import judge_targets
from kieumau.render.rendering import render
from kieumau.standard import Standard, evaluate, load
from kieumau.truth import Truth
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.findings import Finding, Status
from kieumau.verdicts.targets_report import TargetsReport
from kieumau.verdicts.verdict import Outcome, Verdict

__all__ = [
    "Diagnostic",
    "Difference",
    "DocumentError",
    "EngineError",
    "FactSet",
    "FactsError",
    "Finding",
    "KieumauError",
    "MissingExtraError",
    "Outcome",
    "PluginError",
    "PluginInfo",
    "Severity",
    "Standard",
    "Status",
    "TargetsReport",
    "Truth",
    "UsageError",
    "Verdict",
    "check",
    "compare",
    "evaluate",
    "judge_targets",
    "load",
    "plugins",
    "render",
]

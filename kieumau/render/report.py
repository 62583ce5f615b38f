"""The report: what a rendering of a verdict says, in order, in no language and no format yet."""

from kieumau.render.closing import assumptions, identity, sources, unsupported
from kieumau.render.lines import Report, Section
from kieumau.render.opening import OUTCOME, head, notices, title, wanted, why
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import say
from kieumau.render.tree import criteria_lines
from kieumau.verdicts.verdict import Verdict

__all__ = ["report"]


def report(verdict: Verdict) -> Report:
    """Return everything to be said of a verdict: the outcome and why first, its proof after."""
    return Report(
        title=title(verdict),
        head=head(verdict),
        outcome=verdict.outcome,
        outcome_said=say(OUTCOME[verdict.outcome]),
        why=why(verdict),
        notices=notices(verdict),
        sections=(
            *wanted(verdict),
            Section(say(Phrase.CRITERIA), criteria_lines(verdict), essential=True, marked=True),
            *unsupported(verdict),
            *assumptions(verdict),
            *sources(verdict),
            identity(verdict),
        ),
    )

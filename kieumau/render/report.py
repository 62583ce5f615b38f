"""The report: what a rendering of a verdict says, in order, in no language and no format yet."""

from kieumau.render.closing import assumptions, identity, sources, unsupported
from kieumau.render.lines import Report, Section
from kieumau.render.opening import OUTCOME, head, notices, title, wanted, why
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import say
from kieumau.render.tree import criteria_lines, overview
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
            *_overview(verdict),
            *wanted(verdict),
            Section(say(Phrase.CRITERIA), criteria_lines(verdict), essential=True, marked=True),
            *unsupported(verdict),
            *assumptions(verdict),
            *sources(verdict),
            identity(verdict),
        ),
    )


def _overview(verdict: Verdict) -> tuple[Section, ...]:
    """Return the criteria at a glance, where there are several."""
    lines = overview(verdict)
    return (Section(say(Phrase.OVERVIEW), lines, essential=True),) if len(lines) > 1 else ()

"""Points in words: what a score rule asks for, how it stands, and what each part earned."""

from collections.abc import Iterator

from kieumau.render.lines import Line, Role
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import Slot, joined, say
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.verdicts.findings import Finding, FindingKind, Points, Status
from kieumau.verdicts.verdict import Verdict

__all__ = [
    "additions",
    "earned_said",
    "lost",
    "lost_most",
    "points_lines",
    "reached_said",
    "rule_said",
    "score_rule_said",
    "score_said",
    "set_rule",
]

_EARNED = {
    Status.MET: Phrase.EARNED,
    Status.NOT_MET: Phrase.EARNED_NONE,
    Status.UNDETERMINED: Phrase.EARNED_OPEN,
    Status.NOT_APPLICABLE: Phrase.EARNED_NOT_ARISING,
    Status.WAIVED: Phrase.EARNED_WAIVED,
}


def set_rule(verdict: Verdict) -> Finding:
    """Return where the set's rule as issued stands: its own finding, or one just beneath it."""
    root = verdict.explanation
    inside = (each for each in root.children if each.kind is FindingKind.RULE)
    return next((each for each in inside if not _is_all(each.about.rule)), root)


def additions(verdict: Verdict) -> tuple[Finding, ...]:
    """Return what layers added to criteria whose indicators the set scores one by one."""
    root = verdict.explanation.children
    return tuple(e for e in root if e.kind is FindingKind.RULE and _is_all(e.about.rule))


def _is_all(rule: Rule | None) -> bool:
    return rule is None or rule.kind is RuleKind.ALL


def rule_said(rule: Rule, n: int, noun: Phrase, score: Points | None = None) -> Slot:
    """Return how many of ``n`` must be met, or how many points reached, in words."""
    what = say(noun, n=n)
    if score is not None:
        return score_rule_said(score, what)
    if n == 1:
        return say(Phrase.RULE_ONE, what=what)
    if rule.needed(n) == n:
        return say(Phrase.RULE_ALL, what=what)
    return say(Phrase.RULE_AT_LEAST, k=rule.needed(n), what=what)


def score_rule_said(score: Points, what: Slot) -> Slot:
    """Return how many points must be reached, in words."""
    return say(Phrase.RULE_SCORE, k=score.threshold, total=score.total, what=what)


def reached_said(score: Points) -> Slot:
    """Return the points reached of all, where it has been said how many are needed."""
    return say(Phrase.EARNED_OF, reached=score.reached, total=score.total)


def score_said(score: Points) -> Slot:
    """Return how the points stand: reached, still possible, needed."""
    slots = {"reached": score.reached, "total": score.total, "needed": score.threshold}
    if score.reached >= score.threshold:
        if score.possible > score.reached:
            return say(Phrase.SCORE_MET_OPEN, possible=score.possible, **slots)
        return say(Phrase.SCORE_MET, **slots)
    if score.possible >= score.threshold:
        return say(Phrase.SCORE_OPEN, possible=score.possible, **slots)
    if score.possible > score.reached:
        return say(Phrase.SCORE_SHORT_OPEN, possible=score.possible, **slots)
    return say(Phrase.SCORE_SHORT, **slots)


def points_lines(finding: Finding) -> Iterator[Line]:
    """Yield how the points of a finding stand, and how many were given without evidence."""
    if score := finding.score:
        yield Line(Role.COUNTS, score_said(score), say(Phrase.POINTS))
        given = (
            (Phrase.GIVEN_NOT_ARISING, score.not_arising),
            (Phrase.GIVEN_WAIVED, score.waived),
        )
        if said := [say(phrase, n=n) for phrase, n in given if n]:
            yield Line(Role.COUNTS, joined(*said, between="; "), say(Phrase.GIVEN))
    elif group := _group(finding):
        reached, total = group
        grouped = say(Phrase.GROUP_POINTS, reached=reached, total=total)
        yield Line(Role.COUNTS, grouped, say(Phrase.POINTS))


def _group(finding: Finding) -> tuple[int, int] | None:
    """Return the points of a group: reached already, and in all; None for anything else."""
    if finding.kind is not FindingKind.CRITERION or finding.about.points is not None:
        return None
    inside = [e for e in finding.children if e.about.points is not None and e.counted]
    reached = sum(e.about.points or 0 for e in inside if e.status.passes)
    return (reached, sum(e.about.points or 0 for e in inside)) if inside else None


def earned_said(finding: Finding) -> tuple[Slot, ...]:
    """Return what a part earned of its points; nothing where it carries none."""
    if finding.about.points is None:
        group = None if finding.score else _group(finding)
        return (say(Phrase.EARNED_OF, reached=group[0], total=group[1]),) if group else ()
    phrase = _EARNED[finding.status] if finding.counted else Phrase.EARNED_NOTHING
    return (say(phrase, n=finding.about.points),)


def lost(scored: Finding) -> Slot:
    """Return what is not met and could have earned points, those with most points first."""
    said = (say(Phrase.LOST_ONE, title=e.title, n=e.about.points or 0) for e in _missed(scored))
    return joined(*said, between="; ")


def lost_most(scored: Finding) -> Finding | None:
    """Return what costs most points; the first of those that cost as many."""
    return next(iter(_missed(scored)), None)


def _missed(scored: Finding) -> list[Finding]:
    missed = [e for e in scored.earning if e.status is Status.NOT_MET and e.about.points]
    return sorted(missed, key=lambda each: -(each.about.points or 0))

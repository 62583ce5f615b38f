"""Comparing two verdicts: what changed, what differs beneath, and what alone brings the change.

Both standards are loaded again and every difference is tried on the ward's own facts, by the
meaning itself. Where that cannot be, the verdicts are compared as they are, and that is said.
"""

from collections.abc import Sequence

from kieumau.comparing.notices import notices
from kieumau.comparing.search import MOST_TRIALS
from kieumau.comparing.statuses import Judged, judged
from kieumau.comparing.trying import Loaded, Told, Trying
from kieumau.comparing.unaided import Unaided
from kieumau.errors import Diagnostic, KieumauError, UsageError
from kieumau.render.difference_words import Word
from kieumau.standard import Reference
from kieumau.verdicts.difference import Compared, Difference, Side, Untried, Wards
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["compare", "compared"]


def compare(
    a: Verdict,
    b: Verdict,
    *,
    criteria_a: Reference | Sequence[Reference] | None = None,
    criteria_b: Reference | Sequence[Reference] | None = None,
    most: int = MOST_TRIALS,
) -> Difference:
    """Compare two verdicts.

    Parameters
    ----------
    criteria_a, criteria_b
        Where each verdict's plugins are, for those that are not installed: a folder, or several.
        By default the ids the verdict names.
    most
        How many combinations of differences are evaluated, from A to B and from B to A, before
        the search for the smallest sets is cut; then that is said.

    Raises
    ------
    UsageError
        KM-790: ``a`` or ``b`` is no verdict.
    """
    for each in (a, b):
        if not isinstance(each, Verdict):
            raise UsageError(Diagnostic("KM-790", arguments={"found": type(each).__name__}))
    if a == b:
        return _difference(a, b, judged(a, b), Told())
    sides, why = list[Loaded](), list[Text]()
    for verdict, references, label in ((a, criteria_a, "A"), (b, criteria_b, "B")):
        try:
            sides.append(Loaded.found(verdict, references))
        except KieumauError as error:
            said = error.diagnostics[0]
            reason = Text(said.message("vi"), said.message("en"))
            why.append(Word.NOT_LOADED.both(side=label, why=reason))
    if why:
        every = judged(a, b)
        return _difference(a, b, every, _unaided(a, b, every, Untried.NOT_LOADED, why))
    return compared(sides[0], sides[1], most)


def compared(a: Loaded, b: Loaded, most: int = MOST_TRIALS) -> Difference:
    """Compare two verdicts whose standards are loaded."""
    every = judged(a.verdict, b.verdict)
    why = [
        Word.OTHER_DIGEST.both(id=side.verdict.standard.id, side=label)
        for side, label in ((a, "A"), (b, "B"))
        if side.standard.digest != side.verdict.standard.digest
    ]
    if not why:
        trying = Trying.of(a, b)
        why = trying.lost()
    if why:
        told = _unaided(a.verdict, b.verdict, every, Untried.NOT_REPLAYED, why)
    else:
        told = trying.told(every, most)
    return _difference(a.verdict, b.verdict, every, told)


def _unaided(
    a: Verdict, b: Verdict, every: Sequence[Judged], untried: Untried, why: Sequence[Text]
) -> Told:
    found = Unaided.of(a, b, every)
    causes = tuple(found.causes(each) if each.changed else () for each in every)
    return Told(found.differences, causes, untried=untried, why=tuple(why))


def _difference(a: Verdict, b: Verdict, every: Sequence[Judged], told: Told) -> Difference:
    causes = told.causes or ((),) * len(every)
    differing = tuple(
        Compared(
            each.id,
            each.title,
            each.criterion,
            *each.statuses,
            each.counted,
            each.tests,
            because,
        )
        for each, because in zip(every, causes, strict=True)
        if not each.same
    )
    wards = _wards(a, b)
    return Difference(
        _side(a),
        _side(b),
        wards,
        told.differences,
        differing,
        len(every) - len(differing),
        told.brings,
        told.undoes,
        told.untried,
        told.why,
        tuple(notices(a, b, wards, told.why)),
    )


def _wards(a: Verdict, b: Verdict) -> Wards:
    one, other = a.facts.ward, b.facts.ward
    if (one.code, one.name) != (other.code, other.name):
        return Wards.DIFFERENT
    return Wards.SAME if a.facts.period == b.facts.period else Wards.PERIODS


def _side(verdict: Verdict) -> Side:
    facts, standard = verdict.facts, verdict.standard
    return Side(
        facts.ward.code,
        facts.ward.name,
        facts.period,
        standard.id,
        standard.title,
        standard.on,
        standard.valid,
        standard.assumed,
        standard.digest,
        standard.text_digest,
        standard.plugins,
        standard.library,
        verdict.outcome,
        verdict.reason,
        verdict.as_if,
    )

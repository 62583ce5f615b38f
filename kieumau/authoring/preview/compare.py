"""The comparison: every ward under the plugin and under the layer below it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from attrs import evolve, frozen

from kieumau.authoring.preview.causes import finding_of, shares, target_of
from kieumau.authoring.preview.readings import readings
from kieumau.authoring.preview.refinements import in_words
from kieumau.authoring.preview.variants import Variants, below_chain, judged
from kieumau.documents.fact_tables import each_column_once
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.plugins.chain import Chain
from kieumau.render.notices import group_notices
from kieumau.render.preview_data import (
    Cause,
    ChangedWard,
    Comparison,
    Layer,
    NotCompared,
    Preview,
    Problem,
    Tally,
    WardNamed,
)
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Refinement
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["preview"]


def preview(
    chain: Chain,
    on: date,
    wards: Sequence[FactSet],
    assumed: AssumedPolicy = AssumedPolicy.SHOW,
    files: Sequence[str] = (),
) -> Preview:
    """Return what the topmost plugin of a chain changes for these wards.

    Facts that only the plugin knows are left out under the layer below. A ward one of the
    standards cannot be applied to is listed, never dropped. Periods that end outside the time
    the rules hold for are tried all the same, and that is said.

    Parameters
    ----------
    files
        Where each ward comes from, for what is wrong with a ward as a whole.

    Raises
    ------
    UsageError
        KM-750: the plugin is a base.
    PluginError
        The standard does not compose on the date.
    FactsError
        No ward at all could be compared.
    """
    below = standard_of(below_chain(chain), on, assumed)
    full = standard_of(chain, on, assumed)
    judge = _Judge(Variants(chain, on, assumed), below, full)
    pairs: list[_Pair] = []
    failed: list[NotCompared] = []
    problems: list[Diagnostic] = []
    for facts, file in zip_longest(wards, files, fillvalue=""):
        assert isinstance(facts, FactSet)  # noqa: S101 (there are no more files than wards)
        try:
            pairs.append(judge.pair(facts))
        except FactsError as error:
            found = [
                each if str(each.place) else evolve(each, place=Place(file))
                for each in error.diagnostics
            ]
            failed.append(NotCompared(_named(facts), tuple(map(_problem, found))))
            problems += (each for each in found if each not in problems)
    if not pairs:
        raise FactsError(*each_column_once(problems))
    return judge.report(pairs, failed)


@frozen
class _Pair:
    """One ward's verdicts: under the layer below, and under the plugin."""

    facts: FactSet
    before: Verdict
    after: Verdict

    @property
    def changed(self) -> bool:
        return self.before.outcome is not self.after.outcome


@frozen
class _Judge:
    variants: Variants
    below: Standard
    full: Standard

    def pair(self, facts: FactSet) -> _Pair:
        after = judged(self.full, facts)  # first: what is unknown to both is wrong
        before = judged(self.below, _known(facts, self.below.composed.vocabulary))
        return _Pair(facts, before, after)

    def report(self, pairs: list[_Pair], failed: list[NotCompared]) -> Preview:
        below, full, variants = self.below, self.full, self.variants
        top = variants.chain.plugins[-1]
        in_force = [each for each in top.refinements if variants.on in each.valid]
        return Preview(
            _layer(full),
            _layer(below),
            variants.on,
            variants.assumed,
            len(pairs) + len(failed),
            Comparison(
                full.composed.id,
                full.composed.title,
                _tally(each.before.outcome for each in pairs),
                _tally(each.after.outcome for each in pairs),
            ),
            _tally(each.after.outcome for each in pairs if not each.changed),
            tuple(self.change(each) for each in pairs if each.changed),
            tuple(failed),
            tuple(
                in_words(number, each, below.composed, full.composed, _shifted(each, pairs))
                for number, each in enumerate(variants.refinements, 1)
            ),
            tuple(_criterion(each.id, each.title, pairs) for each in full.criteria),
            len(top.refinements) - len(in_force),
            sum(isinstance(each, Clarify) for each in in_force),
            tuple(self.notices([each.facts for each in pairs])),
        )

    def change(self, pair: _Pair) -> ChangedWard:
        variants = self.variants
        plugin, below = variants.chain.plugins[-1].id, self.below.composed
        causes = tuple(
            Cause(
                at + 1,
                share,
                readings(variants.refinements[at], plugin, pair.after, self.full.composed, below),
            )
            for at, share in shares(pair.facts, pair.before, pair.after, variants).items()
        )
        return ChangedWard(_named(pair.facts), pair.before.outcome, pair.after.outcome, causes)

    def notices(self, wards: Sequence[FactSet]) -> Iterator[Text]:
        valid = self.full.valid
        yield from group_notices(
            self.full.record,
            wards=len(wards),
            invented=sum(facts.invented for facts in wards),
            outside=sum(facts.period.last not in valid for facts in wards),
        )


def _known(facts: FactSet, vocabulary: Vocabulary) -> FactSet:
    """Return the facts a layer has measures for; the others belong to the plugin above it."""
    kept = tuple(
        each for each in facts if each.measure in vocabulary or vocabulary.find(each.measure)
    )
    return facts if len(kept) == len(facts.facts) else evolve(facts, facts=kept)


def _named(facts: FactSet) -> WardNamed:
    return WardNamed(facts.ward.code, facts.ward.name, facts.ward.province)


def _layer(standard: Standard) -> Layer:
    top = standard.record.plugins[-1]
    return Layer(top.id, top.title, top.version)


def _problem(diagnostic: Diagnostic) -> Problem:
    return Problem(
        diagnostic.code,
        str(diagnostic.place),
        Text(diagnostic.message("vi"), diagnostic.message("en")),
        Text(diagnostic.hint("vi"), diagnostic.hint("en")),
    )


def _tally(found: Iterable[Status | Outcome]) -> Tally:
    counted = Counter(each.value for each in found)
    return Tally(*(counted[status.value] for status in Status))


def _criterion(id_: str, title: Text, pairs: Sequence[_Pair]) -> Comparison:
    before = [found.status for each in pairs if (found := finding_of(each.before, id_))]
    after = [found.status for each in pairs if (found := finding_of(each.after, id_))]
    return Comparison(id_, title, _tally(before) if before else None, _tally(after))


def _shifted(refinement: Refinement, pairs: Sequence[_Pair]) -> int:
    """Return in how many wards a refinement's target comes to another status."""
    target, added = target_of(refinement), isinstance(refinement, AddIndicator | AddCriterion)
    found = [(finding_of(each.before, target), finding_of(each.after, target)) for each in pairs]
    if added:
        return sum(now is not None and not now.status.passes for _, now in found)
    return sum(bool(was and now and was.status is not now.status) for was, now in found)

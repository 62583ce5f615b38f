"""The comparison: every ward under the plugin and under the layer below it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest

from attrs import evolve, frozen

from kieumau.authoring.left_out import layer_of, left_out, notices, placed, ward_named
from kieumau.authoring.preview.causes import shares, target_of
from kieumau.authoring.preview.readings import readings
from kieumau.authoring.preview.refinements import in_words
from kieumau.authoring.preview.standings import (
    WORTH_A_FRAME,
    Framed,
    Standing,
    judged,
    standing_of,
)
from kieumau.authoring.preview.variants import Trials, Variants, below_chain
from kieumau.documents.fact_tables import each_column_once
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import Chain
from kieumau.render.preview_data import (
    Cause,
    ChangedWard,
    Comparison,
    NotCompared,
    Preview,
    Share,
    Tally,
)
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Refinement
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.wording import Text

__all__ = ["preview"]


def preview(
    chain: Chain,
    on: date,
    wards: Sequence[FactSet],
    assumed: AssumedPolicy = AssumedPolicy.SHOW,
    files: Sequence[str] = (),
    frame_from: int = WORTH_A_FRAME,
) -> Preview:
    """Return what the topmost plugin of a chain changes for these wards.

    Facts that only the plugin knows are left out under the layer below. A ward one of the
    standards cannot be applied to is listed, never dropped. Periods that end outside the time
    the rules hold for are tried all the same, and that is said.

    Parameters
    ----------
    files
        Where each ward comes from, for what is wrong with a ward as a whole.
    frame_from
        How many evaluations under one standard are done in a frame, where frames are installed.

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
    framed = Framed.of(full, wards) if len(wards) >= frame_from else None
    judge = _Judge(Variants(chain, on, assumed), below, full, framed, frame_from)
    known = judge.framed_pairs(wards)
    pairs: list[_Pair] = []
    failed: list[NotCompared] = []
    problems: list[Diagnostic] = []
    for at, (facts, file) in enumerate(zip_longest(wards, files, fillvalue="")):
        assert isinstance(facts, FactSet)  # noqa: S101 (there are no more files than wards)
        try:
            pairs.append(known.get(at) or judge.pair(at, facts))
        except FactsError as error:
            found = placed(error, file)
            failed.append(left_out(facts, found))
            problems += (each for each in found if each not in problems)
    if not pairs:
        raise FactsError(*each_column_once(problems))
    return judge.report(pairs, failed)


@frozen
class _Pair:
    """How one ward stands under the layer below, and under the plugin.

    Attributes
    ----------
    at
        Its position among those given.
    """

    at: int
    facts: FactSet
    before: Standing
    after: Standing

    @property
    def changed(self) -> bool:
        return self.before.outcome is not self.after.outcome


@frozen
class _Judge:
    variants: Variants
    below: Standard
    full: Standard
    framed: Framed | None
    frame_from: int

    def pair(self, at: int, facts: FactSet) -> _Pair:
        after = judged(self.full, facts)  # first: what is unknown to both is wrong
        before = judged(self.below, _known(facts, self.below.composed.vocabulary))
        return _Pair(at, facts, standing_of(before), standing_of(after))

    def framed_pairs(self, wards: Sequence[FactSet]) -> dict[int, _Pair]:
        """Return how wards stand whom neither standard refuses, by position; all in one go."""
        if not self.framed:
            return {}
        after = self.framed.standings(self.full)
        before = self.framed.standings(self.below)  # passes over measures it does not know
        return {
            at: _Pair(at, wards[at], before[at], now) for at, now in after.items() if at in before
        }

    def report(self, pairs: list[_Pair], failed: list[NotCompared]) -> Preview:
        below, full, variants = self.below, self.full, self.variants
        top = variants.chain.plugins[-1]
        in_force = [each for each in top.refinements if variants.on in each.valid]
        return Preview(
            layer_of(full),
            layer_of(below),
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
            tuple(self.changes([each for each in pairs if each.changed])),
            tuple(failed),
            tuple(
                in_words(number, each, below.composed, full.composed, _shifted(each, pairs))
                for number, each in enumerate(variants.refinements, 1)
            ),
            tuple(_criterion(each.id, each.title, pairs) for each in full.criteria),
            len(top.refinements) - len(in_force),
            sum(isinstance(each, Clarify) for each in in_force),
            tuple(notices(full, [each.facts for each in pairs])),
        )

    def changes(self, pairs: Sequence[_Pair]) -> Iterator[ChangedWard]:
        framed = self.framed and self.framed.among([each.at for each in pairs])
        wards = [each.facts for each in pairs]
        trials = Trials(self.variants, wards, framed, self.frame_from)
        parts = shares([each.before for each in pairs], [each.after for each in pairs], trials)
        for pair, named in zip(pairs, parts, strict=True):
            yield self.change(pair, named)

    def change(self, pair: _Pair, named: Mapping[int, Share]) -> ChangedWard:
        variants, verdict = self.variants, judged(self.full, pair.facts)
        plugin, below = variants.chain.plugins[-1].id, self.below.composed
        causes = tuple(
            Cause(
                at + 1,
                share,
                readings(variants.refinements[at], plugin, verdict, self.full.composed, below),
            )
            for at, share in named.items()
        )
        return ChangedWard(ward_named(pair.facts), pair.before.outcome, pair.after.outcome, causes)


def _known(facts: FactSet, vocabulary: Vocabulary) -> FactSet:
    """Return the facts a layer has measures for; the others belong to the plugin above it."""
    kept = tuple(
        each for each in facts if each.measure in vocabulary or vocabulary.find(each.measure)
    )
    return facts if len(kept) == len(facts.facts) else evolve(facts, facts=kept)


def _tally(found: Iterable[Status | Outcome]) -> Tally:
    counted = Counter(each.value for each in found)
    return Tally(*(counted[status.value] for status in Status))


def _criterion(id_: str, title: Text, pairs: Sequence[_Pair]) -> Comparison:
    before = [found for each in pairs if (found := each.before.statuses.get(id_))]
    after = [found for each in pairs if (found := each.after.statuses.get(id_))]
    return Comparison(id_, title, _tally(before) if before else None, _tally(after))


def _shifted(refinement: Refinement, pairs: Sequence[_Pair]) -> int:
    """Return in how many wards a refinement's target comes to another status."""
    target, added = target_of(refinement), isinstance(refinement, AddIndicator | AddCriterion)
    found = [(each.before.statuses.get(target), each.after.statuses.get(target)) for each in pairs]
    if added:
        return sum(now is not None and not now.passes for _, now in found)
    return sum(bool(was and now and was is not now) for was, now in found)

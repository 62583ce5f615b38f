"""What is said of a standard: its criteria with every layer's part, its measures, its gaps."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from kieumau.plugins.composed import (
    Clarified,
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.plugins.contract import threshold
from kieumau.render.phrasebook import Phrase
from kieumau.render.sources import FIDELITY, FIELDS, SEEN
from kieumau.render.standard_conditions import condition_entry, limit_said, tightened_said
from kieumau.render.standard_instruments import instrument_entry
from kieumau.render.standard_measures import measure_entry, used_by
from kieumau.render.standard_page import Entry, Facet, Page, Part
from kieumau.render.standard_targets import target_entry
from kieumau.render.standard_words import Term
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.rules.targets import Targets
from kieumau.verdicts.verdict import StandardRecord
from kieumau.wording import Lang, Text, say_date

__all__ = ["Teller", "span_said", "standard_page"]


def standard_page(
    composed: Composed,
    record: StandardRecord,
    lang: Lang,
    *,
    targets: Mapping[str, Targets] | None = None,
    measures: bool = False,
    instruments: bool = False,
    coverage: bool = False,
) -> Page:
    """Return the page of a standard.

    Parameters
    ----------
    record
        What verdicts keep of it: titles, versions, digests.
    targets
        What is known of each layer's targets, by plugin id.
    measures, instruments, coverage
        Whether to add the measures, the documents cited, and what is left out and why.
    """
    teller = Teller(composed, lang)
    criteria = tuple(entry for each in composed.criteria for entry in teller.criterion(each))
    parts = [Part(Term.CRITERIA.fill(lang), criteria)]
    if targets:
        parts.append(Part(Term.TARGETS.fill(lang), tuple(teller.targets(targets))))
    if measures:
        parts.append(Part(Term.MEASURES.fill(lang), tuple(teller.measures())))
    if instruments:
        said = tuple(instrument_entry(each, lang) for each in composed.instruments)
        parts.append(Part(Term.INSTRUMENTS.fill(lang), said))
    if coverage:
        parts.append(Part(Term.COVERAGE.fill(lang), tuple(teller.coverage())))
    return Page(
        record.title.say(lang),
        tuple(teller.head(record)),
        tuple(teller.notices(record)),
        tuple(parts),
        Term.LINKS.fill(lang),
    )


def span_said(valid: Validity, lang: Lang) -> str:
    """Return a time in force, its last day rather than the first day after it."""
    return valid.said().say(lang)


def _said(phrase: Phrase, lang: Lang, **slots: str) -> str:
    return phrase.text.say(lang).format(**slots)


@frozen
class Teller:
    """One standard in one language."""

    composed: Composed
    lang: Lang

    # --- the head

    def head(self, record: StandardRecord) -> Iterator[Entry]:
        """Yield what it is: id, date, layers, the rule over its criteria, digests."""
        lang, composed = self.lang, self.composed
        yield Entry(record.id, _said(Phrase.STANDARD_ID, lang))
        yield Entry(say_date(composed.on), Term.ON.fill(lang))
        yield Entry(span_said(composed.valid, lang), Term.UNCHANGED.fill(lang))
        layers = tuple(
            Entry(
                Term.LAYER.fill(lang, title=each.title.say(lang), id=each.id, version=each.version),
                listed=True,
            )
            for each in record.plugins
        )
        yield Entry("", Term.LAYERS.fill(lang), entries=layers)
        basis = (
            *self.citations(composed.citations),
            *self.source(composed.fidelity, None, None),
            *self.note(composed.note),
            Entry(self.may_add(composed.allows, Term.ADD_CRITERION), Term.ALLOWS.fill(lang)),
        )
        yield Entry(self.set_rule(), Term.RULE.fill(lang), entries=basis)
        digests = (
            Entry(record.digest, Term.DIGEST.fill(lang), quiet=True),
            Entry(record.text_digest, Term.TEXT_DIGEST.fill(lang), quiet=True),
        )
        yield Entry("", Term.DIGESTS.fill(lang), entries=digests)

    def notices(self, record: StandardRecord) -> Iterator[str]:
        """Yield what must be read with it."""
        yield from self.nature(record)
        if shown := sum(not each.counted for each in self.composed.indicators):
            yield Term.SHOWN.fill(self.lang, n=shown)

    def nature(self, record: StandardRecord) -> Iterator[str]:
        """Yield that it is a reconstruction, or an invented example."""
        if record.reconstruction:
            yield Term.RECONSTRUCTION.fill(self.lang)
        for each in record.plugins:
            if each.invented:
                title = each.title.say(self.lang)
                yield _said(Phrase.INVENTED_PLUGIN, self.lang, plugin=title)

    # --- criteria and indicators

    def criterion(self, criterion: ComposedCriterion) -> Iterator[Entry]:
        """Yield a criterion with its indicators."""
        grouped = criterion in self.composed.issued and self.composed.groups(criterion)
        group = (Entry(Term.GROUP.fill(self.lang)),) if grouped else ()
        said = (
            Entry(self.criterion_rule(criterion), Term.RULE.fill(self.lang), entries=group),
            *self.layer(criterion.plugin),
            *self.citations(criterion.citations),
            *self.source(criterion.fidelity, None, None),
            *self.note(criterion.note),
            Entry(self.may_add(criterion.allows, Term.ADD_INDICATOR), Term.ALLOWS.fill(self.lang)),
        )
        indicators = tuple(self.indicator(each) for each in criterion.indicators)
        title, tag = criterion.title.say(self.lang), self.points(criterion.points)
        yield Entry(title, key=criterion.id, tag=tag, heading=True, entries=(*said, *indicators))

    def indicator(self, indicator: ComposedIndicator) -> Entry:
        """Return an indicator with every layer's part in it."""
        lang = self.lang
        own = [each for each in indicator.conjuncts if self._own(each, indicator)]
        vocabulary = self.composed.vocabulary
        said = [condition_entry([each.condition for each in own], vocabulary, lang, Term.REQUIRES)]
        if indicator.applies_when:
            when = _said(Phrase.APPLIES_WHEN, lang)
            said.append(condition_entry([indicator.applies_when], vocabulary, lang, when))
        said += self.layer(indicator.plugin)
        said += self.citations(indicator.citations)
        said += self.source(indicator.fidelity, indicator.seen, indicator.scope)
        for conjunct in indicator.conjuncts:
            if not self._own(conjunct, indicator):
                said.append(self.tightened(conjunct))
        said += [self.waiver(each) for each in indicator.waivers]
        said += [self.clarified(each) for each in indicator.clarified]
        if indicator.valid != ALWAYS:
            said.append(Entry(span_said(indicator.valid, lang), Term.IN_FORCE.fill(lang)))
        said.append(Entry(self.may(indicator), Term.ALLOWS.fill(lang)))
        said += self.note(indicator.note)
        return Entry(
            indicator.title.say(lang),
            key=indicator.id,
            tag=self.counts(indicator),
            heading=True,
            facets=tuple(self.facets(indicator)),
            entries=tuple(said),
        )

    def facets(self, indicator: ComposedIndicator) -> Iterator[Facet]:
        """Yield every layer with a part in an indicator, and where its thresholds come from."""
        plugins = (
            indicator.plugin,
            *(each.plugin for each in indicator.conjuncts),
            *(each.plugin for each in indicator.waivers),
            *(each.plugin for each in indicator.clarified),
        )
        for plugin in dict.fromkeys(plugins):
            yield Facet("layer", plugin, self.title(plugin))
        sources = (indicator.fidelity, *(each.fidelity for each in indicator.conjuncts))
        for fidelity in dict.fromkeys(sources):
            yield Facet("fidelity", fidelity, _said(FIDELITY[fidelity], self.lang))

    def counts(self, indicator: ComposedIndicator) -> str:
        """Return its points, and what is said of an assumed threshold."""
        said = [points] if (points := self.points(indicator.points)) else []
        if not indicator.counted:
            said.append(Term.NOT_COUNTED.fill(self.lang))
        elif indicator.fidelity is Fidelity.ASSUMED:
            said.append(Term.COUNTED.fill(self.lang))
        return "; ".join(said)

    def points(self, points: int | None) -> str:
        """Return what something is worth under a score rule; empty where it is not scored."""
        return "" if points is None else Term.POINTS.fill(self.lang, n=points)

    def _own(self, conjunct: Conjunct, indicator: ComposedIndicator) -> bool:
        return (conjunct.plugin, conjunct.layer) == (indicator.plugin, indicator.layer)

    def tightened(self, conjunct: Conjunct) -> Entry:
        """Return what a layer made stricter or asks besides, and on what basis."""
        plugin, lang = self.title(conjunct.plugin), self.lang
        vocabulary = self.composed.vocabulary
        change = tightened_said(conjunct, vocabulary, lang)
        basis = (
            *self.citations(conjunct.citations),
            *self.source(conjunct.fidelity, conjunct.seen, conjunct.scope),
            *self.note(conjunct.note),
        )
        if change:
            before, after = change
            said = Term.TIGHTENED.fill(lang, plugin=plugin, before=before, after=after)
            return Entry(said, entries=basis)
        label = Term.ALSO.fill(lang, plugin=plugin, condition="").rstrip(": ")
        also = condition_entry([conjunct.condition], vocabulary, lang, label)
        return Entry(also.said, also.label, entries=(*also.entries, *basis))

    def waiver(self, waiver: Waiver) -> Entry:
        """Return what a layer releases from, when, and on what basis."""
        waive, lang = waiver.waive, self.lang
        when = Term.WAIVED_WHEN.fill(lang, condition="").rstrip()
        below = [Entry(waive.basis.say(lang), _said(Phrase.WAIVER, lang))]
        if waive.when:
            below.insert(0, condition_entry([waive.when], self.composed.vocabulary, lang, when))
        below += self.citations(waive.citations)
        below += self.source(None, waive.seen, None)
        below += self.note(waive.note)
        label = Term.WAIVER.fill(lang, plugin=self.title(waiver.plugin))
        return Entry("", label, entries=tuple(below))

    def clarified(self, clarified: Clarified) -> Entry:
        """Return what guidance a layer gives and which evidence it asks for."""
        clarify, lang = clarified.clarify, self.lang
        needs = tuple(
            Entry(
                _said(
                    Phrase.NEED,
                    lang,
                    measure=self.measure(need.measure),
                    field=_said(FIELDS[need.needs], lang),
                ),
                _said(Phrase.NEEDS, lang),
            )
            for need in clarify.evidence
        )
        below = (*needs, *self.citations(clarify.citations), *self.note(clarify.note))
        label = _said(Phrase.GUIDANCE, lang, plugin=self.title(clarified.plugin))
        return Entry(clarify.guidance.say(lang) if clarify.guidance else "", label, entries=below)

    # --- what everything rests on

    def set_rule(self) -> str:
        """Return the rule over the criteria."""
        composed = self.composed
        return self.rule(
            composed.rule,
            [any(each.counted for each in one.indicators) for one in composed.issued],
            len(composed.added),
            (Term.ONE_CRITERION, Term.OF_CRITERIA),
            composed.worth,
        )

    def criterion_rule(self, criterion: ComposedCriterion) -> str:
        """Return the rule over a criterion's indicators."""
        return self.rule(
            criterion.rule,
            [each.counted for each in criterion.issued],
            sum(each.counted for each in criterion.added),
            (Term.ONE_INDICATOR, Term.OF_INDICATORS),
            criterion.worth,
        )

    def rule(
        self, rule: Rule, counted: list[bool], added: int, words: tuple[Term, Term], total: int
    ) -> str:
        """Return a rule over what counts of what was issued, and what layers added to it."""
        lang, (one, many) = self.lang, words
        what, n, shown = many.fill(lang), sum(counted), len(counted) - sum(counted)
        if not n and not added:
            return Term.NONE_COUNT.fill(lang, what=what, n=shown)
        if rule.kind is RuleKind.SCORE:
            said = Term.SCORE.fill(lang, k=rule.k, total=total, n=n, what=what)
        else:
            said = one.fill(lang) if n == 1 else _rule(rule, n, what, lang)
        if added == 1:
            said = Term.AND_ONE_ADDED.fill(lang, rule=said, what=what)
        elif added:
            said = Term.AND_ADDED.fill(lang, rule=said, n=added, what=what)
        return Term.AND_SHOWN.fill(lang, rule=said, n=shown, what=what) if shown else said

    def layer(self, plugin: str) -> Iterator[Entry]:
        """Yield which layer asks for something; nothing for the base."""
        if plugin != self.composed.plugins[0][0].id:
            yield Entry(self.title(plugin), _said(Phrase.LAYER, self.lang))

    def title(self, plugin: str) -> str:
        """Return a layer's title, or its id where it is unknown."""
        found = (
            each.title.say(self.lang) for each, _ in self.composed.plugins if each.id == plugin
        )
        return next(found, plugin)

    def measure(self, id_: str) -> str:
        """Return a measure's name, or its id where it is unknown."""
        found = self.composed.vocabulary.get(id_)
        return found.name.say(self.lang) if found else id_

    def citations(self, citations: Iterable[Citation], label: str = "") -> Iterator[Entry]:
        """Yield each place cited, by the document's number where it has one."""
        label = label or _said(Phrase.CITATION, self.lang)
        known = {each.id: each for each in self.composed.instruments}
        for citation in citations:
            instrument = known.get(citation.instrument)
            name, url = citation.instrument, citation.url
            if instrument:
                name = instrument.number or instrument.title.say(self.lang)
                url = url or instrument.url
            at = f", {citation.at.say(self.lang)}" if citation.at else ""
            quote = Entry(f"“{citation.quote}”", _said(Phrase.QUOTE, self.lang))
            quoted = (quote,) if citation.quote else ()
            yield Entry(name + at, label, url, entries=quoted)

    def source(
        self, fidelity: Fidelity | None, seen: Seen | None, scope: Text | None
    ) -> Iterator[Entry]:
        """Yield where a threshold comes from, what of it was seen, what it was set for."""
        lang = self.lang
        said = [_said(FIDELITY[fidelity], lang)] if fidelity else []
        said += [_said(SEEN[seen], lang)] if seen else []
        said += [_said(Phrase.SCOPE, lang, scope=scope.say(lang))] if scope else []
        if said:
            yield Entry("; ".join(said), _said(Phrase.FIDELITY, lang))

    def note(self, note: Text | None) -> Iterator[Entry]:
        """Yield the note of who wrote it down."""
        if note:
            yield Entry(note.say(self.lang), _said(Phrase.NOTE, self.lang))

    def may_add(self, allows: Allows, what: Term) -> str:
        """Return what a layer may do to a criterion or the set."""
        return (what if allows.add else Term.NOTHING).fill(self.lang)

    def may(self, indicator: ComposedIndicator) -> str:
        """Return what a layer may do to an indicator."""
        allows, lang, said = indicator.allows, self.lang, list[str]()
        limit = limit_said(indicator, self.composed.vocabulary, lang)
        if (
            allows.tighten.constant
            and indicator.fidelity is not Fidelity.ASSUMED
            and threshold(indicator)
        ):
            said.append(Term.UP_TO.fill(lang, limit=limit) if limit else Term.TIGHTEN.fill(lang))
        said += [Term.ADD_CONDITION.fill(lang)] if allows.tighten.also else []
        said += [Term.CLARIFY.fill(lang)] if allows.clarify else []
        said += [Term.WAIVE.fill(lang)] if allows.waive else []
        return "; ".join(said) or Term.NOTHING.fill(lang)

    # --- targets, measures and gaps

    def targets(self, of: Mapping[str, Targets]) -> Iterator[Entry]:
        """Yield each layer's targets, or why they are not known."""
        yield Entry(Term.TARGETS_NOTE.fill(self.lang))
        for plugin, targets in of.items():
            if targets.unknown:
                label = f"{self.title(plugin)}: {Term.TARGETS_UNKNOWN.fill(self.lang)}"
                yield Entry(targets.unknown.say(self.lang), label)
            for each in targets.of:
                basis = (
                    *self.layer(plugin),
                    *self.citations(each.citations),
                    *self.source(each.fidelity, each.seen, None),
                    *self.note(each.note),
                )
                yield target_entry(each, targets, basis, self.lang)

    def measures(self) -> Iterator[Entry]:
        """Yield every measure with the indicators that use it."""
        users = used_by(self.composed)
        for measure in self.composed.vocabulary.measures:
            names = "; ".join(each.title.say(self.lang) for each in users.get(measure.id, ()))
            yield measure_entry(measure, self.composed, names, self.lang)

    def coverage(self) -> Iterator[Entry]:
        """Yield what is left out and why."""
        for manifest, _ in self.composed.plugins:
            for gap in manifest.coverage:
                reason = Entry(gap.reason.say(self.lang))
                title = f"{gap.title.say(self.lang)} ({gap.item}, {manifest.id})"
                yield Entry(title, heading=True, entries=(reason,))


def _rule(rule: Rule, n: int, what: str, lang: Lang) -> str:
    if rule.needed(n) == n:
        return Term.ALL_OF.fill(lang, n=n, what=what)
    return Term.AT_LEAST.fill(lang, k=rule.needed(n), n=n, what=what)

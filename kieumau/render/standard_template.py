"""An empty, commented facts file for a standard, grouped by criterion."""

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap

from attrs import frozen

from kieumau.plugins.composed import Composed, ComposedIndicator
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import clean
from kieumau.render.standard_measures import (
    by_criterion,
    derivation_said,
    evidence_asked,
    kind_said,
    recorded_said,
    used_by,
)
from kieumau.render.standard_report import span_said
from kieumau.render.standard_words import Term
from kieumau.rules.facts import Ward
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Period
from kieumau.verdicts.verdict import StandardRecord
from kieumau.wording import Lang, say_date

__all__ = ["facts_template"]

_WIDTH = 100


def facts_template(
    composed: Composed, record: StandardRecord, ward: Ward, period: Period, lang: Lang
) -> str:
    """Return a facts file with every measure the standard's indicators use, none of them given.

    It reads back at once; nothing in it is a figure.
    """
    form = _Form(composed, lang, used_by(composed))
    lines = [
        *form.opening(record),
        "",
        "format: kieumau/facts/1",
        *form.ward(ward, period),
        "",
        "facts:",
        *form.facts(),
    ]
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str = "  ") -> Iterator[str]:
    """Yield a comment of as many lines as it takes; nothing in it can end it."""
    start = f"{indent}# "
    yield from wrap(
        clean(text),
        _WIDTH,
        initial_indent=start,
        subsequent_indent=f"{start}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _quoted(text: str) -> str:
    return json.dumps(clean(text), ensure_ascii=False)


@frozen
class _Form:
    """One standard's form in one language."""

    composed: Composed
    lang: Lang
    users: Mapping[str, tuple[ComposedIndicator, ...]]

    def opening(self, record: StandardRecord) -> Iterator[str]:
        lang = self.lang
        yield from _comment(Term.T_TITLE.fill(lang, title=record.title.say(lang)), "")
        if record.reconstruction:
            yield from _comment(Term.RECONSTRUCTION.fill(lang), "")
        for each in record.plugins:
            if each.invented:
                said = Phrase.INVENTED_PLUGIN.text.say(lang).format(plugin=each.title.say(lang))
                yield from _comment(said, "")
        on, valid = say_date(self.composed.on), span_said(self.composed.valid, lang)
        yield from _comment(Term.T_ON.fill(lang, on=on, valid=valid), "")
        for term in (Term.T_HOW_1, Term.T_HOW_2, Term.T_HOW_3, Term.T_HOW_4):
            yield from _comment(term.fill(lang), "")

    def ward(self, ward: Ward, period: Period) -> Iterator[str]:
        lang = self.lang
        yield "ward:"
        yield f"  code: {_quoted(ward.code)}  # {Term.T_WARD.fill(lang)}"
        name = ward.name or Term.T_WARD_EMPTY.fill(lang)
        yield f"  name: {_quoted(name)}  # {Term.T_NAME.fill(lang)}"
        yield f"  province: {_quoted(ward.province)}  # {Term.T_PROVINCE.fill(lang)}"
        days = f"{{from: {period.first.isoformat()}, to: {period.last.isoformat()}}}"
        yield f"period: {days}  # {Term.T_PERIOD.fill(lang)}"

    def facts(self) -> Iterator[str]:
        for criterion, fresh in by_criterion(self.composed):
            if fresh:
                yield ""
                title = clean(criterion.title.say(self.lang))
                yield from _comment(f"=== {title} ===")
            for measure in fresh:
                yield ""
                yield from self.measure(measure)

    def measure(self, measure: Measure) -> Iterator[str]:
        lang = self.lang
        other = measure.name.en if lang == "vi" else measure.name.vi
        yield from _comment(f"{measure.name.say(lang)} / {other}")
        yield from _comment(f"{Term.KIND.fill(lang)}: {kind_said(measure, lang)}")
        for term, text in (
            (Term.COLLECTION, measure.collection and measure.collection.say(lang)),
            (Term.RECORDED_BY, recorded_said(measure, lang)),
            (Term.CAUTION, measure.caution and measure.caution.say(lang)),
            (Term.T_ASKS, "; ".join(evidence_asked(measure.id, self.users[measure.id], lang))),
            (Term.USED_BY, "; ".join(self.indicators(measure))),
        ):
            if text:
                yield from _comment(f"{term.fill(lang)}: {text}")
        if measure.derived:
            how = derivation_said(measure, self.composed.vocabulary, lang)
            yield from _comment(Term.T_DERIVED.fill(lang, how=how))
            yield f"  #{measure.id}:"
        else:
            yield f"  {measure.id}:"

    def indicators(self, measure: Measure) -> Iterator[str]:
        for each in self.users[measure.id]:
            counted = "" if each.counted else f" ({Term.NOT_COUNTED.fill(self.lang)})"
            yield f"{each.title.say(self.lang)}{counted}"

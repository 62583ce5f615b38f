"""What must be read with a comparison: whose rules and figures they are, and what was not tried."""

from collections.abc import Iterator, Sequence

from kieumau.render.difference_words import Word
from kieumau.render.preview_words import Word as Shared
from kieumau.verdicts.difference import Wards
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["notices"]


def notices(a: Verdict, b: Verdict, wards: Wards, untried: Sequence[Text]) -> Iterator[Text]:
    """Yield the notices, those of both sides once."""
    if wards is Wards.DIFFERENT:
        yield Word.WARDS_DIFFER.text
    if untried:
        vi, en = (" ".join(each.say(lang) for each in untried) for lang in ("vi", "en"))
        yield Word.UNTRIED.both(why=Text(vi, en))
    yield from dict.fromkeys((*_standard(a), *_standard(b)))
    invented = (a.facts.invented, b.facts.invented)
    if all(invented):
        yield Shared.INVENTED_ALL.text
    elif any(invented):
        yield Shared.INVENTED_SOME.both(n=1)
    for verdict, label in ((a, "A"), (b, "B")):
        if verdict.as_if:
            yield Word.AS_IF.both(side=label, valid=verdict.standard.valid.said())


def _standard(verdict: Verdict) -> Iterator[Text]:
    if verdict.standard.reconstruction:
        yield Shared.RECONSTRUCTION.text
    for each in verdict.standard.plugins:
        if each.invented:
            yield Shared.INVENTED_PLUGIN.both(title=each.title)
    if verdict.standard.assumed is AssumedPolicy.COUNT:
        yield Shared.COUNTED.text

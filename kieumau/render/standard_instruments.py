"""Documents a standard cites, for readers: title, number, issuer and dates."""

from collections.abc import Iterator

from kieumau.render.standard_page import Entry
from kieumau.render.standard_words import Term
from kieumau.rules.citations import Instrument
from kieumau.rules.periods import ALWAYS
from kieumau.wording import Lang, say_date

__all__ = ["instrument_entry"]


def instrument_entry(instrument: Instrument, lang: Lang) -> Entry:
    """Return everything said of one document."""
    return Entry(
        instrument.title.say(lang),
        key=instrument.id,
        heading=True,
        entries=tuple(_said(instrument, lang)),
    )


def _said(instrument: Instrument, lang: Lang) -> Iterator[Entry]:
    if instrument.number:
        yield Entry(instrument.number, Term.NUMBERED.fill(lang))
    if instrument.issuer:
        yield Entry(instrument.issuer.say(lang), Term.ISSUER.fill(lang))
    if instrument.issued:
        yield Entry(say_date(instrument.issued), Term.ISSUED.fill(lang))
    if instrument.valid != ALWAYS:
        yield Entry(instrument.valid.said().say(lang), Term.IN_FORCE_SET.fill(lang))
    if instrument.url:
        yield Entry(instrument.url, Term.ADDRESS.fill(lang), instrument.url)

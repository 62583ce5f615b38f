"""A ledger's entries as pages: the list, and one entry in full."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import unique

from attrs import frozen

from kieumau.ledger.entry import Entry as Recorded
from kieumau.ledger.entry import Head
from kieumau.render.opening import OUTCOME
from kieumau.render.speech import Voice, say, speak
from kieumau.render.standard_page import Entry, Page, Part, Table
from kieumau.render.standard_words import Term
from kieumau.render.terms import Terms
from kieumau.verdicts.record import Outcome
from kieumau.wording import Lang, say_date

__all__ = ["entry_page", "list_page"]

_SHORT = 12


@unique
class _Word(Terms):
    """A phrase of these pages."""

    TITLE = ("Sổ cái {name}", "Ledger {name}")
    ENTRY = ("Mục {seq} của sổ cái {name}", "Entry {seq} of the ledger {name}")
    LAST = ("Mục cuối", "Last entry")
    HEAD = ("Mã băm cuối", "Head")
    SHOWN = ("Số mục dưới đây", "Entries below")
    ENTRIES = ("Các mục", "Entries")
    NONE = ("Không có mục nào.", "There are none.")
    SEQ = ("Mục", "Entry")
    WARD = ("Phường", "Ward")
    PERIOD = ("Kỳ số liệu", "Period")
    STANDARD = ("Bộ tiêu chí", "Standard")
    OUTCOME = ("Kết luận", "Outcome")
    RECORDED = ("Lúc ghi", "Recorded")
    DIGEST = ("Mã băm chứng thư", "Certificate's digest")
    SHA256 = ("SHA-256 toàn văn chứng thư", "SHA-256 of its whole text")
    PREVIOUS = ("Mã băm mục trước", "Hash of the entry before")
    HASH = ("Mã băm mục này", "Hash of this entry")
    LINE = ("{seq}. {ward}, {period}: {outcome}", "{seq}. {ward}, {period}: {outcome}")
    BELOW = (
        "«{standard}», ghi lúc {recorded}, chứng thư {digest}",
        "«{standard}», recorded {recorded}, certificate {digest}",
    )
    TIME = ("{time} ngày {day} (UTC)", "{day} {time} UTC")
    CLAIM = (
        "Lúc ghi là theo đồng hồ của máy đã ghi. Ở đây không kiểm tra gì: kieumau ledger verify.",
        "The time is the recording machine's. Nothing is checked here: kieumau ledger verify.",
    )


def list_page(
    name: str,
    head: Head,
    entries: Sequence[Recorded],
    notices: tuple[str, ...],
    lang: Lang,
    *,
    tabled: bool,
) -> Page:
    """Return entries as a list, or as a table for formats that have one."""
    said = [_Said(each, lang) for each in entries]
    start = (
        Entry(str(head.seq), _Word.LAST.fill(lang)),
        Entry(head.hash, _Word.HEAD.fill(lang)),
        Entry(str(len(entries)), _Word.SHOWN.fill(lang)),
    )
    columns = ("SEQ", "WARD", "PERIOD", "STANDARD", "OUTCOME", "RECORDED", "DIGEST")
    table = Table(
        tuple(_Word[each].fill(lang) for each in columns), tuple(each.row() for each in said)
    )
    listed = tuple(each.line() for each in said) or (Entry(_Word.NONE.fill(lang)),)
    title = _Word.ENTRIES.fill(lang)
    part = Part(title, (), table) if tabled and said else Part(title, listed)
    return _page(_Word.TITLE.fill(lang, name=name), start, (part,), notices, lang)


def entry_page(name: str, entry: Recorded, notices: tuple[str, ...], lang: Lang) -> Page:
    """Return one entry in full."""
    head = tuple(_Said(entry, lang).fields())
    title = _Word.ENTRY.fill(lang, seq=entry.seq, name=name)
    return _page(title, head, (), notices, lang)


def _page(
    title: str,
    head: tuple[Entry, ...],
    parts: tuple[Part, ...],
    said: tuple[str, ...],
    lang: Lang,
) -> Page:
    return Page(title, head, (*said, _Word.CLAIM.fill(lang)), parts, Term.LINKS.fill(lang))


@frozen
class _Said:
    """One entry in words."""

    entry: Recorded
    lang: Lang

    @property
    def ward(self) -> str:
        return f"{self.entry.ward_name} ({self.entry.ward})"

    @property
    def period(self) -> str:
        return " – ".join(_day(each) for each in self.entry.period.split("/"))

    @property
    def outcome(self) -> str:
        try:
            phrase = OUTCOME[Outcome(self.entry.outcome)]
        except ValueError:
            return self.entry.outcome
        return speak(say(phrase), Voice(self.lang))

    @property
    def recorded(self) -> str:
        day, _, time = self.entry.recorded_at.removesuffix("Z").partition("T")
        return _Word.TIME.fill(self.lang, time=time, day=_day(day))

    def row(self) -> tuple[str, ...]:
        entry = self.entry
        return (
            str(entry.seq),
            self.ward,
            self.period,
            entry.standard,
            self.outcome,
            self.recorded,
            entry.digest[:_SHORT],
        )

    def line(self) -> Entry:
        entry, lang = self.entry, self.lang
        said = _Word.LINE.fill(
            lang, seq=entry.seq, ward=self.ward, period=self.period, outcome=self.outcome
        )
        below = _Word.BELOW.fill(
            lang,
            standard=entry.standard,
            recorded=self.recorded,
            digest=entry.digest[:_SHORT],
        )
        return Entry(said, entries=(Entry(below, quiet=True),))

    def fields(self) -> Iterator[Entry]:
        entry = self.entry
        for word, said in (
            (_Word.WARD, self.ward),
            (_Word.PERIOD, self.period),
            (_Word.STANDARD, entry.standard),
            (_Word.OUTCOME, self.outcome),
            (_Word.RECORDED, self.recorded),
            (_Word.DIGEST, entry.digest),
            (_Word.SHA256, entry.certificate_sha256),
            (_Word.PREVIOUS, entry.previous),
            (_Word.HASH, entry.hash),
        ):
            yield Entry(said, word.fill(self.lang))


def _day(iso: str) -> str:
    """Return a day as it is said; one that does not exist as it is written."""
    try:
        return say_date(datetime.fromisoformat(iso).date())
    except ValueError:
        return iso

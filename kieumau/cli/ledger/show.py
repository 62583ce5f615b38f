"""``kieumau ledger show``: the entries of a ledger, or one of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, Self

from attrs import evolve, frozen

from kieumau.cli.caveats import Caveat, caveats, notices
from kieumau.cli.ledger.pages import entry_page, list_page
from kieumau.cli.ledger.recording import ledger_path
from kieumau.cli.outputs import deliver, deliver_lines, refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, UsageError
from kieumau.ledger.entry import Entry, Head
from kieumau.ledger.ledger import Ledger
from kieumau.render.standard_page import Page
from kieumau.wording import Lang, Text

__all__ = ["run"]

_FORMAT: Final = "kieumau/ledger-list/1"
_OF = Text("Mục {which}: {said}", "Entries {which}: {said}")


def run(
    terminal: Terminal,
    *,
    where: str,
    seq: str | None,
    ward: str | None,
    form: Literal["text", "markdown", "json", "certificate"],
    output: str | None,
) -> int:
    """Show the entries asked for."""
    if seq is not None and ward is not None:
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--seq", "other": "--ward"}))
    number = None if seq is None else _number(seq)
    refuse_output(output, [ledger_path(where)])
    with Ledger.open(where) as ledger:
        chosen = _chosen(ledger, number, ward)
        if form == "certificate":
            deliver_lines(terminal, (f"{each.text}\n" for each in chosen), output)
            return 0
        listed = _Listed.of(ledger, chosen)
    if form == "json":
        deliver(terminal, to_json(listed.data()), output)
    else:
        page = listed.page(terminal.lang, one=number is not None, tabled=form == "markdown")
        deliver_page(terminal, page, output, markdown=form == "markdown")
    return 0


def _chosen(ledger: Ledger, number: int | None, ward: str | None) -> Iterator[Entry]:
    if number is not None:
        return iter([ledger.entry(number)])
    return (each for each in ledger.entries() if ward is None or each.ward == ward)


@frozen
class _Listed:
    """Entries to be listed: what must be said of each, and no certificates, which are large."""

    name: str
    head: Head
    entries: tuple[Entry, ...]
    caveats: Mapping[int, tuple[Caveat, ...]]

    @classmethod
    def of(cls, ledger: Ledger, chosen: Iterable[Entry]) -> Self:
        """Return entries so; the head is that of the ledger when they had been read."""
        found = [(evolve(each, text=""), caveats(_data(each))) for each in chosen]
        said = {each.seq: its for each, its in found}
        return cls(ledger.name, ledger.head(), tuple(each for each, _ in found), said)

    def data(self) -> dict[str, Any]:
        return {
            "format": _FORMAT,
            "ledger": self.name,
            "head": {"seq": self.head.seq, "hash": self.head.hash},
            "entries": [
                {**each.to_data(), "caveats": [*self.caveats[each.seq]]} for each in self.entries
            ],
        }

    def page(self, lang: Lang, *, one: bool, tabled: bool) -> Page:
        said = notices(self.caveats, _OF, lang)
        if one:
            return entry_page(self.name, self.entries[0], said, lang)
        return list_page(self.name, self.head, self.entries, said, lang, tabled=tabled)


def _data(entry: Entry) -> object:
    """Return what an entry's certificate says; of one that cannot be read, nothing is known."""
    try:
        return json.loads(entry.text)
    except (ValueError, RecursionError):
        return None


def _number(text: str) -> int:
    """Return the number of an entry.

    Raises
    ------
    UsageError
        KM-716: it is none.
    """
    if text.isascii() and text.isdigit():
        return int(text[:20])
    arguments = {"found": text, "option": "--seq", "allowed": "1, 2, 3, …"}
    raise UsageError(Diagnostic("KM-716", arguments=arguments))

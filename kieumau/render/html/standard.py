"""A standard's page as HTML: searchable with a script, whole without one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from attrs import field, frozen

from kieumau.render.html.page import render_page
from kieumau.render.standard_page import Entry, Facet, Page, Part, Table
from kieumau.render.standard_words import Term
from kieumau.wording import Lang

__all__ = ["page_html"]

_WORDS = (
    Term.BY_FIDELITY,
    Term.BY_LAYER,
    Term.CLEAR,
    Term.CONTENTS,
    Term.EVERY,
    Term.SEARCH,
    Term.SEARCH_HELP,
)


def page_html(page: Page, lang: Lang) -> str:
    """Return a page as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed.
    """
    arranging = _Arranging()
    parts = [
        _PartView(
            part.title,
            f"_phan-{number}",  # no id of a rule, measure or document looks so
            part.table,
            [arranging.section(each) for each in part.entries if each.heading],
            arranging.blocks(each for each in part.entries if not each.heading),
        )
        for number, part in enumerate(_filled(page.parts), 1)
    ]
    facets = [facet for part in page.parts for each in part.entries for facet in _facets(each)]
    return render_page(
        "standard.html.j2",
        lang,
        script="standard.js",
        title=page.title,
        head=arranging.blocks(page.head),
        notices=page.notices,
        parts=parts,
        layers=_choices(facets, "layer"),
        fidelities=_choices(facets, "fidelity"),
        found=Term.FOUND.text.say(lang),
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Rows:
    """Things said in a row that are shown alike: named, as a list, as cards or as they are."""

    shown: Literal["named", "listed", "cards", "plain"]
    items: "Sequence[_View | _Named]"


@frozen
class _Named:
    """What is said under one label."""

    label: str
    items: "Sequence[_View]"


@frozen
class _View:
    """An entry as the page shows it.

    Attributes
    ----------
    layers, fidelities
        What it can be picked by, apart by spaces.
    """

    entry: Entry
    anchor: str
    layers: str
    fidelities: str
    blocks: Sequence[_Rows]


@frozen
class _PartView:
    title: str
    anchor: str
    table: Table | None
    sections: Sequence[_View]
    blocks: Sequence[_Rows]

    @property
    def cards(self) -> bool:
        """Whether its sections hold nothing that is headed itself."""
        return not any(
            rows.shown == "cards" for section in self.sections for rows in section.blocks
        )


@frozen
class _Arranging:
    """One page being arranged; anchors are given as they are asked for, each once."""

    anchors: set[str] = field(factory=set)

    def section(self, entry: Entry) -> _View:
        of_kind = {kind: [e.value for e in entry.facets if e.kind == kind] for kind in _KINDS}
        anchor = self.anchor(entry.key)
        layers, fidelities = (" ".join(of_kind[kind]) for kind in _KINDS)
        return _View(entry, anchor, layers, fidelities, self.blocks(entry.entries))

    def anchor(self, key: str) -> str:
        """Return the key, with a number where another entry has it already."""
        anchor, n = key, 1
        while anchor in self.anchors:
            n += 1
            anchor = f"{key}.{n}"
        if anchor:
            self.anchors.add(anchor)
        return anchor

    def blocks(self, entries: Iterable[Entry]) -> list[_Rows]:
        return [
            _Rows(
                shown, list(self.named(run)) if shown == "named" else list(map(self.section, run))
            )
            for shown, run in groupby(entries, key=_shown)
        ]

    def named(self, entries: Iterable[Entry]) -> Iterator[_Named]:
        """Yield what is said under one label once, however many things that are."""
        for label, run in groupby(entries, key=lambda entry: entry.label):
            yield _Named(label, list(map(self.section, run)))


_KINDS: tuple[Literal["layer", "fidelity"], ...] = ("layer", "fidelity")


def _shown(entry: Entry) -> Literal["named", "listed", "cards", "plain"]:
    if entry.heading:
        return "cards"
    if entry.label:
        return "named"
    return "listed" if entry.listed else "plain"


def _filled(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts that say something: what was not asked for need not be denied."""
    yield from (part for part in parts if part.entries or part.table)


def _facets(entry: Entry) -> Iterator[Facet]:
    yield from entry.facets
    for each in entry.entries:
        yield from _facets(each)


def _choices(facets: Iterable[Facet], kind: str) -> list[Facet]:
    """Return what can be picked, in the order it is met; one alone is no choice."""
    found = list(dict.fromkeys(each for each in facets if each.kind == kind))
    return found if len(found) > 1 else []

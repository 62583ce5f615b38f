"""A standard's page: nouns for what is said of it, in one language, before it is in any format."""

from typing import Literal

from attrs import frozen

__all__ = ["Entry", "Facet", "Page", "Part", "Table"]


@frozen
class Facet:
    """Something an entry can be picked by where a page is searched.

    Attributes
    ----------
    value
        The same in every language.
    """

    kind: Literal["layer", "fidelity"]
    value: str
    said: str


@frozen
class Entry:
    """One thing said, and what stands beneath it.

    Attributes
    ----------
    label
        What kind of thing it is ("Căn cứ"); empty for most.
    url
        Where it can be read.
    key
        The id of what it is about.
    tag
        What is said behind its title.
    heading
        Whether it is set off from what stands beneath it.
    listed
        Whether it is an item of a list.
    quiet
        Whether it is for the careful reader only.
    facets
        What it can be picked by.
    """

    said: str
    label: str = ""
    url: str = ""
    key: str = ""
    tag: str = ""
    heading: bool = False
    listed: bool = False
    quiet: bool = False
    facets: tuple[Facet, ...] = ()
    entries: "tuple[Entry, ...]" = ()

    @property
    def title(self) -> str:
        """What is said, with the id and what stands behind it."""
        named = f"{self.said} ({self.key})" if self.key else self.said
        return f"{named} — {self.tag}" if self.tag else named


@frozen
class Table:
    """Rows under headings, for formats that have tables."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Part:
    """Entries under a title.

    Attributes
    ----------
    table
        The same at a glance.
    """

    title: str
    entries: tuple[Entry, ...]
    table: Table | None = None


@frozen
class Page:
    """Everything said, in order.

    Attributes
    ----------
    notices
        What must be read with it, whatever the format.
    links
        What the list of addresses is called.
    """

    title: str
    head: tuple[Entry, ...]
    notices: tuple[str, ...]
    parts: tuple[Part, ...]
    links: str

"""A standard's page: nouns for what is said of it, in one language, before it is in any format."""

from attrs import frozen

__all__ = ["Entry", "Page", "Part"]


@frozen
class Entry:
    """One thing said, and what stands beneath it.

    Attributes
    ----------
    label
        What kind of thing it is ("Căn cứ"); empty for most.
    url
        Where it can be read.
    heading
        Whether it is set off from what stands beneath it.
    listed
        Whether it is an item of a list.
    quiet
        Whether it is for the careful reader only.
    """

    said: str
    label: str = ""
    url: str = ""
    heading: bool = False
    listed: bool = False
    quiet: bool = False
    entries: "tuple[Entry, ...]" = ()


@frozen
class Part:
    """Entries under a title."""

    title: str
    entries: tuple[Entry, ...]


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

"""Reading the fields of a mapping: each by its own type, every problem noted with its place.

A reader takes what it wants by name and then calls `Fields.done`, which reports the keys nobody
asked for, with what was perhaps meant.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.errors import Problems
from kieumau.language.fold import clean
from kieumau.language.literals import read_number
from kieumau.places import Place
from kieumau.wording import LANGUAGES, Text

__all__ = [
    "MEASURE_ID",
    "RULE_ID",
    "Fields",
    "as_text",
    "cut_off",
    "personal_data",
    "read_day",
]

_E = TypeVar("_E", bound=StrEnum)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DMY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_PERSONAL = re.compile(
    r"(?<![0-9])(?:"
    r"[0-9]{12}|[0-9]{9}|0[0-9]{2}(?:[ .-][0-9]{3}){3}|0[0-9]{3}(?:[ .-][0-9]{4}){2}"
    r"|(?:\(?(?:\+84|0084|0)\)?[ .-]?)\(?[0-9]{2,3}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{3,4}"
    r"|(?:\+84|0)[0-9]{1,2}(?:[ .-][0-9]{2}){4}"
    r")(?![0-9])"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_MOST_STRANGERS = 20
_TRUE, _FALSE = ("true", "có", "yes"), ("false", "không", "no")
RULE_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
MEASURE_ID = re.compile(r"[a-z][a-z0-9_]*")


def personal_data(text: str) -> str:
    """Return the part of a free text that looks like a person's number or address, or nothing.

    A 9- or 12-digit number (identity cards), a telephone number or an e-mail address; in a web
    address any number may stand.

    Examples
    --------
    >>> personal_data("gọi 0912 345 678"), personal_data("99 545 000 đồng, 5764/QĐ-BCA-V05")
    ('0912 345 678', '')
    """
    plain = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", clean(text)))
    found = _PERSONAL.search(plain)
    return found[0] if found else ""


def read_day(text: str) -> date | None:
    """Return the day of ``2023-05-31`` or ``31/5/2023``; None when there is no such day."""
    if iso := _ISO.fullmatch(text.strip()):
        parts = (int(iso[1]), int(iso[2]), int(iso[3]))
    elif dmy := _DMY.fullmatch(text.strip()):
        parts = (int(dmy[3]), int(dmy[2]), int(dmy[1]))
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def as_text(node: Node, problems: Problems) -> Text | None:
    """Return a text in one or both languages; personal data in it is refused."""
    if isinstance(node, ScalarNode) and not node.null:
        words = {"vi": node}
    elif isinstance(node, MapNode):
        if cut := [key for key, value in node if cut_off(key, value)]:
            problems.add("KM-218", cut[0].place, words=cut[0].text)
            return None
        fields = Fields(node, problems)
        words = {lang: each for lang in LANGUAGES if (each := fields.scalar(lang))}
        fields.done()
    else:
        words = {}
    if not words or not all(clean(each.text) for each in words.values()):
        problems.add("KM-203", node.place)
        return None
    for each in words.values():
        if found := personal_data(each.text):
            problems.add("KM-211", each.place, found=found)
    said = {lang: clean(each.text) for lang, each in words.items()}
    return Text(said.get("vi", said.get("en", "")), said.get("en", ""))


def cut_off(key: ScalarNode, value: Node) -> bool:
    """Return whether a comma cut words off inside ``{...}``, which YAML takes for a key."""
    return key.flow and isinstance(value, ScalarNode) and value.null and not value.text


class Fields:
    """The fields of one mapping, taken one by one."""

    def __init__(self, node: Node, problems: Problems) -> None:
        self.problems = problems
        self.place: Place = node.place
        self.asked: list[str] = []
        self.is_map = isinstance(node, MapNode)
        if not isinstance(node, MapNode):
            problems.add("KM-202", node.place)
        self.keys = {key.text: key for key, _ in node} if isinstance(node, MapNode) else {}
        self.nodes = {key.text: value for key, value in node} if isinstance(node, MapNode) else {}

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """Return what stands under a key; null counts as absent."""
        self.asked.append(key)
        found = self.nodes.get(key)
        if found is None or (isinstance(found, ScalarNode) and found.null):
            if required and self.is_map:
                self.problems.add("KM-204", self.place, key=key)
            return None
        return found

    def has(self, key: str) -> bool:
        """Return whether the key is written at all."""
        return key in self.nodes

    def place_of(self, key: str) -> Place:
        """Return where a key's value stands, or the mapping."""
        found = self.nodes.get(key)
        return found.place if found else self.place

    def scalar(self, key: str, *, required: bool = False) -> ScalarNode | None:
        """Return a single value as written."""
        found = self.node(key, required=required)
        if found is not None and not isinstance(found, ScalarNode):
            self.problems.add("KM-205", found.place, key=key)
            return None
        if required and found is not None and not clean(found.text):
            self.problems.add("KM-204", found.place, key=key)
            return None
        return found

    def string(self, key: str, *, required: bool = False, default: str = "") -> str:
        """Return a string, spaces folded; personal data in it is refused."""
        found = self.scalar(key, required=required)
        if found is None:
            return default
        if hit := personal_data(found.text):
            self.problems.add("KM-211", found.place, found=hit)
        return clean(found.text)

    def code(self, key: str, *, required: bool = False) -> str:
        """Return an identifier's exact text (``"00001"``), not read as a number."""
        return self.string(key, required=required)

    def url(self, key: str) -> str:
        """Return an address; only ``http`` and ``https``."""
        found = self.scalar(key)
        if found is None:
            return ""
        if not _ADDRESS.fullmatch(found.text):
            self.problems.add("KM-210", found.place, found=found.text)
            return ""
        return found.text

    def text(self, key: str, *, required: bool = False) -> Text | None:
        """Return a text in one or both languages."""
        found = self.node(key, required=required)
        return None if found is None else as_text(found, self.problems)

    def needed_text(self, key: str) -> Text:
        """Return a required text; a stand-in when it is missing, which is reported."""
        return self.text(key, required=True) or Text("?")

    def identifier(self, key: str, *, measure: bool = False, required: bool = True) -> str:
        """Return an id of a rule (``[a-z0-9-]``) or a measure (``[a-z0-9_]``)."""
        found = self.scalar(key, required=required)
        if found is None:
            return ""
        if not (MEASURE_ID if measure else RULE_ID).fullmatch(found.text):
            self.problems.add("KM-206" if measure else "KM-207", found.place, found=found.text)
        return found.text

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a date."""
        found = self.scalar(key, required=required)
        if found is None:
            return None
        if isinstance(found.value, date):
            return found.value
        day = read_day(found.text)
        if day is None:
            self.problems.add("KM-208", found.place, found=found.text)
        return day

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a yes or no."""
        found = self.scalar(key)
        if found is None:
            return default
        if isinstance(found.value, bool):
            return found.value
        if found.text.lower() in _TRUE + _FALSE:
            return found.text.lower() in _TRUE
        self.one_of(found, ("true", "false"))
        return default

    def number(self, key: str) -> Decimal | None:
        """Return an exact number."""
        found = self.scalar(key)
        if found is None:
            return None
        if isinstance(found.value, int | Decimal) and not isinstance(found.value, bool):
            return Decimal(found.value)
        return read_number(found.text, found.place, self.problems)

    def whole(self, key: str, *, default: int) -> int:
        """Return a whole number."""
        found = self.number(key)
        if found is None:
            return default
        if found != int(found):
            self.problems.add("KM-209", self.place_of(key), found=str(found))
            return default
        return int(found)

    def choice(self, key: str, kind: type[_E], *, required: bool = False) -> _E | None:
        """Return one of an enumeration's values."""
        allowed = [each.value for each in kind]
        if required and self.is_map and not self._written(key):
            self.asked.append(key)
            self.problems.add("KM-220", self.place, key=key, allowed=", ".join(allowed))
            return None
        found = self.scalar(key, required=required)
        if found is None:
            return None
        try:
            return kind(found.text)
        except ValueError:
            self.one_of(found, allowed)
            return None

    def _written(self, key: str) -> bool:
        """Return whether anything stands under a key."""
        found = self.nodes.get(key)
        if isinstance(found, ScalarNode):
            return not found.null and bool(clean(found.text))
        return found is not None

    def one_of(self, found: ScalarNode, allowed: Iterable[str]) -> None:
        """Report a value that is none of those allowed."""
        allowed = list(allowed)
        self.problems.add(
            "KM-212",
            found.place,
            get_close_matches(found.text, allowed, 2),
            found=found.text,
            allowed=", ".join(allowed),
        )

    def items(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        """Return a list's items."""
        found = self.node(key, required=required)
        if found is None:
            return ()
        if not isinstance(found, ListNode):
            self.problems.add("KM-213", found.place, key=key)
            return ()
        return found.items

    def done(self) -> None:
        """Report the keys nobody asked for."""
        strangers = [key for name, key in self.keys.items() if name not in self.asked]
        for key in strangers[:_MOST_STRANGERS]:
            if cut_off(key, self.nodes[key.text]):
                self.problems.add("KM-218", key.place, words=key.text)
            else:
                self.problems.add(
                    "KM-201",
                    key.place,
                    get_close_matches(key.text.lower(), self.asked, 1),
                    key=key.text,
                    allowed=", ".join(dict.fromkeys(self.asked)),
                )

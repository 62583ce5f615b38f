"""Names for a new plugin: ids out of Vietnamese words, and ids nobody has taken.

>>> slug("Tỉnh Mẫu"), slug("Thành phố Đà Nẵng")
('tinh-mau', 'thanh-pho-da-nang')
>>> free("van-ban", {"van-ban", "van-ban-2"})
'van-ban-3'
"""

import re
import unicodedata
from collections.abc import Container
from itertools import count

__all__ = ["free", "module_name", "slug"]


def slug(words: str) -> str:
    """Return words as a rule id: without marks, in small letters, joined by hyphens."""
    letters = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")


def module_name(id_: str) -> str:
    """Return the importable package that carries a plugin.

    >>> module_name("tinh-mau")
    'kieumau_tinh_mau'
    """
    return f"kieumau_{id_.replace('-', '_')}"


def free(wanted: str, taken: Container[str], joint: str = "-") -> str:
    """Return an id, numbered where it is taken."""
    if wanted not in taken:
        return wanted
    return next(each for n in count(2) if (each := f"{wanted}{joint}{n}") not in taken)

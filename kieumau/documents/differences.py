"""Where two pieces of JSON data differ, each place with both values, and values said in short.

>>> [(path, old, new) for path, old, new in differences({"a": [1, 2]}, {"a": [1, 3]})]
[('a[1]', 2, 3)]
"""

from collections.abc import Iterator
from typing import TypeAlias

from kieumau.documents.wire import to_json

__all__ = ["Difference", "differences", "said_in_short"]

Difference: TypeAlias = tuple[str, object, object]
"""A path, and what stands there in the one and in the other; None where nothing does."""

_LONGEST = 60


def differences(old: object, new: object, path: str = "") -> Iterator[Difference]:
    """Yield where two pieces of data differ, outermost keys in the order of the first."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from differences(old.get(key), new.get(key), f"{path}.{key}".lstrip("."))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for position, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, f"{path}[{position}]")
    elif old != new or type(old) is not type(new):
        yield path, old, new


def said_in_short(value: object) -> str:
    """Return a value as JSON, cut where it is long."""
    said = " ".join(to_json(value).split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"

"""Values on the wire: attrs values to plain JSON data and back.

Defaults are left out, enumerations are their values, exact decimals and dates are strings, so the
data means the same in every language and survives RFC 8785.
"""

import json
from decimal import Decimal
from typing import Any, TypeVar

__all__ = ["WireError", "from_data", "from_json", "json_line", "to_data", "to_json"]

T = TypeVar("T")


class WireError(ValueError):
    """Data is not of the shape a type has on the wire."""


def to_data(value: object) -> Any:  # noqa: ANN401 (JSON data)
    """Return an attrs value as plain JSON data."""
    from kieumau.documents.converter import converter  # noqa: PLC0415 (cattrs: 20 ms not all need)

    return converter().unstructure(value)


def from_data(data: object, kind: type[T]) -> T:
    """Return plain JSON data as a value of that class.

    Raises
    ------
    WireError
        The data is not of that shape.
    """
    from kieumau.documents.converter import MISSHAPEN, converter  # noqa: PLC0415 (as above)

    try:
        return converter().structure(data, kind)
    except MISSHAPEN as error:
        raise WireError(str(error)) from error


def to_json(data: Any) -> str:  # noqa: ANN401 (JSON data)
    """Return plain data as JSON text: readable, stable, in Unicode."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def json_line(data: Any) -> str:  # noqa: ANN401 (JSON data)
    """Return plain data as one line of JSON, without its end."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def from_json(text: str) -> Any:  # noqa: ANN401 (JSON data)
    """Return JSON text as plain data, decimals exact.

    Raises
    ------
    WireError
        It is not JSON.
    """
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_once
        )
    except (ValueError, RecursionError) as error:
        raise WireError(str(error)) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is written twice")
    return found


def _refuse(word: str) -> object:
    raise ValueError(word)

"""Values on the wire: attrs values to plain JSON data and back; the one door to cattrs.

Defaults are left out, enumerations are their values, exact decimals and dates are strings, so the
data means the same in every language and survives RFC 8785.
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kieumau.rules.measures import Change, Derivation, Difference, Ratio, Sum
from kieumau.wording import Text

__all__ = ["WireError", "from_data", "from_json", "to_data", "to_json"]

T = TypeVar("T")
_DERIVATIONS = {"sum": Sum, "difference": Difference, "ratio": Ratio, "change": Change}


_MISSHAPEN = (
    BaseValidationError,
    ForbiddenExtraKeysError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


class WireError(ValueError):
    """Data is not of the shape a type has on the wire."""


def to_data(value: object) -> Any:  # noqa: ANN401 (JSON data)
    """Return an attrs value as plain JSON data."""
    return _converter().unstructure(value)


def from_data(data: object, kind: type[T]) -> T:
    """Return plain JSON data as a value of that class.

    Raises
    ------
    WireError
        The data is not of that shape.
    """
    try:
        return _converter().structure(data, kind)
    except _MISSHAPEN as e:
        raise WireError(str(e)) from e


def to_json(data: Any) -> str:  # noqa: ANN401 (JSON data)
    """Return plain data as JSON text: readable, stable, in Unicode."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


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


@cache
def _converter() -> Converter:
    converter = Converter(omit_if_default=True, forbid_extra_keys=True)
    converter.register_unstructure_hook(Decimal, lambda number: format(number, "f"))
    converter.register_structure_hook(Decimal, lambda data, _: Decimal(data))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda data, _: date.fromisoformat(data))
    converter.register_unstructure_hook(Text, lambda text: {"vi": text.vi, "en": text.en})
    converter.register_structure_hook(Text, lambda data, _: Text(data["vi"], data["en"]))
    converter.register_unstructure_hook(
        Derivation,
        lambda value: {
            name: converter.unstructure(value)
            for name, kind in _DERIVATIONS.items()
            if isinstance(value, kind)
        },
    )
    converter.register_structure_hook(Derivation, lambda data, _: _derivation(converter, data))
    converter.register_unstructure_hook(
        Derivation | None,
        lambda value: value and converter.unstructure(value, Derivation),
    )
    converter.register_structure_hook(
        Derivation | None, lambda data, _: data and _derivation(converter, data)
    )
    converter.register_unstructure_hook_factory(attrs.has, lambda kind: _outward(converter, kind))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _inward(converter, kind))
    return converter


def _derivation(converter: Converter, data: dict[str, Any]) -> Derivation:
    (name, inner), *_ = data.items()
    return converter.structure(inner, _DERIVATIONS[name])


def _outward(converter: Converter, kind: type) -> Callable[[Any], Any]:
    """Return how a class goes out: without the places of its source text."""
    attrs.resolve_types(kind)
    places: dict[str, Any] = {
        each.name: override(omit=True) for each in attrs.fields(kind) if each.name == "place"
    }
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **places)


def _inward(converter: Converter, kind: type) -> Callable[[Any, Any], Any]:
    attrs.resolve_types(kind)
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

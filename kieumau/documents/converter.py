"""How values go on the wire and come back: the one door to cattrs."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kieumau.places import Place
from kieumau.rules.measures import Change, Derivation, Difference, Ratio, Sum
from kieumau.wording import Text

__all__ = ["MISSHAPEN", "converter"]

MISSHAPEN = (
    BaseValidationError,
    ForbiddenExtraKeysError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What data of another shape than its class's raises."""

_DERIVATIONS = {"sum": Sum, "difference": Difference, "ratio": Ratio, "change": Change}


@cache
def converter() -> Converter:
    """Return the converter of every value; made once, safe in any thread once made."""
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
        each.name: override(omit=True)
        for each in attrs.fields(kind)
        if each.type in (Place, Place | None)
    }
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **places)


def _inward(converter: Converter, kind: type) -> Callable[[Any, Any], Any]:
    attrs.resolve_types(kind)
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

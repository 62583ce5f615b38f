"""Scope: whether facts are of a time and a province that criteria are for."""

from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError
from kieumau.plugins.composed import Composed
from kieumau.rules.periods import Validity
from kieumau.wording import Text, say_date

__all__ = ["check_scope", "scopes_of"]


def check_scope(composed: Composed, facts: FactSet, *, as_if: bool) -> None:
    """Refuse facts of another time, unless they are tried all the same, or of another province.

    Raises
    ------
    FactsError
        KM-504, KM-505.
    """
    last = facts.period.last
    found = []
    if last not in composed.valid and not as_if:
        arguments: dict[str, str | int | Text] = {
            "last": say_date(last),
            "valid": composed.valid.said(),
        }
        found.append(Diagnostic("KM-504", arguments=arguments))
    for manifest, _ in composed.plugins:
        if manifest.provinces and not manifest.applies_to(facts.ward.province, last):
            provinces = ", ".join(f"{s.code} {s.name.vi}" for s in manifest.provinces)
            arguments = {
                "province": facts.ward.province,
                "plugin": manifest.id,
                "provinces": provinces,
            }
            found.append(Diagnostic("KM-505", arguments=arguments))
    if found:
        raise FactsError(*found)


def scopes_of(composed: Composed) -> tuple[tuple[tuple[str, Validity], ...], ...]:
    """Return, for each plugin that is for some provinces, their codes and when each is meant."""
    return tuple(
        tuple((each.code, each.valid) for each in manifest.provinces)
        for manifest, _ in composed.plugins
        if manifest.provinces
    )

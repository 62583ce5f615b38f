"""Spelling: the words of one test, and of the values in it.

Apart from `kieumau.language.format`, which chooses between spellings, because the parser's
diagnostics show readings too.

>>> from kieumau.errors import Problems
>>> cases = Measure("so_vu", Text("số vụ", "cases"), Kind.INTEGER, unit=Text("vụ", "cases"))
>>> vocabulary = Vocabulary.of([cases], Problems())
>>> spell(Compare("so_vu", Op.LE, Decimal(5)), vocabulary, "vi", Style(marked=True))
'«số vụ» ≤ 5 vụ'
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import assert_never

from attrs import frozen

from kieumau.language.fold import clean
from kieumau.language.literals import write_number
from kieumau.language.names import Vocabulary
from kieumau.rules.conditions import Between, Compare, Constant, Holds, MeasureRef, OneOf, Op, Test
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import MonthDay
from kieumau.wording import Lang, Text, say_date

__all__ = ["OP_SYMBOLS", "PLAIN", "Style", "spell", "spell_both", "spell_constant"]

OP_SYMBOLS: Mapping[Op, str] = MappingProxyType(
    {Op.EQ: "=", Op.NE: "≠", Op.LT: "<", Op.LE: "≤", Op.GT: ">", Op.GE: "≥"}
)
"""The symbols canonical lines use."""

_BETWEEN = Text("trong khoảng", "between")
_IN = Text("thuộc", "in")
_NOT_IN = Text("không thuộc", "not in")


@frozen
class Style:
    """How to spell a line: names in guillemets, with units, by ids instead of names."""

    marked: bool = False
    units: bool = True
    ids: bool = False


PLAIN = Style()


def spell(test: Test, vocabulary: Vocabulary, lang: Lang, style: Style = PLAIN) -> str:
    """Return one line saying the test; it may have other readings too."""
    measure = vocabulary[test.measure]
    name = _name(measure.id, measure.name, lang, style)
    match test:
        case Holds():
            return name
        case Compare(_, op, against):
            if isinstance(against, MeasureRef):
                right = _name(against.measure, vocabulary[against.measure].name, lang, style)
            else:
                right = spell_constant(against, measure, lang, style)
            return f"{name} {OP_SYMBOLS[op]} {right}"
        case Between(_, low, high):
            bare_low = style if measure.kind is Kind.PERCENT else Style(units=False)
            first = spell_constant(low, measure, lang, bare_low)
            last = spell_constant(high, measure, lang, style)
            return f"{name} {_BETWEEN.say(lang)} {first}..{last}"
        case OneOf(_, choices, negated):
            return f"{name} {_choices(measure, choices, lang, style, negated=negated)}"
        case _:
            assert_never(test)


def spell_both(test: Test, vocabulary: Vocabulary) -> Text:
    """Return the test in both languages with names marked, as diagnostics show a reading."""
    marked = Style(marked=True)
    return Text(spell(test, vocabulary, "vi", marked), spell(test, vocabulary, "en", marked))


def spell_constant(value: Constant, measure: Measure, lang: Lang, style: Style = PLAIN) -> str:
    """Return a constant as conditions write it, with ``%`` or the unit.

    Examples
    --------
    >>> satisfied = Measure("ty_le", Text("tỷ lệ"), Kind.PERCENT)
    >>> spell_constant(Decimal("58.5"), satisfied, "vi")
    '58,5%'
    >>> spell_constant(MonthDay(3, 31), Measure("ngay", Text("ngày nộp"), Kind.DATE), "en")
    '31/03'
    """
    match value:
        case date():
            return say_date(value)
        case MonthDay(month, day):
            return f"{day:02d}/{month:02d}"
        case Decimal():
            number = write_number(value, lang)
            if measure.kind is Kind.PERCENT:
                return f"{number}%"
            if measure.unit is None or not style.units:
                return number
            return f"{number} {clean(measure.unit.say(lang))}"
        case _:
            assert_never(value)


def _name(id_: str, name: Text, lang: Lang, style: Style) -> str:
    if style.ids:
        return id_
    said = clean(name.say(lang))
    return f"«{said}»" if style.marked else said


def _choices(
    measure: Measure, ids: tuple[str, ...], lang: Lang, style: Style, *, negated: bool
) -> str:
    names = {choice.id: choice.name for choice in measure.choices}
    said = [_name(each, names[each], lang, style) if each in names else each for each in ids]
    if len(said) == 1:
        return f"{OP_SYMBOLS[Op.NE if negated else Op.EQ]} {said[0]}"
    word = _NOT_IN if negated else _IN
    return f"{word.say(lang)} {{{'; '.join(said)}}}"

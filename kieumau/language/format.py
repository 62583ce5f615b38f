"""Formatting: from a condition back to text, for files, for readers.

What is stored can always be read back: ``parse(store(c, vocabulary, lang), vocabulary, ...) == c``
in both languages for every condition the parser accepts. Where a plain line would have another
reading, names are put in guillemets.

>>> from decimal import Decimal
>>> from kieumau.errors import Problems
>>> from kieumau.rules.conditions import Compare, Holds, Op
>>> from kieumau.rules.measures import Kind, Measure
>>> names = [Measure("ty_le", Text("tỷ lệ hài lòng", "residents satisfied"), Kind.PERCENT),
...          Measure("co_hom_thu", Text("có hòm thư", "has a letter box"), Kind.YES_NO)]
>>> vocabulary = Vocabulary.of(names, Problems())
>>> satisfied = Compare("ty_le", Op.GE, Decimal("58.5"))
>>> line(satisfied, vocabulary, "vi"), line(satisfied, vocabulary, "en")
('tỷ lệ hài lòng ≥ 58,5%', 'residents satisfied ≥ 58.5%')
>>> say(Any((satisfied, Not(Holds("co_hom_thu")))), vocabulary, "vi")
'(tỷ lệ hài lòng ≥ 58,5% hoặc không phải: có hòm thư)'
"""

from kieumau.language.canonical import canonical
from kieumau.language.names import Vocabulary
from kieumau.language.readings import MOST_LINE, read, scan
from kieumau.language.spell import PLAIN, Style, spell, spell_constant
from kieumau.language.stored import Branch, Line, Stored
from kieumau.rules.conditions import All, Any, AtLeast, Condition, Not, Test, children
from kieumau.wording import Lang, Text

__all__ = ["canonical", "line", "say", "spell_constant", "store"]

# Tried in this order: the first that reads back as the test alone is the canonical line.
_STYLES = (
    PLAIN,
    Style(marked=True),
    Style(marked=True, units=False),
    Style(units=False, ids=True),
)
_AND = Text(" và ", " and ")
_OR = Text(" hoặc ", " or ")
_AT_LEAST = Text("ít nhất {k} trong {n}: ({of})", "at least {k} of {n}: ({of})")
_NOT = Text("không phải: {of}", "not: {of}")


def line(test: Test, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return the canonical line of a test, which reads back as that test and nothing else.

    Raises
    ------
    KeyError
        When the test names a measure that is not in the vocabulary.
    """
    for style in _STYLES:
        spelled = spell(test, vocabulary, lang, style)
        if len(spelled) <= MOST_LINE and read(scan(spelled), vocabulary).conditions == (test,):
            return spelled
    return spell(test, vocabulary, lang)


def store(condition: Condition, vocabulary: Vocabulary, lang: Lang) -> Stored:
    """Return the stored form, keeping the order of children."""
    below = tuple(store(child, vocabulary, lang) for child in children(condition))
    match condition:
        case All():
            return Branch("all", below, place=condition.place)
        case Any():
            return Branch("any", below, place=condition.place)
        case AtLeast(k):
            return Branch("at_least", below, k, condition.place)
        case Not():
            return Branch("not", below, place=condition.place)
        case _:
            return Line(line(condition, vocabulary, lang), condition.place)


def say(condition: Condition, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return the whole condition on one line, for readers; it need not read back."""
    said = [say(child, vocabulary, lang) for child in children(condition)]
    match condition:
        case All() | Any() if len(said) == 1:
            return said[0]
        case All():
            return f"({_AND.say(lang).join(said)})"
        case Any():
            return f"({_OR.say(lang).join(said)})"
        case AtLeast(k, of):
            return _AT_LEAST.say(lang).format(k=k, n=len(of), of="; ".join(said))
        case Not():
            return _NOT.say(lang).format(of=said[0])
        case _:
            return line(condition, vocabulary, lang)

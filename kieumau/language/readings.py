"""Readings: every way one line can be understood over a vocabulary.

The heart of "one reading or none": a line is tried at every operator occurrence, the left must
equal one declared name, the right a literal of its kind or a declared name. Which reading, if
any, is accepted is for `kieumau.language.parse` to say.

>>> from kieumau.errors import Problems
>>> from kieumau.wording import Text
>>> names = [("ho", "số hộ"), ("hp", "số hộ trên")]
>>> measures = [Measure(id_, Text(name), Kind.INTEGER) for id_, name in names]
>>> vocabulary = Vocabulary.of(measures, Problems())
>>> [each.against for each in read(scan("số hộ trên 5"), vocabulary).conditions]
[Decimal('5')]
>>> len(read(scan("số hộ trên trên 5"), vocabulary).conditions)
1
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from kieumau.language.fold import clean, fold
from kieumau.language.lexicon import LONGEST, SYMBOLS, Operator, operators
from kieumau.language.names import Vocabulary
from kieumau.language.values import Outcome, Right, understand
from kieumau.places import NOWHERE, Place
from kieumau.rules.conditions import Condition, Holds
from kieumau.rules.measures import Kind, Measure

__all__ = ["MOST_LINE", "Attempt", "Reading", "Scanned", "Token", "read", "scan"]

MOST_LINE = 1000
"""Characters in one line."""

_SYMBOL = "|".join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))
_TOKEN = re.compile(rf"«(?P<name>[^«»]*)»|(?P<symbol>{_SYMBOL})|[^\s«»<>=≠≤≥!{{}}]+|\S")


@frozen
class Token:
    """A word (folded), an operator symbol, or a name in guillemets (folded, ``marked``)."""

    text: str
    start: int
    end: int
    symbol: bool = False
    marked: bool = False


@frozen
class Scanned:
    """A line cut into tokens; ``text`` is the cleaned line they point into."""

    text: str
    tokens: tuple[Token, ...]

    def words(self, start: int, end: int) -> str:
        """Return the text between two tokens."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def name(self, start: int, end: int) -> str:
        """Return the folded name these tokens would spell; empty if they cannot be one."""
        span = self.tokens[start:end]
        if len(span) == 1 and span[0].marked:
            return span[0].text
        if any(each.symbol or each.marked for each in span):
            return ""
        return " ".join(each.text for each in span)


@frozen
class Attempt:
    """One operator occurrence: ``left`` and ``right`` as written, and what came of it."""

    operator: Operator
    left: str
    right: str
    measure: Measure | None = None
    outcome: Outcome = field(factory=Outcome)


@frozen
class Reading:
    """All that came of a line: the distinct conditions, and every attempt."""

    conditions: tuple[Condition, ...]
    attempts: tuple[Attempt, ...]


def scan(text: str) -> Scanned:
    """Cut a line into words, symbols and names in guillemets."""
    kept = clean(text)
    tokens = (
        Token(
            found.group() if found["symbol"] else fold(found["name"] or found.group()),
            *found.span(),
            symbol=found["symbol"] is not None,
            marked=found["name"] is not None,
        )
        for found in _TOKEN.finditer(kept)
    )
    return Scanned(kept, tuple(tokens))


def read(line: Scanned, vocabulary: Vocabulary, place: Place = NOWHERE) -> Reading:
    """Return every reading of the line."""
    found: list[Condition] = []
    whole = vocabulary.find_folded(line.name(0, len(line.tokens)))
    if whole is not None and whole.kind is Kind.YES_NO:
        found.append(Holds(whole.id, place))
    attempts = tuple(_attempts(line, vocabulary, place))
    for attempt in attempts:
        found.extend(attempt.outcome.conditions)
    return Reading(tuple(dict.fromkeys(found)), attempts)


def _attempts(line: Scanned, vocabulary: Vocabulary, place: Place) -> Iterator[Attempt]:
    count = len(line.tokens)
    for start in range(count):
        for end in range(start + 1, min(start + LONGEST, count) + 1):
            span = line.tokens[start:end]
            if any(each.marked for each in span):
                break
            for operator in operators(tuple(each.text for each in span)):
                last = _before_closing(line, operator, end)
                if last is None:
                    continue
                measure = vocabulary.find_folded(line.name(0, start))
                left, right = line.words(0, start), line.words(end, last)
                if measure is None:
                    yield Attempt(operator, left, right)
                    continue
                sides = Right(right, line.name(end, last), _ranges(line, operator, end, last))
                outcome = understand(measure, operator, sides, vocabulary, place)
                yield Attempt(operator, left, right, measure, outcome)


def _before_closing(line: Scanned, operator: Operator, start: int) -> int | None:
    """Return where the value ends: before the closing words, which must be there."""
    count = len(line.tokens)
    last = count - len(operator.closing)
    if last < start or tuple(each.text for each in line.tokens[last:]) != operator.closing:
        return None
    return last


def _ranges(line: Scanned, operator: Operator, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """Return every way to cut the right into the two ends of a range."""
    width = len(operator.joint)
    if not width:
        low, dots, high = line.words(start, end).partition("..")
        return ((low.strip(), high.strip()),) if dots else ()
    return tuple(
        (line.words(start, cut), line.words(cut + width, end))
        for cut in range(start + 1, end - width)
        if tuple(each.text for each in line.tokens[cut : cut + width]) == operator.joint
    )

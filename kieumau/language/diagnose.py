"""Diagnosis: why a line has no reading, said as helpfully as the line allows.

Apart from reading, because guessing what was meant must never decide what a line means.

>>> from kieumau.errors import Problems
>>> from kieumau.language.readings import read, scan
>>> satisfied = Measure("ty_le", Text("tỷ lệ hài lòng"), Kind.PERCENT)
>>> vocabulary = Vocabulary.of([satisfied], Problems())
>>> line = scan("tỷ lê hài lòng ≥ 90%")
>>> found = diagnose(line, read(line, vocabulary), vocabulary, Place())
>>> [(each.code, each.suggestions) for each in found]
[('KM-302', ('tỷ lệ hài lòng',))]
"""

import difflib
from collections.abc import Callable

from kieumau.errors import Diagnostic
from kieumau.language.fold import bare
from kieumau.language.lexicon import LOOK_ALIKES, OPERATORS, SYMBOLS
from kieumau.language.literals import looks_like_literal, short
from kieumau.language.names import MOST_NAME, Vocabulary
from kieumau.language.readings import Attempt, Reading, Scanned
from kieumau.language.values import kind_name
from kieumau.places import Place
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = ["diagnose"]

_MEANT_SYMBOLS = (("=>", "≥"), ("=<", "≤"), ("==", "="), ("><", "≠"))
_OPERATOR_WORDS = 4
_NEGATIONS = ("không", "chưa", "not", "no")
_CLOSE = 0.6


def diagnose(
    line: Scanned, reading: Reading, vocabulary: Vocabulary, place: Place
) -> tuple[Diagnostic, ...]:
    """Return why the line cannot be read: the first explanation that fits, best first."""
    explanations: tuple[Callable[[], tuple[Diagnostic, ...]], ...] = (
        lambda: _guillemets(line, place),
        lambda: _look_alikes(line, place),
        lambda: _symbols(line, place),
        lambda: _negated(line, vocabulary, place),
        lambda: _known_left(reading),
        lambda: _unknown_left(reading, vocabulary, place),
        lambda: _unknown_operator(line, vocabulary, place),
        lambda: _no_operator(line, reading, vocabulary, place),
    )
    return next(found for found in (each() for each in explanations) if found)


def _one(
    code: str, place: Place, near: tuple[str, ...] = (), **said: str | Text
) -> tuple[Diagnostic, ...]:
    return (Diagnostic(code, place, said, near),)


def _guillemets(line: Scanned, place: Place) -> tuple[Diagnostic, ...]:
    loose = any(each.text in ("«", "»") for each in line.tokens)
    return _one("KM-305", place, line=short(line.text)) if loose else ()


def _look_alikes(line: Scanned, place: Place) -> tuple[Diagnostic, ...]:
    for seen, meant in LOOK_ALIKES.items():
        if seen in line.text:
            return _one("KM-333", place, seen=seen, meant=meant, line=short(line.text))
    return ()


def _symbols(line: Scanned, place: Place) -> tuple[Diagnostic, ...]:
    symbols = [each for each in line.tokens if each.symbol]
    if len(symbols) < 2:  # noqa: PLR2004
        return ()
    joined = line.text[symbols[0].start : symbols[1].end]
    meant = tuple(symbol for seen, symbol in _MEANT_SYMBOLS if seen == joined.replace(" ", ""))
    if meant:
        return _one("KM-307", place, meant, operator=joined, operators=_fitting(None))
    return _one("KM-306", place, line=short(line.text))


def _negated(line: Scanned, vocabulary: Vocabulary, place: Place) -> tuple[Diagnostic, ...]:
    """Return what to write for "không có ...": suggesting the bare name would say the opposite."""
    first = line.tokens[0].text if line.tokens else ""
    measure = vocabulary.find_folded(line.name(1, len(line.tokens)))
    if first not in _NEGATIONS or measure is None or measure.kind is not Kind.YES_NO:
        return ()
    meant = tuple(dict.fromkeys((f"{measure.name.vi} = không", f"{measure.name.en} = no")))
    said = line.words(0, 1)
    return _one("KM-307", place, meant, operator=said, operators=_fitting(Kind.YES_NO))


def _known_left(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return what is wrong on the right of the longest name, after the longest operator."""
    failed = [each for each in reading.attempts if each.measure and each.outcome.refusals]
    if not failed:
        return ()

    def likely(attempt: Attempt) -> tuple[int, bool, int]:
        fits = attempt.outcome.refusals[0].code != "KM-308"
        return (len(attempt.left), fits, len(attempt.operator.words))

    return max(failed, key=likely).outcome.refusals


def _unknown_left(reading: Reading, vocabulary: Vocabulary, place: Place) -> tuple[Diagnostic, ...]:
    """Return the left nearest to a declared name, where the right could be a value or a name."""
    plausible = [
        each
        for each in reading.attempts
        if each.left
        and (
            each.operator.text in SYMBOLS
            or each.right[:1].isdigit()
            or each.right[:1] == "{"
            or looks_like_literal(each.right)
            or vocabulary.find(each.right) is not None
        )
    ]
    # A word operator inside a longer one ("không dưới") leaves part of it on the left: the
    # shorter left is the likelier name. Two guesses bound the work on a hostile line.
    for attempt in sorted(plausible, key=lambda each: len(each.left))[:2]:
        if near := vocabulary.suggest(attempt.left):
            return _one("KM-302", place, near, text=short(attempt.left))
    if plausible and plausible[0].operator.text in SYMBOLS:
        return _one("KM-302", place, text=short(plausible[0].left))
    return ()


def _longest_name(line: Scanned, vocabulary: Vocabulary) -> tuple[int, Measure] | None:
    for end in range(min(len(line.tokens), MOST_NAME), 0, -1):
        measure = vocabulary.find_folded(line.name(0, end))
        if measure is not None:
            return end, measure
    return None


def _unknown_operator(
    line: Scanned, vocabulary: Vocabulary, place: Place
) -> tuple[Diagnostic, ...]:
    found = _longest_name(line, vocabulary)
    if found is None:
        return ()
    end, measure = found
    if end == len(line.tokens):
        return _one("KM-309", place, name=measure.name, kind=kind_name(measure.kind))
    until = end + 1
    while until < min(end + _OPERATOR_WORDS, len(line.tokens)) and not _begins_value(line, until):
        until += 1
    operator = line.words(end, until)
    fitting = [each for each in OPERATORS if measure.kind in each.kinds]
    by_bare = {bare(each.text): each.text for each in reversed(fitting)}
    near = difflib.get_close_matches(bare(operator[:MOST_NAME]), by_bare, n=3, cutoff=_CLOSE)
    meant = tuple(by_bare[each] for each in near)
    operators = _fitting(measure.kind)
    return _one("KM-307", place, meant, operator=short(operator), operators=operators)


def _fitting(kind: Kind | None) -> Text:
    """Return the operators of a kind of measure, symbols first; of every kind for None."""
    if kind is Kind.YES_NO:
        return Text("= có, = không", "= yes, = no")
    if kind is Kind.CHOICE:
        return Text("=, ≠, thuộc {a; b}, không thuộc {a; b}", "=, ≠, in {a; b}, not in {a; b}")
    symbols = "=, ≠, <, ≤, >, ≥"
    if kind is Kind.DATE:
        return Text(
            f"{symbols}, trước, sau, không muộn hơn, không sớm hơn, từ ... đến ...",
            f"{symbols}, before, after, no later than, no earlier than, between ... and ...",
        )
    return Text(
        f"{symbols}, tối thiểu, ít nhất, không quá, nhiều hơn, ít hơn, trong khoảng a..b",
        f"{symbols}, at least, at most, more than, less than, between a..b",
    )


def _begins_value(line: Scanned, index: int) -> bool:
    return line.tokens[index].text[:1] in tuple("0123456789{+-")


def _no_operator(
    line: Scanned, reading: Reading, vocabulary: Vocabulary, place: Place
) -> tuple[Diagnostic, ...]:
    near = vocabulary.suggest(line.text)
    wanted = tuple(
        each
        for each in near
        if (measure := vocabulary.find(each)) is not None and measure.kind is Kind.YES_NO
    )
    if wanted:
        return _one("KM-302", place, wanted, text=short(line.text))
    lefts = [each.left for each in reading.attempts if each.left]
    if lefts:
        return _one("KM-302", place, near, text=short(min(lefts, key=len)))
    return _one("KM-301", place, near, line=short(line.text))

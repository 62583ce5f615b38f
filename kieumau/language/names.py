"""Names: the closed vocabulary conditions are written over.

Apart from the parser because facts, templates and "did you mean" use it too. A name may hold
operator words; it may not hold what would make a line unreadable, nor fold to another's name.

>>> hood = Measure("so_ho", Text("số hộ", "households"), Kind.INTEGER)
>>> vocabulary = Vocabulary.of([hood], Problems())
>>> vocabulary.find("SỐ  HỘ") is hood, vocabulary.find("so_ho") is hood, vocabulary.suggest("so hô")
(True, True, ('số hộ',))
"""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from kieumau.errors import Problems
from kieumau.language.fold import bare, clean, fold
from kieumau.language.lexicon import LOOK_ALIKES, SYMBOLS
from kieumau.language.literals import looks_like_literal, short
from kieumau.places import Place
from kieumau.rules.measures import Choice, Kind, Measure
from kieumau.wording import Text

__all__ = ["MOST_NAME", "Vocabulary"]

MOST_NAME = 200
"""Two names, an operator and guillemets must fit in one line of a condition."""

_CLOSE = 0.6
_SUGGESTED = 3
_NEVER_IN_NAMES = tuple(
    dict.fromkeys((*"".join(SYMBOLS), *LOOK_ALIKES, *'!«»"“”„‟‹›‘()[]{}⟨⟩（）［］;', ".."))
)


@frozen
class Vocabulary:
    """The declared measures, found by id or by either name, folded.

    Immutable, picklable and safe to share between threads. Make one with `Vocabulary.of`.
    """

    measures: tuple[Measure, ...] = ()
    _ids: Mapping[str, Measure] = field(init=False, eq=False, repr=False)
    _names: Mapping[str, Measure] = field(init=False, eq=False, repr=False)
    _choices: Mapping[str, Mapping[str, Choice]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        names: dict[str, Measure] = {}
        for measure in self.measures:
            for spelling in _spellings(measure.id, measure.name):
                names.setdefault(fold(spelling), measure)
        choices = {each.id: _choice_index(each) for each in self.measures}
        object.__setattr__(self, "_ids", MappingProxyType({m.id: m for m in self.measures}))
        object.__setattr__(self, "_names", MappingProxyType(names))
        object.__setattr__(self, "_choices", MappingProxyType(choices))

    @cached_property
    def _guesses(self) -> tuple[tuple[str, str], ...]:
        return tuple(_guesses(self.measures))

    def __reduce__(self) -> tuple[type["Vocabulary"], tuple[tuple[Measure, ...]]]:
        return (Vocabulary, (self.measures,))

    @classmethod
    def of(cls, measures: Iterable[Measure], problems: Problems) -> "Vocabulary":
        """Return the vocabulary of these measures, with a problem for each that cannot be in it.

        A measure declared twice with the same content counts once.
        """
        kept: dict[str, Measure] = {}
        taken: dict[str, Measure] = {}
        for measure in measures:
            first = kept.get(measure.id)
            if first is None:
                kept[measure.id] = measure
                _refuse_measure(measure, problems)
                _refuse_clashes(measure, taken, problems)
            elif first != measure:
                problems.add("KM-339", measure.place, id=measure.id, first=str(first.place))
        return cls(tuple(kept.values()))

    def extended(self, measures: Iterable[Measure], problems: Problems) -> "Vocabulary":
        """Return the vocabulary of these measures beside the ones here."""
        return Vocabulary.of((*self.measures, *measures), problems)

    def find(self, text: str) -> Measure | None:
        """Return the measure with that id or, once folded, that name."""
        return self._names.get(fold(text))

    def find_folded(self, folded: str) -> Measure | None:
        """Return the measure with that name; the text is folded already."""
        return self._names.get(folded)

    def get(self, id: str) -> Measure | None:  # noqa: A002
        """Return the measure with exactly that id."""
        return self._ids.get(id)

    def __getitem__(self, id: str) -> Measure:  # noqa: A002
        return self._ids[id]

    def __contains__(self, id: object) -> bool:  # noqa: A002
        return id in self._ids

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.measures)

    def __len__(self) -> int:
        return len(self.measures)

    def choice(self, measure: str, text: str) -> Choice | None:
        """Return the choice of that measure (by id) with that id or, once folded, that label."""
        return self._choices.get(measure, {}).get(fold(text))

    def suggest(self, text: str) -> tuple[str, ...]:
        """Return the declared names most like the text, best first, as declared."""
        return _closest(text, self._guesses)

    def suggest_choice(self, measure: str, text: str) -> tuple[str, ...]:
        """Return the labels of that measure's choices most like the text; all of a few if none."""
        choices = self[measure].choices if measure in self else ()
        near = _closest(text, _guesses(choices))
        return near or tuple(each.name.vi for each in choices[:_SUGGESTED])


def _spellings(id_: str, name: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys((id_, name.vi, name.en)))


def _choice_index(measure: Measure) -> Mapping[str, Choice]:
    found: dict[str, Choice] = {}
    for choice in measure.choices:
        for spelling in _spellings(choice.id, choice.name):
            found.setdefault(fold(spelling), choice)
    return MappingProxyType(found)


def _guesses(named: Iterable[Measure | Choice]) -> Iterator[tuple[str, str]]:
    """Yield each spelling without marks, with the declared name to show for it."""
    for each in named:
        for spelling in _spellings(each.id, each.name):
            yield bare(spelling), each.name.vi if spelling == each.id else spelling


def _closest(text: str, guesses: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    wanted = bare(text[:MOST_NAME])
    scored: dict[str, float] = {}
    matcher = difflib.SequenceMatcher(b=wanted, autojunk=False)
    for spelling, shown in guesses:
        matcher.set_seq1(spelling)
        if matcher.real_quick_ratio() > _CLOSE and matcher.quick_ratio() > _CLOSE:
            scored[shown] = max(matcher.ratio(), scored.get(shown, 0.0))
    likely = sorted((-score, shown) for shown, score in scored.items() if score > _CLOSE)
    return tuple(shown for _, shown in likely[:_SUGGESTED])


def _refuse_measure(measure: Measure, problems: Problems) -> None:
    for spelling in _spellings(measure.id, measure.name):
        _refuse_name(spelling, measure.place, problems)
        if looks_like_literal(spelling):
            problems.add("KM-337", measure.place, name=short(spelling))
    if measure.unit is not None and measure.kind is not Kind.PERCENT:
        for unit in dict.fromkeys((measure.unit.vi, measure.unit.en)):
            _refuse_name(unit, measure.place, problems)
            if clean(unit)[:1] in tuple("0123456789+-−.,_"):
                problems.add("KM-336", measure.place, name=short(unit), mark=clean(unit)[:1])
    taken: dict[str, Choice] = {}
    for choice in measure.choices:
        for spelling in _spellings(choice.id, choice.name):
            _refuse_name(spelling, measure.place, problems)
            other = taken.setdefault(fold(spelling), choice)
            if other is not choice:
                problems.add(
                    "KM-335",
                    measure.place,
                    name=short(spelling),
                    other=other.name,
                    first=measure.name,
                )


def _refuse_name(name: str, place: Place, problems: Problems) -> None:
    composed = clean(name)
    if not composed or len(name) > MOST_NAME:
        problems.add("KM-338", place, name=short(name), most=MOST_NAME)
    forbidden = [mark for mark in _NEVER_IN_NAMES if mark in composed]
    forbidden += [hex(ord(each)) for each in composed if unicodedata.category(each) == "Cc"]
    if forbidden:
        problems.add("KM-336", place, name=short(name), mark=" ".join(forbidden))


def _refuse_clashes(measure: Measure, taken: dict[str, Measure], problems: Problems) -> None:
    for spelling in _spellings(measure.id, measure.name):
        first = taken.setdefault(fold(spelling), measure)
        if first.id != measure.id:
            problems.add(
                "KM-335",
                measure.place,
                name=short(spelling),
                other=first.name,
                first=str(first.place) or first.id,
            )

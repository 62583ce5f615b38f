"""Running a sweep: wards read once into a frame, and counted at every point."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from attrs import frozen

from kieumau.authoring.left_out import layer_of, left_out, notices, placed
from kieumau.authoring.sweep.written import Dial
from kieumau.documents.fact_tables import each_column_once
from kieumau.documents.factsets import FactSet
from kieumau.engines.frames import frame_of, plain_columns, rows_at
from kieumau.errors import Diagnostic, FactsError
from kieumau.language.spell import spell, spell_constant
from kieumau.plugins.contract import cite
from kieumau.program.binding import Bound
from kieumau.render.preview_data import NotCompared
from kieumau.render.sweep_data import Count, Group, Point, Sweep, SweptThreshold
from kieumau.render.sweep_words import Word
from kieumau.rules.measures import Kind
from kieumau.standard import Standard
from kieumau.wording import LANGUAGES, Lang, Text

__all__ = ["sweep"]


def sweep(
    standard: Standard,
    dials: Sequence[Dial],
    wards: Sequence[FactSet],
    files: Sequence[str] = (),
) -> Sweep:
    """Return how many wards come to what at every point.

    A ward the standard cannot be applied to is listed, never dropped. Periods that end outside
    the time the rules hold for are tried all the same, and that is said.

    Parameters
    ----------
    files
        Where each ward comes from, for what is wrong with a ward as a whole.

    Raises
    ------
    FactsError
        The standard could be applied to no ward.
    MissingExtraError
        KM-732: the extra ``frames`` is not installed.
    """
    bound: list[Bound] = []
    failed: list[NotCompared] = []
    problems: list[Diagnostic] = []
    for facts, file in zip_longest(wards, files, fillvalue=""):
        assert isinstance(facts, FactSet)  # noqa: S101 (there are no more files than wards)
        try:
            bound.append(standard.bind(facts, as_if=True))
        except FactsError as error:
            found = placed(error, file)
            failed.append(left_out(facts, found))
            problems += (each for each in found if each not in problems)
    if not bound:
        raise FactsError(*each_column_once(problems))
    kept = [each.facts for each in bound]
    thresholds = tuple(_said(each, standard) for each in dials)
    return Sweep(
        layer_of(standard),
        standard.on,
        standard.assumed,
        len(wards),
        thresholds,
        tuple(_Counter(standard, dials).groups(bound)),
        tuple(failed),
        (Word.SIMULATION.text, *_of_thresholds(thresholds), *notices(standard, kept)),
    )


@frozen
class _Counter:
    standard: Standard
    dials: Sequence[Dial]

    def groups(self, wards: Sequence[Bound]) -> Iterator[Group]:
        """Yield all the wards, then each year's where there are several."""
        frame = frame_of(wards, self.standard.measures)
        years = [each.facts.period.last.year for each in wards]
        yield self.group(None, frame, len(wards))
        for year in sorted(set(years)) if len(set(years)) > 1 else ():
            rows = [row for row, each in enumerate(years) if each == year]
            yield self.group(year, rows_at(frame, rows), len(rows))

    def group(self, year: int | None, frame: Any, wards: int) -> Group:  # noqa: ANN401 (a frame)
        (id_, points), *more = ((each.threshold.indicator.id, each.points) for each in self.dials)
        against = more[0] if more else None
        found = plain_columns(
            self.standard.sweep(frame, id_, points, against=against, missing="unknown", as_if=True)
        )
        if refused := found["refused"][0]:
            raise FactsError(Diagnostic("KM-787", arguments={"n": refused}))
        counts = map(Count, found["met"], found["not_met"], found["undetermined"])
        return Group(year, wards, tuple(counts))


def _said(dial: Dial, standard: Standard) -> SweptThreshold:
    """Return a threshold in words."""
    threshold, vocabulary = dial.threshold, standard.composed.vocabulary
    indicator, test = threshold.indicator, threshold.test
    measure = vocabulary[test.measure]
    asked = next(each for each in threshold.ladder if each.condition == test)
    instruments = {each.id: each for each in standard.composed.instruments}
    unit = Text("%") if measure.kind is Kind.PERCENT else measure.unit
    return SweptThreshold(
        indicator.id,
        indicator.title,
        Text(*(_named(measure.name, unit, lang) for lang in LANGUAGES)),
        Text(*(spell(test, vocabulary, lang) for lang in LANGUAGES)),
        cite(asked.citations, instruments) if asked.citations else None,
        indicator.counted,
        tuple(
            Point(
                at,
                Text(*(spell_constant(at, measure, lang) for lang in LANGUAGES)),
                at == threshold.now,
                (at < threshold.now) if threshold.rising else (at > threshold.now),
            )
            for at in dial.points
        ),
    )


def _named(name: Text, unit: Text | None, lang: Lang) -> str:
    return f"{name.say(lang)} ({unit.say(lang)})" if unit else name.say(lang)


def _of_thresholds(thresholds: Sequence[SweptThreshold]) -> Iterator[Text]:
    for each in thresholds:
        if not each.counted:
            yield Word.NOT_COUNTED.both(title=each.title)
    if any(point.looser for each in thresholds for point in each.points):
        yield Word.LOOSER.text

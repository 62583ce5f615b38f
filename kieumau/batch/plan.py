"""The plan of a table: which column says what, found once before any row is read."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from attrs import frozen

from kieumau.documents.rows import NEEDED, OF_THE_WARD, PARTS, column_parts
from kieumau.errors import Diagnostic, DocumentError, Problems, Severity
from kieumau.language.fold import fold
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.measures import Measure

__all__ = ["REJECT_COLUMNS", "Field", "Plan", "lacking", "make_plan"]

REJECT_COLUMNS = ("km_file", "km_line", "km_codes", "km_reasons", "km_text")
"""The columns of rows set aside that are not the source's own; passed over when read again."""
_CLOSE = 0.75
_MADE = "km_"
"""How the columns begin that results are written to."""


@frozen
class Field:
    """A column with a part of a measure's fact; ``part`` is empty for the value itself."""

    column: str
    measure: Measure
    part: str


@frozen
class Plan:
    """What the columns of a table say.

    Attributes
    ----------
    columns
        Every column, by the name rows are read under; those of the ward are folded.
    fields
        The columns of measures.
    ignored
        The columns that are no measure and were to be passed over.
    unnamed
        The columns without a name; nothing may stand in them.
    """

    columns: tuple[str, ...]
    fields: tuple[Field, ...]
    ignored: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()

    @property
    def by_measure(self) -> Mapping[str, Mapping[str, str]]:
        """For each measure the column of each part of its fact."""
        found: dict[str, dict[str, str]] = {}
        for each in self.fields:
            found.setdefault(each.measure.id, {})[each.part] = each.column
        return found


def make_plan(
    columns: Sequence[str], vocabulary: Vocabulary, at: Place, *, ignore: bool
) -> tuple[Plan, Problems]:
    """Return the plan of a table's columns, and the warnings about it.

    Raises
    ------
    DocumentError
        With every problem of the columns: KM-511, KM-543, KM-545, KM-546, KM-610.
    """
    problems = Problems()
    named = [_name(each) for each in columns]
    _check_once(named, vocabulary, at, problems)
    problems.extend(lacking(columns, at))
    own = (*OF_THE_WARD, *REJECT_COLUMNS)
    strangers = [each for each in named if each and each not in own]
    taken = [each for each in strangers if each.startswith(_MADE)]
    if taken:
        problems.add("KM-610", at, columns=", ".join(taken))
    fields = list(_fields([each for each in strangers if each not in taken], vocabulary))
    known = {each.column for each in fields}
    ignored = tuple(each for each in strangers if each not in known and each not in taken)
    for column in ignored:
        severity = Severity.WARNING if ignore else Severity.ERROR
        near = vocabulary.suggest(column_parts(column)[0])
        problems.add("KM-511", at, near, severity, name=column)
    problems.raise_if_any(DocumentError)
    unnamed = tuple(f"{_MADE}unnamed_{at}" for at, each in enumerate(named, 1) if not each)
    spare = iter(unnamed)
    full = tuple(each or next(spare) for each in named)
    return Plan(full, tuple(fields), ignored, unnamed), problems


def lacking(columns: Sequence[str], at: Place) -> Iterator[Diagnostic]:
    """Yield what is wrong with a table that lacks columns of the ward."""
    named = [_name(each) for each in columns]
    strangers = [each for each in named if each and each not in OF_THE_WARD]
    for column in NEEDED:
        if column not in named:
            near = tuple(get_close_matches(column, strangers, 1, _CLOSE))
            yield Diagnostic("KM-546", at, {"column": column}, near)


def _name(column: str) -> str:
    """Return a column's name; those of the ward may be written in capitals."""
    folded = fold(column)
    return folded if folded in OF_THE_WARD else " ".join(column.split())


def _check_once(
    columns: Sequence[str], vocabulary: Vocabulary, at: Place, problems: Problems
) -> None:
    first: dict[str, int] = {}
    for number, column in enumerate(columns, 1):
        if not column:
            continue
        id_, part = column_parts(column)
        measure = vocabulary.get(id_) or vocabulary.find(id_)
        key = measure.id + part if measure else fold(column)
        if (before := first.setdefault(key, number)) != number:
            problems.add("KM-543", at, column=column, first=before)
        id_, mark, part = column.rpartition("__")
        near = get_close_matches(mark + part, PARTS, 1)
        if id_ and near and mark + part not in PARTS:
            allowed = ", ".join(PARTS)
            problems.add("KM-545", at, [id_ + near[0]], column=column, name=id_, allowed=allowed)


def _fields(columns: Sequence[str], vocabulary: Vocabulary) -> Iterator[Field]:
    for column in columns:
        id_, part = column_parts(column)
        measure = vocabulary.get(id_) or vocabulary.find(id_)
        if measure is not None:
            yield Field(column, measure, part)

"""Schemas: which columns of a frame say what, and whether they can be read at all."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import narwhals as nw
from attrs import field, frozen

from kieumau.documents.rows import OF_THE_WARD, column_parts
from kieumau.engines.columnar.days import Choices, Days, TextDays
from kieumau.engines.columnar.dialect import Dialect
from kieumau.engines.columnar.sources import Fixed, Flag, Floating, Source, Whole
from kieumau.engines.columnar.spans import Spans
from kieumau.errors import Diagnostic, FactsError, Problems
from kieumau.language.names import Vocabulary
from kieumau.language.values import kind_name
from kieumau.places import Place
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = ["MADE", "UNKNOWN", "Schema", "absent_error", "read_schema"]

MADE = "__km_"
"""How the names of columns begin that exist only while a frame is worked on."""

UNKNOWN = f"{MADE}unknown"
"""A column of nothing but null, of booleans: some libraries know no such constant."""

_VALUE, _MIN, _MAX = "", "__min", "__max"
_REASONS = ("__reason", "__reason_en")
_FITTING = {
    Kind.YES_NO: Text("có/không (boolean)", "boolean"),
    Kind.CHOICE: Text("văn bản", "text"),
    Kind.DATE: Text("ngày, hoặc văn bản dạng 2023-12-31", "a date, or text like 2023-12-31"),
}
_NUMERIC = Text("số", "a number")
_TEXTS = (nw.String, nw.Categorical, nw.Enum)


@frozen
class Schema:
    """What a frame says.

    Attributes
    ----------
    dialect
        What expressions over it are made in.
    spans
        By measure id, every measure it says anything of.
    reasons
        By measure id, the columns with reasons why a value is not known.
    first, last
        The days of the period; None where there is no column.
    province
        Whether there is a column of provinces.
    named
        What columns are about, even if they hold nothing but null: measures by id, and those of
        the ward.
    strange
        The columns that are about no measure.
    lone
        By measure id, an end of intervals whose other end is null in every row.
    """

    dialect: Dialect
    columns: tuple[str, ...]
    spans: Mapping[str, Spans]
    reasons: Mapping[str, tuple[str, ...]]
    first: Days | TextDays | None
    last: Days | TextDays | None
    province: bool
    named: frozenset[str]
    strange: tuple[str, ...]
    lone: Mapping[str, Source]


def read_schema(
    schema: Mapping[str, nw.dtypes.DType], vocabulary: Vocabulary, dialect: Dialect
) -> Schema:
    """Return what a frame's columns say.

    Parameters
    ----------
    dialect
        What expressions over the frame are to be made in.

    Raises
    ------
    FactsError
        KM-609, KM-611, KM-612, KM-614: with every column that cannot be read.
    """
    problems = Problems()
    taken: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    strange: list[str] = []
    for name in schema:
        if name in OF_THE_WARD:
            continue
        id_, part = column_parts(name)
        measure = vocabulary.get(id_) or vocabulary.find(id_)
        if measure is None:
            strange.append(name)
            continue
        if part == "__reported":
            problems.add("KM-611", Place(path=name), column=name)
        elif (before := taken.setdefault(measure.id + part, name)) != name:
            problems.add("KM-614", Place(path=name), column=name, first=before)
        columns.setdefault(measure.id, {})[part] = name
    reader = _Reader(dialect, schema, problems)
    spans = {
        id_: span
        for id_, parts in columns.items()
        if (span := reader.span(vocabulary[id_], parts)) is not None
    }
    reasons = {id_: reader.reasons(vocabulary[id_], parts) for id_, parts in columns.items()}
    first, last = (reader.day(name, _DAY) for name in ("period_from", "period_to"))
    province = schema.get("province")
    if province is not None and not isinstance(province, (*_TEXTS, nw.Unknown)):
        reader.unfit("province", Text("tỉnh", "province"), Text("văn bản", "text"))
    problems.raise_if_any(FactsError)
    return Schema(
        dialect,
        tuple(schema),
        spans,
        {id_: found for id_, found in reasons.items() if found and id_ in spans},
        first,
        last,
        province is not None and province != nw.Unknown,
        frozenset(
            (
                *(id_ for id_, parts in columns.items() if not parts.keys() <= {*_REASONS}),
                *(name for name in OF_THE_WARD if name in schema),
            )
        ),
        tuple(strange),
        reader.lone,
    )


_DAY = Measure("ngay", Text("ngày", "day"), Kind.DATE)


@frozen
class _Reader:
    dialect: Dialect
    schema: Mapping[str, nw.dtypes.DType]
    problems: Problems
    lone: dict[str, Source] = field(factory=dict, init=False)

    def span(self, measure: Measure, parts: Mapping[str, str]) -> Spans | None:
        """Return a measure's columns together; None where all they hold is null."""
        value = self.source(parts[_VALUE], measure) if _VALUE in parts else None
        ends = None
        if _MIN in parts and _MAX in parts:
            least, greatest = (self.source(parts[end], measure) for end in (_MIN, _MAX))
            if least and greatest:
                ends = (least, greatest)
            elif only := least or greatest:
                self.lone[measure.id] = only
        elif _MIN in parts or _MAX in parts:
            column = parts.get(_MIN) or parts[_MAX]
            wanted = measure.id + (_MAX if _MIN in parts else _MIN)
            self.problems.add("KM-612", Place(path=column), column=column, wanted=wanted)
        return Spans(self.dialect, measure, value, ends) if value or ends else None

    def reasons(self, measure: Measure, parts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the columns of reasons why a measure is not known."""
        found = [name for each in _REASONS if (name := parts.get(each))]
        for name in found:
            if not isinstance(self.schema[name], (*_TEXTS, nw.Unknown)):
                self.unfit(name, measure.name, Text("văn bản", "text"))
        return tuple(name for name in found if self.schema[name] != nw.Unknown)

    def source(self, name: str, measure: Measure) -> Source | None:
        dtype, whole = self.schema[name], column_parts(name)[1] == _VALUE
        if dtype == nw.Unknown:  # nothing but null, in every library that has such a type
            return None
        found = self._numeric(name, measure) if measure.kind.numeric else None
        match measure.kind:
            case Kind.YES_NO if dtype == nw.Boolean and whole:
                found = Flag(self.dialect, name)
            case Kind.CHOICE if isinstance(dtype, _TEXTS) and whole:
                return Choices(self.dialect, name, measure)  # type: ignore[return-value]
            case Kind.DATE:
                found = self.day(name, measure)
            case _:
                pass
        if found is None:
            self.unfit(name, measure.name, _FITTING.get(measure.kind, _NUMERIC), measure.kind)
        return found

    def _numeric(self, name: str, measure: Measure) -> Source | None:
        dtype = self.schema[name]
        if dtype.is_integer():
            return Whole(self.dialect, name, measure)
        if dtype.is_float():
            return Floating(self.dialect, name, measure, dtype != nw.Float64)
        if isinstance(dtype, nw.Decimal):
            return Fixed(self.dialect, name, measure, dtype.scale or 0, f"{MADE}units_{name}")
        return None

    def day(self, name: str, measure: Measure) -> Days | TextDays | None:
        dtype, key = self.schema.get(name), f"{MADE}key_{name}"
        if dtype is None or dtype == nw.Unknown:
            return None
        if dtype == nw.Date:
            return Days(self.dialect, name, key)
        if isinstance(dtype, nw.Datetime) and dtype.time_zone is None:
            return Days(self.dialect, name, key, timed=True)
        if isinstance(dtype, _TEXTS):
            return TextDays(self.dialect, name, key)
        self.unfit(name, measure.name, _FITTING[Kind.DATE], Kind.DATE)
        return None

    def unfit(self, name: str, said: Text, fitting: Text, kind: Kind | None = None) -> None:
        self.problems.add(
            "KM-609",
            Place(path=name),
            column=name,
            name=said,
            found=str(self.schema[name]),
            kind=kind_name(kind) if kind else fitting,
            fitting=fitting,
        )


def absent_error(absent: Iterable[str], strange: Sequence[str]) -> FactsError:
    """Return the error that lists the columns a frame lacks, and strange ones perhaps meant."""
    names = tuple(dict.fromkeys(absent))
    near = dict.fromkeys(
        found for name in names for found in get_close_matches(name, strange, 1, 0.8)
    )
    arguments: dict[str, str | int | Text] = {"columns": ", ".join(names), "n": len(names)}
    return FactsError(Diagnostic("KM-608", arguments=arguments, suggestions=tuple(near)))

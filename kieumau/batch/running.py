"""A run: a source judged chunk by chunk, each chunk kept before the next is begun."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

import polars as pl
from attrs import asdict, field, frozen

from kieumau.batch.chunks import Chunk, Source
from kieumau.batch.judging import DECISIVE, OUTCOME, Judge, Judged
from kieumau.batch.parts import Parts, state_path
from kieumau.batch.plan import REJECT_COLUMNS, Plan, lacking, make_plan
from kieumau.batch.reading import TableReader
from kieumau.batch.rows import RecordReader, RowReader
from kieumau.batch.tally import Tally, Tallying, column_of
from kieumau.batch.wards import read_ward_columns
from kieumau.documents.rows import NEEDED
from kieumau.documents.workbooks.tables import MOST_ROWS
from kieumau.errors import Diagnostic, DocumentError, UsageError
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.program.binding import Binder
from kieumau.program.ids import criterion_step
from kieumau.standard import Standard
from kieumau.wording import Lang, Text

__all__ = ["CHUNK_ROWS", "Detail", "Job", "Progress", "Run", "first_day"]

CHUNK_ROWS = 100_000
_FORMAT = "kieumau/batch-state/1"

Detail: TypeAlias = Literal["outcome", "criteria", "indicators"]
Progress: TypeAlias = Callable[[int, int], None]
"""Told how much of the source is done, and how many rows that is."""


@frozen
class Job:
    """What is to be judged, and where to.

    Attributes
    ----------
    keep
        Whether the source's own columns are written, too.
    ignore
        Whether columns that are no measure are passed over.
    rows
        How many at a time.
    """

    source: Source
    standard: Standard
    output: Path
    lang: Lang
    detail: Detail = "criteria"
    keep: bool = False
    as_if: bool = False
    ignore: bool = False
    rows: int = CHUNK_ROWS

    def named(self) -> dict[str, Any]:
        """Return what must be the same when a run goes on, as JSON data."""
        return {
            "source": self.source.identity(),
            "standard": self.standard.text_digest,
            "detail": self.detail,
            "keep": self.keep,
            "as_if": self.as_if,
            "ignore": self.ignore,
            "lang": self.lang,
            "rows": self.rows,
        }


@frozen
class Run:
    """One run of a job; made by `begin`. For one thread.

    Attributes
    ----------
    warnings
        What was passed over.
    """

    job: Job
    plan: Plan | None
    parts: Parts
    judge: Judge
    tallying: Tallying
    warnings: tuple[Diagnostic, ...]
    tally: Tally = field(factory=Tally)

    @classmethod
    def begin(cls, job: Job) -> "Run":
        """Return a run of a job; nothing is written yet.

        Raises
        ------
        DocumentError
            With every problem of the columns.
        """
        standard, source = job.standard, job.source
        binder = Binder(standard.composed.vocabulary, standard.program)
        plan: Plan | None = None
        warnings: tuple[Diagnostic, ...] = ()
        if source.columns:
            at = Place(source.name, 1, 1)
            columns = tuple(each for each in source.columns)
            plan, problems = make_plan(columns, binder.vocabulary, at, ignore=job.ignore)
            warnings = problems.all
        ask = partial(standard.evaluate, engine="plain", as_if=job.as_if)
        rows = RowReader(plan, binder, ask, source.quoted) if plan else None
        reader = TableReader(rows.plan, rows) if rows else RecordReader(binder, ask)
        own = plan.columns if plan else ()
        shown = tuple(each for each in own if each not in REJECT_COLUMNS)
        parts = Parts(job.output, shown, job.lang)
        judge = Judge(standard, job.as_if, reader)
        return cls(job, plan, parts, judge, Tallying(standard), warnings)

    def all(self, progress: Progress, *, resume: bool) -> dict[Path, Path]:
        """Judge everything; return the finished files, and where each is to go.

        Raises
        ------
        UsageError
            KM-644 to KM-647: there is an unfinished run, or none that can go on; the output
            cannot hold so many rows.
        DocumentError
            The source cannot be read any further, or something cannot be written.
        """
        done, position = self._resumed() if resume else self._begun()
        try:
            return self._all(done, position, progress)
        except BaseException:
            self.parts.abandon()
            raise

    def _all(
        self, done: int, position: dict[str, Any] | None, progress: Progress
    ) -> dict[Path, Path]:
        files = self.judge.files
        for number, chunk in enumerate(self._chunks(position), done + 1):
            judged = self.judge.judge(chunk)
            self.tallying.take(self.tally, judged.frame, judged.set_aside)
            self._refuse_length()
            self.parts.put(
                number, self._shown(judged, chunk), self._keys(judged, chunk), judged.set_aside
            )
            state = {
                "format": _FORMAT,
                "job": self.job.named(),
                "parts": number,
                "next": chunk.next,
                "files": list(files),
                "tally": asdict(self.tally),
            }
            self.parts.save(state)
            done = number
            progress(chunk.done, self.tally.rows)
        return self.parts.finish(done, self._empty())

    def _chunks(self, position: dict[str, Any] | None) -> Iterator[Chunk]:
        for chunk in self.job.source.chunks(position, self.job.rows):
            if self.plan is not None:
                chunk.frame.columns = list(self.plan.columns)
            yield chunk

    def _begun(self) -> tuple[int, None]:
        if self.parts.saved() is not None:
            raise UsageError(Diagnostic("KM-645", Place(str(state_path(self.job.output)))))
        self.parts.begin()
        return 0, None

    def _resumed(self) -> tuple[int, dict[str, Any]]:
        """Take up what an earlier run left: its counts, and the wards it met."""
        state, at = self.parts.saved(), Place(str(state_path(self.job.output)))
        if not self.job.source.identity():
            raise UsageError(Diagnostic("KM-656", at))
        if state is None or state.get("format") != _FORMAT:
            raise UsageError(Diagnostic("KM-646", at))
        named = self.job.named()
        changed = [_CHANGED[each] for each in named if state["job"].get(each) != named[each]]
        if changed:
            what = Text(
                ", ".join(each.vi for each in changed), ", ".join(each.en for each in changed)
            )
            raise UsageError(Diagnostic("KM-647", at, {"what": what}))
        _restore(self.tally, state["tally"])
        self.judge.files.extend(state["files"])
        for keys in self.parts.keys(state["parts"]):
            self.judge.repeated.meet(keys, keys["place"])
        return state["parts"], state["next"]

    def _refuse_length(self) -> None:
        if self.parts.ending == ".xlsx" and self.tally.judged > MOST_ROWS:
            arguments = {"most": MOST_ROWS}
            raise UsageError(Diagnostic("KM-644", Place(str(self.job.output)), arguments))

    def _keys(self, judged: Judged, chunk: Chunk) -> pl.DataFrame:
        return self.judge.keys(chunk, judged.frame, judged.rows)

    def _shown(self, judged: Judged, chunk: Chunk) -> pl.DataFrame:
        """Return the columns to be written of a chunk's wards."""
        frame, detail = judged.frame, self.job.detail
        composed = self.job.standard.composed
        ward = [each for each in (*NEEDED, "invented") if each in frame.columns]
        shown = [frame.select(ward)]
        if self.job.keep and self.plan is not None:
            own = [each for each in self.plan.columns if each not in (*ward, *REJECT_COLUMNS)]
            shown.append(chunk.frame.select(own)[judged.rows])
        names = [] if detail == "outcome" else [each.id for each in composed.criteria]
        names += [each.id for each in composed.indicators] if detail == "indicators" else []
        decisive = DECISIVE if detail == "indicators" else self._failing()
        shown.append(frame.select(OUTCOME, decisive, *map(column_of, names)))
        return pl.concat(shown, how="horizontal")

    def _failing(self) -> pl.Expr:
        """Return the criteria that keep a ward from being met: unmet, then unknown."""
        program, criteria = self.job.standard.program, self.job.standard.composed.criteria
        counted = [each.id for each in criteria if criterion_step(each) in program.position]
        said = [
            pl.when((pl.col(OUTCOME) != "met") & (pl.col(column_of(id_)) == truth)).then(
                pl.lit(id_)
            )
            for truth in (0, 1)
            for id_ in counted
        ]
        if not said:
            return pl.lit("").alias(DECISIVE)
        return pl.concat_str(said, separator=";", ignore_nulls=True).alias(DECISIVE)

    def _empty(self) -> pl.DataFrame:
        """Return the columns of the output, without a row."""
        columns = self.plan.columns if self.plan else ()
        frame = pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        nothing = Chunk(frame, pl.Series(dtype=pl.UInt64), self.job.source.name, (), {}, 0)
        return self._shown(self.judge.judge(nothing), nothing)


_CHANGED: Mapping[str, Text] = {
    "source": Text("tệp số liệu", "the facts"),
    "standard": Text("bộ tiêu chí", "the criteria"),
    "detail": Text("--detail", "--detail"),
    "keep": Text("--keep-facts", "--keep-facts"),
    "as_if": Text("--as-if", "--as-if"),
    "ignore": Text("--ignore-unknown", "--ignore-unknown"),
    "lang": Text("ngôn ngữ", "the language"),
    "rows": Text("số dòng mỗi phần", "the rows of a part"),
}


def _restore(tally: Tally, data: Mapping[str, Any]) -> None:
    for name, value in data.items():
        kept = getattr(tally, name)
        setattr(tally, name, Counter(value) if isinstance(kept, Counter) else value)


def first_day(source: Source) -> Any:  # noqa: ANN401
    """Return the last day of the first period that can be read.

    Raises
    ------
    UsageError
        KM-654: there is none among the first rows.
    DocumentError
        KM-546: it has no column of the period, or lacks others of the ward.
    """
    if source.columns and (found := tuple(lacking(source.columns, Place(source.name, 1, 1)))):
        raise DocumentError(*found)
    for chunk in source.chunks(None, 1000):
        if chunk.records:
            return chunk.records[0].facts.period.last
        folded = {fold(each): at for at, each in enumerate(source.columns)}
        if not chunk.frame.is_empty():
            frame = chunk.frame.select(chunk.frame.columns[folded[each]] for each in NEEDED)
            frame.columns = list(NEEDED)
            days = read_ward_columns(frame).frame["period_to"].drop_nulls()
            if len(days):
                return days[0]
        break
    raise UsageError(Diagnostic("KM-654", Place(source.name)))

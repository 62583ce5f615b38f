"""From what was counted to what is said: a run's tally with the names of the standard."""

from collections import Counter
from datetime import date

from kieumau.batch.parts import rejects_path
from kieumau.batch.running import Run
from kieumau.render.batch_data import (
    BatchSummary,
    CriterionCount,
    Reason,
    Refused,
    ShownWard,
)
from kieumau.render.notices import group_notices
from kieumau.render.preview_data import Layer, WardNamed
from kieumau.wording import Text, say_date

__all__ = ["summary_of"]


def summary_of(run: Run) -> BatchSummary:
    """Return what a finished run comes to."""
    tally, standard, output = run.tally, run.job.standard, run.job.output
    composed, top = standard.composed, standard.record.plugins[-1]
    indicators = {each.id: each.title for each in composed.indicators}
    measures = {each.id: each.name for each in standard.measures}
    criteria = [
        CriterionCount(each.id, each.title, *tally.criteria.get(each.id, (0, 0, 0)))
        for each in composed.criteria
    ]
    days = [say_date(date.fromisoformat(each)) for each in (tally.first, tally.last) if each]
    return BatchSummary(
        source=run.job.source.name,
        output=str(output),
        set_aside_in=str(rejects_path(output)),
        standard=Layer(top.id, top.title, top.version),
        on=standard.on,
        assumed=standard.assumed,
        period=(days[0], days[-1]) if days else ("", ""),
        rows=tally.rows,
        judged=tally.judged,
        met=tally.outcomes["met"],
        not_met=tally.outcomes["not_met"],
        undetermined=tally.outcomes["undetermined"],
        criteria=tuple(criteria),
        unmet=_reasons(tally.unmet, tally.alone, indicators),
        missing=_reasons(tally.missing, tally.only, measures),
        inexact=_reasons(tally.inexact, Counter(), indicators),
        refused=tuple(
            Refused(code, n, tuple((at, Text(vi, en)) for at, vi, en in tally.examples[code]))
            for code, n in _ordered(tally.refused)
        ),
        shown=tuple(
            ShownWard(WardNamed(code, name, province), tuple(truths))
            for code, name, province, *truths in tally.shown
        ),
        ignored=run.plan.ignored if run.plan else (),
        notices=tuple(
            group_notices(
                standard.record,
                wards=tally.judged,
                invented=tally.invented,
                outside=tally.outside,
            )
        ),
    )


def _reasons(
    several: Counter[str], alone: Counter[str], titles: dict[str, Text]
) -> tuple[Reason, ...]:
    return tuple(Reason(id_, titles[id_], n, alone[id_]) for id_, n in _ordered(several))


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return what was counted, most first; of like counts, in the order of the ids."""
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))

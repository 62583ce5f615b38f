"""What a targets report says, piece by piece, in one language: sentences every format shares."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from kieumau.render.targets_words import Word
from kieumau.rules.periods import Period
from kieumau.rules.statuses import Decision
from kieumau.rules.targets import Counted
from kieumau.truth import Truth
from kieumau.verdicts.rungs import (
    GoalKind,
    GroupJudged,
    Required,
    Rung,
    RungStatus,
    UnitCount,
    UnitNamed,
)
from kieumau.verdicts.targets_report import (
    FactsIssue,
    Inherit,
    IssueKind,
    ListKnown,
    NotAssessed,
    Problem,
    TargetsReport,
    TitleKnown,
)
from kieumau.wording import Lang, say_date, say_number

__all__ = ["STATUS", "Speaker"]

STATUS: Final = {
    RungStatus.MET: Word.MET,
    RungStatus.NOT_MET: Word.NOT_MET,
    RungStatus.UNDETERMINED: Word.UNDETERMINED,
    RungStatus.NOT_APPLICABLE: Word.NOT_APPLICABLE,
    RungStatus.NOT_JUDGED: Word.NOT_JUDGED,
}
_WHAT: Final = {
    Counted.MEETING: Word.MEETING,
    Counted.RECOGNISED: Word.RECOGNISED,
    Counted.REGISTERED: Word.REGISTERED,
}
_TRUTH: Final = {
    Truth.MET: Word.UNITS_MET,
    Truth.UNMET: Word.UNITS_NOT,
    Truth.UNKNOWN: Word.UNITS_UNKNOWN,
}
_INHERIT: Final = {
    Inherit.NONE: Word.INHERIT_NONE,
    Inherit.WHOLE: Word.INHERIT_WHOLE,
    Inherit.PARTIAL: Word.INHERIT_PARTIAL,
}


@frozen
class Speaker:
    """One report in one language."""

    report: TargetsReport
    lang: Lang

    @property
    def title(self) -> str:
        """What the whole is called."""
        return Word.TITLE.fill(self.lang, title=self.report.plugin.title.say(self.lang))

    @property
    def headline(self) -> str:
        """How many targets stand how."""
        found = Counter(self.status(each) for each in self.report.rungs)
        said = ", ".join(f"{n} {status}" for status, n in found.items())
        return Word.HEADLINE.fill(self.lang, n=len(self.report.rungs), said=said)

    def head(self) -> Iterator[tuple[str, str]]:
        """Yield what the report is about, each with its label."""
        report, lang = self.report, self.lang
        plugin = report.plugin
        yield (
            Word.PLUGIN.fill(lang),
            Word.PLUGIN_SAID.fill(
                lang, title=plugin.title.say(lang), id=plugin.id, version=plugin.version
            ),
        )
        yield Word.ON.fill(lang), say_date(report.on)
        covers = report.registry.covers.said().say(lang)
        province = report.registry.province
        yield (
            Word.LIST.fill(lang),
            Word.LIST_SAID.fill(lang, province=province, covers=covers),
        )
        given = Word.FACTS_GIVEN.fill(lang, n=report.wards)
        yield Word.FACTS.fill(lang), given if report.wards else Word.FACTS_NONE.fill(lang)
        yield Word.TITLES.fill(lang), _INHERIT[report.inherit].fill(lang)

    def status(self, rung: Rung) -> str:
        """Return how a target stands, and that it is not yet due where so."""
        said = STATUS[rung.status].fill(self.lang)
        settled = rung.status in (RungStatus.NOT_APPLICABLE, RungStatus.NOT_JUDGED)
        if rung.due or settled:
            return said
        if rung.status is RungStatus.NOT_MET:
            return Word.NOT_YET.fill(self.lang)
        return Word.NOT_DUE.fill(self.lang, status=said)

    def due(self, rung: Rung) -> str:
        """Return when a target is due, and as of when it is judged."""
        word = Word.DUE_THEN if rung.due else Word.DUE_LATER
        return word.fill(self.lang, by=say_date(rung.by), on=say_date(rung.on))

    def why(self, rung: Rung) -> str:
        """Return why a target stands as it does where counting alone does not say it."""
        if rung.why is None:
            return ""
        return Word[rung.why.name].fill(self.lang, day=say_date(rung.on))

    def observed(self, rung: Rung, group: GroupJudged) -> str:
        """Return how many units count, of how many, and how many were needed."""
        total = group.count.total if group.code else rung.total or 0
        word = Word.OBSERVED if rung.listed else Word.OBSERVED_COUNTS
        return word.fill(
            self.lang,
            yes=group.count.yes,
            total=total,
            day=say_date(rung.on),
            what=_WHAT[rung.count].fill(self.lang),
            asked=self.asked(group.required, total),
        )

    def asked(self, required: Required, total: int) -> str:
        """Return how many units were needed."""
        lang, units = self.lang, required.units
        match required.kind:
            case GoalKind.EXACTLY:
                return Word.NEED_EXACTLY.fill(lang, units=units)
            case GoalKind.MORE_THAN:
                open_ = required.most != units
                word = Word.NEED_MORE_OPEN if open_ else Word.NEED_MORE
                most, earlier = required.most or units, required.earlier
                return word.fill(lang, units=units, most=most, earlier=earlier)
            case _ if required.percent is not None:
                percent = say_number(required.percent, lang)
                return Word.NEED_SHARE.fill(lang, units=units, percent=percent, total=total)
            case _:
                return Word.NEED_LEAST.fill(lang, units=units)

    def bounds(self, count: UnitCount) -> str:
        """Return the worst and the best case."""
        return Word.BOUNDS_SAID.fill(
            self.lang, low=count.yes, high=count.most, unknown=count.unknown
        )

    def wanting(self, group: GroupJudged) -> str:
        """Return how many of the unknown units must count; nothing where it is settled."""
        if group.wanting is None:
            return ""
        exactly = group.required.kind is GoalKind.EXACTLY
        word = Word.WANTING_EXACTLY if exactly else Word.WANTING
        return word.fill(self.lang, n=group.wanting, unknown=group.count.unknown)

    def side(self, rung: Rung) -> str:
        """Return the three counts side by side."""
        return Word.SIDE_SAID.fill(
            self.lang,
            **{
                each.value: self.one(rung.counts(each))
                for each in (Counted.MEETING, Counted.RECOGNISED, Counted.REGISTERED)
            },
        )

    def one(self, count: UnitCount) -> str:
        """Return how many count, and of how many it is not known."""
        if not count.unknown:
            return str(count.yes)
        return Word.SIDE_ONE.fill(self.lang, yes=count.yes, unknown=count.unknown)

    def units(self, units: Iterable[UnitNamed]) -> str:
        """Return the names and codes of units."""
        return ", ".join(map(self.unit, units))

    def unit(self, unit: UnitNamed) -> str:
        """Return a unit's name and code."""
        return Word.CODED.fill(self.lang, name=unit.name, code=unit.code)

    def unknown(self, group: GroupJudged) -> str:
        """Return which units it is not known of, also where only their number is known."""
        rest = group.count.unknown - len(group.unknown)
        said = [self.units(group.unknown)] if group.unknown else []
        said += [Word.NUMBER_ONLY.fill(self.lang, n=rest)] if rest > 0 else []
        return "; ".join(said)

    def notes(self, rung: Rung) -> Iterator[str]:
        """Yield what must be known to read a target's result."""
        lang = self.lang
        if rung.changed and rung.total is not None:
            then = rung.changed
            day = say_date(then.day)
            yield Word.CHANGED.fill(lang, day=day, then=then.total, now=rung.total)
        if rung.absent:
            names = ", ".join(each.say(lang) for each in rung.absent)
            yield Word.ABSENT.fill(lang, names=names)

    def known(self, title: TitleKnown) -> str:
        """Return that a unit was registered or recognised, or was not."""
        word = Word[f"{'IS' if title.held else 'NOT'}_{title.status.name}"]
        valid = title.valid.said().say(self.lang)
        return word.fill(self.lang, unit=self.unit(title.unit), valid=valid)

    def decision(self, decision: Decision) -> str:
        """Return a decision's number and day."""
        if decision.issued is None:
            return decision.number
        day = say_date(decision.issued)
        return Word.DECISION_DATED.fill(self.lang, number=decision.number, day=day)

    def complete(self, claim: ListKnown) -> str:
        """Return that a list is taken as complete."""
        where = claim.district.say(self.lang) if claim.district else Word.WHOLE.fill(self.lang)
        valid = claim.valid.said().say(self.lang)
        return Word[f"ALL_{claim.status.name}"].fill(self.lang, where=where, valid=valid)

    def truth(self, truth: Truth) -> str:
        """Return whether something is so of a unit."""
        return _TRUTH[truth].fill(self.lang)

    def period(self, period: Period) -> str:
        """Return a period."""
        first, last = say_date(period.first), say_date(period.last)
        return Word.PERIOD_SAID.fill(self.lang, first=first, last=last)

    def issues(self) -> Iterator[str]:
        """Yield what is the matter with facts; what is the same of many wards is said once."""
        late = [each for each in self.report.issues if each.kind is IssueKind.BEGAN_LATER]
        if late:
            names = self.units(dict.fromkeys(each.by_code for each in late if each.by_code))
            yield Word.BEGAN_LATER.fill(self.lang, names=names)
        for each in self.report.issues:
            if each not in late:
                yield self.issue(each)

    def issue(self, issue: FactsIssue) -> str:
        """Return what is the matter with the facts of a ward."""
        word = Word[issue.kind.name]
        if issue.kind is IssueKind.ENDED and issue.by_code:
            word = Word.ENDED_CODE
        elif issue.kind is IssueKind.ENDED and issue.by_name:
            word = Word.ENDED_NAME
        by_code = self.unit(issue.by_code) if issue.by_code else "-"
        by_name = self.unit(issue.by_name) if issue.by_name else "-"
        said = word.fill(self.lang, by_code=by_code, by_name=by_name)
        if issue.rungs:
            said = Word.FOR.fill(self.lang, said=said, rungs=", ".join(issue.rungs))
        period = self.period(issue.period)
        return Word.ISSUE.fill(
            self.lang, name=issue.name, code=issue.code, period=period, said=said
        )

    def left(self, left: NotAssessed) -> str:
        """Return which ward could not be assessed, and for which period."""
        name = Word.CODED.fill(self.lang, name=left.name, code=left.code)
        return f"{name}, {self.period(left.period)}"

    def problem(self, problem: Problem) -> str:
        """Return why a ward could not be assessed."""
        message, hint = problem.message.say(self.lang), problem.hint.say(self.lang)
        said = Word.PROBLEM.fill(self.lang, code=problem.code, message=message, hint=hint).strip()
        if not problem.place:
            return said
        return Word.PROBLEM_AT.fill(self.lang, place=problem.place, said=said)

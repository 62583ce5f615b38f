"""What a sweep says, piece by piece, in one language: the sentences every format shares."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from kieumau.render.preview_data import NotCompared, Problem
from kieumau.render.sweep_data import Count, Group, Point, Sweep, SweptThreshold
from kieumau.render.sweep_words import Word
from kieumau.wording import Lang, say_date, say_number

__all__ = ["Speaker"]


@frozen
class Speaker:
    """One sweep in one language."""

    sweep: Sweep
    lang: Lang

    @property
    def title(self) -> str:
        """What the whole is called."""
        return Word.TITLE.fill(self.lang, title=self.sweep.plugin.title.say(self.lang))

    @property
    def rules(self) -> str:
        """Return the plugin's title, id and version."""
        plugin = self.sweep.plugin
        return Word.LAYER.fill(
            self.lang, title=plugin.title.say(self.lang), id=plugin.id, version=plugin.version
        )

    @property
    def on(self) -> str:
        """The date."""
        return say_date(self.sweep.on)

    @property
    def headline(self) -> str:
        """How many wards meet as it is, and over the points tried."""
        group = self.sweep.groups[0]
        met = [each.met for each in group.counts]
        now = next(
            count.met
            for points, count in zip(self.sweep.pairs, group.counts, strict=True)
            if all(each.now for each in points)
        )
        numbers = {"met": now, "n": group.wards, "least": min(met), "most": max(met)}
        return Word.HEADLINE.fill(
            self.lang, **{name: say_number(n, self.lang) for name, n in numbers.items()}
        )

    @property
    def left_out(self) -> str:
        """How many wards could not be assessed; empty where all were."""
        n = len(self.sweep.not_compared)
        return Word.LEFT_OUT.fill(self.lang, n=n) if n else ""

    def moved(self, threshold: SweptThreshold) -> str:
        """Return an indicator and the threshold it has."""
        lang = self.lang
        title, test = threshold.title.say(lang), threshold.test.say(lang)
        return Word.MOVED_SAID.fill(lang, title=title, id=threshold.indicator, test=test)

    def point(self, point: Point) -> str:
        """Return a point, the one in force marked."""
        said = point.said.say(self.lang)
        return Word.AT_NOW.fill(self.lang, said=said) if point.now else said

    def counts(self, count: Count) -> str:
        """Return how many wards come to what, none left out."""
        named = (
            (count.met, Word.MET),
            (count.not_met, Word.NOT_MET),
            (count.undetermined, Word.UNDETERMINED),
        )
        return ", ".join(
            f"{say_number(n, self.lang)} {word.fill(self.lang).lower()}" for n, word in named
        )

    def share(self, count: Count, group: Group) -> str:
        """Return the share of wards that meet, to a tenth of a percent."""
        tenths = round(1000 * count.met / group.wards)
        mark = "," if self.lang == "vi" else "."
        return f"{tenths // 10}{mark}{tenths % 10}%"

    def table_title(self, group: Group) -> str:
        """Return what a group's table is called."""
        grid = len(self.sweep.thresholds) > 1
        plain, of_year = (Word.GRID, Word.GRID_OF) if grid else (Word.TABLE, Word.TABLE_OF)
        if group.year is None:
            return plain.fill(self.lang)
        return of_year.fill(self.lang, year=group.year)

    def axes(self, group: Group) -> str:
        """Return what stands down and across in a table of pairs."""
        down, across = (each.measure.say(self.lang) for each in self.sweep.thresholds)
        return Word.DOWN_ACROSS.fill(self.lang, down=down, across=across, n=group.wards)

    def columns(self) -> tuple[str, ...]:
        """Return the heads of a table."""
        words = (Word.AT, Word.MET, Word.NOT_MET, Word.UNDETERMINED, Word.SHARE)
        if len(self.sweep.thresholds) == 1:
            return tuple(each.fill(self.lang) for each in words)
        return (Word.AT.fill(self.lang), *map(self.point, self.sweep.thresholds[1].points))

    def rows(self, group: Group) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a table under those heads."""
        points = self.sweep.thresholds[0].points
        for point, counts in zip(points, self.lines(group), strict=True):
            if len(self.sweep.thresholds) == 1:
                (count,) = counts
                numbers = (count.met, count.not_met, count.undetermined)
                said = [say_number(n, self.lang) for n in numbers]
                yield (self.point(point), *said, self.share(count, group))
            else:
                yield (self.point(point), *(say_number(each.met, self.lang) for each in counts))

    def lines(self, group: Group) -> Iterator[Sequence[Count]]:
        """Yield a group's counts at each point of the first threshold."""
        size = len(group.counts) // len(self.sweep.thresholds[0].points)
        for start in range(0, len(group.counts), size):
            yield group.counts[start : start + size]

    def ward(self, left: NotCompared) -> str:
        """Return a ward's name and code."""
        return Word.CODED.fill(self.lang, name=left.ward.name, code=left.ward.code)

    def problem(self, problem: Problem) -> str:
        """Return why a ward could not be assessed."""
        said = f"{problem.code} {problem.message.say(self.lang)}"
        return f"{problem.place}: {said}" if problem.place else said

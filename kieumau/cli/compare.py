"""``kieumau compare``: two verdicts, what differs, and what alone brings the change."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from kieumau.authoring.preview.standings import judged
from kieumau.cli.inputs import Source, read_date, read_sources
from kieumau.cli.outputs import deliver_all, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.comparing.compare import compare
from kieumau.documents.files import read_text, real_path
from kieumau.documents.wire import WireError, from_json
from kieumau.errors import Diagnostic, DocumentError, FactsError, PluginError, UsageError
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.plugins.chain import read_chain
from kieumau.render.difference_page import difference_page
from kieumau.render.rendering import Format, render
from kieumau.render.standard_text import RichPage
from kieumau.standard import Assumed, Standard, load
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["run"]

T = TypeVar("T")

_MOST_BYTES = 64 * 1024 * 1024
_COMMAND = "kieumau compare"
_VERDICTS = Text("hai tệp kết luận", "two verdicts")


def run(
    terminal: Terminal,
    *,
    one: str,
    other: str | None,
    criteria: tuple[str, ...],
    on: tuple[str, ...],
    assumed: Assumed,
    form: Format,
    html: str | None,
    output: str | None,
) -> int:
    """Show what differs between two sides, and what of it alone brings the change."""
    if html and output and real_path(html) == real_path(output):
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--html", "other": "--output"}))
    references, days = _two("--criteria", criteria), _two("--on", tuple(map(read_date, on)))
    if other is None and len(criteria) <= 1 and len(on) <= 1:
        raise UsageError(Diagnostic("KM-791", Place(one)))
    names = (one, other or one)
    inputs = [_read(name, terminal) for name in dict.fromkeys(names)]
    for each in (html, output):
        refuse_output(each, [*map(Path, names), *map(Path, criteria)])
    sides = [
        _Side(given, reference, day, assumed)
        for given, reference, day in zip((inputs[0], inputs[-1]), references, days, strict=True)
    ]
    _refuse_apart(sides, on, assumed)
    a, b = _verdicts(sides)
    found = compare(a, b, criteria_a=sides[0].where(a), criteria_b=sides[1].where(b))
    files = {html: _html(found, terminal)} if html else {}
    if output:
        files = {output: render(found, form, terminal.lang), **files}
    elif form == "text" and terminal.interactive:
        terminal.show(RichPage(difference_page(found, terminal.lang)))
    else:
        terminal.out(render(found, form, terminal.lang))
    deliver_all(terminal, files)
    return 0


def _two(name: str, found: Sequence[T]) -> tuple[T | None, T | None]:
    """Return A's and B's value of an option given once, twice or not at all."""
    match tuple(found):
        case ():
            return None, None
        case (both,):
            return both, both
        case (first, last):
            return first, last
    arguments: dict[str, str | int | Text] = {"name": name, "n": len(found)}
    raise UsageError(Diagnostic("KM-792", arguments=arguments))


@frozen
class _Side:
    """What one side is made of: a verdict as it is, or facts and what to judge them by."""

    given: Verdict | Source
    reference: str | None
    on: date | None
    assumed: Assumed

    def where(self, verdict: Verdict) -> str | None:
        """Return where a verdict's plugin is, where what was given is that plugin."""
        if self.reference is None or isinstance(self.given, Source):
            return self.reference
        try:
            asked = read_chain([self.reference]).asked
        except (DocumentError, PluginError):
            return self.reference  # what is wrong with it is said with the comparison
        return self.reference if "+".join(asked) == verdict.standard.id else None


def _verdicts(sides: Sequence[_Side]) -> tuple[Verdict, Verdict]:
    """Return each side's verdict; the problems of both are reported together."""
    a, b = (_judge(side) for side in sides)
    found, problems = list[Verdict](), list[Diagnostic]()
    for own, other in ((a, b), (b, a)):
        try:
            found.append(own.verdict(other.words))
        except FactsError as error:
            problems += (each for each in error.diagnostics if each not in problems)
    if problems:
        raise FactsError(*problems)
    return found[0], found[1]


@frozen
class _Reached:
    """A verdict that is there already."""

    given: Verdict

    @property
    def words(self) -> Vocabulary:
        return Vocabulary(self.given.standard.measures)

    def verdict(self, _other: Vocabulary) -> Verdict:
        return self.given


@frozen
class _Judged:
    """Facts, and the standard to judge them by."""

    source: Source
    standard: Standard

    @property
    def words(self) -> Vocabulary:
        return self.standard.composed.vocabulary

    def verdict(self, other: Vocabulary) -> Verdict:
        """Return the facts' verdict.

        Facts that only the other side's standard knows are left out; what neither knows is wrong.
        """

        def knows(words: Vocabulary, key: str) -> bool:
            return key in words or words.find(key) is not None

        facts = self.source.facts
        kept = tuple(
            each
            for each in facts
            if knows(self.words, each.measure) or not knows(other, each.measure)
        )
        try:
            return judged(self.standard, evolve(facts, facts=kept))
        except FactsError as error:
            raise FactsError(*_placed(error, self.source)) from None


def _judge(side: _Side) -> _Reached | _Judged:
    """Return a side's verdict, or its facts with the standard loaded."""
    if isinstance(side.given, Verdict):
        return _Reached(side.given)
    if side.reference is None:
        arguments: dict[str, str | int | Text] = {"name": "--criteria", "command": _COMMAND}
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    day = side.on or side.given.facts.period.last
    return _Judged(side.given, load(side.reference, on=day, assumed=side.assumed))


def _placed(error: FactsError, source: Source) -> Iterator[Diagnostic]:
    """Yield an error's diagnostics; those without a place are about the ward's file."""
    for each in error.diagnostics:
        yield each if str(each.place) else evolve(each, place=Place(source.name))


def _read(name: str, terminal: Terminal) -> Verdict | Source:
    """Return the verdict a file holds, or the facts of its one ward."""
    data = _json(name)
    if isinstance(data, list) and data and _is_verdict(data[0]):
        raise UsageError(Diagnostic("KM-979", Place(name), {"n": len(data)}))
    if _is_verdict(data):
        try:
            return Verdict.from_data(data)
        except DocumentError as error:
            raise DocumentError(Diagnostic("KM-703", Place(name))) from error
    sources = read_sources([name])
    for source in sources:
        terminal.problems(source.notes)
    if len(sources) > 1:
        raise UsageError(Diagnostic("KM-979", Place(name), {"n": len(sources)}))
    return sources[0]


def _json(name: str) -> object:
    """Return what a JSON file holds; None for any other, whose own reader says what is wrong."""
    if not name.lower().endswith(".json"):
        return None
    try:
        return from_json(read_text(Path(name), most=_MOST_BYTES))
    except WireError:
        return None


def _is_verdict(data: object) -> bool:
    return isinstance(data, dict) and str(data.get("format", "")).startswith("kieumau/verdict/")


def _refuse_apart(sides: Sequence[_Side], on: Sequence[str], assumed: Assumed) -> None:
    """Refuse what would only be heeded for facts, where both sides are verdicts."""
    if all(isinstance(side.given, Verdict) for side in sides):
        if sides[0].given is sides[1].given:
            raise UsageError(Diagnostic("KM-791"))
        for name, value in (("--on", on), ("--assumed count", assumed == "count")):
            if value:
                arguments: dict[str, str | int | Text] = {"one": name, "other": _VERDICTS}
                raise UsageError(Diagnostic("KM-719", arguments=arguments))


def _html(found: Difference, terminal: Terminal) -> str:
    from kieumau.render.html.difference import difference_html  # noqa: PLC0415 (an extra)

    return difference_html(found, terminal.lang)

"""``kieumau test``: a plugin's cases, which fail and why, and what no case has tried."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from attrs import evolve, frozen

from kieumau.authoring.branches import Item, Part
from kieumau.authoring.cases import CaseResult, Standards, run_cases
from kieumau.authoring.cover import GROUPS, Coverage, coverage, group_of
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, Problems, UsageError
from kieumau.plugins.chain import read_chain
from kieumau.render.case_report import STATUS_WORDS, accepted_lines, failure_lines
from kieumau.render.speech import clean
from kieumau.wording import Count, Lang, Text

__all__ = ["item_said", "run"]

FORMAT = "kieumau/test/1"
_MOST_SAID = 12
_PASSED, _FAILED = Text("đúng", "pass"), Text("sai", "FAIL")
_ALL_PASSED = Text("{n} trường hợp đúng", "{n} pass")
_TOTAL = Text(
    "{n} trường hợp: {passed} đúng, {failed} sai",
    "{n:case|cases}: {passed} pass, {failed} fail",
)
_NO_CASES = Text("{id}: chưa có trường hợp mẫu nào", "{id}: there are no cases")
_COVERED = Text("Độ phủ của {id}: {parts}", "Coverage of {id}: {parts}")
_COUNT = Text("{group} {seen}/{of}", "{group} {seen}/{of}")
_GROUP_NAMES = {
    "indicators": Text("chỉ tiêu", "indicators"),
    "branches": Text("nhánh điều kiện", "branches"),
    "citations": Text("căn cứ", "citations"),
}
_UNSEEN = Text("Chưa trường hợp nào thử:", "Never tried:")
_IMPOSSIBLE = Text("Không thể xảy ra (đã chứng minh):", "Cannot happen (proved):")
_SUGGEST = Text(
    "Lập các trường hợp này: kieumau cases {path} --boundaries",
    "To write these cases: kieumau cases {path} --boundaries",
)
_STATES = {
    **STATUS_WORDS,
    "unmet": Text("không đạt", "not met"),
    "unknown": Text("chưa rõ", "unknown"),
}
_PARTS = {
    Part.INDICATOR: Text("chỉ tiêu", "indicator"),
    Part.APPLIES: Text("điều kiện áp dụng", "applies when"),
    Part.REQUIREMENT: Text("yêu cầu", "requirement"),
    Part.CONDITION: Text("nhánh", "branch"),
    Part.WAIVER: Text("trường hợp miễn", "waiver"),
    Part.CITATION: Text("căn cứ", "citation"),
    Part.SCORE: Text("mức điểm của", "score of"),
    Part.SCORED: Text("điểm quyết định của", "deciding points of"),
}


@frozen
class _Tested:
    """One plugin's results."""

    path: str
    id: str
    results: tuple[CaseResult, ...]
    covered: Coverage | None
    problems: tuple[Diagnostic, ...]


def run(
    terminal: Terminal,
    *,
    standards: tuple[str, ...],
    only: tuple[str, ...],
    cover: bool,
    all_layers: bool,
    form: Literal["text", "json", "markdown"],
) -> int:
    """Run the cases: 0 when all pass, 1 when one fails, 2 when a file cannot be read."""
    tested = [_tested(path, only, cover=cover, all_layers=all_layers) for path in standards]
    ran = {each.case.id for one in tested for each in one.results}
    unknown = [id_ for id_ in only if id_ not in ran]
    broken = [problem for one in tested for problem in one.problems]
    if unknown and not broken:
        raise UsageError(*(Diagnostic("KM-749", arguments={"id": id_}) for id_ in unknown))
    if form == "json":
        terminal.out(to_json(_data(tested)))
    else:
        lines = _markdown(tested, terminal.lang) if form == "markdown" else _text(tested, terminal)
        terminal.out("".join(f"{line}\n" for line in lines))
    terminal.problems(broken)
    if broken:
        return 2
    return 0 if all(each.passed for one in tested for each in one.results) else 1


def _tested(path: str, only: tuple[str, ...], *, cover: bool, all_layers: bool) -> _Tested:
    chain = read_chain([path])
    problems, made = Problems(), Standards(chain)
    ran = run_cases(chain, problems, only, made)
    # A thousand verdicts are a million findings: only those still to be read are kept.
    results = tuple(ran if cover else (_without_verdict(each) for each in ran))
    covered = coverage(chain, results, made, all_layers=all_layers) if cover else None
    own = [each for result in results for each in result.case.problems]
    broken = tuple(each for each in problems.errors if each not in own)
    if only:  # other cases may be wrong as they like
        broken = tuple(each for each in broken if not each.code.startswith("KM-25"))
    return _Tested(path, chain.own.id, results, covered, broken)


def _without_verdict(result: CaseResult) -> CaseResult:
    return evolve(result, verdict=None, standard=None) if result.passed else result


# --- text


def _text(tested: Iterable[_Tested], terminal: Terminal) -> Iterator[str]:
    lang = terminal.lang
    for at, one in enumerate(tested):
        if at:
            yield ""
        if not one.results and not one.problems:
            yield _NO_CASES.say(lang).format(id=one.id)
        for file, results in _by_file(one.results).items():
            yield clean(file)
            yield from _file_lines(results, lang)
        yield _total(one, lang)
        if one.covered is not None:
            yield ""
            yield from _cover_lines(one, one.covered, lang)


def _by_file(results: Iterable[CaseResult]) -> dict[str, list[CaseResult]]:
    found: dict[str, list[CaseResult]] = {}
    for each in results:
        found.setdefault(each.case.place.file, []).append(each)
    return found


def _file_lines(results: list[CaseResult], lang: Lang) -> Iterator[str]:
    passed = [each for each in results if each.passed]
    quiet = len(passed) > _MOST_SAID
    if quiet:
        yield f"  ✓ {_ALL_PASSED.say(lang).format(n=len(passed))}"
    for each in results:
        if each.passed and quiet:
            continue
        mark = f"✓ {_PASSED.say(lang)}" if each.passed else f"✗ {_FAILED.say(lang)}"
        yield f"  {mark}: {each.case.id}: {clean(each.case.sentence.say(lang))}"
        if not each.passed:
            for line in failure_lines(each.case, each.verdict, each.differences, lang):
                yield f"      {line}"


def _total(one: _Tested, lang: Lang) -> str:
    passed = sum(each.passed for each in one.results)
    n = len(one.results)
    return _TOTAL.say(lang).format(n=Count(n), passed=passed, failed=n - passed)


def item_said(item: Item, lang: Lang) -> str:
    """Return what is seen or not, in words: ``nhánh «có hòm thư» không đạt``."""
    part, state = _PARTS[item.part].say(lang), _STATES[item.state].say(lang)
    return f"{part} «{clean(item.title.say(lang))}»: {state}"


def _counts(covered: Coverage, lang: Lang) -> str:
    said = []
    for group in GROUPS:
        seen, of = covered.counts(group)
        name = _GROUP_NAMES[group].say(lang)
        said.append(_COUNT.say(lang).format(group=name, seen=seen, of=of))
    return ", ".join(said)


def _cover_lines(one: _Tested, covered: Coverage, lang: Lang) -> Iterator[str]:
    yield _COVERED.say(lang).format(id=one.id, parts=_counts(covered, lang))
    if covered.unseen:
        yield _UNSEEN.say(lang)
        yield from _items(covered.unseen, lang)
    impossible = [each for each in covered.items if each in covered.unreachable]
    if impossible:
        yield _IMPOSSIBLE.say(lang)
        yield from _items(impossible, lang)
    if covered.unseen:
        yield _SUGGEST.say(lang).format(path=one.path)


def _items(items: Iterable[Item], lang: Lang) -> Iterator[str]:
    """Yield items under their indicators, each with its place."""
    last = ""
    for item in items:
        if item.part is not Part.CITATION and item.indicator != last:
            last = item.indicator
            yield f"  {last}"
        where = f" ({clean(str(item.place))})" if str(item.place) else ""
        indent = "  " if item.part is Part.CITATION else "    "
        yield f"{indent}- {item_said(item, lang)}{where}"


# --- Markdown


def _markdown(tested: Iterable[_Tested], lang: Lang) -> Iterator[str]:
    for one in tested:
        yield f"# {one.id}"
        yield ""
        yield _total(one, lang)
        for file, results in _by_file(one.results).items():
            yield from ("", f"## {file}", "")
            for each in results:
                mark = f"✓ {_PASSED.say(lang)}" if each.passed else f"✗ {_FAILED.say(lang)}"
                yield f"- {mark}: `{each.case.id}`: {clean(each.case.sentence.say(lang))}"
                if not each.passed:
                    yield from ("", "  ```text")
                    for line in failure_lines(each.case, each.verdict, each.differences, lang):
                        yield f"  {line}".rstrip()
                    yield from ("  ```", "")
        if one.covered is not None:
            yield from ("", f"## {_COVERED.say(lang).format(id=one.id, parts='').rstrip(': ')}", "")
            yield f"{_counts(one.covered, lang)}"
            for title, items in (
                (_UNSEEN, one.covered.unseen),
                (_IMPOSSIBLE, [e for e in one.covered.items if e in one.covered.unreachable]),
            ):
                if items:
                    yield from ("", title.say(lang), "")
                    yield from (f"- `{e.indicator}`: {item_said(e, lang)}" for e in items)
        yield ""


# --- JSON


def _data(tested: Iterable[_Tested]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "plugins": [
            {
                "id": one.id,
                "cases": [_case_data(each) for each in one.results],
                "coverage": one.covered and _cover_data(one.covered),
            }
            for one in tested
        ],
    }


def _case_data(result: CaseResult) -> dict[str, Any]:
    case, verdict, failed = result.case, result.verdict, not result.passed
    return {
        "id": case.id,
        "sentence": {"vi": case.sentence.vi, "en": case.sentence.en},
        **_place_data(case.place.file, case.place.line, case.place.column),
        "passed": result.passed,
        "outcome": verdict.outcome.value if verdict else None if failed else case.expect.outcome,
        "differences": [
            {
                "code": each.code,
                **_place_data(each.place.file, each.place.line, each.place.column),
                "message": {"vi": each.message("vi"), "en": each.message("en")},
                "id": each.arguments.get("id"),
                "expected": each.arguments.get("expected"),
                "found": each.arguments.get("came"),
            }
            for each in result.differences
        ],
        "accept": list(accepted_lines(case, verdict)) if verdict and not result.passed else None,
    }


def _place_data(file: str, line: int, column: int) -> dict[str, Any]:
    return {"file": file, "line": line, "column": column}


def _cover_data(covered: Coverage) -> dict[str, Any]:
    return {
        "counts": {
            group: dict(zip(("seen", "of"), covered.counts(group), strict=True)) for group in GROUPS
        },
        "items": [
            {
                "group": group_of(each),
                "part": each.part.value,
                "id": each.id,
                "state": each.state,
                "indicator": each.indicator,
                "plugin": each.plugin,
                "title": {"vi": each.title.vi, "en": each.title.en},
                **_place_data(each.place.file, each.place.line, each.place.column),
                "seen": each in covered.seen,
                "impossible": each in covered.unreachable,
            }
            for each in covered.items
        ],
    }

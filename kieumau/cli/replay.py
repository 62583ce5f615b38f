"""``kieumau evaluate --replay``: reach a verdict again from what it holds, and compare."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from kieumau.cli.terminal import Terminal
from kieumau.documents.differences import differences, said_in_short
from kieumau.documents.files import read_text
from kieumau.documents.wire import WireError, from_json, to_json
from kieumau.engines.engine import EngineName
from kieumau.errors import Diagnostic, DocumentError, PluginError
from kieumau.places import Place
from kieumau.render.speech import clean
from kieumau.standard import Standard, load
from kieumau.verdicts.verdict import StandardRecord, Verdict
from kieumau.wording import Text

__all__ = ["replay_verdict"]

_MOST_BYTES = 64 * 1024 * 1024
_MOST_NAMED = 5
_Difference: TypeAlias = tuple[Text | str, str, str]
_SAME = Text("Tính lại khớp", "Replayed, the same")
_LIBRARY = Text("phiên bản kieumau", "the version of kieumau")
_PLUGIN = Text("phiên bản bộ «{id}»", "the version of «{id}»")
_DIGEST = Text("mã băm quy tắc", "the digest of the rules")
_TEXT_DIGEST = Text("mã băm toàn văn", "the digest with wording")
_OUTCOME = Text("kết luận", "the outcome")
_STATUS = Text("kết quả của «{id}»", "the status of «{id}»")


def replay_verdict(
    terminal: Terminal, name: str, criteria: tuple[str, ...], engine: EngineName
) -> int:
    """Say whether a verdict file is what this standard and these facts come to; 1 if not."""
    written = read_text(Path(name), most=_MOST_BYTES)
    verdicts, several = _verdicts(written, name)
    again, found = list[Verdict](), list[Diagnostic]()
    for before in verdicts:
        standard = _standard(before.standard, criteria, name)
        now = standard.evaluate(before.facts, engine=engine, as_if=before.as_if)
        now = evolve(now, ignored=before.ignored)
        again.append(now)
        found += _differences(before, now, name)
    if not found and _text(again, verdicts, several=several) != written:
        found.append(Diagnostic("KM-726", Place(name)))
    if found:
        terminal.problems(found)
        return 1
    for now in again:
        ward, id_ = now.facts.ward, now.standard.id
        terminal.out(
            f"{_SAME.say(terminal.lang)}: {clean(ward.name)} ({clean(ward.code)}), {id_}, "
            f"{now.produced_by}.\n"
        )
    return 0


def _verdicts(written: str, name: str) -> tuple[list[Verdict], bool]:
    """Return the verdict of a file, or the several of an array."""
    try:
        if not written.lstrip().startswith("["):
            return [Verdict.from_json(written)], False
        data = from_json(written)
        verdicts = [Verdict.from_json(to_json(each)) for each in data]
    except (DocumentError, WireError, TypeError) as error:
        raise DocumentError(Diagnostic("KM-703", Place(name))) from error
    if not verdicts:
        raise DocumentError(Diagnostic("KM-703", Place(name)))
    return verdicts, True


def _text(again: list[Verdict], before: list[Verdict], *, several: bool) -> str:
    """Return what kieumau would have written, but for the engine's name, which may differ."""
    data = [
        evolve(now, produced_by=then.produced_by).to_data()
        for now, then in zip(again, before, strict=True)
    ]
    return to_json(data if several else data[0])


def _standard(record: StandardRecord, criteria: tuple[str, ...], name: str) -> Standard:
    references = criteria or tuple(record.id.split("+"))
    try:
        return load(references, on=record.on, assumed=record.assumed.value)
    except PluginError as error:
        if criteria:
            raise
        hint = Diagnostic("KM-725", Place(name), {"id": record.id})
        raise PluginError(hint, *error.diagnostics) from error


def _differences(before: Verdict, now: Verdict, name: str) -> Iterator[Diagnostic]:
    """Yield what differs: KM-704 under another standard, KM-727 where it cannot follow."""
    identity = list(_identity(before.standard, now.standard))
    changes = list(_changes(before, now))[:_MOST_NAMED]
    if not identity and not changes:
        old, new = before.to_data(), now.to_data()
        found = differences({**old, "produced_by": ""}, {**new, "produced_by": ""})
        changes = [
            (f"«{path}»", said_in_short(then), said_in_short(here))
            for path, then, here in islice(found, 1)
        ]
    code = "KM-704" if identity else "KM-727"
    for what, then, here in (*identity, *changes):
        arguments = {"what": what, "before": then, "now": here}
        yield Diagnostic(code, Place(name), arguments)


def _identity(before: StandardRecord, now: StandardRecord) -> Iterator[_Difference]:
    """Yield how the standards differ, as far as that can be told apart."""
    if before.library != now.library:
        yield _LIBRARY, before.library, now.library
    then = {each.id: each.version for each in before.plugins}
    here = {each.id: each.version for each in now.plugins}
    for id_ in dict.fromkeys((*then, *here)):
        if then.get(id_) != here.get(id_):
            what = _PLUGIN.filled(id=id_)
            yield what, then.get(id_, "-"), here.get(id_, "-")
    if before.digest != now.digest:
        yield _DIGEST, before.digest, now.digest
    if before.text_digest != now.text_digest:
        yield _TEXT_DIGEST, before.text_digest, now.text_digest
    if (before.on, before.valid) != (now.on, now.valid):
        yield "valid", f"{before.on} {before.valid}", f"{now.on} {now.valid}"


def _changes(before: Verdict, now: Verdict) -> Iterator[_Difference]:
    """Yield the outcome and the statuses that are not what they were."""
    if before.outcome is not now.outcome:
        yield _OUTCOME, before.outcome.value, now.outcome.value
    statuses = {finding.id: finding.status for finding in now.findings}
    for finding in (*before.criteria, *before.indicators):
        status = statuses.get(finding.id)
        if status is not finding.status:
            what = _STATUS.filled(id=finding.id)
            yield what, finding.status.value, status.value if status else "-"

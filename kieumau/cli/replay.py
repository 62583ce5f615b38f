"""``kieumau evaluate --replay``: reach a verdict again from what it holds, and compare."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from kieumau.cli.terminal import Terminal
from kieumau.documents.files import read_text
from kieumau.engines.engine import EngineName
from kieumau.errors import Diagnostic, KieumauError, PluginError
from kieumau.places import Place
from kieumau.standard import Standard, load
from kieumau.verdicts.verdict import StandardRecord, Verdict
from kieumau.wording import Text

__all__ = ["replay_verdict"]

_MOST_BYTES = 64 * 1024 * 1024
_MOST_NAMED = 5
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
    path = Path(name)
    written = read_text(path, most=_MOST_BYTES)
    before = _verdict(written, name)
    standard = _standard(before.standard, criteria, name)
    now = standard.evaluate(before.facts, engine=engine, as_if=before.as_if)
    found = list(_differences(before, now, name))
    if not found and evolve(now, produced_by=before.produced_by).to_json() != written:
        found.append(Diagnostic("KM-726", Place(name)))
    if found:
        terminal.problems(found)
        return 1
    ward = before.facts.ward
    vi = f"{_SAME.vi}: {ward.name} ({ward.code}), {before.standard.id}, {now.produced_by}."
    en = f"{_SAME.en}: {ward.name} ({ward.code}), {before.standard.id}, {now.produced_by}."
    terminal.out((vi if terminal.lang == "vi" else en) + "\n")
    return 0


def _verdict(written: str, name: str) -> Verdict:
    try:
        return Verdict.from_json(written)
    except KieumauError as error:
        raise type(error)(
            *(Diagnostic(each.code, Place(name), each.arguments) for each in error.diagnostics)
        ) from error


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
    """Yield what differs: the standard's identity first, else what cannot follow from it."""
    identity = list(_identity(before.standard, now.standard))
    for what, then, here in identity:
        yield Diagnostic("KM-704", Place(name), {"what": what, "before": then, "now": here})
    changes = list(_changes(before, now))
    for what, then, here in changes[:_MOST_NAMED]:
        yield Diagnostic("KM-704", Place(name), {"what": what, "before": then, "now": here})
    if identity or now == before:
        return
    old, new = before.to_data(), now.to_data()
    for key in (*old, *(key for key in new if key not in old)):
        if key != "produced_by" and old.get(key) != new.get(key):
            yield Diagnostic("KM-727", Place(name), {"what": key})


def _identity(before: StandardRecord, now: StandardRecord) -> Iterator[tuple[Text | str, str, str]]:
    """Yield how the standards differ, as far as that can be told apart."""
    if before.library != now.library:
        yield _LIBRARY, before.library, now.library
    then = {each.id: each.version for each in before.plugins}
    here = {each.id: each.version for each in now.plugins}
    for id_ in dict.fromkeys((*then, *here)):
        if then.get(id_) != here.get(id_):
            what = Text(_PLUGIN.vi.format(id=id_), _PLUGIN.en.format(id=id_))
            yield what, then.get(id_, "-"), here.get(id_, "-")
    if before.digest != now.digest:
        yield _DIGEST, before.digest, now.digest
    if before.text_digest != now.text_digest:
        yield _TEXT_DIGEST, before.text_digest, now.text_digest
    if (before.on, before.valid) != (now.on, now.valid):
        yield "valid", f"{before.on} {before.valid}", f"{now.on} {now.valid}"


def _changes(before: Verdict, now: Verdict) -> Iterator[tuple[Text, str, str]]:
    """Yield the outcome and the statuses that are not what they were."""
    if before.outcome is not now.outcome:
        yield _OUTCOME, before.outcome.value, now.outcome.value
    statuses = {finding.id: finding.status for finding in now.findings}
    for finding in (*before.criteria, *before.indicators):
        status = statuses.get(finding.id)
        if status is not finding.status:
            what = Text(_STATUS.vi.format(id=finding.id), _STATUS.en.format(id=finding.id))
            yield what, finding.status.value, status.value if status else "-"

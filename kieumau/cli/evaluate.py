"""``kieumau evaluate``: verdicts of one or several wards."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from kieumau.cli.inputs import Source, read_date, read_sources
from kieumau.cli.outputs import refuse_output
from kieumau.cli.replay import replay_verdict
from kieumau.cli.reports import asked_for, give, refuse_files
from kieumau.cli.terminal import Terminal
from kieumau.documents.fact_tables import each_column_once
from kieumau.documents.wire import json_line
from kieumau.engines.engine import EngineName
from kieumau.errors import Diagnostic, FactsError, KieumauError, Severity, UsageError
from kieumau.places import Place
from kieumau.plugins.discovery import plugins
from kieumau.sessions.events import Event, Listener
from kieumau.standard import Assumed, Standard, load
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

if TYPE_CHECKING:
    from kieumau.certificates.certificate import Certificate

__all__ = ["run"]


def run(
    terminal: Terminal,
    *,
    facts: tuple[str, ...],
    criteria: tuple[str, ...],
    on: str | None,
    as_if: bool,
    assumed: Assumed,
    form: str | None,
    detail: str | None,
    brief: bool,
    html: str | None,
    docx: str | None,
    engine: EngineName,
    output: str | None,
    ledger: str | None,
    replay: bool,
    trace: bool,
) -> int:
    """Evaluate the wards of the files named; or, with ``replay``, the verdicts once more."""
    if not facts:
        arguments: dict[str, str | int | Text] = {
            "name": Text("SỐ_LIỆU", "FACTS"),
            "command": "kieumau evaluate",
        }
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    if replay:
        given = (("--on", on), ("--as-if", as_if), ("--output", output), ("--trace", trace))
        pages = (("--html", html), ("--docx", docx), ("--detail", detail), ("--ledger", ledger))
        for name, value in (*given, *pages, ("--assumed count", assumed == "count")):
            if value:
                _apart("--replay", name)
        return max(replay_verdict(terminal, name, criteria, engine) for name in facts)
    asked = asked_for(form, output, html, docx, detail, brief=brief)
    day = read_date(on) if on else None
    sources = read_sources(facts)
    inputs = [*(source.path for source in sources), *map(Path, criteria)]
    refuse_files(asked, inputs)
    if ledger:
        _refuse_ledger(ledger, [*inputs, *(Path(file) for _, file in asked.files)])
    listener = _tracing(terminal, form) if trace else None
    judge = _Judge(terminal, criteria, day, assumed, engine, as_if=as_if, listener=listener)
    verdicts = judge.all(sources)
    certified = judge.certificates(verdicts) if ledger or asked.form == "certificate" else []
    give(terminal, verdicts, asked, "".join(map(_line, certified)))
    if ledger:
        _record(terminal, ledger, certified)
    return 0


def _refuse_ledger(ledger: str, others: list[Path | None]) -> None:
    """Refuse, before any work is done, a ledger that is a file of another kind."""
    from kieumau.cli.ledger.recording import ledger_path  # noqa: PLC0415 (not all need it)

    path = ledger_path(ledger)
    if path is not None:
        refuse_output(str(path), others, appended=True)


def _record(terminal: Terminal, ledger: str, certificates: "list[Certificate]") -> None:
    """Record what was shown; it is out by now, whatever the ledger says."""
    from kieumau.cli.ledger.recording import record  # noqa: PLC0415 (not all need it)

    sys.stdout.flush()
    record(terminal, ledger, certificates)


def _line(certificate: "Certificate") -> str:
    return f"{certificate.to_json()}\n"


def _apart(one: str, other: str | Text) -> None:
    raise UsageError(Diagnostic("KM-719", arguments={"one": one, "other": other}))


def _tracing(terminal: Terminal, form: str | None) -> Listener:
    """Return a listener that writes beside the result: lines to read, or JSON beside JSON."""

    def tell(event: Event) -> None:
        if form == "json":
            terminal.note(json_line(event.to_data()), asked=True)
        else:
            terminal.note(event.say(terminal.lang), asked=True)

    return tell


@frozen
class _Judge:
    """The standards of this run, each loaded once."""

    terminal: Terminal
    criteria: tuple[str, ...]
    on: date | None
    assumed: Assumed
    engine: EngineName
    as_if: bool
    listener: Listener | None = None
    loaded: dict[tuple[tuple[str, ...], date], Standard] = field(factory=dict)
    picked: set[str] = field(factory=set)

    def all(self, sources: list[Source]) -> list[Verdict]:
        """Return every ward's verdict; the problems of all are reported together."""
        verdicts, found = [], list[Diagnostic]()
        for source in sources:
            try:
                verdicts.append(self.verdict(source))
            except KieumauError as error:
                found += (each for each in _placed(error, source) if each not in found)
        if found:
            if len(sources) > 1:
                arguments = {"sound": len(verdicts), "all": len(sources)}
                found.append(Diagnostic("KM-755", arguments=arguments))
            raise FactsError(*each_column_once(found))
        return verdicts

    def certificates(self, verdicts: list[Verdict]) -> "list[Certificate]":
        """Return the verdicts' certificates."""
        from kieumau.certificates.certificate import Certificate  # noqa: PLC0415 (not all need it)

        standards = {each.record: each for each in self.loaded.values()}
        return [Certificate.of(each, standards[each.standard]) for each in verdicts]

    def verdict(self, source: Source) -> Verdict:
        criteria = self.criteria or (self.for_province(source),)
        key = (criteria, self.on or source.facts.period.last)
        if key not in self.loaded:
            self.loaded[key] = load(criteria, on=key[1], assumed=self.assumed)
        self.compare_form(source, self.loaded[key])
        return self.loaded[key].evaluate(
            source.facts, engine=self.engine, as_if=self.as_if, listener=self.listener
        )

    def compare_form(self, source: Source, standard: Standard) -> None:
        """Say what was passed over in a form, and where it was made for another standard."""
        self.terminal.problems(source.notes)
        made = source.made_for
        told = f"{source.path}: {standard.id}"
        if made is None or made.digest == standard.digest or told in self.picked:
            return
        self.picked.add(told)
        arguments: dict[str, str | int | Text] = {
            "made": made.standard,
            "on": made.on,
            "now": standard.id,
        }
        note = Diagnostic("KM-768", Place(str(source.path)), arguments, severity=Severity.WARNING)
        self.terminal.problems([note])

    def for_province(self, source: Source) -> str:
        """Return the only installed plugin that is for the ward's province, and say so."""
        province, last = source.facts.ward.province, source.facts.period.last
        infos = plugins()
        fitting = [
            each.id
            for each in infos
            if each.manifest
            and each.manifest.provinces
            and each.manifest.applies_to(province, last)
        ]
        if len(fitting) != 1:
            known = ", ".join(each.id for each in infos) or "-"
            arguments: dict[str, str | int | Text] = {
                "province": province,
                "n": len(fitting),
                "known": known,
            }
            raise UsageError(Diagnostic("KM-718", arguments=arguments))
        if fitting[0] not in self.picked:
            self.picked.add(fitting[0])
            vi = f"Dùng bộ «{fitting[0]}», theo mã tỉnh {province} của phường."
            en = f"Using «{fitting[0]}», for the ward's province {province}."
            self.terminal.note(Text(vi, en))
        return fitting[0]


def _placed(error: KieumauError, source: Source) -> list[Diagnostic]:
    """Return an error's diagnostics; those of facts without a place are about the ward's file."""
    return [
        each
        if str(each.place) or not isinstance(error, FactsError | UsageError)
        else Diagnostic(
            each.code, Place(source.name), each.arguments, each.suggestions, each.severity
        )
        for each in error.diagnostics
    ]

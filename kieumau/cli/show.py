"""``kieumau show``: a standard as in force on a date, or how it differs from another."""

from pathlib import Path

from attrs import frozen

from kieumau.cli.inputs import latest_said, read_date, read_standard_chain
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_data, to_json
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import Chain, read_chain
from kieumau.program.digest import program_data
from kieumau.render.standard_page import Page
from kieumau.render.standard_report import standard_page
from kieumau.render.standard_targets import targets_data
from kieumau.rules.targets import Targets
from kieumau.standard import Standard, standard_of

__all__ = ["run"]

_STDOUT = "-"


def run(
    terminal: Terminal,
    *,
    standard: str,
    on: str | None,
    measures: bool,
    instruments: bool,
    coverage: bool,
    diff: str | None,
    diff_on: str | None,
    form: str | None,
    html: str | None,
    markdown: str | None,
    output: str | None,
) -> int:
    """Show a standard; without a date, as it is after its last change, which is said."""
    target = _target(form, html, markdown, output)
    extras = {"--measures": measures, "--instruments": instruments, "--coverage": coverage}
    compared = {"--diff": diff is not None, "--diff-on": diff_on is not None}
    _apart(compared)
    for option, given in compared.items():
        for extra, asked in extras.items():
            _apart({option: given, extra: asked})
    refuse_output(target.output, [Path(standard)])
    chain, day = read_standard_chain(standard, on)
    if not on:
        terminal.note(latest_said(day))
    if diff is not None:
        before = standard_of(_other_chain(chain, diff), day)
        return _compare(terminal, target, before, standard_of(chain, day))
    if diff_on is not None:
        earlier, later = sorted((day, read_date(diff_on)))
        return _compare(terminal, target, standard_of(chain, earlier), standard_of(chain, later))
    found = standard_of(chain, day)
    targets = {each.manifest.id: each.targets for each in chain.plugins if each.targets}
    if target.form == "json":
        deliver(terminal, _json(found, targets), target.output)
        return 0
    whole = target.form == "html"
    page = standard_page(
        found.composed,
        found.record,
        terminal.lang,
        targets=targets,
        measures=measures or whole,
        instruments=instruments or whole,
        coverage=coverage or whole,
    )
    _deliver_page(terminal, target, page)
    return 0


# --- where and how


@frozen
class _Target:
    """The form asked for, and the file it goes to."""

    form: str
    output: str | None


def _target(
    form: str | None, html: str | None, markdown: str | None, output: str | None
) -> _Target:
    """Return what ``--html`` and ``--markdown``, short for two other options, come to."""
    short = {"--html": html, "--markdown": markdown}
    given = {option: file is not None for option, file in short.items()}
    _apart(given)
    for option, file in short.items():
        if file is None:
            continue
        name = option.removeprefix("--")
        _apart({option: True, "--format": form not in (None, name)})
        _apart({option: file != _STDOUT, "--output": output is not None})
        return _Target(name, output if file == _STDOUT else file)
    return _Target(form or "text", output)


def _apart(given: dict[str, bool]) -> None:
    """Refuse two options that do not go together."""
    both = [option for option, asked in given.items() if asked]
    if len(both) > 1:
        raise UsageError(Diagnostic("KM-719", arguments={"one": both[0], "other": both[1]}))


def _deliver_page(terminal: Terminal, target: _Target, page: Page) -> None:
    match target.form:
        case "html":
            from kieumau.render.html.standard import page_html  # noqa: PLC0415 (an extra)

            deliver(terminal, page_html(page, terminal.lang), target.output)
        case form:
            deliver_page(terminal, page, target.output, markdown=form == "markdown")


def _json(standard: Standard, targets: dict[str, Targets]) -> str:
    return to_json(
        {
            "digest": standard.digest,
            "text_digest": standard.text_digest,
            "composed": to_data(standard.composed),
            "targets": {id_: targets_data(each) for id_, each in targets.items()},
            "program": program_data(standard.program),
        }
    )


# --- what differs


def _other_chain(chain: Chain, other: str) -> Chain:
    """Return the chain to compare with: the one named, else what the last layer stands on.

    Raises
    ------
    UsageError
        KM-770: there is no layer below. KM-771: the other stands on another base.
    """
    top = chain.plugins[-1].manifest
    if not other:
        below = chain.below
        if below is None:
            raise UsageError(Diagnostic("KM-770", arguments={"id": top.id}))
        return below
    found = read_chain([other])
    ours, theirs = chain.base.id, found.base.id
    if ours != theirs:
        arguments = {"one": top.id, "base": ours, "other": found.asked[0], "base_other": theirs}
        raise UsageError(Diagnostic("KM-771", arguments=arguments))
    return found


def _compare(terminal: Terminal, target: _Target, before: Standard, after: Standard) -> int:
    from kieumau.render.standard_diff import compared  # noqa: PLC0415 (not all need it)
    from kieumau.render.standard_diff_page import difference_page  # noqa: PLC0415 (as above)
    from kieumau.render.standard_glance import difference_data  # noqa: PLC0415 (as above)

    difference = compared(before.composed, after.composed)
    if target.form == "json":
        data = {
            "before": _named(before),
            "after": _named(after),
            **difference_data(difference),
        }
        deliver(terminal, to_json(data), target.output)
    else:
        page = difference_page(difference, before.record, after.record, terminal.lang)
        _deliver_page(terminal, target, page)
    return 0


def _named(standard: Standard) -> dict[str, str]:
    return {"id": standard.id, "on": standard.on.isoformat(), "digest": standard.digest}

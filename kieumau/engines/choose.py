"""Choosing an engine: which runs here, and why, in words a report can print.

>>> choose(Program((), ()), "plain").why.en
'plain: asked for'
"""

import sys
from difflib import get_close_matches
from functools import cache

from attrs import frozen

from kieumau.engines.engine import Engine, EngineName
from kieumau.engines.plain import Plain
from kieumau.engines.rete import ReteFor, driver
from kieumau.errors import Diagnostic, EngineError, UsageError
from kieumau.program.steps import Program
from kieumau.wording import Text

__all__ = ["Availability", "Chosen", "availability", "choose"]

_NAMES = ("auto", "rete", "plain")


@frozen
class Availability:
    """Whether durable_rules runs here, and which version, or why not and what to do."""

    available: bool
    why: Text


@frozen
class Chosen:
    """The engine that will run, and why it is that one."""

    engine: Engine
    why: Text


@cache
def availability() -> Availability:
    """Return whether durable_rules runs here; found out once. Safe in any thread."""
    try:
        driver()
    except EngineError as error:
        return Availability(available=False, why=_said(error))
    python = ".".join(map(str, sys.version_info[:3]))
    durable = f"durable_rules {_version()}"
    return Availability(
        available=True, why=Text(f"{durable} trên Python {python}", f"{durable} on Python {python}")
    )


def choose(program: Program, name: EngineName = "auto") -> Chosen:
    """Return the engine for a program, and why.

    ``auto`` is rete where durable_rules imports and can bear the program, otherwise plain; both
    give the same truths.

    Raises
    ------
    EngineError
        KM-601, KM-602: ``rete`` was asked for and cannot run this program here.
    UsageError
        KM-606: no engine has that name.
    """
    match name:
        case "plain":
            return Chosen(Plain(program), Text("plain: được yêu cầu", "plain: asked for"))
        case "rete":
            driver()
            return _rete(program)
        case "auto":
            return _auto(program)
        case _:
            close = tuple(get_close_matches(str(name).casefold(), _NAMES, 1))
            arguments = {"name": str(name)}
            raise UsageError(Diagnostic("KM-606", arguments=arguments, suggestions=close))


def _auto(program: Program) -> Chosen:
    found = availability()
    if not found.available:
        return _instead(program, found.why)
    try:
        return _rete(program)
    except EngineError as error:
        return _instead(program, _said(error))


def _rete(program: Program) -> Chosen:
    engine = ReteFor(program)
    why = availability().why
    return Chosen(engine, Text(f"rete: {why.vi}", f"rete: {why.en}"))


def _instead(program: Program, why: Text) -> Chosen:
    return Chosen(Plain(program), Text(f"plain: {why.vi}", f"plain: {why.en}"))


def _said(error: EngineError) -> Text:
    """Return an error as one line: what is wrong, and what to do."""
    problem = error.diagnostics[0]
    vi, en = (f"{problem.message(lang)}. {problem.hint(lang)}" for lang in ("vi", "en"))
    return Text(vi, en)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 (slow, rare)

    try:
        return version("durable-rules")
    except PackageNotFoundError:  # a copy on the path, not installed by name
        return "?"

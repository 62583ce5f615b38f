"""Checking a plugin: every problem of its files, on every date it is in force, and its cases."""

import os
from datetime import date

from kieumau.authoring.cases import run_cases
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.dates import boundaries
from kieumau.standard import standard_of

__all__ = ["check"]


def check(path: str | os.PathLike[str]) -> list[Diagnostic]:
    """Return every problem of a plugin, in source order.

    Its files are read, it is composed on every date on which something changes, and its cases are
    run. Nothing is raised for what is wrong inside the plugin.

    Parameters
    ----------
    path
        A plugin's folder, or the id of an installed one.
    """
    problems = Problems()
    try:
        chain = read_chain([path], problems)
        if problems.errors:
            return list(problems.errors)
        _check_dates(chain, problems)
        if not problems.errors:
            for result in run_cases(chain, problems):
                problems.extend(result.differences)
    except KieumauError as error:
        problems.extend(error.diagnostics)
    return list(problems.errors)


def _check_dates(chain: Chain, problems: Problems) -> None:
    """Compose and compile on every date on which something changes, while a set is in force."""
    for day in (*boundaries(chain), date.max):
        if any(day in issued.valid for issued in chain.base.sets):
            try:
                standard_of(chain, day)
            except KieumauError as error:
                problems.extend(error.diagnostics)

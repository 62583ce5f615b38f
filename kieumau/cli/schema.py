"""``kieumau schema``: JSON Schemas of what goes in and out."""

from difflib import get_close_matches
from typing import Any

from kieumau.cli.inputs import read_standard_chain
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.schemas import facts_schema
from kieumau.documents.verdict_schema import verdict_schema
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, UsageError
from kieumau.standard import standard_of
from kieumau.wording import Text

__all__ = ["run"]


def run(terminal: Terminal, *, what: str, criteria: str | None, output: str | None) -> int:
    """Print the schema of facts, of any standard or of one, or of a verdict."""
    refuse_output(output)
    if what == "facts":
        schema = facts_schema() if criteria is None else _of(criteria)
    elif what == "verdict":
        if criteria is not None:
            arguments = {"one": "verdict", "other": "--criteria"}
            raise UsageError(Diagnostic("KM-719", arguments=arguments))
        schema = verdict_schema()
    else:
        allowed = ("facts", "verdict")
        near = tuple(get_close_matches(what, allowed, 1))
        option = Text("LOẠI", "KIND")
        said: dict[str, str | int | Text] = {
            "found": what,
            "option": option,
            "allowed": ", ".join(allowed),
        }
        raise UsageError(Diagnostic("KM-716", arguments=said, suggestions=near))
    deliver(terminal, to_json(schema), output)
    return 0


def _of(criteria: str) -> dict[str, Any]:
    chain, day = read_standard_chain(criteria, None)
    return standard_of(chain, day).facts_schema()

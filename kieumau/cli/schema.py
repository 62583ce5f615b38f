"""``kieumau schema``: JSON Schemas of what goes in and out, and of what authors write."""

from difflib import get_close_matches
from typing import Any

from kieumau.authoring.known import known_of
from kieumau.certificates.schema import certificate_schema
from kieumau.cli.inputs import read_standard_chain
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.difference_schema import difference_schema
from kieumau.documents.file_schemas import FILE_KINDS, file_schema
from kieumau.documents.schemas import facts_schema
from kieumau.documents.targets_schema import targets_report_schema
from kieumau.documents.verdict_schema import verdict_schema
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import read_chain
from kieumau.plugins.discovery import installed
from kieumau.standard import standard_of
from kieumau.wording import Text

__all__ = ["run"]

_KINDS = (*FILE_KINDS, "facts", "verdict", "certificate", "targets-report", "difference")

_OF_NO_STANDARD = ("verdict", "certificate", "targets-report", "difference")


def run(terminal: Terminal, *, what: str, criteria: str | None, output: str | None) -> int:
    """Print the schema of a file people write, of facts, or of a verdict."""
    refuse_output(output)
    if what not in _KINDS:
        near = tuple(get_close_matches(what.casefold(), _KINDS, 1))
        said: dict[str, str | int | Text] = {
            "found": what,
            "option": Text("LOẠI", "KIND"),
            "allowed": ", ".join(_KINDS),
        }
        raise UsageError(Diagnostic("KM-716", arguments=said, suggestions=near))
    if what in _OF_NO_STANDARD and criteria is not None:
        arguments = {"one": what, "other": "--criteria"}
        raise UsageError(Diagnostic("KM-719", arguments=arguments))
    deliver(terminal, to_json(_schema(what, criteria)), output)
    return 0


def _schema(what: str, criteria: str | None) -> dict[str, Any]:
    match what, criteria:
        case "verdict", _:
            return verdict_schema()
        case "targets-report", _:
            return targets_report_schema()
        case "certificate", _:
            return certificate_schema()
        case "difference", _:
            return difference_schema()
        case "facts", None:
            return facts_schema()
        case "facts", str():
            chain, day = read_standard_chain(criteria, None)
            return standard_of(chain, day).facts_schema()
        case _, None:
            return file_schema(what)
        case _, str():
            chain = read_chain([criteria])
            return file_schema(what, known_of(chain, own=chain.asked[0] not in installed()))
    raise AssertionError(what)

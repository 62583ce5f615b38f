"""Diagnostics as a SARIF 2.1.0 log, for editors and code hosts (OASIS, 27 March 2020).

Columns are counted in UTF-16 units and said to be; nothing in the log depends on the clock.
"""

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kieumau.cli.diagnostics import utf16_column
from kieumau.errors import Diagnostic
from kieumau.messages import MESSAGES
from kieumau.places import Place
from kieumau.wording import LANGUAGES, Lang, Text

__all__ = ["sarif_log"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ARGUMENT = re.compile(r"\{[a-z_]+\}")


def sarif_log(diagnostics: Sequence[Diagnostic], lang: Lang) -> dict[str, Any]:
    """Return the log of one run, its texts in ``lang`` and in both languages under properties."""
    codes = sorted({each.code for each in diagnostics})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "kieumau",
                        "version": version("kieumau"),
                        "language": lang,
                        "rules": [_rule(code, lang) for code in codes],
                    }
                },
                "language": lang,
                "columnKind": "utf16CodeUnits",
                "results": [_result(each, codes, lang) for each in diagnostics],
            }
        ],
    }


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    said = MESSAGES[code]
    message, hint = _general(said.message), _general(said.hint)
    return {
        "id": code,
        "shortDescription": {"text": message.say(lang)},
        "help": {"text": hint.say(lang)},
        "properties": {"shortDescription": _both(message), "help": _both(hint)},
    }


def _result(diagnostic: Diagnostic, codes: list[str], lang: Lang) -> dict[str, Any]:
    said = Text(*(_said(diagnostic, each) for each in LANGUAGES))
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": said.say(lang)},
        "locations": _locations(diagnostic.place),
        "properties": {"message": _both(said), "suggestions": list(diagnostic.suggestions)},
    }


def _said(diagnostic: Diagnostic, lang: Lang) -> str:
    return f"{diagnostic.message(lang)}. {diagnostic.hint(lang)}".strip()


def _general(text: Text) -> Text:
    """Return a message's words with dots for what it speaks of."""
    vi, en = (_ARGUMENT.sub("...", said) for said in (text.vi, text.en))
    return Text(*(said.replace("{{", "{").replace("}}", "}") for said in (vi, en)))


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _locations(place: Place) -> list[dict[str, Any]]:
    if not place.file:
        return []
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line and not place.sheet:
        physical["region"] = {"startLine": place.line, "startColumn": utf16_column(place)}
    return [{"physicalLocation": physical}]


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())

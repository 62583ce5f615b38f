"""What is asked for, and what makes it impossible before anything is written."""

import re
from datetime import date
from pathlib import Path

from attrs import frozen

from kieumau.authoring.scaffold.names import slug
from kieumau.documents.fields import RULE_ID, personal_data
from kieumau.documents.nodes import unseen
from kieumau.errors import Diagnostic, PluginError, UsageError
from kieumau.language.fold import clean
from kieumau.places import Place
from kieumau.plugins.chain import Chain, folder_beside, read_chain
from kieumau.plugins.dates import boundaries
from kieumau.plugins.discovery import find, installed
from kieumau.rules.facts import NO_PROVINCE
from kieumau.rules.periods import Validity
from kieumau.wording import Text, say_date

__all__ = [
    "DEFAULT_BASE",
    "Request",
    "base_chain",
    "default_day",
    "default_province",
    "read_id",
    "read_name",
    "read_province",
    "span_on",
]

DEFAULT_BASE = "tai-lap-5764"

_SOME_DAY = date(2025, 1, 1)  # for a base that is in force at all times
_MOST_NAME, _MOST_ID = 100, 60
_CODE = re.compile(r"[0-9]{2}")


@frozen
class Request:
    """A plugin to be.

    Attributes
    ----------
    name
        The province, as people write it.
    refines
        The installed plugin it stands on.
    day
        When it comes into force.
    package
        Whether it is to be an installable package.
    """

    name: str
    id: str
    refines: str
    province: str
    day: date
    package: bool = False


def read_name(text: str) -> str:
    """Return a province's name.

    Raises
    ------
    UsageError
        KM-741: there are no letters in it, it is too long, or it holds what no name does.
    """
    name = clean(text)
    lettered = any(each.isalpha() for each in name)
    if not lettered or len(name) > _MOST_NAME or unseen(text) or personal_data(name):
        raise UsageError(Diagnostic("KM-741", arguments={"found": name[:_MOST_NAME]}))
    return name


def read_id(text: str) -> str:
    """Return a plugin's id.

    Raises
    ------
    UsageError
        KM-742: it is no id, or one that is installed already.
    """
    why = None
    if not RULE_ID.fullmatch(text) or len(text) > _MOST_ID:
        why = Text(
            "mã chỉ gồm a-z, 0-9 và dấu gạch nối ở giữa, dài không quá 60 ký tự",
            "an id is made of a-z, 0-9 and inner hyphens, 60 characters at most",
        )
    elif text in installed():
        why = Text("đã có bộ tiêu chí mang mã này", "a plugin of that id is installed")
    if why:
        near = tuple(each for each in (slug(text)[:_MOST_ID].strip("-"),) if each and each != text)
        raise UsageError(Diagnostic("KM-742", arguments={"id": text, "why": why}, suggestions=near))
    return text


def base_chain(refines: str, id_: str, folder: Path | None = None) -> Chain:
    """Return the chain of the plugin that ``id_`` is to refine.

    Parameters
    ----------
    folder
        Where the new one will stand: what it refines is installed, or stands beside it, or it could
        not be loaded by itself. None before that is known.

    Raises
    ------
    KieumauError
        KM-411, KM-414: there is no such plugin. KM-415: it is neither installed nor beside the
        folder. Or its files are wrong.
    """
    if refines in installed():
        return read_chain([refines])
    if folder is None:
        return _read_folder(refines)
    beside = folder_beside(folder.absolute(), refines)
    if beside is None:
        arguments = {"id": id_, "below": refines}
        raise PluginError(Diagnostic("KM-415", Place(refines), arguments))
    return read_chain([beside])


def _read_folder(refines: str) -> Chain:
    """Return the chain of a folder; one an installed plugin of its id would hide is refused."""
    chain = read_chain([refines])
    own = chain.own
    if own.id in installed() and find(own.id).path.resolve() != own.path.resolve():
        where = {"id": own.id, "packages": f"{own.manifest.place}, {find(own.id).path.name}"}
        raise PluginError(Diagnostic("KM-412", own.manifest.place, where))
    return chain


def read_province(text: str, chain: Chain, day: date) -> str:
    """Return a province's code.

    Raises
    ------
    UsageError
        KM-743: it is none. KM-744: the plugin refined is for other provinces.
    """
    if not _CODE.fullmatch(text):
        raise UsageError(Diagnostic("KM-743", arguments={"found": text}))
    for plugin in chain.plugins:
        manifest = plugin.manifest
        if not manifest.applies_to(text, day):
            known = [scope.code for scope in manifest.provinces if day in scope.valid]
            arguments = {"code": text, "id": manifest.id, "known": ", ".join(known) or "-"}
            raise UsageError(Diagnostic("KM-744", arguments=arguments, suggestions=tuple(known)))
    return text


def default_province(chain: Chain, day: date) -> str:
    """Return the province the plugin refined is for; the code of none where it is for all."""
    codes = [
        scope.code
        for plugin in chain.plugins
        for scope in plugin.manifest.provinces
        if day in scope.valid
    ]
    return codes[-1] if codes else NO_PROVINCE


def span_on(chain: Chain, day: date) -> Validity:
    """Return how long a base that is in force on a day is.

    Raises
    ------
    UsageError
        KM-762: it is not.
    """
    spans = _spans(chain)
    for span in spans:
        if day in span:
            return span
    dates = Text(
        "; ".join(span.said().vi for span in spans) or "-",
        "; ".join(span.said().en for span in spans) or "-",
    )
    arguments: dict[str, str | int | Text] = {
        "on": say_date(day),
        "id": chain.asked[0],
        "dates": dates,
    }
    raise UsageError(Diagnostic("KM-762", arguments=arguments))


def default_day(chain: Chain) -> date:
    """Return a day from which nothing of the base changes: the first of a year where one is.

    Written down in the base, so that it does not depend on today.
    """
    spans = _spans(chain)
    inside = [day for day in boundaries(chain) if any(day in span for span in spans)]
    if not inside:
        return _SOME_DAY
    last = inside[-1]
    new_year = date(last.year + (last > date(last.year, 1, 1)), 1, 1)
    return new_year if any(new_year in span for span in spans) else last


def _spans(chain: Chain) -> list[Validity]:
    """Return when a set is in force, and every plugin of the chain is for some province."""
    spans = [issued.valid for issued in chain.base.sets]
    for plugin in chain.plugins:
        if scopes := plugin.manifest.provinces:
            spans = [
                span for each in spans for scope in scopes if (span := _meet(each, scope.valid))
            ]
    return list(dict.fromkeys(spans))


def _meet(one: Validity, other: Validity) -> Validity | None:
    start = max((day for day in (one.start, other.start) if day), default=None)
    until = min((day for day in (one.until, other.until) if day), default=None)
    return None if start and until and until <= start else Validity(start, until)

"""Certificates as text: read strictly, one or several of them, each with its place.

Read is more than a certificate's own form allows: other spaces, another order of keys. `verify`
says where a text is not canonical, and goes on. What would mean different things to different
readers is refused here: a key twice, a fraction, a number beyond 2^53, half a character.
"""

import json
from collections.abc import Iterator
from functools import cache
from json.decoder import JSONDecodeError
from typing import Any, NoReturn

from attrs import frozen

from kieumau.certificates.schema import FORMAT, MOST_NUMBER, certificate_schema
from kieumau.documents.json_nodes import read_json
from kieumau.documents.schema_check import misfit
from kieumau.documents.schema_strict import Schema
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["Written", "bare", "read_certificate", "read_certificates"]

_FAMILY = "kieumau/certificate/"
_MOST_DIGITS = 17
_LONGEST = 200
"""What a message quotes of a text that may be of any length."""
_MOST_READ_TWICE = 4 * 1024 * 1024
_FRACTION = Text("có số lẻ hoặc quá lớn", "it holds a fraction, or too large a number")
_HALF = Text("có nửa ký tự", "it holds half a character")
_TWICE = Text("có khóa lặp lại", "a key is written twice")
_DEEP = Text("lồng nhau quá sâu", "it is nested too deep")
_NO_JSON = Text("không phải JSON", "it is not JSON")
_EMPTY = Text("không có chứng thư nào", "there is none in it")
_FORMAT = Text("trường format ghi «{found}»", "its format is «{found}»")
_SHAPE = Text("sai hoặc thiếu ở «{path}»", "something is wrong or missing at «{path}»")
_WHOLE = Text("cả tệp", "the whole")


@frozen
class Written:
    """A certificate as it stands in a file.

    Attributes
    ----------
    text
        Its text, without the line end after it.
    data
        What the text says, of the shape of a certificate.
    place
        Where it begins.
    """

    text: str
    data: dict[str, Any]
    place: Place


class _RefusedError(ValueError):
    """Something JSON allows and a certificate does not."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def read_certificates(text: str, file: str = "") -> tuple[Written, ...]:
    """Return the certificates of a file: one, or one a line.

    Raises
    ------
    DocumentError
        KM-680, KM-681, or a mistake in the JSON with its line and column.
    """
    found = list(_pieces(text, file))
    if not found:
        raise DocumentError(Diagnostic("KM-680", Place(file), {"why": _EMPTY}))
    return tuple(found)


def read_certificate(text: str, file: str = "", line: int = 1) -> Written:
    """Return the certificate a text is.

    Raises
    ------
    DocumentError
        KM-680, KM-681, or a mistake in the JSON with its line and column.
    """
    place = Place(file, line, 1) if file else Place()
    data = _json(text, place)
    said = data.get("format") if isinstance(data, dict) else None
    if isinstance(said, str) and said != FORMAT and said.startswith(_FAMILY):
        found = said[: len(_FAMILY) + _LONGEST]
        raise DocumentError(Diagnostic("KM-681", place, {"found": found, "known": FORMAT}))
    if isinstance(said, str) and said != FORMAT:
        raise _refused(place, _FORMAT.filled(found=said[:_LONGEST]))
    path = misfit(data, _schema())
    if path is not None:
        raise _refused(place, _SHAPE.filled(path=path[:_LONGEST] or _WHOLE))
    return Written(text, data, place)


def bare(text: str) -> str:
    r"""Return a certificate's text without what is no part of it: a mark before, a line end after.

    >>> bare("\ufeff{}\r\n")
    '{}'
    """
    return text.removeprefix("\ufeff").removesuffix("\n").removesuffix("\r")


def _pieces(text: str, file: str) -> Iterator[Written]:
    lines = text.removesuffix("\n").split("\n")
    if len(lines) > 1 and not _several(lines):
        yield read_certificate(text.removesuffix("\n"), file)
        return
    for at, line in enumerate(lines, 1):
        if line.strip():
            yield read_certificate(line, file, at)


def _several(lines: list[str]) -> bool:
    """Return whether the first line with anything in it is a whole object: one a line."""
    first = next((line.strip() for line in lines if line.strip()), "")
    return first.startswith("{") and first.endswith("}")


def _json(text: str, place: Place) -> Any:  # noqa: ANN401 (JSON data)
    try:
        data = json.loads(
            text,
            parse_float=_no_number,
            parse_int=_number,
            parse_constant=_no_number,
            object_pairs_hook=_once,
        )
        text.encode()
        json.dumps(data, ensure_ascii=False).encode()  # \ud800 is half a character only once read
    except RecursionError:
        raise _refused(place, _DEEP) from None
    except UnicodeEncodeError:
        raise _refused(place, _HALF) from None
    except (JSONDecodeError, _RefusedError) as error:
        if len(text) <= _MOST_READ_TWICE:  # beyond, it takes minutes
            read_json(text, place.file, place.line or 1)  # says where, if it is a mistake there too
        elif place.file and isinstance(error, JSONDecodeError):
            place = Place(place.file, place.line + error.lineno - 1, error.colno)
        raise _refused(place, getattr(error, "why", _NO_JSON)) from None
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError(_TWICE)
    return found


def _number(word: str) -> int:
    if len(word) > _MOST_DIGITS or abs(int(word)) > MOST_NUMBER or word == "-0":
        _no_number(word)
    return int(word)


def _no_number(_word: str) -> NoReturn:
    raise _RefusedError(_FRACTION)


def _refused(place: Place, why: Text) -> DocumentError:
    return DocumentError(Diagnostic("KM-680", place, {"why": why}))


@cache
def _schema() -> Schema:
    """Return the schema, made once; never changed, so any thread may read it."""
    return certificate_schema()

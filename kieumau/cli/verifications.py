"""Verifications in words and as data: each certificate, each check, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from kieumau.certificates.verifying import Check, CheckKind, Held, Verification
from kieumau.cli.caveats import caveats, notices
from kieumau.cli.check import diagnostic_data
from kieumau.cli.diagnostics import report_lines
from kieumau.errors import Diagnostic
from kieumau.render.speech import clean
from kieumau.wording import Count, Lang, Text, say_date

__all__ = ["FORMAT", "verification_data", "verification_lines"]

FORMAT = "kieumau/verification/1"
_MOST_NAMED = 5
_INDENT = "    "
_MARKS = {Held.HELD: "✓", Held.FAILED: "✗", Held.OPEN: "?", Held.NOT_ASKED: "–"}
_HEAD = Text(
    "Chứng thư: {ward} ({code}), bộ «{standard}» ngày {on}: {outcome}",
    "Certificate: {ward} ({code}), «{standard}» on {on}: {outcome}",
)
_OUTCOMES: Mapping[str, Text] = MappingProxyType(
    {
        "met": Text("đạt", "met"),
        "not_met": Text("không đạt", "not met"),
        "undetermined": Text("chưa đủ căn cứ", "undetermined"),
    }
)
_ALL = Text("Mọi mục cần kiểm tra đều đúng.", "Everything that was asked for holds.")
_NOT_ALL = Text(
    "Có mục cần kiểm tra không đúng hoặc chưa rõ.", "Not everything that was asked for holds."
)
_CAUTION = Text(
    "Kiểm tra chứng thư không cho biết số liệu có đúng với thực tế hay không.",
    "Verifying a certificate does not say whether its figures are true.",
)
_SEVERAL = Text(
    "{n} chứng thư: {good} chứng thư đúng ở mọi mục cần kiểm tra.",
    "{n:certificate|certificates}: everything that was asked for holds of {good}.",
)
_OF = Text("Chứng thư thứ {which}: {said}", "Certificates {which}: {said}")
_SAID: Mapping[tuple[CheckKind, Held], Text] = MappingProxyType(
    {
        (CheckKind.DIGEST, Held.HELD): Text(
            "Mã băm: nội dung và quy tắc đúng như mã băm ghi ({digest}).",
            "Digest: the content and the rules are those of the digests stated ({digest}).",
        ),
        (CheckKind.DIGEST, Held.FAILED): Text(
            "Mã băm: nội dung không còn đúng như khi cấp.",
            "Digest: the content is not what was certified.",
        ),
        (CheckKind.STEPS, Held.HELD): Text(
            "Từng bước: cả {n} bước đều suy ra được từ số liệu.",
            "Steps: {n:step follows|steps follow} from the facts, each by its rule.",
        ),
        (CheckKind.STEPS, Held.FAILED): Text(
            "Từng bước: có bước không suy ra được từ số liệu.",
            "Steps: not every step follows from the facts.",
        ),
        (CheckKind.REPLAY, Held.HELD): Text(
            "Tính lại: bộ tiêu chí cho ra đúng chứng thư này.",
            "Replay: the standard gives this very certificate.",
        ),
        (CheckKind.REPLAY, Held.FAILED): Text(
            "Tính lại: bộ tiêu chí cho ra kết quả khác.",
            "Replay: the standard gives something else.",
        ),
        (CheckKind.REPLAY, Held.OPEN): Text(
            "Tính lại: không làm được ở đây.", "Replay: it cannot be done here."
        ),
        (CheckKind.REPLAY, Held.NOT_ASKED): Text(
            "Tính lại: không yêu cầu.", "Replay: not asked for."
        ),
        (CheckKind.SIGNATURE, Held.HELD): Text(
            "Chữ ký: của người giữ khóa này, khớp với nội dung.",
            "Signature: by the holder of this key, of this content.",
        ),
        (CheckKind.SIGNATURE, Held.FAILED): Text(
            "Chữ ký: không có giá trị với khóa này.", "Signature: not good under this key."
        ),
    }
)
_UNSIGNED = Text("Chữ ký: không có.", "Signature: there is none.")
_SIGNED = Text(
    "Chữ ký: có, chưa kiểm tra (cần --public-key).",
    "Signature: there is one, not verified (that needs --public-key).",
)


def verification_lines(found: Sequence[Verification], lang: Lang) -> Iterator[str]:
    """Yield the lines of a report on certificates."""
    for verification in found:
        yield from _lines(verification, lang)
        yield ""
    if len(found) > 1:
        good = sum(each.holds for each in found)
        yield _SEVERAL.say(lang).format(n=Count(len(found)), good=good)
    yield _CAUTION.say(lang)
    said = {at: caveats(each.written.data) for at, each in enumerate(found, 1)}
    yield from notices(said, _OF, lang)


def verification_data(file: str, verification: Verification) -> dict[str, Any]:
    """Return a verification as plain data."""
    data = verification.written.data
    return {
        "file": file,
        "line": verification.written.place.line,
        "ward": {key: data["facts"]["ward"][key] for key in ("code", "name")},
        "standard": {key: data["standard"][key] for key in ("id", "on", "digest")},
        "outcome": data["outcome"],
        "reason": data["reason"],
        "digest": data["digest"],
        "holds": verification.holds,
        "checks": {
            check.kind.value: {
                "held": check.held.value,
                "diagnostics": [diagnostic_data(each) for each in check.problems],
            }
            for check in verification.checks
        },
    }


def _lines(verification: Verification, lang: Lang) -> Iterator[str]:
    data = verification.written.data
    ward, standard = data["facts"]["ward"], data["standard"]
    yield _HEAD.say(lang).format(
        ward=clean(ward["name"]),
        code=clean(ward["code"]),
        standard=standard["id"],
        on=_day(standard["on"]),
        outcome=_OUTCOMES[data["outcome"]].say(lang),
    )
    for check in verification.checks:
        said = _sentence(check, data).say(lang)
        slots = {"digest": data["digest"], "n": Count(len(data["steps"]))}
        yield f"{_MARKS[check.held]} {said.format(**slots)}"
        yield from (f"{_INDENT}{line}" for line in report_lines(_named(check), lang))
    yield (_ALL if verification.holds else _NOT_ALL).say(lang)


def _sentence(check: Check, data: Mapping[str, Any]) -> Text:
    if (check.kind, check.held) == (CheckKind.SIGNATURE, Held.NOT_ASKED):
        return _SIGNED if "signature" in data else _UNSIGNED
    return _SAID[check.kind, check.held]


def _named(check: Check) -> Sequence[Diagnostic]:
    """Return a check's problems, and how many more there are than are worth reading."""
    shown, more = check.problems[:_MOST_NAMED], len(check.problems) - _MOST_NAMED
    return (*shown, Diagnostic("KM-687", arguments={"n": more})) if more > 0 else shown


def _day(iso: str) -> str:
    """Return a day as it is said; one that does not exist as it is written."""
    try:
        return say_date(date.fromisoformat(iso))
    except ValueError:
        return iso

"""The end of an evaluation of several wards: a line each, and how many of each outcome."""

from collections.abc import Iterator, Sequence

from kieumau.render.as_markdown import escape
from kieumau.render.as_text import summary
from kieumau.render.opening import OUTCOME, notices
from kieumau.render.speech import Voice, clean, say, speak
from kieumau.verdicts.verdict import Outcome, Verdict
from kieumau.wording import Lang, Text

__all__ = ["closing"]

_TITLE = Text("Tổng hợp {n} phường", "Summary of {n} wards")
_LISTED = Text("Kết quả chung", "In all")


def closing(verdicts: Sequence[Verdict], lang: Lang, heading: str = "") -> str:
    """Return the summary of several verdicts; ``heading`` makes it Markdown."""
    markdown = bool(heading)
    title = _TITLE.say(lang).format(n=len(verdicts))
    lines = [f"{heading}{title}", ""] if markdown else [title.upper(), "-" * len(title)]
    for verdict in verdicts:
        said = summary(verdict, lang, notice=False)
        lines.append(f"- {escape(said)}" if markdown else said)
    lines.append("")
    lines.append(f"{_LISTED.say(lang)}: {_counts(verdicts, lang)}.")
    for notice in _notices(verdicts, lang):
        lines += ["", f"> {escape(notice)}"] if markdown else [f"! {notice}"]
    return "\n".join(lines) + "\n"


def _notices(verdicts: Sequence[Verdict], lang: Lang) -> Iterator[str]:
    """Yield each notice once, naming the wards it is for where it is not for all."""
    voice = Voice(lang)
    wards: dict[str, list[str]] = {}
    for verdict in verdicts:
        for notice in notices(verdict):
            ward = f"{clean(verdict.facts.ward.name)} ({clean(verdict.facts.ward.code)})"
            wards.setdefault(speak(notice, voice), []).append(ward)
    for said, named in wards.items():
        yield said if len(named) == len(verdicts) else f"{', '.join(named)}: {said}"


def _counts(verdicts: Sequence[Verdict], lang: Lang) -> str:
    voice = Voice(lang)
    counted = ((each, sum(v.outcome is each for v in verdicts)) for each in Outcome)
    return ", ".join(f"{n} {speak(say(OUTCOME[each]), voice)}" for each, n in counted if n)

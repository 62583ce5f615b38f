"""The end of an evaluation of several wards: a line each, and how many of each outcome."""

from collections.abc import Sequence

from kieumau.render.as_markdown import escape
from kieumau.render.as_text import summary
from kieumau.render.opening import OUTCOME, notices
from kieumau.render.speech import Voice, say, speak
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
    voice = Voice(lang)
    said_once = (speak(each, voice) for verdict in verdicts for each in notices(verdict))
    for notice in dict.fromkeys(said_once):
        lines += ["", f"> {escape(notice)}"] if markdown else [f"! {notice}"]
    return "\n".join(lines) + "\n"


def _counts(verdicts: Sequence[Verdict], lang: Lang) -> str:
    voice = Voice(lang)
    counted = ((each, sum(v.outcome is each for v in verdicts)) for each in Outcome)
    return ", ".join(f"{n} {speak(say(OUTCOME[each]), voice)}" for each, n in counted if n)

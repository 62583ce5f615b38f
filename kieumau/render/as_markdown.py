"""A verdict as Markdown (CommonMark), with nothing a fact's text could break."""

import re
from collections.abc import Iterator

from kieumau.render.as_text import summary
from kieumau.render.detail import Detail
from kieumau.render.layout import MARKS, OUTCOME_MARKS, legend
from kieumau.render.lines import Line, Report, Role
from kieumau.render.phrasebook import Phrase
from kieumau.render.report import report
from kieumau.render.speech import Voice, joined, say, speak
from kieumau.render.telling import paragraph, path_report
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

__all__ = ["escape", "markdown"]

_MEANT = re.compile(r"[\\`*_{}\[\]#|~$]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp)(://)|\b(www)(\.)")
_LIST = re.compile(r"([0-9]+)([.)])(?=\s|$)")


def escape(text: str) -> str:
    r"""Return text from data so that Markdown shows it as it is, wherever on a line it stands.

    >>> escape("Phường *Mẫu* <b>1_2</b> | x")
    'Phường \\*Mẫu\\* &lt;b&gt;1\\_2&lt;/b&gt; \\| x'
    """
    marked = _MEANT.sub(r"\\\g<0>", text).translate(_HTML)
    unlinked = _AUTOLINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", marked)
    return _at_start(unlinked)


def _at_start(text: str) -> str:
    """Return text that opens no list, quotation or heading at the start of a line."""
    if text[:1] in ("-", "+", "=", "!"):
        return f"\\{text}"
    return _LIST.sub(r"\1\\\2", text, count=1) if _LIST.match(text) else text


def _link(said: str, url: str) -> str:
    return f"[{said}](<{url}>)"


def markdown(verdict: Verdict, lang: Lang = "vi", detail: Detail = 3) -> str:
    """Return a verdict as Markdown."""
    voice = Voice(lang, escape, _link)
    match detail:
        case 0:
            return f"{escape(summary(verdict, lang))}\n"
        case 1:
            return f"{speak(joined(*paragraph(verdict), between=' '), voice)}\n"
        case 2:
            return _whole(path_report(verdict), voice)
        case 3:
            return _whole(report(verdict), voice)


def _whole(said: Report, voice: Voice) -> str:
    lines = [*_opening(said, voice)]
    for section in said.sections:
        lines += ["", f"## {speak(section.title, voice)}", ""]
        if section.marked:
            lines += [legend(voice), ""]
        for line in section.lines:
            lines += (
                _criterion(line, voice) if line.role is Role.CRITERION else _item(line, 0, voice)
            )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _opening(said: Report, voice: Voice) -> Iterator[str]:
    yield f"# {speak(said.title, voice)}"
    yield ""
    for line in said.head:
        yield from _item(line, 0, voice)
    label, outcome = speak(say(Phrase.CONCLUSION), voice), speak(said.outcome_said, voice).upper()
    yield ""
    yield f"**{OUTCOME_MARKS[said.outcome]} {label}: {outcome}**"
    for each in said.why:
        yield ""
        yield speak(each, voice)
    for each in said.notices:
        yield ""
        yield f"> {speak(each, voice)}"


def _criterion(line: Line, voice: Voice) -> Iterator[str]:
    yield ""
    yield f"### {_marked(line)}{speak(line.said, voice)}{_tags(line, voice)}"
    yield ""
    for each in line.lines:
        yield from _item(each, 0, voice)


def _item(line: Line, depth: int, voice: Voice) -> Iterator[str]:
    if line.role is Role.LEAD and depth == 0:
        yield from ("", speak(line.said, voice), "")
        return
    label, said = speak(line.label, voice), speak(line.said, voice)
    strong = f"**{said}**" if line.role.heading else said
    start = f"**{label}:** " if label else ""
    yield f"{'  ' * depth}- {_marked(line)}{start}{strong}{_tags(line, voice)}".rstrip()
    for each in line.lines:
        yield from _item(each, depth + 1, voice)


def _marked(line: Line) -> str:
    return f"{MARKS[line.status]} " if line.status else ""


def _tags(line: Line, voice: Voice) -> str:
    said = speak(joined(*line.tags, between="; "), voice)
    return f" — {said}" if said else ""

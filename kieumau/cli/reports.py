"""What ``kieumau evaluate`` gives of its verdicts: on the screen, and in files written together."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from kieumau.cli.outputs import refuse_output
from kieumau.cli.summaries import closing
from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path, write_all
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, UsageError
from kieumau.render.as_text import rich_text, text
from kieumau.render.detail import DETAILS, Detail
from kieumau.render.rendering import TOLD, render
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang, Text

__all__ = ["Asked", "asked_for", "give", "refuse_files"]

_TEXT, _HTML, _DOCX = "text", "html", "docx"
_MOST: Detail = DETAILS[-1]


@frozen
class Asked:
    """What is to be given, and where.

    Attributes
    ----------
    form, output
        The form of the result and the file it goes to; none is standard output.
    beside
        Files written as well: their form and name.
    """

    form: str
    output: str | None
    detail: Detail
    brief: bool
    beside: tuple[tuple[str, str], ...]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """The forms and names of every file."""
        return (*self.beside, *(((self.form, self.output),) if self.output else ()))

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form asked for."""
        return (self.form, *(form for form, _ in self.beside))


def asked_for(
    form: str | None,
    output: str | None,
    html: str | None,
    docx: str | None,
    detail: str | None,
    *,
    brief: bool,
) -> Asked:
    """Return what the options come to; with a page alone, the screen gets a line for each ward.

    Raises
    ------
    UsageError
        KM-719: options that do not go together. KM-713: a Word file has no place on a screen.
    """
    chosen = form or _TEXT
    if brief:
        _apart("--brief", f"--format {chosen}", unless=chosen == _TEXT)
        _apart("--brief", "--detail", unless=detail is None)
    if detail is not None:
        _apart("--detail", f"--format {chosen}", unless=chosen in TOLD)
    if chosen == _DOCX and output is None:
        arguments: dict[str, str | int | Text] = {"name": "--output", "command": "kieumau evaluate"}
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    pages = {"--html": html, "--docx": docx}
    named = {**pages, "--output": output}
    seen: dict[Path, str] = {}
    for option, file in named.items():
        if file is not None:
            _apart(seen.get(real_path(file), ""), option, unless=real_path(file) not in seen)
            seen[real_path(file)] = option
    beside = tuple((option.removeprefix("--"), file) for option, file in pages.items() if file)
    alone = bool(beside) and form is None and output is None and not brief
    told = DETAILS[int(detail)] if detail is not None else DETAILS[0] if alone else _MOST
    return Asked(chosen, output, told, brief, beside)


def _apart(one: str, other: str, *, unless: bool) -> None:
    if not unless:
        raise UsageError(Diagnostic("KM-719", arguments={"one": one, "other": other}))


def refuse_files(asked: Asked, inputs: Iterable[Path | None]) -> None:
    """Refuse, before any work is done, a file that is an input or no ordinary file."""
    read = tuple(inputs)
    for _, file in asked.files:
        refuse_output(file, read)


def give(
    terminal: Terminal, verdicts: Sequence[Verdict], asked: Asked, certified: str = ""
) -> None:
    """Write every file, all or none, then what goes to standard output.

    Parameters
    ----------
    certified
        The certificates, a line each, where they are the form asked for.

    Raises
    ------
    UsageError
        KM-740: a Word file is one ward's.
    MissingExtraError
        KM-732.
    """
    if _DOCX in asked.forms and len(verdicts) > 1:
        raise UsageError(Diagnostic("KM-740", arguments={"n": len(verdicts)}))
    made = {
        real_path(file): _bytes(verdicts, form, terminal.lang, asked, certified)
        for form, file in asked.files
    }
    write_all(made)
    for _, file in asked.files:
        terminal.note(Text(f"Đã ghi {file}.", f"Wrote {file}."))
    if asked.output is not None:
        return
    if asked.form == _TEXT and terminal.interactive:
        _show(terminal, verdicts, asked)
    else:
        terminal.out(_bytes(verdicts, asked.form, terminal.lang, asked, certified).decode())


def _bytes(
    verdicts: Sequence[Verdict], form: str, lang: Lang, asked: Asked, certified: str
) -> bytes:
    match form:
        case "certificate":
            return certified.encode()
        case "html":
            from kieumau.render.html.verdict import verdicts_html  # noqa: PLC0415 (an extra)

            return verdicts_html(verdicts, lang).encode()
        case "docx":
            from kieumau.render.word.verdict import verdict_docx  # noqa: PLC0415 (an extra)

            return verdict_docx(verdicts[0], lang)
        case "json" if len(verdicts) > 1:
            return to_json([verdict.to_data() for verdict in verdicts]).encode()
        case "json":
            return render(verdicts[0], "json", lang).encode()
        case _:
            return _told(verdicts, form, lang, asked).encode()


def _told(verdicts: Sequence[Verdict], form: str, lang: Lang, asked: Asked) -> str:
    """Return the verdicts in words, several with a summary; which is all, where a line is asked."""
    several, markdown = len(verdicts) > 1, form == "markdown"
    said: list[str] = []
    if asked.detail or not several:
        for each in verdicts:
            if markdown:
                said.append(render(each, "markdown", lang, detail=asked.detail))
            else:
                said.append(text(each, lang, detail=asked.detail, brief=asked.brief))
    if several:
        said.append(closing(verdicts, lang, heading="## " if markdown else ""))
    return "\n".join(said)


def _show(terminal: Terminal, verdicts: Sequence[Verdict], asked: Asked) -> None:
    several = len(verdicts) > 1
    if asked.detail or not several:
        for position, verdict in enumerate(verdicts):
            if position:
                terminal.out("\n")
            shown = rich_text(verdict, terminal.lang, detail=asked.detail, brief=asked.brief)
            terminal.show(shown)
    if several:
        between = "\n" if asked.detail else ""
        terminal.out(between + closing(verdicts, terminal.lang))

"""``kieumau show``: a standard as in force on a date."""

from kieumau.cli.inputs import read_standard_chain
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.wire import to_data, to_json
from kieumau.program.digest import program_data
from kieumau.render.rendering import Format
from kieumau.render.standard_markdown import page_markdown
from kieumau.render.standard_report import standard_page
from kieumau.render.standard_text import RichPage, page_text
from kieumau.standard import Standard, standard_of
from kieumau.wording import Text, say_date

__all__ = ["run"]


def run(
    terminal: Terminal,
    *,
    standard: str,
    on: str | None,
    measures: bool,
    coverage: bool,
    form: Format,
    output: str | None,
) -> int:
    """Show a standard; without a date, as it is after its last change, which is said."""
    refuse_output(output)
    chain, day = read_standard_chain(standard, on)
    if not on:
        said = say_date(day)
        vi = f"Theo quy định có hiệu lực ngày {said} (lần thay đổi gần nhất); đổi bằng --on."
        en = f"As in force on {said} (the latest change); choose another with --on."
        terminal.note(Text(vi, en))
    found = standard_of(chain, day)
    if form == "json":
        deliver(terminal, _json(found), output)
        return 0
    page = standard_page(
        found.composed, found.record, terminal.lang, measures=measures, coverage=coverage
    )
    if form == "markdown":
        deliver(terminal, page_markdown(page), output)
    elif terminal.interactive and output is None:
        terminal.show(RichPage(page))
    else:
        deliver(terminal, page_text(page), output)
    return 0


def _json(standard: Standard) -> str:
    return to_json(
        {
            "digest": standard.digest,
            "text_digest": standard.text_digest,
            "composed": to_data(standard.composed),
            "program": program_data(standard.program),
        }
    )

"""A page as a command gives it: laid out in a terminal, else as plain text or Markdown."""

from kieumau.cli.outputs import deliver
from kieumau.cli.terminal import Terminal
from kieumau.render.standard_markdown import page_markdown
from kieumau.render.standard_page import Page
from kieumau.render.standard_text import RichPage, page_text

__all__ = ["deliver_page"]


def deliver_page(
    terminal: Terminal, page: Page, output: str | None = None, *, markdown: bool = False
) -> None:
    """Give a page to the terminal in its width and colours; to a file or a pipe as text."""
    if markdown:
        deliver(terminal, page_markdown(page), output)
    elif terminal.interactive and output is None:
        terminal.show(RichPage(page))
    else:
        deliver(terminal, page_text(page), output)

"""``kieumau ledger export``: a ledger as lines that others can check without kieumau."""

from collections.abc import Iterator

from attrs import define

from kieumau.cli.ledger.recording import ledger_path
from kieumau.cli.outputs import deliver_lines, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.ledger.entry import Entry, Head, entry_line
from kieumau.ledger.ledger import Ledger
from kieumau.wording import Count, Text

__all__ = ["run"]

_DONE = Text("{n} mục, mã băm cuối: {hash}", "{n:entry|entries}, head: {hash}")


def run(terminal: Terminal, *, where: str, output: str | None) -> int:
    """Write every entry as a line, and say where the chain ended."""
    refuse_output(output, [ledger_path(where)])
    with Ledger.open(where) as ledger:
        counted = _Counted(ledger.entries())
        deliver_lines(terminal, counted.lines(), output)
    terminal.note(_DONE.filled(n=Count(counted.count), hash=counted.head.hash))
    return 0


@define
class _Counted:
    """Entries being written, counted on the way."""

    entries: Iterator[Entry]
    count: int = 0
    head: Head = Head()

    def lines(self) -> Iterator[str]:
        for entry in self.entries:
            self.count += 1
            self.head = Head(entry.seq, entry.hash)
            yield entry_line(entry)

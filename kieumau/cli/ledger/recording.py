"""``kieumau evaluate --ledger``: record what was shown."""

from collections.abc import Sequence
from pathlib import Path

from kieumau.certificates.certificate import Certificate
from kieumau.cli.terminal import Terminal
from kieumau.ledger.ledger import Ledger
from kieumau.wording import Text

__all__ = ["ledger_path", "record"]

_ONE = Text("Đã ghi vào {name}: mục {first}.", "Recorded in {name}: entry {first}.")
_SEVERAL = Text(
    "Đã ghi vào {name}: mục {first} đến {last}.", "Recorded in {name}: entries {first} to {last}."
)
_HEAD = Text("Mã băm cuối: {hash}", "Head: {hash}")


def record(terminal: Terminal, where: str, certificates: Sequence[Certificate]) -> None:
    """Record certificates, all or none, and say where the chain ends now.

    Raises
    ------
    LedgerError
        The ledger does not take them.
    """
    with Ledger.open(where) as ledger:
        entries = ledger.extend(certificates)
        name = ledger.name
    if not entries:
        return
    said = _ONE if len(entries) == 1 else _SEVERAL
    terminal.note(said.filled(name=name, first=entries[0].seq, last=entries[-1].seq))
    terminal.note(_HEAD.filled(hash=entries[-1].hash))


def ledger_path(where: str | None) -> Path | None:
    """Return the file a ledger is; None for an address."""
    return None if where is None or "://" in where else Path(where)

"""What a ledger's SQLite file begins with, so that it is known for one without being opened.

>>> is_ledger_file(Path("no such file"))
False
"""

from pathlib import Path
from typing import Final

__all__ = ["APPLICATION", "MAGIC", "is_ledger_file"]

MAGIC: Final = b"SQLite format 3\x00"
APPLICATION: Final = 0x6B6D6C67  # "kmlg"
_AT: Final = 68  # where SQLite keeps an application's id


def is_ledger_file(path: Path) -> bool:
    """Return whether a file is a ledger: kept in SQLite, and marked as ours."""
    try:
        with path.open("rb") as file:
            head = file.read(_AT + 4)
    except OSError:
        return False
    return head.startswith(MAGIC) and head[_AT:] == APPLICATION.to_bytes(4, "big")

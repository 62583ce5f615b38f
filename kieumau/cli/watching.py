"""Waiting for files to be saved: the one door to watchfiles.

What counts as a change is decided by looking at the files themselves; the library only says when
to look, so nothing saved while a check was running is missed, nor a folder that goes and comes.
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from kieumau.errors import MissingExtraError
from kieumau.plugins.folder import ENDINGS
from kieumau.wording import Text

__all__ = ["need_watching", "saves"]

_LOOK_AGAIN = 1.0  # seconds without a word before the files are looked at all the same
_State: TypeAlias = dict[str, tuple[int, int]]


def need_watching() -> None:
    """Refuse at once where watchfiles is not installed.

    Raises
    ------
    MissingExtraError
        KM-732.
    """
    try:
        import watchfiles  # noqa: F401, PLC0415 (an extra)
    except ImportError:
        raise MissingExtraError("watch", Text("tùy chọn --watch", "the option --watch")) from None


def saves(folders: Sequence[Path]) -> Iterator[None]:
    """Yield at once, and again after every change of a document in the folders, until interrupted.

    Changes made while the caller is at work are yielded when it asks again.
    """
    while True:
        before = _state(folders)
        yield
        while _state(folders) == before:
            _wait(folders)


def _wait(folders: Sequence[Path]) -> None:
    """Return once something happens in the folders, or after a moment."""
    from watchfiles import watch  # noqa: PLC0415 (an extra)

    there = [folder for folder in folders if folder.is_dir()]
    if len(there) < len(folders):
        time.sleep(_LOOK_AGAIN / 2)
        return
    try:
        notices = watch(
            *there,
            watch_filter=None,
            debounce=200,
            step=50,
            rust_timeout=int(_LOOK_AGAIN * 1000),
            yield_on_timeout=True,
        )
        next(notices, None)
    except OSError:  # gone between looking and watching
        time.sleep(_LOOK_AGAIN / 2)


def _state(folders: Sequence[Path]) -> _State:
    """Return when each document was last written, and its size."""
    found: _State = {}
    for folder in folders:
        for at, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(at, name)  # noqa: PTH118 (as os.walk gives it)
                if not name.lower().endswith(ENDINGS):
                    continue
                try:
                    status = os.stat(path)  # noqa: PTH116
                except OSError:
                    continue
                found[path] = (status.st_mtime_ns, status.st_size)
    return found

"""A bar for long work: how much is done, how fast, and how long the rest takes. On screens only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from kieumau.wording import Lang, Text, say_number

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["progress_bar"]

_PATIENCE = 1.0
"""Seconds in which work is done before anyone wonders."""
_RATE = Text("{n} phường/giây", "{n} wards/s")
_DONE = Text("{n} phường", "{n} wards")
_WORKING = Text("Đang đánh giá", "Judging")


@contextmanager
def progress_bar(size: int, lang: Lang) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told how much of the work is done, and how many wards that is.

    Nothing is shown where standard error is no terminal, nor before the work has taken a second.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _wards: None
        return
    began = monotonic()
    bar: list[tuple[Progress, Any]] = []

    def tell(done: int, wards: int) -> None:
        seconds = monotonic() - began
        if not bar and seconds < _PATIENCE:
            return
        if not bar:
            bar.append(_bar(size, lang))
        progress, task = bar[0]
        rate = _RATE.say(lang).format(n=say_number(int(wards / seconds), lang))
        said = _DONE.say(lang).format(n=say_number(wards, lang))
        progress.update(task, completed=done, rate=rate, wards=said)

    try:
        yield tell
    finally:
        for progress, _ in bar:
            progress.stop()


def _bar(size: int, lang: Lang) -> "tuple[Progress, Any]":
    from rich.console import Console  # noqa: PLC0415 (only a screen needs it)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.fields[wards]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        transient=True,
    )
    task = progress.add_task(_WORKING.say(lang), total=size or None, rate="", wards="")
    progress.start()
    return progress, task

"""Words: a text per row of the words whose columns hold there, put together by a separator.

It is by far the dearest column of a result. Polars has a way four times as fast as joining a word
or null per column: columns taken together as bits of a number, and the number looked up.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen

__all__ = ["SEPARATOR", "Words", "with_words"]

SEPARATOR = ";"
_BITS = 11
"""Columns taken together; more make the table of texts too large for fast memory."""


@frozen
class Words:
    """Columns of booleans that are never null, and the word each stands for, in order."""

    parts: Sequence[tuple[str, str]]


def with_words(frame: Any, name: str, words: Words) -> Any:  # noqa: ANN401 (lazy or not)
    """Return a frame with the text of the words put beside it; empty where none holds."""
    if frame.implementation.is_polars():
        native = frame.to_native().with_columns(_looked_up(words).alias(name))
        return nw.from_native(native)
    said = [nw.when(nw.col(column)).then(nw.lit(word)) for column, word in words.parts]
    joined = nw.concat_str(*said, separator=SEPARATOR, ignore_nulls=True)
    return frame.with_columns(joined.alias(name))


def _looked_up(words: Words) -> Any:  # noqa: ANN401 (an expression of polars)
    import polars as pl  # noqa: PLC0415 (a frame of it came in)

    def text(part: Sequence[tuple[str, str]]) -> pl.Expr:
        bits = [
            pl.when(pl.col(column)).then(pl.lit(1 << at, pl.UInt16)).otherwise(pl.lit(0, pl.UInt16))
            for at, (column, _) in enumerate(part)
        ]
        number = pl.sum_horizontal(bits).cast(pl.UInt32)
        return pl.lit(pl.Series(list(_table([word for _, word in part])))).gather(number)

    texts = [text(part) for part in _parts(words.parts)]
    return pl.concat_str(texts, separator=SEPARATOR, ignore_nulls=True)


def _table(words: Sequence[str]) -> Iterator[str | None]:
    """Yield the text for every choice of the words, as the bits of its position say."""
    for chosen in range(1 << len(words)):
        said = [word for at, word in enumerate(words) if chosen >> at & 1]
        yield SEPARATOR.join(said) if said else None


def _parts(of: Sequence[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    for at in range(0, len(of), _BITS):
        yield of[at : at + _BITS]

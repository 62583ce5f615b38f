"""Words: a text per row of the words whose columns hold there, put together by a separator.

It is by far the dearest column of a result. Polars has a way four times as fast as joining a word
or null per column: columns taken together as bits of a number, and the number looked up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from kieumau.engines.columnar.dialect import NARWHALS, Dialect, Expr

__all__ = ["SEPARATOR", "text_of"]

SEPARATOR = ";"
Words: TypeAlias = Sequence[tuple[str, str]]
"""Columns of booleans that are never null, and the word each stands for, in order."""

_BITS = 11
"""Columns taken together; more make the table of texts too large for fast memory."""


def text_of(dialect: Dialect, words: Words) -> Expr:
    """Return the text of the words; empty where none holds."""
    return _joined(dialect, words) if dialect is NARWHALS else _looked_up(words)


def _joined(dialect: Dialect, words: Words) -> Expr:
    said = [dialect.when(dialect.col(column)).then(dialect.lit(word)) for column, word in words]
    return dialect.concat_str(*said, separator=SEPARATOR, ignore_nulls=True)


def _looked_up(words: Words) -> Expr:
    import polars as pl  # noqa: PLC0415 (a frame of it came in)

    zero, *bits = (pl.lit(each, pl.UInt16) for each in (0, *(1 << at for at in range(_BITS))))

    def text(part: Words) -> pl.Expr:
        held = [
            pl.when(pl.col(column)).then(bit).otherwise(zero)
            for (column, _), bit in zip(part, bits, strict=False)
        ]
        number = pl.sum_horizontal(held).cast(pl.UInt32)
        return pl.lit(pl.Series(_table(word for _, word in part))).gather(number)

    texts = [text(part) for part in _parts(words)]
    return pl.concat_str(texts, separator=SEPARATOR, ignore_nulls=True)


def _table(words: Iterable[str]) -> list[str | None]:
    """Return the text for every choice of the words, as the bits of its position say.

    >>> _table(["a", "b"])
    [None, 'a', 'b', 'a;b']
    """
    table: list[str | None] = [None]
    for word in words:
        table += [f"{text}{SEPARATOR}{word}" if text else word for text in table]
    return table


def _parts(of: Words) -> Iterator[Words]:
    for at in range(0, len(of), _BITS):
        yield of[at : at + _BITS]

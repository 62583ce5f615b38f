"""Which wards have been met before for the same period, in little memory however many there are.

Of each row two hashes of its ward and period are kept, 128 bits together, and where it stood. They
lie in sorted runs, each about twice as long as the next, so that a chunk is looked up and taken in
by a time that grows with the rows and hardly with their number: 24 bytes a row.
"""

import polars as pl
from attrs import define, field

__all__ = ["KEY", "Repeated"]

KEY = ("province", "ward_code", "period_from", "period_to")
_SEEDS = (0x5764, 0xB0CA)


@define
class Repeated:
    """The rows met so far. Mutable; for one thread.

    Attributes
    ----------
    runs
        Sorted by the first hash, the longest first.
    """

    runs: list[pl.DataFrame] = field(factory=list)

    def meet(self, wards: pl.DataFrame, places: pl.Series) -> pl.DataFrame:
        """Take rows in; return which were met before, and where: columns ``row`` and ``first``.

        Parameters
        ----------
        wards
            The columns of `KEY`, a row a ward.
        places
            Where each stands, as a number.
        """
        seen = pl.DataFrame(
            {
                "row": pl.Series(values=range(wards.height), dtype=pl.UInt32),
                "a": wards.select(KEY).hash_rows(_SEEDS[0]),
                "b": wards.select(KEY).hash_rows(_SEEDS[1]),
                "place": places.cast(pl.UInt64),
            }
        ).sort("a", "b", "row")
        firsts = seen.group_by("a", "b", maintain_order=True).first()
        again = [self._within(run, firsts) for run in self.runs]
        earlier = pl.concat(again) if again else _no_places()
        known = seen.join(
            firsts.select("a", "b", "row", "place").join(earlier, on="row", how="left"),
            on=["a", "b"],
            how="left",
            suffix="_first",
        )
        repeated = known.filter(
            (pl.col("row") != pl.col("row_first")) | pl.col("first").is_not_null()
        )
        new = firsts.join(earlier, on="row", how="anti").select("a", "b", "place")
        self._keep(new)
        first = pl.coalesce("first", "place_first")
        return repeated.select("row", first.alias("first")).sort("row")

    def _within(self, run: pl.DataFrame, firsts: pl.DataFrame) -> pl.DataFrame:
        """Return which rows a run holds, and where they stood first."""
        at = run["a"].search_sorted(firsts["a"], side="left").clip(upper_bound=run.height - 1)
        found = run[at]
        same = (found["a"] == firsts["a"]) & (found["b"] == firsts["b"])
        rows = firsts.filter(same)["row"]
        return pl.DataFrame({"row": rows, "first": found.filter(same)["place"]})

    def _keep(self, new: pl.DataFrame) -> None:
        """Put rows that are new into the runs; runs of like length become one."""
        if new.is_empty():
            return
        run = new.sort("a")
        while self.runs and self.runs[-1].height < 2 * run.height:
            run = pl.concat([self.runs.pop(), run]).sort("a")
        self.runs.append(run.rechunk())


def _no_places() -> pl.DataFrame:
    return pl.DataFrame(schema={"row": pl.UInt32, "first": pl.UInt64})

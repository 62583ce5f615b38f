"""A sweep as JSON, ``kieumau/sweep/1``, and as a table of plain figures (CSV)."""

import csv
import io
from decimal import Decimal

from kieumau.documents.wire import to_data, to_json
from kieumau.render.sweep_data import Sweep

__all__ = ["FORMAT", "sweep_csv", "sweep_json"]

FORMAT = "kieumau/sweep/1"


def sweep_json(sweep: Sweep) -> str:
    """Return a sweep as JSON: the same sweep, the same bytes."""
    return to_json({"format": FORMAT, **to_data(sweep)})


def sweep_csv(sweep: Sweep) -> str:
    """Return a sweep as CSV: a line for each point of each group, the notices in every line.

    What is a simulation says so wherever its lines are copied to.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    ids = [each.indicator for each in sweep.thresholds]
    counts = ("wards", "met", "not_met", "undetermined")
    writer.writerow(["year", *ids, "in_force", *counts, "notices"])
    notices = " ".join(each.vi for each in sweep.notices)
    for group in sweep.groups:
        for points, count in zip(sweep.pairs, group.counts, strict=True):
            writer.writerow(
                [
                    "" if group.year is None else group.year,
                    *(_plain(each.at) for each in points),
                    "true" if all(each.now for each in points) else "false",
                    group.wards,
                    count.met,
                    count.not_met,
                    count.undetermined,
                    notices,
                ]
            )
    return out.getvalue()


def _plain(number: Decimal) -> str:
    return format(number, "f")

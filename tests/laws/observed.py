"""Single tests decided anew from a verdict's JSON, with fractions and dates and nothing of kieumau.

Read are comparisons with constants and measures, ranges, sets and yes/no; derived measures where
their parts, or they themselves, are known exactly. What it cannot tell it says so.
"""

import re
from datetime import date
from fractions import Fraction

SAID = ("not_met", "undetermined", "met")
ZERO = {"unmet": "not_met", "unknown": "undetermined"}
OPPOSITE = {"≠": "=", "<": "≥", ">": "≤"}
TEST = re.compile(r"(not in|in|between|[=≠<≤>≥]) (.+)")
DAY = re.compile(r"(\d+)/(\d+)/?(\d*)$|(\d{4})-(\d\d)-(\d\d)$")
NUMBER = re.compile(r"-?\d[\d.]*")


def decide(finding, verdict):
    """Return the status a test must have by the facts; None where this cannot tell."""
    measures = {each["id"]: each for each in verdict["standard"]["measures"]}
    read = Reader(measures, verdict["facts"]["facts"], verdict["facts"]["period"]["to"][:4])
    tested = measures[finding["measures"][0]]
    found = TEST.fullmatch(finding["title"]["en"].removeprefix(tested["name"]["en"]).strip())
    op, said = found.groups() if found else ("=", "yes")
    other = next((each["id"] for each in measures.values() if each["name"]["en"] == said), None)
    ends = [other] if other else said.split("..") if op == "between" else [said]
    left, *right = [read.span(each) for each in (tested["id"], *ends[: bool(other)])]
    if left == ():
        return ZERO.get(finding["if_zero"], finding["if_zero"])
    if any(each and "none" in each for each in (left, *right)):
        return "not_met"
    if None in (left, *right):
        return "undetermined" if read.open(finding["measures"]) else None
    if tested["kind"] in ("choice", "yes/no"):
        ids = {each["name"]["en"]: each["id"] for each in tested.get("choices", ())} | {"yes": True}
        among = left[0] in [ids[each] for each in said.strip("{}").split("; ")]
        return SAID[2 * (among is (op in ("=", "in")))]
    right = right or [(read.literal(each),) * 2 for each in ends]
    ops = ("≥", "≤") if op == "between" else (op,)
    truth = min(compare(left, each, end) for each, end in zip(ops, right, strict=True))
    return SAID[truth] if truth != 1 or not read.derived(finding["measures"]) else None


def compare(left, op, right):
    """Return 2 where two spans compare so everywhere, 0 where nowhere, else 1."""
    if op in OPPOSITE:
        return 2 - compare(left, OPPOSITE[op], right)
    least = 2 if left[0] >= right[1] else 0 if left[1] < right[0] else 1
    most = 2 if left[1] <= right[0] else 0 if left[0] > right[1] else 1
    return {"≥": least, "≤": most, "=": min(least, most)}[op]


class Reader:
    """What the facts of a verdict say of its measures."""

    def __init__(self, measures, facts, year):
        self.measures, self.year = measures, year
        self.facts = {
            id_: fact if isinstance(fact, dict) else {"value": fact} for id_, fact in facts.items()
        }

    def literal(self, said):
        """Return a number, a day as its number, or any other value as it is."""
        if day := DAY.match(str(said)):
            d, m, y, *iso = day.groups()
            return date(*map(int, iso if iso[0] else (y or self.year, m, d))).toordinal()
        number = NUMBER.match(str(said))
        return Fraction(number[0]) if number else said

    def derived(self, ids):
        """Return whether any of the measures is derived."""
        return any("derived" in self.measures[id_] for id_ in ids)

    def open(self, ids):
        """Return whether nothing at all is known of a base measure, or of all of these."""
        known = {"value", "between", "reported"}
        unknown = [known.isdisjoint(self.facts.get(id_, ())) for id_ in ids]
        return all(unknown) or (any(unknown) and not self.derived(ids))

    def span(self, id_):
        """Return (low, high); () over a zero denominator; None where it is open or not read."""
        (how, made), *_ = [*self.measures[id_].get("derived", {}).items(), ("", {})]
        of = made["of"] if how == "sum" else made.values()
        parts, fact = [self.span(each) for each in of], self.facts.get(id_, {})
        if how in ("ratio", "change") and parts[how == "ratio"] == (0, 0):
            return ()
        if parts and all(each and each[0] == each[1] for each in parts):
            one, two = parts[0][0], parts[-1][0]
            scale = 100 if self.measures[id_]["kind"] == "percent" else 1
            values = {
                "sum": lambda: sum(each[0] for each in parts),
                "difference": lambda: one - two,
                "ratio": lambda: scale * one / two,
                "change": lambda: 100 * (two - one) / one,
            }
            return (values[how](),) * 2
        if "between" in fact:
            return tuple(map(self.literal, fact["between"]))
        return (self.literal(fact["value"]),) * 2 if "value" in fact else None

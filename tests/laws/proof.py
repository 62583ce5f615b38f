"""An independent checker of explanations: it reads verdict JSON and nothing of kieumau."""

import operator as o
from datetime import date
from fractions import Fraction as F

OPS = {"=": o.eq, "≠": o.ne, "<": o.lt, "≤": o.le, ">": o.gt, "≥": o.ge}
TRUTH = {"not_met": 0, "undetermined": 1, "met": 2, "not_applicable": 2, "waived": 2}


def check(verdict):
    """Return the ids of findings that do not follow, and how many tests were decided anew."""
    measures = {each["id"]: each for each in verdict["standard"]["measures"]}
    facts, wrong, decided = verdict["facts"]["facts"], [], 0
    year, ends = verdict["facts"]["period"]["to"][:4], {"met": 2, "not_met": 0, "undetermined": 1}

    def number(value, m):
        if isinstance(value, str) and value[4:5] == "-":
            return date.fromisoformat(value).toordinal()
        return F(str(value).rstrip("%")) if m["kind"] in NUMBERS else value

    def known(id_):  # every value it may have, as (low, high); None if open; () if there is none
        m, fact = measures[id_], facts.get(id_)
        parts = [known(part) for part in parts_of(m)]
        if parts and all(part and part[0] == part[1] for part in parts):
            one, two = parts[0][0], parts[-1][0]
            made = derived(m, [part[0] for part in parts], one, two)
            return () if made is None else (made, made)
        if "ratio" in m.get("derived", {}) and parts[1] == (0, 0):
            return ()
        value = fact.get("value") if isinstance(fact, dict) else fact
        if isinstance(fact, dict) and "between" in fact:
            return tuple(number(end, m) for end in fact["between"])
        if value is None or (isinstance(fact, dict) and "reported" in fact):
            return None
        return ("none", "none") if value == "none" else (number(value, m),) * 2

    return known, facts, wrong, decided, year, ends

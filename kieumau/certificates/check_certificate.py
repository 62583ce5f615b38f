"""Check kieumau certificates without kieumau: one file, the Python standard library, 3.8 or later.

    python3 -I check_certificate.py CERTIFICATE.json [...]

For every certificate (a file holds one, or one a line) this says which of these hold:

  form     the text is JSON in RFC 8785 form (sorted keys, no spaces), nothing twice, no fractions
  digest   the SHA-256 stated is that of the text without "digest" and "signature"
  program  the program makes sense, and the standard's digest stated is its SHA-256
  figures  the integers compared are what the facts say, in the period they are about
  steps    every step has the truth, and the reason, that its program and the figures give it
  outcome  the outcome is what the steps come to

It decides everything anew from the facts and the program, and then compares. It does not know
whether the facts are true, whether the program is that of a law, nor who made the certificate: for
the second compare the standard's digest with one you trust, for the third ask for a signature.
Exit code: 0 all hold, 1 something does not, 2 no certificate.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

FORMAT = "kieumau/certificate/1"
PARTS = ("form", "digest", "program", "figures", "steps", "outcome")
NAMES = ("dạng chuẩn", "mã băm", "quy tắc", "số liệu", "từng bước", "kết luận")
MOST, LONGEST = 64 * 1024 * 1024, 300
SAFE, SAFE_DIGITS = 2**53 - 1, 17
CONDITION = 4  # so many parts has the id of a condition: criterion/indicator/part/plugin/...
ZERO = {"met": "met", "not_applicable": "met", "unmet": "unmet", "unknown": "unknown"}
WHOLE = re.compile(r"(0|-?[1-9][0-9]{0,39})\Z")
NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?\Z")
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
REPORTED = re.compile("([-+\u2212]?)([0-9]+(?: [0-9]{3})*)(?:[.,]([0-9]+))?(?![0-9.,])")


class NoCertificateError(Exception):
    """The text is no certificate of a kind this file knows."""


# --- JSON: read strictly, written in RFC 8785 form


def read(text: str) -> Any:
    """Return JSON as plain data, refusing what two programs may read differently."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise NoCertificateError("a key is written twice")
        return found

    def whole(word: str) -> int:
        if len(word) > SAFE_DIGITS or abs(int(word)) > SAFE or word == "-0":
            raise NoCertificateError("a number is too large: " + word[:20])
        return int(word)

    def refuse(word: str) -> NoReturn:
        raise NoCertificateError("not a whole number: " + word[:20])

    try:
        return json.loads(
            text,
            parse_int=whole,
            parse_float=refuse,
            parse_constant=refuse,
            object_pairs_hook=once,
        )
    except RecursionError:
        raise NoCertificateError("nested too deep") from None
    except ValueError as error:
        raise NoCertificateError(f"not JSON: {error}") from None


def canonical(value: Any) -> str:
    """Return data in RFC 8785 form: no spaces, keys by their UTF-16 code units."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # escapes only what must be
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def sha256(value: Any) -> str:
    """Return the SHA-256, in hexadecimal, of data in RFC 8785 form."""
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


# --- shape: what a certificate is made of, field by field, and nothing else


def fits(value: Any, shape: Any) -> bool:
    """Return whether data has a shape.

    A type; a pattern of text; a text, or true, itself; a tuple of shapes, any of which will do; a
    list of the shape of each item, how few and how many there may be; an object by its keys, "?"
    marking those that may be absent, "*" standing for any and "--*" for days without a year.
    """
    if isinstance(shape, type):
        return type(value) is shape
    if shape is True:
        return value is True
    if isinstance(shape, str):
        return type(value) is str and value == shape
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.match(value) is not None
    if isinstance(shape, tuple):
        return any(fits(value, each) for each in shape)
    if isinstance(shape, list):
        each, least, most = shape
        right = isinstance(value, list) and least <= len(value) <= most
        return right and all(fits(inner, each) for inner in value)
    if not isinstance(value, dict):
        return False
    if "--*" in shape:
        return all(MONTH_DAY.match(key) for key in value) and fits(value, {"*": shape["--*"]})
    if "*" in shape:
        return all(fits(each, shape["*"]) for each in value.values())
    named = {key.rstrip("?"): each for key, each in shape.items()}
    there = all(key in value for key in shape if not key.endswith("?"))
    return there and all(key in named and fits(value[key], named[key]) for key in value)


DIGEST, COUNT = re.compile(r"[0-9a-f]{64}\Z"), re.compile(r"(0|[1-9][0-9]{0,17})\Z")
ID = re.compile(r"[a-z0-9-]+([+][a-z0-9-]+)*\Z")
ISO, MONTH_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"), re.compile(r"--[0-9]{2}-[0-9]{2}\Z")
BOUND = re.compile(r"(0|-?[1-9][0-9]{0,39})(/[1-9][0-9]{0,39})?\Z")
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}\Z")
TRUTH, OP = ("unmet", "unknown", "met"), (">=", ">", "<=", "<", "=", "!=")
TERMS, VALUE = {"*": WHOLE}, (int, str, bool)
IDS, SPAN = [str, 0, MOST], [WHOLE, 2, 2]
TEXT = (str, {"vi": str, "en": str})
EVIDENCE = {"source?": str, "document?": str, "url?": str, "date?": ISO, "note?": str}
SHAPES = (("value", VALUE), ("between", [VALUE, 2, 2]), ("reported", str), ("unknown", TEXT))
FACT = VALUE + tuple({name: shape, "evidence?": EVIDENCE} for name, shape in SHAPES)
FACTS = {
    "ward": {"code": str, "name": str, "province": str},
    "period": {"from": ISO, "to": ISO},
    "facts": {"*": FACT},
    "invented?": bool,
    "note?": TEXT,
}
STANDARD = {"id": ID, "on": ISO, "valid": {"start?": ISO, "until?": ISO}, "digest": DIGEST}
STANDARD.update({"assumed": ("show", "count"), "text_digest": DIGEST, "invented": bool})
STANDARD.update({"plugins": [{"id": ID, "version": str}, 1, MOST], "reconstruction": bool})
MEASURE = {
    "id": str,
    "kind": ("integer", "number", "percent", "yes/no", "choice", "date"),
    "min?": BOUND,
    "max?": BOUND,
    "decimals?": re.compile(r"[0-6]\Z"),
    "unit?": str,
    "choices?": IDS,
    "if_zero?": tuple(ZERO),
    "sum?": IDS,
    "difference?": {"of": str, "less": str},
    "ratio?": {"of": str, "to": str},
    "change?": {"from": str, "to": str},
}
FORM = (
    {"measure": str, "op": ("in", "not in"), "positions": [COUNT, 0, MOST]},
    {"coefficients": TERMS, "op": OP, "constant": (WHOLE, MONTH_DAY), "divisor?": TERMS},
)
STEP = (
    {"id": str, "op": "leaf", "forms": [FORM, 1, MOST], "if_zero?": tuple(ZERO), "dated?": True},
    {"id": str, "op": "not", "children": [str, 1, 1]},
    {"id": str, "op": ("all", "count"), "children": [str, 1, MOST], "k": COUNT},
    {
        "id": str,
        "op": "score",
        "children": [str, 1, MOST],
        "threshold": COUNT,
        "points": {"*": COUNT},
    },
)
LOOKED = {
    "truth": TRUTH,
    "absent?": IDS,
    "position?": COUNT,
    "divisor?": SPAN,
    "if_zero?": tuple(ZERO),
    "sum?": SPAN,
    "op?": OP,
    "constant?": WHOLE,
}
REASON = (
    {"truth": TRUTH, "forms": [LOOKED, 1, MOST]},
    {"truth": TRUTH, "undated": str},
    {"truth": TRUTH, "child": TRUTH},
    {"truth": TRUTH, "k": COUNT, "of": COUNT, "met": COUNT, "unmet": COUNT},
    {"truth": TRUTH, "threshold": COUNT, "reached": COUNT, "possible": COUNT},
)
CERTIFICATE = {
    "format": FORMAT,
    "digest": DIGEST,
    "standard": STANDARD,
    "program": {
        "format": "kieumau/program/1",
        "measures": [MEASURE, 0, MOST],
        "root": str,
        "steps": [STEP, 0, MOST],
    },
    "facts": FACTS,
    "ignored": IDS,
    "as_if": bool,
    "spans": {"*": SPAN},
    "undated": IDS,
    "days": {"--*": WHOLE},
    "steps": {"*": REASON},
    "outcome": ("met", "not_met", "undetermined"),
    "reason": ("", "nothing-assessed"),
    "signature?": {"algorithm": "Ed25519", "public_key": BASE64, "value": BASE64},
}


# --- sense: what is taken for granted of a program

NUMERIC = ("integer", "number", "percent")
NEEDED = {"yes/no": (), "date": (), "choice": ("choices",)}


def senseless(program: dict[str, Any]) -> Iterator[str]:
    """Yield where a program is none: two of one id, names of nothing, other kinds or numbers."""
    measures = {each["id"]: each for each in program["measures"]}
    steps = {each["id"]: each for each in program["steps"]}
    if len(measures) < len(program["measures"]) or len(steps) < len(program["steps"]):
        yield "an id is there twice"
    for id_, measure in measures.items():
        choices = measure.get("choices", [])
        needed = NEEDED.get(measure["kind"], ("min", "max", "decimals"))
        if any(key not in measure for key in needed) or len(set(choices)) < len(choices):
            yield f"measure {id_}"
    if program["root"] and program["root"] not in steps:
        yield f"no step {program['root']}"
    for id_, step in steps.items():
        if step["op"] == "leaf" and not test_makes_sense(step, measures):
            yield f"test {id_}"
        children = step.get("children", [])
        right = all(child in steps for child in children)
        if step["op"] == "all":
            right = right and step["k"] == str(len(children))
        if step["op"] == "score":
            right = right and set(step["points"]) == set(children)
        if not right:
            yield f"step {id_}"


def test_makes_sense(step: dict[str, Any], measures: dict[str, Any]) -> bool:
    """Return whether a test reads measures there are, choices as choices and dates as dates."""
    chosen: set[str] = set()
    compared: set[str] = set()
    for form in step["forms"]:
        chosen.update([form["measure"]] if "measure" in form else [])
        compared.update(form.get("coefficients", {}), form.get("divisor", {}))
        if form.get("divisor") == {}:
            return False
    kinds = {id_: measures[id_]["kind"] if id_ in measures else "" for id_ in chosen | compared}
    right = all(kinds[id_] == "choice" for id_ in chosen)
    right = right and all(kinds[id_] not in ("", "choice") for id_ in compared)
    return right and ("date" in kinds.values()) == step.get("dated", False)


# --- figures: facts as integers


def parts(pattern: re.Pattern[str], text: str) -> Sequence[str]:
    """Return the parts of a text of that pattern."""
    found = pattern.match(text)
    if not found:
        raise ValueError(f"{text!r} is not readable")
    return found.groups("")


def day(text: str) -> date:
    """Return a day written YYYY-MM-DD."""
    return date(*(int(part) for part in parts(DAY, text)))


def figure(measure: dict[str, Any], fact: Any) -> tuple[int, int] | str | None:
    """Return what a fact says: (least, greatest), "none" for no date, or None for nothing."""
    fact = fact if isinstance(fact, dict) else {"value": fact}
    if "unknown" in fact or fact.get("value", 0) is None:
        return None
    kind, form = measure["kind"], [key for key in fact if key != "evidence"]
    if form != ["value"] and kind not in NUMERIC and (form, kind) != (["between"], "date"):
        raise ValueError(f"a {kind} has no {form[0]}")
    if kind == "date" and fact.get("value") == "none":
        return "none"
    if "reported" in fact:
        low, high = rounded(measure, fact["reported"])
    else:
        low, high = (units(measure, end) for end in fact.get("between", [fact.get("value")] * 2))
    if low > high:
        raise ValueError("nothing lies between")
    return low, high


def units(measure: dict[str, Any], value: Any) -> int:
    """Return one value as an integer, by its measure's kind."""
    kind = measure["kind"]
    if kind == "choice":
        if value not in measure["choices"]:
            raise ValueError(f"{value!r} is no choice")
        return int(measure["choices"].index(value))
    if kind == "date":
        return day(value).toordinal()
    if kind == "yes/no":
        if not isinstance(value, bool):
            raise ValueError(f"{value!r} is neither true nor false")
        return int(value)
    if isinstance(value, bool) or not NUMBER.match(str(value)):
        raise ValueError(f"{value!r} is no number")
    number = Fraction(str(value))
    scaled = number * 10 ** int(measure["decimals"])
    if scaled.denominator != 1 or not bound(measure, "min") <= number <= bound(measure, "max"):
        raise ValueError(f"{value!r} is out of bounds, or too fine")
    return int(scaled)


def rounded(measure: dict[str, Any], text: str) -> tuple[int, int]:
    """Return what a rounded figure stands for: half its last digit each way, within bounds."""
    sign, whole, decimals = parts(REPORTED, text)
    number = Fraction(int(whole.replace(" ", "") + decimals), 10 ** len(decimals))
    number = number if sign in ("", "+") else -number
    half, scale = Fraction(1, 2 * 10 ** len(decimals)), 10 ** int(measure["decimals"])
    low = max(number - half, bound(measure, "min")) * scale
    high = min(number + half, bound(measure, "max")) * scale
    derived = any(key in measure for key in ("sum", "difference", "ratio", "change"))
    least, most = -(-low.numerator // low.denominator), high.numerator // high.denominator
    if derived and measure["kind"] != "integer":  # its values fall between the decimals too
        least, most = low.numerator // low.denominator, -(-high.numerator // high.denominator)
    return least, most


def bound(measure: dict[str, Any], end: str) -> Fraction:
    """Return a bound of a measure."""
    return Fraction(measure[end])


def ordinal(month_day: str, first: date, last: date) -> int:
    """Return the one day of a period that --MM-DD names."""
    found = []
    for year in range(first.year, last.year + 1):
        try:
            named = date(year, int(month_day[2:4]), int(month_day[5:7]))
        except ValueError:  # 29 February
            continue
        if first <= named <= last:
            found.append(named.toordinal())
        if len(found) > 1:
            break
    if len(found) != 1:
        raise ValueError(f"{month_day} does not fall once into the period")
    return found[0]


class Figures:
    """The facts of a certificate as the integers its program compares."""

    def __init__(self, program: dict[str, Any], facts: dict[str, Any]) -> None:
        self.spans: dict[str, tuple[int, int]] = {}
        self.undated: list[str] = []
        self.days: dict[str, int] = {}
        for measure in program["measures"]:
            try:
                found = figure(measure, facts["facts"].get(measure["id"]))
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                raise ValueError(f"{measure['id']}: {error}") from None
            if isinstance(found, tuple):
                self.spans[measure["id"]] = found
            elif found:
                self.undated.append(measure["id"])
        first, last = day(facts["period"]["from"]), day(facts["period"]["to"])
        for step in program["steps"]:
            for form in step.get("forms", []):
                constant = form.get("constant", "")
                if constant.startswith("--"):
                    self.days[constant] = ordinal(constant, first, last)

    def written(self) -> dict[str, Any]:
        """Return the figures as a certificate states them."""
        return {
            "spans": {id_: [str(low), str(high)] for id_, (low, high) in self.spans.items()},
            "undated": sorted(self.undated),
            "days": {constant: str(at) for constant, at in self.days.items()},
        }

    def absent(self, measures: Iterable[str]) -> list[str]:
        """Return those of some measures nothing is known of."""
        return sorted(id_ for id_ in set(measures) if id_ not in self.spans)

    def sum(self, terms: dict[str, str], without_zero: Sequence[str] = ()) -> tuple[int, int]:
        """Return the least and the greatest value of a sum of coefficient times measure."""
        least = greatest = 0
        for id_, coefficient in terms.items():
            low, high = self.spans[id_]
            low = 1 if id_ in without_zero else low
            ends = (int(coefficient) * low, int(coefficient) * high)
            least, greatest = least + min(ends), greatest + max(ends)
        return least, greatest


# --- truth: what is met everywhere, nowhere, or neither


def decided(may_be_met: bool, may_be_unmet: bool) -> str:
    """Return the truth of something by whether it may come out either way."""
    if may_be_met and may_be_unmet:
        return "unknown"
    return "met" if may_be_met else "unmet"


def compared(least: int, greatest: int, op: str, at: int) -> str:
    """Return the truth of a comparison, the sum being anything between two values."""
    beside = least != at or greatest != at
    either = {
        ">=": (greatest >= at, least < at),
        ">": (greatest > at, least <= at),
        "<=": (least <= at, greatest > at),
        "<": (least < at, greatest >= at),
        "=": (least <= at <= greatest, beside),
        "!=": (beside, least <= at <= greatest),
    }
    return decided(*either[op])


def form_reason(form: dict[str, Any], if_zero: str, figures: Figures) -> dict[str, Any]:
    """Return the truth of one form of a test, and what gives it."""
    if "measure" in form:
        if form["measure"] not in figures.spans:
            return {"truth": "unknown", "absent": [form["measure"]]}
        position = str(figures.spans[form["measure"]][0])
        met = (position in form["positions"]) == (form["op"] == "in")
        return {"truth": "met" if met else "unmet", "position": position}
    terms, divisor = form["coefficients"], form.get("divisor")
    said: dict[str, Any] = {}
    without_zero: Sequence[str] = ()
    if divisor:
        if figures.absent(divisor):
            return {"truth": "unknown", "absent": figures.absent(list(terms) + list(divisor))}
        low, high = figures.sum(divisor)
        said["divisor"] = [str(low), str(high)]
        if low <= 0:
            said["if_zero"] = if_zero
            without_zero = tuple(divisor) if len(divisor) == 1 else ()
        if high == 0:
            return dict(said, truth=ZERO[if_zero])
    if figures.absent(terms):
        return dict(said, truth="unknown", absent=figures.absent(terms))
    least, greatest = figures.sum(terms, without_zero)
    at = int(figures.days.get(form["constant"], form["constant"]))
    truth = compared(least, greatest, form["op"], at)
    if "if_zero" in said and truth != ZERO[if_zero]:  # zero would say something else
        truth = "unknown"
    total = [str(least), str(greatest)]
    return dict(said, truth=truth, sum=total, op=form["op"], constant=str(at))


def leaf_reason(step: dict[str, Any], figures: Figures) -> dict[str, Any]:
    """Return the truth of a test, and what gives it: its first form that is known decides."""
    read: set[str] = set()
    for form in step["forms"]:
        read.update([form["measure"]] if "measure" in form else form["coefficients"])
    undated = sorted(read.intersection(figures.undated))
    if step.get("dated") and undated:
        return {"truth": "unmet", "undated": undated[0]}
    looked: list[dict[str, Any]] = []
    for form in step["forms"]:
        looked.append(form_reason(form, step.get("if_zero", "unknown"), figures))
        if looked[-1]["truth"] != "unknown":
            break
    return {"truth": looked[-1]["truth"], "forms": looked}


def reason(step: dict[str, Any], truths: dict[str, str], figures: Figures) -> dict[str, Any]:
    """Return the truth of a step, and what gives it, by the truths of its children."""
    if step["op"] == "leaf":
        return leaf_reason(step, figures)
    below = [truths[child] for child in step["children"]]
    if step["op"] == "not":
        opposite = {"met": "unmet", "unmet": "met", "unknown": "unknown"}
        return {"truth": opposite[below[0]], "child": below[0]}
    if step["op"] == "score":
        points = [int(step["points"][child]) for child in step["children"]]
        reached = sum(p for p, truth in zip(points, below) if truth == "met")
        possible = reached + sum(p for p, truth in zip(points, below) if truth == "unknown")
        threshold = int(step["threshold"])
        truth = decided(possible >= threshold, reached < threshold)
        said = {"threshold": threshold, "reached": reached, "possible": possible}
    else:
        k, met, unmet = int(step["k"]), below.count("met"), below.count("unmet")
        truth = decided(len(below) - unmet >= k, met < k)
        said = {"k": k, "of": len(below), "met": met, "unmet": unmet}
    return dict({name: str(number) for name, number in said.items()}, truth=truth)


def in_order(steps: dict[str, Any]) -> list[str]:
    """Return the ids of steps, children before parents."""
    order: list[str] = []
    state: dict[str, str] = {}
    for start, first in steps.items():
        stack = [(start, iter(first.get("children", [])))]
        if start in state:
            continue
        state[start] = "open"
        while stack:
            id_, children = stack[-1]
            child = next(children, None)
            if child is None:
                state[id_] = "done"
                order.append(id_)
                stack.pop()
            elif state.get(child) == "open":
                raise ValueError(f"the steps go round in a circle at {child}")
            elif child not in state:
                state[child] = "open"
                stack.append((child, iter(steps[child].get("children", []))))
    return order


# --- the outcome


def not_arising(
    steps: dict[str, Any], truths: dict[str, str], order: list[str], figures: Figures
) -> set[str]:
    """Return the steps that are met only because nothing arose that they could be about."""
    found: set[str] = set()

    def fell_away(id_: str) -> bool:
        step = steps[id_]
        if step.get("if_zero") != "not_applicable":
            return False
        divisors = [form["divisor"] for form in step["forms"] if form.get("divisor")]
        return any(not figures.absent(each) and figures.sum(each) == (0, 0) for each in divisors)

    for id_ in order:
        if truths[id_] != "met":
            continue
        parts, children = id_.split("/"), steps[id_].get("children", [])
        if len(parts) >= CONDITION and parts[2] == "guarded":
            own = "/".join([*parts[:2], "requires", *parts[3:]])
            away = children[children.index(own)] in found
        elif len(parts) >= CONDITION:
            away = any(fell_away(each) for each in [id_, *children])
        else:
            apart = [each for each in children if each.endswith("/applies/@not")]
            rest = [each for each in children if each not in apart]
            away = any(truths[each] == "met" for each in apart)
            away = away or (bool(rest) and all(each in found for each in rest))
        if away:
            found.add(id_)
    return found


def outcome(program: dict[str, Any], truths: dict[str, str], away: set[str]) -> tuple[str, str]:
    """Return the outcome, and the reason where nothing was assessed."""
    root = program["root"]
    if not root or root in away:
        return "undetermined", "nothing-assessed"
    return {"met": "met", "unmet": "not_met", "unknown": "undetermined"}[truths[root]], ""


# --- what must be said beside an outcome

CAUTIONS = (
    ("reconstruction", "bộ tái lập, không phải quyết định công nhận", "a reconstructed set"),
    ("invented", "bộ tiêu chí hư cấu", "an invented set"),
    ("figures", "số liệu hư cấu", "invented figures"),
    ("as_if", "áp dụng ngoài thời gian hiệu lực", "applied outside its time in force"),
)


def cautions(data: dict[str, Any]) -> Iterator[str]:
    """Yield what an outcome must not be read without."""
    said = dict(data["standard"], figures=data["facts"].get("invented"), as_if=data["as_if"])
    yield from (f"{vi} · {en}" for key, vi, en in CAUTIONS if said[key] is True)


# --- a certificate


def check(text: str) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Return what does not hold of a certificate, as (part, what) pairs, and its data."""
    data = read(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NoCertificateError("its format is not " + FORMAT)
    for key in sorted(set(data) | {key.rstrip("?") for key in CERTIFICATE}):
        if not fits({key: data[key]} if key in data else {}, only(key)):
            raise NoCertificateError(f"something is wrong or missing in «{key}»")
    try:
        return list(wrong(text, data)), data
    except UnicodeEncodeError:
        raise NoCertificateError("it holds half a character") from None


def only(key: str) -> dict[str, Any]:
    """Return the shape of a certificate's one field."""
    return {name: shape for name, shape in CERTIFICATE.items() if name.rstrip("?") == key}


def wrong(text: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what does not hold."""
    if text != canonical(data):
        yield "form", "the text is not in RFC 8785 form"
    body = {key: data[key] for key in data if key not in ("digest", "signature")}
    if data["digest"] != sha256(body):
        yield "digest", "it comes to " + sha256(body)
    program, standard = data["program"], data["standard"]
    if standard["digest"] != sha256(program):
        yield "program", "it comes to " + sha256(program)
    wrong_program = list(senseless(program))
    if wrong_program:
        yield from (("program", "it makes no sense: " + each) for each in wrong_program)
        yield from ((part, "not decided") for part in ("figures", "steps", "outcome"))
        return
    try:
        figures = Figures(program, data["facts"])
        outside = is_outside(data["facts"]["period"], standard["valid"])
        due = dict(figures.written(), as_if=outside)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        yield "figures", f"the facts cannot be read: {error}"
        yield from ((part, "not decided") for part in ("steps", "outcome"))
        return
    for name, found in sorted(due.items()):
        if canonical(data[name]) != canonical(found):
            yield "figures", f"«{name}» is not what the facts say"
    yield from wrong_steps(data, figures)


def is_outside(period: dict[str, str], valid: dict[str, str]) -> bool:
    """Return whether a period ends outside the time a standard is valid for."""
    last = day(period["to"])
    early = "start" in valid and last < day(valid["start"])
    return early or ("until" in valid and last >= day(valid["until"]))


def wrong_steps(data: dict[str, Any], figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield what does not hold of the steps and the outcome."""
    program = data["program"]
    steps = {step["id"]: step for step in program["steps"]}
    if set(steps) != set(data["steps"]):
        yield "steps", "they are not those of the program"
        yield "outcome", "not decided"
        return
    try:
        order = in_order(steps)
        truths: dict[str, str] = {}
        for id_ in order:
            due = reason(steps[id_], truths, figures)
            truths[id_] = due["truth"]
            if data["steps"][id_] != due:
                yield "steps", f"{id_} comes to {canonical(due)}"
        said = outcome(program, truths, not_arising(steps, truths, order, figures))
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        yield "steps", f"they cannot be decided: {error}"
        yield "outcome", "not decided"
        return
    if (data["outcome"], data["reason"]) != said:
        yield "outcome", "it comes to " + " ".join(said)


def certificates(text: str) -> list[str]:
    """Return the certificates of a file's text: one, or one a line."""
    text = text.replace("\r\n", "\n")
    lines = [line for line in text.split("\n") if line.strip()]
    one_a_line = bool(lines) and lines[0].strip()[:1] == "{" and lines[0].strip()[-1:] == "}"
    return lines if one_a_line else [text[:-1] if text.endswith("\n") else text]


def shown(text: str) -> str:
    """Return a text for a terminal: cut where it is long, and what is not printable escaped."""
    kept = text if len(text) <= LONGEST else text[:LONGEST] + "..."
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in kept)


def report(text: str) -> bool:
    """Say what holds of one certificate; return whether all does."""
    faults, data = check(text)
    ward, standard = data["facts"]["ward"], data["standard"]
    said = (ward["name"], ward["code"], standard["id"], standard["on"], data["outcome"])
    print("{} ({}), {}, {}: {}".format(*map(shown, said)))
    for part, name in zip(PARTS, NAMES):
        found = [what for where, what in faults if where == part]
        print(f"  {part:8} {name:12} {'FAILED' if found else 'holds'}")
        for what in found[:5]:
            print("           " + shown(what))
    print(f"  standard {standard['digest']}\n  digest   {data['digest']}")
    for caution in cautions(data):
        print("  note     " + caution)
    if "signature" in data:
        print("  There is a signature; this program does not check it.")
    return not faults


def main(paths: list[str]) -> int:
    """Check files; return the exit code."""
    if not paths or paths[0].startswith("-"):
        print(__doc__.strip())
        return 2
    good = True
    for path in paths:
        try:
            with Path(path).open("rb") as file:
                raw = file.read(MOST + 1)
            if len(raw) > MOST:
                raise NoCertificateError("too large")
            for text in certificates(raw.decode("utf-8-sig")):
                good = report(text) and good
        except (OSError, UnicodeDecodeError, NoCertificateError) as error:
            print(f"{shown(path)}: no certificate: {shown(str(error))}", file=sys.stderr)
            return 2
    return 0 if good else 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))

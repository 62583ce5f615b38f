"""A checker of explanations apart from kieumau: it reads a verdict's JSON, nothing else.

Each status must follow from its children's by the rule named, the outcome from the criteria's;
single tests are decided anew from the facts (`tests.laws.observed`).
"""

from tests.laws.observed import decide

SAID = ("not_met", "undetermined", "met")
TRUTH = {"not_met": 0, "undetermined": 1, "met": 2, "not_applicable": 2, "waived": 2}


def check(verdict):
    """Return the steps that do not follow, and the tests decided anew of all the tests."""
    wrong, decided, tests = [], [], []

    def follow(finding):
        for child in finding.get("children", ()):
            follow(child)
        if "children" in finding:
            must = by_rule(finding)
        elif "measures" in finding:
            must = decide(finding, verdict)
            tests.append(finding)
            decided.extend([finding] if must else [])
        else:
            must = "met"  # a waiver without a condition
        if must not in (None, finding["status"]):
            wrong.append((finding["step"], finding["status"], must))

    root = verdict["explanation"]
    follow(root)
    inside = [f for c in root["children"] for f in (c["children"] if c["kind"] == "rule" else [c])]
    nothing = {f["status"] for f in inside if f.get("counted", True)} <= {"not_applicable"}
    outcome = "undetermined" if nothing else SAID[TRUTH[root["status"]]]
    if (verdict["outcome"], verdict["reason"] == "nothing-assessed") != (outcome, nothing):
        wrong.append(("outcome", verdict["outcome"], outcome))
    return wrong, decided, tests


def by_rule(finding):
    """Return the status a finding must have by the statuses of its children."""
    kind, rule, children = finding["kind"], finding.get("rule", {}), finding["children"]
    counted = [each for each in children if each.get("counted", True)]
    if kind == "set" and {each["status"] for each in counted} <= {"not_applicable"}:
        return "undetermined"  # nothing was assessed
    kids = counted or children
    applies = [each["status"] for each in kids if each["kind"] == "applies"]
    said = [each["status"] for each in kids if each["kind"] != "applies"]
    k = {"any": 1, "at_least": rule.get("k")}.get(rule.get("kind"), len(said))
    truth = sorted((TRUTH[each] for each in said), reverse=True)[k - 1]
    truth = max([2 - truth if finding.get("negated") else truth, *(2 - TRUTH[a] for a in applies)])
    if truth < 2 or kind not in ("set", "criterion", "rule", "indicator", "guarded"):
        return SAID[truth]
    if kind == "guarded":
        return said[0] if TRUTH[said[0]] == 2 else "waived"
    if applies == ["not_met"] or set(said) == {"not_applicable"}:
        return "not_applicable"
    every = kind != "set" and set(said) <= {"not_applicable", "waived"}
    return "waived" if every or (kind == "indicator" and "waived" in said) else "met"

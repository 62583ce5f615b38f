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
    score = rule.get("kind") == "score"
    if kind == "set" and {each["status"] for each in counted} <= {"not_applicable"}:
        return "undetermined"  # nothing was assessed
    kids = counted or children
    if score:
        truth, points = by_points(finding)
        if finding["score"] != points:
            return f"of other points: {points}"
        if truth < 2:
            return SAID[truth]
    applies = [each["status"] for each in kids if each["kind"] == "applies"]
    said = [each["status"] for each in kids if each["kind"] != "applies"]
    k = {"any": 1, "at_least": rule.get("k")}.get(rule.get("kind"), len(said))
    if not score:
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


def by_points(finding):
    """Return the truth of a score rule, and how its points stand as a verdict says it."""
    counted = [each for each in finding["children"] if each.get("counted", True)]
    earning = []
    for each in counted or finding["children"]:
        group = each["kind"] == "criterion" and "points" not in each
        earning += each["children"] if group else [each]
    if counted:
        earning = [each for each in earning if each.get("counted", True)]
    worth = [(each.get("points", 0), TRUTH[each["status"]]) for each in earning]
    met, open_, total = (sum(n for n, truth in worth if truth >= least) for least in (2, 1, 0))
    k = finding["rule"]["k"]
    if not counted:  # shown only: nothing is earned
        return (2 if met >= k else 1 if open_ >= k else 0), finding["score"]
    points = {"reached": met, "possible": open_, "total": total, "threshold": k}
    for status in ("not_applicable", "waived"):
        name = {"not_applicable": "not_arising"}.get(status, status)
        given = sum(each.get("points", 0) for each in earning if each["status"] == status)
        points |= {name: given} if given else {}
    return (2 if met >= k else 1 if open_ >= k else 0), points

"""The sentence of a boundary case about points, as a policy officer would say it."""

from kieumau.authoring.boundaries.probes import PointsProbe, Probe, Side, Why
from kieumau.authoring.boundaries.wards import Seen
from kieumau.authoring.branches import Item
from kieumau.authoring.scores import ScoreRule, tally
from kieumau.program.steps import Program
from kieumau.wording import LANGUAGES, Lang, Text

__all__ = ["points_sentence", "rule_of"]

_SIDES = {
    Side.SHORT: Text("được {n}, dưới mức {k}: ", "{n}, below the {k} needed: "),
    Side.REACHED: Text("được {n}, đúng bằng mức {k}: ", "{n}, exactly the {k} needed: "),
    Side.FALLEN: Text(
        "«{child}» không phát sinh nên được tính đủ {own}; cộng lại được {n}, đủ mức {k}: ",
        "«{child}» does not arise and earns {own} in full; {n} in all, and {k} are needed: ",
    ),
    Side.WAIVED: Text(
        "«{child}» được miễn nên được tính đủ {own}; cộng lại được {n}, đủ mức {k}: ",
        "«{child}» is waived and earns {own} in full; {n} in all, and {k} are needed: ",
    ),
}
_PAST = Text("được {n}, vừa vượt mức {k}: ", "{n}, just past the {k} needed: ")
_ALONE = {
    "met": Text(
        "được {n}, nhờ có {own} của «{child}» mới đủ mức {k}: ",
        "{n}, and without the {own} of «{child}» fewer than the {k} needed: ",
    ),
    "unmet": Text(
        "được {n}, mất {own} của «{child}» nên không đủ mức {k}: ",
        "{n}; with the {own} of «{child}» they would reach the {k} needed: ",
    ),
    "unknown": Text(
        "mới chắc được {n}, còn chờ «{child}» ({own}) mới biết có đủ mức {k} hay không: ",
        "{n} for certain; «{child}» ({own}) decides whether the {k} needed are reached: ",
    ),
}
_SCORE = {
    "met": Text("được {n}, đủ mức {k}: ", "{n}, and {k} are needed: "),
    "unmet": Text("được {n}, không đủ mức {k}: ", "{n}, fewer than the {k} needed: "),
    "unknown": Text(
        "mới chắc được {n}, nhiều nhất có thể được {most}, mức cần đạt là {k}: ",
        "{n} for certain and {most} at most, of the {k} needed: ",
    ),
}
_CRITERION = Text("tiêu chí «{title}» {status}.", "the criterion «{title}» {status}.")
_SET = Text("bộ tiêu chí {status}.", "the set {status}.")


def rule_of(why: Why) -> ScoreRule | None:
    """Return the score rule a case is about; None for any other case."""
    return None if isinstance(why, Probe) else why.rule


def points_sentence(
    why: PointsProbe | Item, rule: ScoreRule, seen: Seen, status: Text, program: Program
) -> Text:
    """Return what a case about points says, and what comes of it.

    Parameters
    ----------
    status
        What its criterion or its set comes to, in words.
    """
    reached, possible = tally(rule.step, lambda id_: seen.truths[program.position[id_]])
    end = _SET if rule.whole else _CRITERION
    said = []
    for lang in LANGUAGES:
        child = why.child
        start = _words(why, reached, rule.step.threshold).say(lang)
        start = start.format(
            n=_points(reached, lang),
            most=_points(possible, lang),
            k=rule.step.threshold,
            child=child.title.say(lang) if child else "",
            own=_points(child.points, lang) if child else "",
        )
        said.append(
            start + end.say(lang).format(title=rule.title.say(lang), status=status.say(lang))
        )
    return Text(*(each[:1].upper() + each[1:] for each in said))


def _words(why: PointsProbe | Item, reached: int, threshold: int) -> Text:
    if isinstance(why, Item):
        return (_ALONE if why.child else _SCORE)[why.state]
    return _PAST if why.side is Side.REACHED and reached > threshold else _SIDES[why.side]


def _points(n: int, lang: Lang) -> str:
    if lang == "vi":
        return f"{n} điểm"
    return f"{n} point" if n == 1 else f"{n} points"

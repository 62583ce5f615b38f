"""Parsing: from stored lines and branches to one condition, or every reason why not.

A line has one reading or none: two readings are refused showing both, so that declaring a name
can only ever make a line refused, never change what it means.

>>> from decimal import Decimal
>>> from kieumau.rules.conditions import Compare, Op
>>> names = [Measure("ty_le", Text("tỷ lệ hài lòng"), Kind.PERCENT, maximum=Decimal(100))]
>>> problems = Problems()
>>> vocabulary = Vocabulary.of(names, problems)
>>> found = parse(Line("Tỉ lệ hài lòng tối thiểu 90%"), vocabulary, problems)
>>> found == Compare("ty_le", Op.GE, Decimal(90)), problems.errors
(True, ())
>>> parse(Line("tỷ lệ hài lòng ≥ 90"), vocabulary, problems), problems.errors[0].code
(None, 'KM-312')
"""

from kieumau.errors import Problems
from kieumau.language.checks import check_constant, check_distinct, check_no_dates, check_test
from kieumau.language.diagnose import diagnose
from kieumau.language.literals import short
from kieumau.language.names import Vocabulary
from kieumau.language.readings import MOST_LINE, read, scan
from kieumau.language.spell import spell_both
from kieumau.language.stored import Branch, Line, Stored
from kieumau.language.values import kind_name, read_constant
from kieumau.places import Place
from kieumau.rules.conditions import All, Any, AtLeast, Condition, Constant, Holds, Not
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text

__all__ = ["MOST_DEPTH", "parse", "parse_constant"]

MOST_DEPTH = 32
"""Branches inside branches."""


def parse(
    stored: Stored, vocabulary: Vocabulary, problems: Problems, *, conjunct: bool = True
) -> Condition | None:
    """Read a condition; None when anything in it is refused.

    Parameters
    ----------
    stored
        The lines and branches as written.
    vocabulary
        The measures that may be named.
    problems
        Every problem of the tree is added here, each at its own place.
    conjunct
        Whether the root stands as an indicator's conjunct (``requires``, ``also``), where a ratio
        whose denominator is zero may fall away; false for ``applies_when`` and ``when``.
    """
    return _parse(stored, vocabulary, problems, conjunct=conjunct)


def parse_constant(
    text: str, measure: Measure, place: Place, problems: Problems
) -> Constant | None:
    """Read a constant standing alone (``to: 95%``) by the measure's kind, decimals and bounds.

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> parse_constant("31/03", Measure("ngay", Text("ngày nộp"), Kind.DATE), NOWHERE, Problems())
    MonthDay(month=3, day=31)
    """
    if not (measure.kind.numeric or measure.kind is Kind.DATE):
        problems.add("KM-334", place, name=measure.name, kind=kind_name(measure.kind))
        return None
    if len(text) > MOST_LINE:
        problems.add("KM-304", place, length=len(text), most=MOST_LINE)
        return None
    constant = read_constant(text, measure, place, problems)
    if constant is None or not check_constant(constant, measure, place, problems):
        return None
    return constant


def _parse(
    stored: Stored,
    vocabulary: Vocabulary,
    problems: Problems,
    *,
    conjunct: bool,
    depth: int = 0,
) -> Condition | None:
    if isinstance(stored, Line):
        return _parse_line(stored, vocabulary, problems, conjunct=conjunct)
    if depth >= MOST_DEPTH:
        problems.add("KM-329", stored.place, most=MOST_DEPTH)
        return None
    sound = _check_shape(stored, problems)
    inside = conjunct and stored.key == "all"
    parsed = tuple(
        _parse(child, vocabulary, problems, conjunct=inside, depth=depth + 1)
        for child in stored.children
    )
    known = tuple(child for child in parsed if child is not None)
    sound = check_distinct(known, vocabulary, stored.place, problems) and sound
    if stored.key == "not":
        for child in known:
            sound = check_no_dates(child, vocabulary, problems) and sound
    if not sound or len(known) < len(parsed):
        return None
    return _node(stored, known)


def _node(branch: Branch, of: tuple[Condition, ...]) -> Condition:
    match branch.key:
        case "all":
            return All(of, branch.place)
        case "any":
            return Any(of, branch.place)
        case "at_least":
            return AtLeast(branch.k, of, branch.place)
        case "not":
            return Not(of[0], branch.place)


def _check_shape(branch: Branch, problems: Problems) -> bool:
    count = len(branch.children)
    if branch.key == "not" and count != 1:
        problems.add("KM-330", branch.place, key="not", count=count)
        return False
    if not count:
        problems.add("KM-330", branch.place, key=branch.key, count=0)
        return False
    if branch.key == "at_least" and not 1 <= branch.k <= count:
        problems.add("KM-330", branch.place, key=f"at_least: {branch.k}", count=count)
        return False
    return True


def _parse_line(
    line: Line, vocabulary: Vocabulary, problems: Problems, *, conjunct: bool
) -> Condition | None:
    if len(line.text) > MOST_LINE:
        problems.add("KM-304", line.place, length=len(line.text), most=MOST_LINE)
        return None
    scanned = scan(line.text)
    reading = read(scanned, vocabulary, line.place)
    match reading.conditions:
        case (only,):
            return _checked(only, vocabulary, problems, conjunct=conjunct)
        case ():
            problems.extend(diagnose(scanned, reading, vocabulary, line.place))
        case (first, second, *_):
            problems.add(
                "KM-303",
                line.place,
                line=short(line.text),
                first=_shown(first, vocabulary),
                second=_shown(second, vocabulary),
            )
    return None


def _checked(
    condition: Condition, vocabulary: Vocabulary, problems: Problems, *, conjunct: bool
) -> Condition | None:
    match condition:
        case Not(Holds()) | Holds():
            return condition
        case All() | Any() | AtLeast() | Not():  # pragma: no cover - a line gives none of these
            return None
        case _:
            sound = check_test(condition, vocabulary, problems, conjunct=conjunct)
            return condition if sound else None


def _shown(condition: Condition, vocabulary: Vocabulary) -> Text:
    match condition:
        case Not(Holds() as holds):
            said = spell_both(holds, vocabulary)
            return Text(f"{said.vi} = không", f"{said.en} = no")
        case All() | Any() | AtLeast() | Not():  # pragma: no cover - a line gives none of these
            return Text("")
        case _:
            return spell_both(condition, vocabulary)

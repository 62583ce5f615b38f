"""Laws of the language, over generated vocabularies and conditions."""

from datetime import date
from decimal import Decimal

from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kieumau.errors import Problems
from kieumau.language.canonical import canonical
from kieumau.language.format import line, say, store
from kieumau.language.lexicon import OPERATORS
from kieumau.language.names import Vocabulary
from kieumau.language.parse import parse
from kieumau.language.stored import Branch, Line
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Holds,
    MeasureRef,
    Not,
    OneOf,
    Op,
    children,
)
from kieumau.rules.measures import Choice, Kind, Measure
from kieumau.rules.periods import MonthDay
from kieumau.wording import LANGUAGES, Text

# Few words, most of them operators, units, numbers and yes/no: names that collide are the point.
WORDS = st.sampled_from(
    [
        *("số", "hộ", "vụ", "tỷ lệ", "hoà", "quý", "5", "31/03", "90%", "2", "ngày", "có"),
        *("không", "tối thiểu", "dưới", "trên", "bằng", "là", "từ", "đến", "trở lên", "khác"),
        *("trong khoảng", "thuộc", "trước", "in", "is", "not", "and", "between", "at least"),
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
UNITS = st.sampled_from([None, Text("vụ", "cases"), Text("người"), Text("từ đến", "and")])
LANGS = st.sampled_from(LANGUAGES)
NUMERIC = (Kind.INTEGER, Kind.NUMBER, Kind.PERCENT)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@st.composite
def grown_names(draw, taken):
    """Draw a name that another may be read into: a declared one, an operator, perhaps a value."""
    operator = draw(st.sampled_from(OPERATORS))
    ends = st.sampled_from([*taken, "có", "không", "5 vụ", "5", ""])
    parts = [draw(st.sampled_from(taken)), *operator.words, draw(ends), *operator.closing]
    return " ".join(parts).strip()


@st.composite
def measures(draw, number, taken=()):
    """Draw one measure, its id by its number, its name perhaps grown from those taken."""
    kind = draw(st.sampled_from(Kind))
    decimals = draw(st.integers(0, 4)) if kind in (Kind.NUMBER, Kind.PERCENT) else 0
    names = draw(st.lists(NAMES, min_size=2, max_size=3, unique=True))
    spellings = st.one_of(NAMES, grown_names(taken)) if taken else NAMES
    labels = [Choice(f"c{n}", Text(name)) for n, name in enumerate(names)]
    return Measure(
        f"m{number}",
        Text(draw(spellings), draw(spellings)),
        kind,
        unit=draw(UNITS) if kind in (Kind.INTEGER, Kind.NUMBER) else None,
        minimum=Decimal(-5000),
        maximum=Decimal(5000),
        decimals=decimals,
        choices=tuple(labels) if kind is Kind.CHOICE else (),
    )


@st.composite
def vocabularies(draw):
    """Draw a vocabulary: measures that would be refused beside the others are left out."""
    found = Vocabulary()
    for number in range(draw(st.integers(1, 5))):
        problems = Problems()
        taken = [text for each in found for text in (each.name.vi, each.name.en)]
        wider = found.extended([draw(measures(number, taken))], problems)
        found = found if problems.errors else wider
    assume(len(found))
    return found


def constants(measure):
    """Draw a constant the measure can take."""
    if measure.kind is Kind.DATE:
        days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
        return st.one_of(days, days.map(lambda day: MonthDay(day.month, day.day)))
    most = 5000 * 10**measure.decimals
    return st.integers(-most, most).map(measure.from_grid)


@st.composite
def ordered_tests(draw, measure, vocabulary):
    """Draw a comparison or a range of a number or a date."""
    others = [
        each.id
        for each in vocabulary
        if each.id != measure.id
        and (each.kind is Kind.DATE) is (measure.kind is Kind.DATE)
        and each.kind in (*NUMERIC, Kind.DATE)
        and (each.kind is Kind.PERCENT) is (measure.kind is Kind.PERCENT)
        and each.unit == measure.unit
    ]
    constant = draw(constants(measure))
    if draw(st.booleans()):
        ends = (constant, draw(constants(measure)))
        assume(type(ends[0]) is type(ends[1]))
        return Between(measure.id, *sorted(ends))
    op = draw(st.sampled_from(Op))
    if others and draw(st.booleans()):
        return Compare(measure.id, op, MeasureRef(draw(st.sampled_from(others))))
    return Compare(measure.id, op, constant)


@st.composite
def single_tests(draw, vocabulary, *, dates=True):
    """Draw one test over the vocabulary."""
    fitting = [each for each in vocabulary if dates or each.kind is not Kind.DATE]
    assume(fitting)
    measure = draw(st.sampled_from(fitting))
    match measure.kind:
        case Kind.YES_NO:
            return Holds(measure.id)
        case Kind.CHOICE:
            ids = [each.id for each in measure.choices]
            chosen = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
            return OneOf(measure.id, tuple(sorted(chosen)), draw(st.booleans()))
        case _:
            return draw(ordered_tests(measure, vocabulary))


@st.composite
def conditions(draw, vocabulary, depth=2, *, dates=True):
    """Draw a condition the parser accepts."""
    shape = draw(st.sampled_from(["test", "test", "not", "all", "any", "at_least"]))
    if not depth or shape == "test":
        return draw(single_tests(vocabulary, dates=dates))
    if shape == "not":
        return Not(draw(conditions(vocabulary, depth - 1, dates=False)))
    drawn = [
        draw(conditions(vocabulary, depth - 1, dates=dates)) for _ in range(draw(st.integers(1, 3)))
    ]
    of = tuple({canonical(each): each for each in drawn}.values())
    if shape == "at_least":
        return AtLeast(draw(st.integers(1, len(of))), of)
    return All(of) if shape == "all" else Any(of)


def read(text, vocabulary):
    """Return what a line means, or None."""
    return parse(Line(text), vocabulary, Problems())


@SLOW
@given(st.data())
def test_what_is_stored_is_read_back(data):
    """parse(store(c)) == c in both languages, order kept, whatever the names."""
    vocabulary = data.draw(vocabularies())
    condition = data.draw(conditions(vocabulary))
    for lang in LANGUAGES:
        problems = Problems()
        found = parse(store(condition, vocabulary, lang), vocabulary, problems)

        assert problems.errors == ()
        assert found == condition
        assert say(condition, vocabulary, lang)


@st.composite
def lines(draw, vocabulary):
    """Draw a line near the language: names, operators, values, in no strict order."""
    names = [text for each in vocabulary for text in (each.id, each.name.vi, each.name.en)]
    values = ["5", "90%", "5 vụ", "31/03", "có", "không", "0..5", "{c0; c1}", "1.000", "từ"]
    part = st.one_of(
        st.sampled_from(names),
        st.sampled_from(OPERATORS).map(lambda each: " ".join(each.words)),
        st.sampled_from(values),
        WORDS,
    )
    return " ".join(draw(st.lists(part, min_size=1, max_size=5)))


@st.composite
def sensible_lines(draw, vocabulary):
    """Draw a line of one name, one operator and one value, with words between."""
    left = draw(st.sampled_from(list(vocabulary)))
    operator = draw(st.sampled_from([each for each in OPERATORS if left.kind in each.kinds]))
    if left.kind in (*NUMERIC, Kind.DATE):
        value = draw(constants(left).map(str) | st.sampled_from(["5", "90%", "31/03", "0..5"]))
    else:
        value = draw(st.sampled_from(["có", "không", "{c0; c1}", "c0"]))
    closing = " ".join(operator.closing)
    return " ".join([left.name.vi, *operator.words, value, closing]).strip()


@SLOW
@given(st.data())
def test_declaring_a_measure_never_changes_what_a_line_means(data):
    """It can only make an accepted line refused."""
    vocabulary = data.draw(vocabularies())
    text = data.draw(sensible_lines(vocabulary) | lines(vocabulary))
    words = text.split()
    start = data.draw(st.just(0) | st.integers(0, len(words) - 1))
    part = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    like = data.draw(st.sampled_from(list(vocabulary)) | measures(9))
    problems = Problems()
    wider = vocabulary.extended([evolve(like, id="m9", name=Text(part))], problems)
    assume(not problems.errors)
    before, after = read(text, vocabulary), read(text, wider)

    assert before is None or after is None or after == before


@SLOW
@given(st.data())
def test_a_line_read_is_written_and_read_again_alike(data):
    """Formatting after parsing loses nothing."""
    vocabulary = data.draw(vocabularies())
    condition = read(data.draw(sensible_lines(vocabulary)), vocabulary)
    assume(condition is not None)
    test = condition.of if isinstance(condition, Not) else condition
    for lang in LANGUAGES:
        written = line(test, vocabulary, lang)

        assert read(written, vocabulary) == test


@SLOW
@given(st.data())
def test_any_line_gives_a_condition_or_diagnostics(data):
    """Nothing raises, nothing is silent, everything can be said."""
    vocabulary = data.draw(vocabularies())
    pieces = st.text(max_size=20) | st.sampled_from(list("«»{};.≥≤=<>!%\u0301\u200b\u0130−"))
    text = data.draw(
        st.lists(pieces | lines(vocabulary), max_size=4).map("".join) | st.text(max_size=60)
    )
    problems = Problems()
    found = parse(Line(text), vocabulary, problems)

    assert (found is None) == bool(problems.errors)
    for each in problems.errors:
        assert each.say("vi")
        assert each.say("en")


@SLOW
@given(st.data())
def test_any_tree_gives_a_condition_or_diagnostics(data):
    """Branches of every shape, also wrong ones."""
    vocabulary = data.draw(vocabularies())
    leaf = (lines(vocabulary) | sensible_lines(vocabulary)).map(Line)
    keys = st.sampled_from(["all", "any", "not", "at_least"])
    trees = st.recursive(
        leaf,
        lambda below: st.builds(
            Branch, keys, st.lists(below, max_size=3).map(tuple), st.integers(-1, 3)
        ),
        max_leaves=5,
    )
    problems = Problems()
    found = parse(data.draw(trees), vocabulary, problems, conjunct=data.draw(st.booleans()))

    assert (found is None) == bool(problems.errors)


def unordered(condition):
    """Return the condition with every node's children sorted, otherwise than canonical does."""
    match condition:
        case AtLeast(k, of):
            return ("at_least", k, tuple(sorted(map(repr, map(unordered, of)))))
        case All() | Any() | Not():
            below = tuple(sorted(repr(unordered(each)) for each in children(condition)))
            return (type(condition).__name__, below)
        case Compare(_, _, Decimal()) | Between(_, Decimal(), _):
            return tuple(str(each) for each in (condition.measure, *_numbers(condition)))
        case _:
            return repr(condition)


def _numbers(test):
    if isinstance(test, Compare):
        return (test.op, test.against.normalize())
    return ("..", test.low.normalize(), test.high.normalize())


@SLOW
@given(st.data())
def test_canonical_texts_are_equal_exactly_when_conditions_are(data):
    """Up to the order of children: one text for one meaning, ASCII only."""
    vocabulary = data.draw(vocabularies())
    one, other = (data.draw(conditions(vocabulary, 1)) for _ in range(2))

    assert (canonical(one) == canonical(other)) == (unordered(one) == unordered(other))
    assert canonical(one).isascii()

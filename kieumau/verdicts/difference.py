"""What comparing two verdicts says: what changed, what differs beneath it, and what caused it.

Nouns only, in both languages; `kieumau.comparing` works them out and `kieumau.render` says them.
The two sides are called A and B throughout; swapping them mirrors everything.
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from kieumau.rules.periods import Period, Validity
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import AssumedPolicy, Outcome, PluginRecord
from kieumau.wording import Text

__all__ = [
    "FORMAT",
    "Because",
    "Cause",
    "Compared",
    "Difference",
    "Differing",
    "DifferingKind",
    "Side",
    "Smallest",
    "TestPair",
    "Untried",
    "Wards",
]

FORMAT = "kieumau/difference/1"


class DifferingKind(StrEnum):
    """What differs between two sides.

    The last four cannot be put in the other's place by themselves: they are what a file says of
    itself.
    """

    FACT = "fact"
    EVIDENCE = "evidence"
    PERIOD = "period"
    MEASURE = "measure"
    SET_RULE = "set_rule"
    CRITERION = "criterion"
    INDICATOR = "indicator"
    THRESHOLD = "threshold"
    CONDITION = "condition"
    WAIVER = "waiver"
    CLARIFICATION = "clarification"
    ASSUMED = "assumed"
    STANDARD = "standard"
    LIBRARY = "library"
    DIGEST = "digest"
    RECORD = "record"


class Because(StrEnum):
    """What a difference comes from.

    ``facts``: the ward's figures. ``period``: the days they are about. ``plugin``: a plugin one
    side does not have. ``version``: another version of it. ``content``: the same version with
    other content. ``date``: what is in force on the date. ``choice``: whether assumed thresholds
    count. ``base``: standards of different bases. ``library``: another version of kieumau.
    ``rules``: rules that differ in a way the verdicts do not show. ``record``: the verdicts
    themselves: nothing in them explains it.
    """

    FACTS = "facts"
    PERIOD = "period"
    PLUGIN = "plugin"
    VERSION = "version"
    CONTENT = "content"
    DATE = "date"
    CHOICE = "choice"
    BASE = "base"
    LIBRARY = "library"
    RULES = "rules"
    RECORD = "record"


class Wards(StrEnum):
    """Whose facts are compared: one ward's of one period, of two periods, or two wards'."""

    SAME = "same"
    PERIODS = "periods"
    DIFFERENT = "different"


class Untried(StrEnum):
    """Why causes were not tried, but only read off the verdicts.

    ``not_loaded``: a plugin is not installed, or does not load. ``not_replayed``: the standard
    and facts do not come to the verdict any more.
    """

    NOT_LOADED = "not_loaded"
    NOT_REPLAYED = "not_replayed"


@frozen
class Side:
    """One of the two: whose figures, under what, and what they came to.

    Attributes
    ----------
    plugins
        Bottom layer first.
    as_if
        The standard was applied outside the time it is valid for.
    """

    code: str
    ward: str
    period: Period
    standard: str
    title: Text
    on: date
    valid: Validity
    assumed: AssumedPolicy
    digest: str
    text_digest: str
    plugins: tuple[PluginRecord, ...]
    library: str
    outcome: Outcome
    reason: str
    as_if: bool


@frozen
class Differing:
    """One thing that differs.

    Attributes
    ----------
    number
        From 1; how causes and sets name it.
    id
        Of the measure, indicator, criterion or set it is about.
    before, after
        What A and B say; None for what one of them does not have.
    because
        What it comes from.
    source
        That plugin's id and versions, or the dates, in words; None for facts.
    acts
        Whether it can change a truth at all: evidence, wording and clarifications cannot.
    """

    number: int
    kind: DifferingKind
    id: str
    title: Text
    before: Text | None
    after: Text | None
    because: Because
    source: Text | None
    acts: bool


@frozen
class Cause:
    """One difference's part in a changed status.

    Attributes
    ----------
    brings
        Alone, applied to A, it brings B's status. None where that was not tried.
    undoes
        Alone, taken back from B, it gives A's status.
    """

    difference: int
    brings: bool | None
    undoes: bool | None


@frozen
class TestPair:
    """One test as A and as B have it; None for what one of them does not have."""

    required_before: Text | None
    required_after: Text | None
    observed_before: Text | None
    observed_after: Text | None
    before: Status | None
    after: Status | None


@frozen
class Compared:
    """A criterion or indicator that differs: in its status, or only beneath it.

    Attributes
    ----------
    criterion
        The id of the criterion it stands under; empty for a criterion.
    before, after
        None where one side does not have it.
    tests
        The single tests beneath an indicator that differ.
    causes
        Of a changed status, never empty.
    """

    id: str
    title: Text
    criterion: str
    before: Status | None
    after: Status | None
    counted: bool
    tests: tuple[TestPair, ...]
    causes: tuple[Cause, ...]

    @property
    def changed(self) -> bool:
        """Whether the status is another."""
        return self.before is not self.after


@frozen
class Smallest:
    """The smallest sets of differences that alone give one side the other's outcome.

    Attributes
    ----------
    sets
        Sets of numbers, all of one size; the first found where there are many.
    exact
        Whether no smaller set does it. Where the search was cut, the one set given does, and
        nothing of it can be left out, but a smaller one may exist.
    below
        Every set of fewer differences than this was tried.
    more
        Whether there are further sets of that size.
    tried
        How many combinations were evaluated.
    """

    sets: tuple[tuple[int, ...], ...]
    exact: bool
    below: int
    more: bool
    tried: int

    @property
    def size(self) -> int:
        """How many differences such a set has."""
        return len(self.sets[0]) if self.sets else 0


@frozen
class Difference:
    """Two verdicts, and what differs.

    Attributes
    ----------
    differences
        Everything that differs in what the two rest on.
    compared
        The criteria and indicators that differ, in order.
    same
        How many criteria and indicators do not.
    brings
        What alone brings A to B's outcome; None where the outcomes are equal, or causes were not
        tried.
    undoes
        What, taken back alone, brings B to A's outcome.
    untried
        Why causes were not tried; None where they were.
    why_untried
        The reasons in words.
    notices
        What must be read with it, whatever the format.
    """

    a: Side
    b: Side
    wards: Wards
    differences: tuple[Differing, ...]
    compared: tuple[Compared, ...]
    same: int
    brings: Smallest | None
    undoes: Smallest | None
    untried: Untried | None
    why_untried: tuple[Text, ...]
    notices: tuple[Text, ...]

    @property
    def changed(self) -> bool:
        """Whether the outcomes differ."""
        return self.a.outcome is not self.b.outcome

    @property
    def empty(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.changed or self.differences or self.compared)

    def differing(self, number: int) -> Differing:
        """Return the difference of that number."""
        return self.differences[number - 1]

    def to_data(self) -> dict[str, object]:
        """Return the comparison as plain JSON data, ``kieumau/difference/1``."""
        from kieumau.documents.wire import to_data  # noqa: PLC0415 (cattrs is slow to import)

        return {"format": FORMAT, **to_data(self)}

    def to_json(self) -> str:
        """Return the comparison as JSON text: the same comparison, the same bytes."""
        from kieumau.documents.wire import to_json  # noqa: PLC0415 (as above)

        return to_json(self.to_data())

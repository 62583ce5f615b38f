"""What must be read with a targets report, whatever the format."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.render.phrasebook import Phrase
from kieumau.render.preview_words import Word as PreviewWord
from kieumau.render.standard_words import Term
from kieumau.render.targets_words import Word
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.targets_report import Inherit, IssueKind, TargetsReport
from kieumau.wording import Text

__all__ = ["Nature", "notices"]


@frozen
class Nature:
    """Of what nature the rules and facts are that a report rests on.

    Attributes
    ----------
    invented_plugins
        The titles of plugins that are made up.
    invented_facts
        How many sets of facts are made up.
    shown
        How many indicators with an assumed threshold take no part.
    scope
        In words, for when the targets are for their province.
    """

    reconstruction: bool
    invented_plugins: tuple[Text, ...] = ()
    invented_facts: int = 0
    shown: int = 0
    scope: Text | None = None


def notices(report: TargetsReport, nature: Nature) -> Iterator[Text]:
    """Yield the notices of a report."""
    if nature.reconstruction:
        yield Phrase.RECONSTRUCTION.text
    for title in nature.invented_plugins:
        yield PreviewWord.INVENTED_PLUGIN.both(title=title)
    if invented := nature.invented_facts:
        every = invented == report.wards
        yield (
            PreviewWord.INVENTED_ALL.text if every else PreviewWord.INVENTED_SOME.both(n=invented)
        )
    if report.assumed is AssumedPolicy.COUNT:
        yield PreviewWord.COUNTED.text
    elif nature.shown:
        yield Term.SHOWN.both(n=nature.shown)
    if report.as_if:
        yield Word.AS_IF.both(scope=nature.scope or Text("-"))
    if report.inherit is not Inherit.NONE:
        yield Word.INHERITED.text
    if any(rung.total and not rung.listed for rung in report.rungs) and report.wards:
        yield Word.COUNTS_ONLY.text
    if left := sum(each.kind is not IssueKind.UNUSED for each in report.issues):
        yield Word.LEFT.both(n=left)

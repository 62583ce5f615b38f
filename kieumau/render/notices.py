"""The notices of what is said of many wards at once: whose rules, and whose figures, they are."""

from collections.abc import Iterator

from kieumau.render.preview_words import Word
from kieumau.verdicts.record import AssumedPolicy, StandardRecord
from kieumau.wording import Text

__all__ = ["group_notices"]


def group_notices(
    record: StandardRecord, *, wards: int, invented: int, outside: int
) -> Iterator[Text]:
    """Yield what must be read with the outcomes of many wards.

    Parameters
    ----------
    invented, outside
        How many of the wards have invented figures, and how many periods end outside the time the
        rules hold for.
    """
    if record.reconstruction:
        yield Word.RECONSTRUCTION.text
    for each in record.plugins:
        if each.invented:
            yield Word.INVENTED_PLUGIN.both(title=each.title)
    if invented:
        every = invented == wards
        yield Word.INVENTED_ALL.text if every else Word.INVENTED_SOME.both(n=invented)
    if record.assumed is AssumedPolicy.COUNT:
        yield Word.COUNTED.text
    if outside:
        yield Word.AS_IF.both(n=outside, valid=record.valid.said())

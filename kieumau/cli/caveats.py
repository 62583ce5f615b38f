"""What must be said wherever an outcome is shown: here, of certificates and entries of a ledger."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final

from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import Voice, say, speak
from kieumau.wording import Lang, Text

__all__ = ["Caveat", "caveats", "notices"]

_AS_IF = Text(
    "Bộ tiêu chí được áp dụng cho kỳ ngoài thời gian hiệu lực, như thể còn hiệu lực.",
    "The standard is applied to a period outside its time in force, as if it were in force.",
)
_INVENTED = Text(
    "Bộ tiêu chí là ví dụ hư cấu; không do cơ quan nào ban hành.",
    "The standard is an invented example; no authority issued it.",
)
_MOST_NAMED: Final = 10


class Caveat(StrEnum):
    """Something an outcome must not be shown without."""

    RECONSTRUCTION = "reconstruction"
    INVENTED_FACTS = "invented_facts"
    INVENTED_STANDARD = "invented_standard"
    AS_IF = "as_if"


_WHERE: Final = {
    Caveat.RECONSTRUCTION: ("standard", "reconstruction"),
    Caveat.INVENTED_FACTS: ("facts", "invented"),
    Caveat.INVENTED_STANDARD: ("standard", "invented"),
    Caveat.AS_IF: ("as_if",),
}


def caveats(certificate: object) -> tuple[Caveat, ...]:
    """Return what must be said of a certificate, by its data."""
    return tuple(each for each, path in _WHERE.items() if _at(certificate, path) is True)


def notices(of: Mapping[int, Collection[Caveat]], which: Text, lang: Lang) -> tuple[str, ...]:
    """Return what must be said, by the numbers of what it is of; and of which, if not of all.

    Parameters
    ----------
    which
        How a notice of some is said: ``which`` are their numbers, ``said`` is the notice.
    """
    voice, found = Voice(lang), dict[Caveat, list[int]]()
    for number, each in of.items():
        for caveat in each:
            found.setdefault(caveat, []).append(number)
    said = {
        Caveat.RECONSTRUCTION: speak(say(Phrase.RECONSTRUCTION), voice),
        Caveat.INVENTED_FACTS: speak(say(Phrase.INVENTED_FACTS), voice),
        Caveat.INVENTED_STANDARD: _INVENTED.say(lang),
        Caveat.AS_IF: _AS_IF.say(lang),
    }
    return tuple(
        words
        if len(found[caveat]) == len(of)
        else which.say(lang).format(which=_numbers(found[caveat]), said=words)
        for caveat, words in said.items()
        if caveat in found
    )


def _numbers(found: Sequence[int]) -> str:
    more = ["…"] if len(found) > _MOST_NAMED else []
    return ", ".join([*map(str, found[:_MOST_NAMED]), *more])


def _at(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data

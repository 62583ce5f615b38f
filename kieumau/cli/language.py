"""Which language to speak: as asked for, else as the environment says.

>>> language(["list"], {"LANG": "vi_VN.UTF-8"}), language(["--lang=en"], {"LANG": "vi_VN"})
('vi', 'en')
"""

from collections.abc import Mapping, Sequence

from kieumau.wording import LANGUAGES, Lang

__all__ = ["language"]

_VARIABLES = ("KIEUMAU_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language of this run: ``--lang``, else the first variable that is set.

    Known before the arguments are parsed, so that the parser's own errors are in it too.
    """
    asked = _asked(arguments)
    for lang in LANGUAGES:
        if asked == lang:
            return lang
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "vi" if said.lower().startswith("vi") else "en"


def _asked(arguments: Sequence[str]) -> str:
    asked = ""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == _OPTION and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    return asked

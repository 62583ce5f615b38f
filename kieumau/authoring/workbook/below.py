"""What the layers below a plugin say of each indicator, to be read beside what refines it."""

from collections.abc import Mapping
from pathlib import Path

from kieumau.errors import KieumauError, Problems
from kieumau.language.format import say
from kieumau.plugins.chain import read_chain
from kieumau.wording import Lang

__all__ = ["layer_below"]


def layer_below(folder: Path, lang: Lang) -> Mapping[str, str]:
    """Return title and requirement by indicator id; nothing where the layers cannot be read."""
    try:
        chain = read_chain([folder], Problems())
        top = chain.own
        vocabulary, _ = chain.words
        return {
            each.id: f"{each.title.say(lang)}: {say(each.requires, vocabulary, lang)}"
            for plugin in chain.plugins
            if plugin is not top
            for each in plugin.indicators
        }
    except (KieumauError, KeyError, StopIteration):  # of layers with problems, which `check` tells
        return {}

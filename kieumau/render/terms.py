"""Phrases in both languages whose slots are plain words and numbers: what lists of them share."""

from enum import Enum

from kieumau.wording import Lang, Text

__all__ = ["Terms"]


class Terms(Enum):
    """One phrase in both languages; a template names its slots, the same in both."""

    def __init__(self, vi: str, en: str) -> None:
        self.text = Text(vi, en)

    def fill(self, lang: Lang, **slots: str | int) -> str:
        """Return the phrase with its slots filled."""
        return self.text.say(lang).format(**slots)

    def both(self, **slots: str | int | Text) -> Text:
        """Return the phrase with its slots filled, in both languages."""
        return self.text.filled(**slots)

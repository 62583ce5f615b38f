"""What a message is: what is wrong and what to do, in Vietnamese and English."""

from attrs import frozen

from kieumau.wording import Text

__all__ = ["DID_YOU_MEAN", "Message", "message"]

DID_YOU_MEAN = Text("Có phải ý bạn là {suggestions}?", "Did you mean {suggestions}?")


@frozen
class Message:
    """What is wrong and what to do; both are templates over a diagnostic's arguments."""

    message: Text
    hint: Text


def message(vi: str, en: str, do_vi: str, do_en: str) -> Message:
    """Return the message of these four sentences."""
    return Message(Text(vi, en), Text(do_vi, do_en))

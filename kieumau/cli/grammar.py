"""What a command is: its words in both languages, its arguments and options, as data."""

from attrs import frozen

from kieumau.wording import Text

__all__ = ["Argument", "Command", "Option"]


@frozen
class Argument:
    """Something given by its position."""

    name: str
    shown: Text
    help: Text
    required: bool = True
    many: bool = False


@frozen
class Option:
    """Something given by name.

    Attributes
    ----------
    name
        How the command's function calls it; empty when it is not passed on.
    value
        What stands after it; None for a switch.
    choices
        The only values it takes.
    bare
        Its value where nothing stands after it; None where something must.
    short
        A letter that says the same, such as ``-o``.
    """

    flag: str
    name: str
    help: Text
    value: Text | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None
    many: bool = False
    bare: str | None = None
    short: str = ""


@frozen
class Command:
    """A command.

    Attributes
    ----------
    module
        Where its function ``run`` is; imported only when it is run. Empty for a group.
    commands
        Those of a group, in the order of its help page; a group itself does nothing.
    """

    name: str
    module: str
    summary: Text
    detail: Text
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[str, ...] = ()
    commands: "tuple[Command, ...]" = ()

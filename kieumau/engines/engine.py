"""What an engine is: something that gives the truth of every step of one program for one ward.

>>> from kieumau.program.box import Box
>>> from kieumau.program.steps import Program
>>> def count_steps(engine: Engine, box: Box) -> int:
...     return len(engine.run(box))
>>> from kieumau.engines.plain import Plain
>>> count_steps(Plain(Program((), ())), Box({}))
0
"""

from typing import Literal, Protocol, TypeAlias

from kieumau.program.box import Box

__all__ = ["Engine", "EngineName"]

EngineName: TypeAlias = Literal["auto", "rete", "plain"]
"""How a caller asks for an engine; ``auto`` leaves the choice to `kieumau.engines.choose`."""


class Engine(Protocol):
    """One program, ready to be run for any number of wards.

    Every engine gives the truths `kieumau.program.meaning.evaluate` gives. Engines are safe to
    use from several threads at once, to pickle and to copy, unless they say otherwise.
    """

    @property
    def name(self) -> str:
        """Which engine this is: ``rete`` or ``plain``."""
        ...

    def run(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every step (0, 1 or 2), in the program's order."""
        ...

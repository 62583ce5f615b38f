"""The truth of every step of a program over a frame, before any verdict is made of it."""

from typing import Any

from kieumau.engines.columnar.doors import door_of
from kieumau.engines.columnar.results import Results
from kieumau.engines.columnar.schema import read_schema
from kieumau.standard import Standard

__all__ = ["step_columns"]


def step_columns(standard: Standard, frame: Any) -> Any:
    """Return the frame with a column ``step_0``, ``step_1`` ... of each step's truth."""
    asked = standard._asked
    door = door_of(frame)
    schema = read_schema(door.schema, asked.vocabulary, door.dialect)
    results = Results(asked, schema, as_if=False)
    columns = {f"step_{at}": results.truth(step.id) for at, step in enumerate(asked.program.steps)}
    return door.out(results.stages(), columns)

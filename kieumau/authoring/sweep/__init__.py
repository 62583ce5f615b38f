"""Sweep: how many wards would meet a standard as one of its thresholds moves."""

from kieumau.authoring.sweep.run import sweep
from kieumau.authoring.sweep.written import Dial, read_dials

__all__ = ["Dial", "read_dials", "sweep"]

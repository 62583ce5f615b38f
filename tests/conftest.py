"""Hypothesis profiles, chosen by ``KIEUMAU_PROFILE``: dev (default), ci, thorough."""

import os

from hypothesis import HealthCheck, Phase, settings

# Whole standards are drawn: slow to draw is known and bounded by the folder's time budget.
SLOW = (HealthCheck.too_slow,)

# Explaining a failure traces every line: minutes for a whole standard, and the shrunk case says it.
PHASES = tuple(phase for phase in Phase if phase is not Phase.explain)

common = {"deadline": None, "suppress_health_check": SLOW, "phases": PHASES}
settings.register_profile("dev", max_examples=60, **common)
settings.register_profile("ci", max_examples=100, derandomize=True, print_blob=True, **common)
settings.register_profile("thorough", max_examples=2000, **common)
settings.load_profile(os.environ.get("KIEUMAU_PROFILE", "dev"))

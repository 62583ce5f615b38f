"""Hypothesis profiles, chosen by ``KIEUMAU_PROFILE``: dev (default), ci, thorough."""

import os

from hypothesis import HealthCheck, settings

# Whole standards are drawn: slow to draw is known and bounded by the folder's time budget.
SLOW = (HealthCheck.too_slow,)

settings.register_profile("dev", max_examples=60, deadline=None, suppress_health_check=SLOW)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=SLOW,
)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("KIEUMAU_PROFILE", "dev"))

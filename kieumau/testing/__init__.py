"""Testing helpers for those who write plugins and for those who build on kieumau.

`assert_cases` runs a plugin's cases in one line of any test. The pytest collector is
`kieumau.testing.pytest_plugin`, the hypothesis strategies are `kieumau.testing.strategies`; both
need the extra ``testing`` and change nothing until they are asked for.
"""

from kieumau.testing.cases import assert_cases

__all__ = ["assert_cases"]

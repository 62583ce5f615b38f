"""Hypothesis strategies for wards and standards: valid ones only, drawn near the boundaries.

>>> import kieumau
>>> from kieumau.testing.strategies import fact_sets
>>> standard = kieumau.load("tai-lap-5764", on="2023-12-31")
>>> wards = fact_sets(standard)  # use it with hypothesis: @given(wards)

What is drawn shrinks: to wards of which little is known, to standards of one criterion.
"""

from datetime import date

from kieumau.documents.days import Day
from kieumau.documents.factsets import FactSet
from kieumau.plugins.chain import Chain, read_chain
from kieumau.standard import Reference, Standard, standard_of
from kieumau.testing import standards as made
from kieumau.testing import wards
from kieumau.testing.drawing import SearchStrategy, strategy

__all__ = ["fact_sets", "refinements", "standards"]

_draw_ward = strategy(wards.ward)
_draw_base = strategy(made.base)
_draw_refined = strategy(made.refined)


def fact_sets(standard: Standard) -> SearchStrategy[FactSet]:
    """Return fact sets the standard evaluates: some figures exact, provisional, unknown or absent.

    Some are published (``reported``), and some derived ones are given as such, beside their parts
    or in their stead.

    Parameters
    ----------
    standard
        Any standard; figures are drawn near its thresholds more often than elsewhere.

    Returns
    -------
    A strategy. Every fact set is of an invented ward, within the standard's time and scope, and
    contradicts itself nowhere.
    """
    return _draw_ward(wards.Drawn(standard))


def standards() -> SearchStrategy[Standard]:
    """Return small standards of a base alone, in force on 31/12/2023.

    Their measures are of every kind; conditions, rules (points too), applicability and
    waivability vary.
    """
    return _draw_base().map(_on)


def refinements(of: Reference | Chain, *, on: Day = made.ON) -> SearchStrategy[Chain]:
    """Return chains with one drawn refinement, within the delegation contract, on top.

    Parameters
    ----------
    of
        A plugin's id or folder, or a chain.
    on
        The date on which it refines; the contract may differ on others.

    Returns
    -------
    A strategy of chains; `kieumau.standard.standard_of` makes a standard of one. By law 3 no step
    of the layers below is ever truer under it, waived conjuncts excepted.
    """
    chain = of if isinstance(of, Chain) else read_chain([of])
    day = on if isinstance(on, date) else date.fromisoformat(on)
    return _draw_refined(chain, day)


def _on(chain: Chain) -> Standard:
    return standard_of(chain, made.ON)

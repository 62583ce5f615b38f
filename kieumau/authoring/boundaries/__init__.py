"""Boundary cases: the wards on either side of every threshold and in every branch.

A *goal* is a state some part of a standard should be seen in. `goals` turns it into linear
constraints over the measures, `solve` finds a ward nearby that satisfies them, `impossible`
proves that none does, `probes` lists what an author should try, and `propose` writes it as cases.
"""

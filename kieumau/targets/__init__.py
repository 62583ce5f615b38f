"""Programme targets judged: how many wards must be there by which day, and how many are.

A ward nothing is known of is unknown, not short: what can be said in spite of it is said, and no
more. Wards are matched by who they are on the day, never by name or code alone.
"""

"""``kieumau ledger``: certificates recorded, shown, verified and exported."""

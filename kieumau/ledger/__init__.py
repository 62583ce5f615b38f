"""The ledger: an append-only, hash-chained log of certificates, in SQLite or PostgreSQL."""

"""One standard over a whole frame: polars, pandas, pyarrow, DuckDB, Spark, through narwhals."""

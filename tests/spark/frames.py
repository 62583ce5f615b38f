"""Tables of polars as frames of Spark, and back."""

from typing import Any

import polars as pl
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as st

__all__ = ["ORDER", "columns_of", "spark_frame"]

ORDER = "stt"
"""A column by which rows are found again: a frame of Spark has no order."""

_TYPES: dict[type[pl.DataType], st.DataType] = {
    pl.Null: st.NullType(),
    pl.Boolean: st.BooleanType(),
    pl.Int8: st.ByteType(),
    pl.Int16: st.ShortType(),
    pl.Int32: st.IntegerType(),
    pl.Int64: st.LongType(),
    pl.Float32: st.FloatType(),
    pl.Float64: st.DoubleType(),
    pl.Date: st.DateType(),
    pl.Datetime: st.TimestampNTZType(),
    pl.String: st.StringType(),
    pl.Categorical: st.StringType(),
    pl.Enum: st.StringType(),
}


def spark_frame(spark: SparkSession, frame: pl.DataFrame) -> DataFrame:
    """Return a table of polars as a frame of Spark, with a column of its order."""
    fields = [
        st.StructField(name, _type(dtype))
        for name, dtype in {**frame.schema, ORDER: pl.Int64()}.items()
    ]
    rows = [(*row, at) for at, row in enumerate(frame.rows())]
    return spark.createDataFrame(rows, st.StructType(fields))


def _type(dtype: pl.DataType) -> st.DataType:
    if isinstance(dtype, pl.Decimal):
        return st.DecimalType(dtype.precision or 38, dtype.scale)
    return _TYPES[type(dtype)]


def columns_of(frame: DataFrame) -> dict[str, list[Any]]:
    """Return a frame's columns as lists, its rows in their order."""
    rows = sorted(frame.collect(), key=lambda row: row[ORDER])
    return {name: [row[name] for row in rows] for name in frame.columns}

"""One Spark session, in this process' own machine, for all of this folder's tests."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

if find_spec("pyspark") is None:  # `make test` needs none; `make test-spark` brings it
    collect_ignore_glob = ["*.py"]


@pytest.fixture(scope="session")
def spark() -> Iterator[object]:
    """Return a local session of two threads, in ANSI mode as Spark is by default."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"  # no name of this machine is looked up
    session = (
        SparkSession.builder.master("local[2]")
        .appName("kieumau")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()

"""The examples for archives, where Spark and DuckDB are installed."""

import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from article_explorer import analyze_json

ROOT = Path(__file__).parents[3]


def example(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / f"examples/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def articles(tmp_path):
    """A file of JSON Lines, and the analyses of its lines."""
    rows = [
        {"id": f"a{number}", "text": f"“I counted {number} goats,” Ana Ruiz said on Monday.", "published": "2025-12-07"}
        for number in range(200)
    ]
    rows[7].pop("published")
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path, [analyze_json(row["text"], row.get("published"), id=row["id"]) for row in rows]


def written(folder):
    parts = sorted(folder.glob("part-*"))
    return [line for part in parts for line in part.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def spark():
    pyspark = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # A task that fails is tried again.
    builder = pyspark.SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.files.maxPartitionBytes", "8k").getOrCreate()
    yield session
    session.stop()


def test_spark_with_the_wheel(spark, articles, tmp_path):
    source, expected = articles
    example("spark_wheel").main(str(source), str(tmp_path / "analyses"))
    assert sorted(written(tmp_path / "analyses")) == sorted(expected)


def test_a_task_that_is_killed_loses_and_doubles_nothing(spark, articles, tmp_path):
    source, expected = articles
    analyses = example("spark_wheel").analyses

    def killed_at_first(frames):
        from pyspark import TaskContext

        for number, frame in enumerate(analyses(frames)):
            yield frame
            if TaskContext.get().attemptNumber() == 0 and TaskContext.get().partitionId() == 1:
                os.kill(os.getpid(), 9)

    rows = spark.read.schema("id string, text string, published string").json(str(source))
    assert rows.rdd.getNumPartitions() > 1
    rows.mapInPandas(killed_at_first, "analysis string").write.text(str(tmp_path / "analyses"))
    assert sorted(written(tmp_path / "analyses")) == sorted(expected)


@pytest.fixture
def explore():
    built = ROOT / "target/release/explore"
    found = str(built) if built.exists() else shutil.which("explore")
    return found or pytest.skip("the command is not installed")


def test_spark_with_the_command(spark, articles, explore, tmp_path):
    source, expected = articles
    example("spark_pipe").main(str(source), str(tmp_path / "analyses"), explore)
    assert sorted(written(tmp_path / "analyses")) == sorted(expected)


def test_a_command_that_is_killed_loses_and_doubles_nothing(spark, articles, explore, tmp_path):
    source, expected = articles
    killed = tmp_path / "killed"
    command = tmp_path / "explore"
    killed_once = f"if mkdir {killed}; then head -n 5 | {explore} \"$@\"; kill -9 $$; fi"
    command.write_text(f"#!/bin/sh\n{killed_once}\nexec {explore} \"$@\"\n", encoding="utf-8")
    command.chmod(0o755)
    example("spark_pipe").main(str(source), str(tmp_path / "analyses"), str(command))
    assert killed.exists()
    assert sorted(written(tmp_path / "analyses")) == sorted(expected)


def test_duckdb_with_the_wheel(articles, tmp_path):
    pytest.importorskip("duckdb")
    source, expected = articles
    target = tmp_path / "analyses.jsonl"
    query = f"select id, text, published::varchar from read_json('{source}', format = 'newline_delimited')"
    example("duckdb_wheel").main(query, str(target))
    assert [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] == [json.loads(line) for line in expected]

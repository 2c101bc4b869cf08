"""The analyses of an archive by Spark and the wheel: JSON Lines `{"id", "text", "published"?}` in, analyses out.

    spark-submit examples/spark_wheel.py articles.jsonl analyses
"""

import sys

from pyspark.sql import SparkSession


def analyses(frames):
    """Called once for each partition, with its rows some thousands at a time."""
    from article_explorer import analyze_json

    for frame in frames:
        rows = zip(frame["id"], frame["text"], frame["published"])
        # A day that is missing is None in some versions of pandas and not a number in others.
        frame["analysis"] = [analyze_json(text, day if isinstance(day, str) else None, id=id) for id, text, day in rows]
        yield frame[["analysis"]]


def main(source, target):
    spark = SparkSession.builder.appName("article-explorer").getOrCreate()
    articles = spark.read.schema("id string, text string, published string").json(source)
    articles.mapInPandas(analyses, "analysis string").write.text(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

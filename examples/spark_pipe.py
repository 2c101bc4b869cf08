"""The analyses of an archive by Spark and the command alone, without a wheel: JSON Lines in, analyses out.

    spark-submit examples/spark_pipe.py articles.jsonl analyses
"""

import sys

from pyspark.sql import SparkSession


def main(source, target, explore="explore"):
    spark = SparkSession.builder.appName("article-explorer").getOrCreate()
    spark.read.text(source).createOrReplaceTempView("articles")
    command = f"{explore} analyze --jsonl -"
    piped = spark.sql(f"select transform(value) using '{command}' as (analysis string) from articles")
    piped.write.text(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

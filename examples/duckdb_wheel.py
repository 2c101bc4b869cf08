"""The analyses of whatever DuckDB can read (Parquet, CSV, JSON, remote files), as JSON Lines, a thousand at a time.

    python3 examples/duckdb_wheel.py "select id, text, published from 'articles/*.parquet'" analyses.jsonl
"""

import json
import sys

import duckdb
from article_explorer import analyze_batch


def main(query, target):
    rows = duckdb.connect().execute(query)
    with open(target, "w", encoding="utf-8") as out:
        while batch := rows.fetchmany(1000):
            ids, texts, days = zip(*batch)
            for id, analysis in zip(ids, analyze_batch(texts, days)):
                out.write(json.dumps({**analysis, "id": id}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

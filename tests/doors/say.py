"""What the wheel says of each line of a file of JSON Lines, then of each file: `say.py LINES FILE…`."""

import json
import sys

from article_explorer import analyze_json, read_json

_, lines, *files = sys.argv
out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)
with open(lines, encoding="utf-8") as articles:
    for line in articles:
        article = json.loads(line)
        print(analyze_json(article["text"], article.get("published"), id=article["id"]), file=out)
for file in files:
    print(*read_json(file), sep="\n", file=out)

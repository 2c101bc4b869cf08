#!/usr/bin/env python3
"""Reads what `explore export` and the page write with the readers that others have, and compares it with the analysis.

    python3 tests/readers/read.py --bin target/release/explore [--spacy PYTHON]
    python3 tests/readers/read.py --folder EXPORTS [--spacy PYTHON]

With --bin, every article of tests/corpus, and the page's sample, goes through every format. With --folder, one article
that the page has saved in every format, each in a file named after the format. Python's own csv, json and html.parser
read them; spaCy reads the CoNLL columns with its converter and the spans as entities, if it is there: in the Python
that runs this, or in the one named by --spacy. Counts, words and places must be those of the JSON.
"""

import argparse
import csv
import html.parser
import importlib.util
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONLL_TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "NORP": "MISC", "PRODUCT": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}


class Checks:
    """Counts what was compared, and says what differs."""

    def __init__(self):
        self.passed = self.failed = 0

    def equal(self, found, expected, what):
        if found == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{what}:\n  found    {str(found)[:600]}\n  expected {str(expected)[:600]}", file=sys.stderr)


def one_line(words):
    """Words as the tables have them: white space and control characters as single spaces."""
    words = " ".join(words.split())
    return "".join(" " if c < " " or "\x7f" <= c <= "\x9f" else c for c in words)


def cell(words):
    """Words as a cell: never a formula."""
    words = one_line(words)
    return "'" + words if words.lstrip()[:1] in {*"=+-@＝＋－＠"} and words else words


def cut(analysis, place):
    return analysis["text"][place["start"]:place["end"]]


def quoted(analysis, quote):
    """A quote as it is shown: each part in marks of its own, an ellipsis only where the article has words between."""
    shown, before = "", None
    for part in quote["segments"]:
        words = one_line(cut(analysis, part))
        if before is not None:
            between = analysis["text"][before:part["start"]]
            shown += " … " if any(c.isalnum() or c == "…" for c in between) else " "
        shown += words if quote["kind"] == "indirect" else f"“{words}”"
        before = part["end"]
    return shown


def apart(analysis):
    """Mentions by name that do not overlap: the first stays, and of two at one place the longer."""
    order = {kind: at for at, kind in enumerate([
        "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
        "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
    ])}
    names = [
        (mention["start"], mention["end"], entity["type"])
        for entity in analysis["entities"] for mention in entity["mentions"] if mention["kind"] == "name"
    ]
    names.sort(key=lambda name: (name[0], -name[1], order[name[2]]))
    kept, free = [], 0
    for start, end, kind in names:
        if start >= free:
            kept.append((start, end, kind))
            free = end
    return kept


class Explore:
    def __init__(self, binary, files):
        self.binary, self.files = binary, files

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments, *self.files], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    def export(self, format):
        return self.run("export", "--format", format)

    def sentences_shown(self, analysis):
        return len(analysis["summary"])


class Saved:
    """What the page has saved, by the same questions."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def export(self, format):
        return (self.folder / format).read_bytes().decode("utf-8")

    def sentences_shown(self, analysis):
        """Three, where nobody has moved the slider."""
        return min(3, len(analysis["summary"]))


def is_number(value):
    try:
        return bool(float(value)) or True
    except ValueError:
        return False


def tables(explore, format, checks):
    """The rows of each article, as csv reads them from a file that a spreadsheet would open."""
    written = explore.export(format)
    checks.equal(written[:1], "\ufeff", f"{format}: byte order mark")
    checks.equal(written.count("\r\n"), written.count("\n"), f"{format}: every line ends with CRLF")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True))
    checks.equal(len(rows), written.count("\r\n") - 1, f"{format}: a row is a line, and one head")
    by_article = {}
    for row in rows:
        checks.equal(None in row or None in row.values(), False, f"{format}: as many cells as columns")
        for value in row.values():
            formula = value.lstrip()[:1] in {*"=+-@"} and not is_number(value)
            checks.equal(formula, False, f"{format}: no formula in {value!r}")
        by_article.setdefault(row["article"], []).append(row)
    return by_article


def read_tables(explore, analyses, checks):
    quotes, entities, mentions = (tables(explore, f"csv-{what}", checks) for what in ("quotes", "entities", "mentions"))
    for analysis in analyses:
        id = analysis["id"]
        names = {entity["id"]: entity for entity in analysis["entities"]}
        said = {}
        checks.equal(len(quotes.get(id, [])), len(analysis["quotes"]), f"{id}: quotes")
        for row, quote in zip(quotes.get(id, []), analysis["quotes"]):
            what = f"{id} {quote['id']} as a row"
            segments, speaker = quote["segments"], quote["speaker"]
            entity = names.get(speaker and speaker["entity"])
            if entity:
                said[entity["id"]] = said.get(entity["id"], 0) + 1
            words = one_line(cut(analysis, speaker)) if speaker else ""
            checks.equal(row["quote"], quote["id"], what)
            checks.equal(row["kind"], quote["kind"], what)
            checks.equal(row["words"], cell(quoted(analysis, quote)), what)
            nobody = words.lower() in {"he", "she", "they", "it", "we", "you", "i", "who"}
            checks.equal(row["speaker"], cell(entity["name"] if entity else "" if nobody else words), what)
            checks.equal(row["speaker_words"], cell(words), what)
            checks.equal(row["speaker_entity"], entity["id"] if entity else "", what)
            checks.equal(row["role"], cell(entity and entity["role"] or ""), what)
            checks.equal(row["cue"], cell(cut(analysis, quote["cue"])) if quote["cue"] else "", what)
            checks.equal(abs(float(row["confidence"]) - quote["confidence"]) <= 0.0051, True, what)
            checks.equal(row["why"], cell(quote["why"]), what)
            polarity, sense = quote.get("polarity", "positive"), quote.get("sense", "speech")
            checks.equal((row["polarity"], row["sense"]), (polarity, sense), what)
            checks.equal(row["note"] == "", (polarity, sense) == ("positive", "speech"), what)
            checks.equal((int(row["start"]), int(row["end"])), (segments[0]["start"], segments[-1]["end"]), what)
            checks.equal(int(row["segments"]), len(segments), what)
            checks.equal(row["parts"], " ".join(f"{part['start']}..{part['end']}" for part in segments), what)
        checks.equal(len(entities.get(id, [])), len(analysis["entities"]), f"{id}: entities")
        for row, entity in zip(entities.get(id, []), analysis["entities"]):
            what = f"{id} {entity['id']} as a row"
            first = entity["mentions"][0]
            aliases = (f"{one_line(a['text'])} ×{a['count']} ({a['why']})" for a in entity["aliases"])
            checks.equal((row["entity"], row["type"]), (entity["id"], entity["type"]), what)
            checks.equal((row["name"], row["role"]), (cell(entity["name"]), cell(entity["role"] or "")), what)
            checks.equal(int(row["mentions"]), len(entity["mentions"]), what)
            checks.equal(int(row["quotes"]), said.get(entity["id"], 0), what)
            checks.equal(row["aliases"], cell("; ".join(aliases)), what)
            checks.equal(row["first"], cell(cut(analysis, first)), what)
            checks.equal((int(row["start"]), int(row["end"])), (first["start"], first["end"]), what)
        expected = sorted(
            (mention["start"], mention["end"], int(entity["id"][1:]), mention["kind"])
            for entity in analysis["entities"] for mention in entity["mentions"]
        )
        found = [
            (int(row["start"]), int(row["end"]), int(row["entity"][1:]), row["kind"]) for row in mentions.get(id, [])
        ]
        checks.equal(found, expected, f"{id}: mentions")
        for row in mentions.get(id, []):
            start, end = int(row["start"]), int(row["end"])
            checks.equal(row["words"], cell(analysis["text"][start:end]), f"{id}: words of a mention")
            sentence = [s for s in analysis["sentences"] if s["start"] <= start < s["end"]]
            words = cell(cut(analysis, sentence[0])) if sentence else ""
            checks.equal(row["sentence"], words, f"{id}: sentence of a mention")


def read_values(explore, analyses, checks):
    """The tables of figures and dates: the values of the JSON, each in its sentence; no code of TIMEX3 in the words."""
    figures, dates = (tables(explore, f"csv-{what}", checks) for what in ("figures", "dates"))
    for analysis in analyses:
        id = analysis["id"]
        found = [
            (int(row["start"]), int(row["end"]), row["kind"], *(float(row[end]) if row[end] else None
             for end in ("least", "greatest")), row["unit"] or None, row["change"] or None)
            for row in figures.get(id, [])
        ]
        expected = []
        for figure in analysis["figures"]:
            value = figure["value"]
            least, greatest = value if isinstance(value, list) else (value, value)
            expected.append((figure["start"], figure["end"], figure["kind"], least, greatest, figure.get("unit"),
                             figure.get("change")))
        checks.equal(found, expected, f"{id}: figures")
        for row, figure in zip(figures.get(id, []), analysis["figures"]):
            checks.equal(row["words"], cell(cut(analysis, figure)), f"{id}: words of a figure")
            checks.equal(row["counted"], cell(figure.get("counted", "")), f"{id}: what a figure counts")
        found = [(int(row["start"]), int(row["end"]), row["type"], row["value"] or None) for row in dates.get(id, [])]
        expected = [(date["start"], date["end"], date["type"], date["value"]) for date in analysis["dates"]]
        checks.equal(found, expected, f"{id}: dates")
        for row in dates.get(id, []):
            told = row["in_words"]
            code = told.startswith(("P1", "P2", "PT", "PX")) or "_REF" in told or "XXXX" in told
            checks.equal((bool(told), code), (bool(row["value"]), False), f"{id}: {row['value']} in words")


def read_annotations(explore, analyses, checks):
    lines = explore.export("web-annotations").splitlines()
    checks.equal(len(lines), len(analyses), "web-annotations: a line for each article")
    for line, analysis in zip(lines, analyses):
        collection, text, id = json.loads(line), analysis["text"], analysis["id"]
        items = collection.get("first", {}).get("items", [])
        checks.equal((collection["label"], collection["total"]), (id, len(items)), f"{id}: collection")
        found = {}
        for item in items:
            name = item["id"].rpartition("#")[2]
            places = []
            for target in item["target"]:
                address = analysis.get("source", {}).get("url") or collection["id"].partition("#")[0]
                checks.equal(target["source"], address, f"{id} {name}: what it points into")
                position, quote = target["selector"]
                start, end = position["start"], position["end"]
                around = (quote["prefix"], quote["exact"], quote["suffix"])
                checks.equal(around, (text[max(0, start - 32):start], text[start:end], text[end:end + 32]), f"{id} {name}")
                places.append((start, end))
            found[name] = (item["motivation"], places)
        expected = {}
        for entity in analysis["entities"]:
            for nth, mention in enumerate(entity["mentions"], 1):
                expected[f"{entity['id']}-{nth}"] = ("identifying", [(mention["start"], mention["end"])])
        for quote in analysis["quotes"]:
            expected[quote["id"]] = ("describing", [(part["start"], part["end"]) for part in quote["segments"]])
        for nth, note in enumerate(analysis.get("notes", []), 1):
            motivation = "commenting" if note["note"] else "highlighting"
            expected[f"n{nth}"] = (motivation, [(note["start"], note["end"])])
        for nth, sentence in enumerate(analysis["summary"], 1):
            expected[f"s{nth}"] = ("highlighting", [(sentence["start"], sentence["end"])])
        checks.equal(found, expected, f"{id}: annotations")


def read_labels(explore, analyses, checks):
    spacy = [json.loads(line) for line in explore.export("jsonl-spacy").splitlines()]
    doccano = [json.loads(line) for line in explore.export("jsonl-doccano").splitlines()]
    checks.equal((len(spacy), len(doccano)), (len(analyses), len(analyses)), "JSON Lines: a line for each article")
    for one, other, analysis in zip(spacy, doccano, analyses):
        names = apart(analysis)
        checks.equal((one["text"], one["meta"]["id"]), (analysis["text"], analysis["id"]), "jsonl-spacy: text")
        checks.equal((other["text"], other["id"]), (analysis["text"], analysis["id"]), "jsonl-doccano: text")
        spans = [(span["start"], span["end"], span["label"]) for span in one["spans"]]
        checks.equal(spans, names, f"{analysis['id']}: spans")
        checks.equal([tuple(label) for label in other["label"]], names, f"{analysis['id']}: labels")


def expected_conll(analysis):
    """Each name of CoNLL's types, without its white space."""
    return [
        ("".join(analysis["text"][start:end].split()), CONLL_TYPES[kind])
        for start, end, kind in apart(analysis) if kind in CONLL_TYPES
    ]


def read_conll(explore, analyses, checks):
    documents = explore.export("conll").split("-DOCSTART- -X- O O\n\n")
    checks.equal((documents[0], len(documents) - 1), ("", len(analyses)), "conll: a document for each article")
    for document, analysis in zip(documents[1:], analyses):
        id = analysis["id"]
        names, tokens = [], []
        for sentence in document.strip("\n").split("\n\n"):
            for line in sentence.split("\n"):
                token, pos, chunk, tag = line.split()
                checks.equal((pos, chunk), ("-X-", "O"), f"{id}: columns")
                tokens.append(token)
                if tag.startswith("B-"):
                    names.append((token, tag[2:]))
                elif tag.startswith("I-"):
                    words, kind = names.pop()
                    checks.equal(kind, tag[2:], f"{id}: a name goes on with its type")
                    names.append((words + token, kind))
        checks.equal("".join(tokens), "".join(analysis["text"].split()), f"{id}: tokens")
        checks.equal(names, expected_conll(analysis), f"{id}: names")


class Page(html.parser.HTMLParser):
    """The article's words, the words under each id, and where the links lead."""

    BESIDE = {"number", "said", "for-ears"}
    VOID = {"meta"}

    def __init__(self):
        super().__init__()
        self.stack, self.article, self.words, self.links, self.tags, self.policy = [], [], {}, [], set(), None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag in self.VOID:
            return
        classes = set((attributes.get("class") or "").split())
        if id := attributes.get("id"):
            assert id not in self.words, f"#{id} twice"
            self.words[id] = ""
        if href := attributes.get("href"):
            self.links.append(href)
        self.stack.append((tag, classes, attributes.get("id")))
        if tag in {"p", "h1", "h2", "li"}:
            self.article.append("\n")

    def handle_endtag(self, tag):
        open = self.stack.pop()
        assert open[0] == tag, f"</{tag}> closes <{open[0]}>"

    def handle_data(self, words):
        if any(classes & self.BESIDE for _, classes, _ in self.stack):
            return
        if any(tag == "article" for tag, _, _ in self.stack):
            self.article.append(words)
        for _, _, id in self.stack:
            if id:
                self.words[id] += words


def read_page(explore, analysis, checks):
    id = analysis["id"]
    page = Page()
    page.feed(explore.export("html"))
    page.close()
    checks.equal(page.stack, [], f"{id}: every element is closed")
    checks.equal(page.policy, "default-src 'none'; style-src 'unsafe-inline'", f"{id}: policy")
    checks.equal(page.tags & {"script", "img", "link", "iframe", "form"}, set(), f"{id}: nothing that loads or runs")
    blocks = " ".join(cut(analysis, block) for block in analysis["blocks"])
    checks.equal(" ".join("".join(page.article).split()), " ".join(blocks.split()), f"{id}: the article's words")
    outward = {analysis.get("source", {}).get("url")}
    lost = [link for link in page.links if link[1:] not in page.words and link not in outward]
    checks.equal(lost, [], f"{id}: links lead somewhere")

    def marked(anchor, place):
        # Marks that cross are cut: the first part has the name.
        words, whole = " ".join(page.words.get(anchor, "").split()), " ".join(cut(analysis, place).split())
        checks.equal(words != "" and whole.startswith(words), True, f"{id} #{anchor}: {words!r} of {whole!r}")

    for at, entity in enumerate(analysis["entities"], 1):
        if entity["type"] not in {"DATE", "TIME"}:
            for nth, mention in enumerate(entity["mentions"], 1):
                marked(f"name-{at}-{nth}", mention)
    for at, quote in enumerate(analysis["quotes"], 1):
        for nth, segment in enumerate(quote["segments"], 1):
            marked(f"words-{at}-{nth}", segment)
        checks.equal(f"quote-{at}" in page.words, True, f"{id}: {quote['id']} is listed")
    # The page saves as many sentences as its slider shows, and in the JSON all that the slider can show.
    listed = sorted((int(name[8:]) for name in page.words if re.fullmatch(r"summary-\d+", name)))
    checks.equal(listed, list(range(1, len(listed) + 1)), f"{id}: the sentences of the summary are numbered")
    checks.equal(len(listed), explore.sentences_shown(analysis), f"{id}: as many sentences as are shown")
    left = iter(analysis["summary"])
    for at in listed:
        words = " ".join(page.words[f"summary-{at}"].split())
        fits = lambda sentence: words != "" and " ".join(cut(analysis, sentence).split()).startswith(words)
        checks.equal(any(fits(sentence) for sentence in left), True, f"{id} #summary-{at}: {words!r} is of the summary")
    for at, date in enumerate(analysis["dates"], 1):
        marked(f"date-{at}", date)


# The items of CSL-JSON 1.0.2, as far as articles of the web have them: whatever fits this fits the whole schema.
CSL = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[0-9]+)?$"},
            "type": {"enum": ["article-newspaper", "article-magazine", "webpage", "post-weblog"]},
            "title": {"type": "string"},
            "author": {"type": "array", "minItems": 1, "items": {"oneOf": [
                {"required": ["literal"], "properties": {"literal": {"type": "string"}}, "additionalProperties": False},
                {"required": ["family"], "additionalProperties": False, "properties": {
                    "family": {"type": "string"}, "given": {"type": "string"}, "suffix": {"type": "string"}}},
            ]}},
            "container-title": {"type": "string"},
            "issued": {"required": ["date-parts"], "additionalProperties": False, "properties": {"date-parts": {
                "type": "array", "minItems": 1, "maxItems": 1,
                "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}}}},
            "URL": {"type": "string", "pattern": "^https?://"},
            "language": {"type": "string"},
            "note": {"type": "string"},
        },
    },
}


def read_bibliography(python, explore, analyses, checks):
    """The entries for reference managers: the three say the same, and are read by programs of others where they are."""
    items = json.loads(explore.export("csl-json"))
    checks.equal(len(items), len(analyses), "csl-json: an item for each article")
    with tempfile.TemporaryDirectory() as folder:
        for format in ("csl-json", "ris", "bibtex"):
            pathlib.Path(folder, format).write_bytes(explore.export(format).encode("utf-8"))
        pathlib.Path(folder, "schema").write_text(json.dumps(CSL), "utf-8")
        if not python:
            return
        read = json.loads(subprocess.run([python, "-c", BIBLIOGRAPHY, folder], check=True, capture_output=True).stdout)
    checks.equal(read["wrong"], [], "csl-json: valid by its schema")
    checks.equal(len(read["ris"]), len(items), "ris: an entry for each article")
    checks.equal((len(read["bibtex"]), read["failed"]), (len(items), 0), "bibtex: an entry for each article")
    for item, ris, bibtex, analysis in zip(items, read["ris"], read["bibtex"], analyses):
        id = analysis["id"]
        names = [name.get("literal") or ", ".join(name[part] for part in ("family", "given", "suffix") if name.get(part))
                 for name in item.get("author", [])]
        checks.equal(ris.get("authors", []), names, f"{id}: authors in RIS")
        for field, of_ris, of_bibtex in (("title", "title", "title"), ("container-title", "secondary_title", "journal")):
            value = item.get(field)
            checks.equal(ris.get(of_ris), one_line(value) if value else None, f"{id}: {field} in RIS")
            checks.equal(plain_tex(bibtex.get(of_bibtex)), one_line(value) if value else None, f"{id}: {field} in BibTeX")
        checks.equal((ris.get("urls") or [None])[0], item.get("URL"), f"{id}: address in RIS")
        day = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) if "issued" in item else None
        checks.equal(day, analysis["published"], f"{id}: day in CSL-JSON")
        checks.equal(plain_tex(bibtex.get("date")), day, f"{id}: day in BibTeX")


def plain_tex(value):
    """The words of a field, without the braces and backslashes that keep them from being commands."""
    if value is None:
        return None
    for command, c in {"braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^", "backslash": "\\"}.items():
        value = value.replace(f"\\text{command} ", {"{": "\0", "}": "\1"}.get(c, c))
    value = value.replace("{", "").replace("}", "").replace("\0", "{").replace("\1", "}")
    for c in "&%$#_":
        value = value.replace("\\" + c, c)
    return one_line(value)


BIBLIOGRAPHY = """
import json, pathlib, sys
import bibtexparser, jsonschema, rispy
folder = pathlib.Path(sys.argv[1])
text = lambda name: (folder / name).read_bytes().decode("utf-8")
validator = jsonschema.Draft7Validator(json.loads(text("schema")))
library = bibtexparser.parse_string(text("bibtex"))
print(json.dumps({
    "wrong": [error.message for error in validator.iter_errors(json.loads(text("csl-json")))],
    "ris": rispy.loads(text("ris").replace("\\r\\n", "\\n")),
    "bibtex": [{field.key: field.value for field in entry.fields} for entry in library.entries],
    "failed": len(library.failed_blocks),
}))
"""


def read_markdown(explore, analyses, checks):
    titles = [line for line in explore.export("markdown").splitlines() if line.startswith("# ")]
    checks.equal(len(titles), len(analyses), "markdown: a brief for each article")


SPACY = """
import json, pathlib, spacy
from spacy.tokens import DocBin
nlp = spacy.blank("en")
docs = DocBin().from_disk(FOLDER + "/all.spacy").get_docs(nlp.vocab)
conll = [[("".join(t.text for t in e), e.label_) for e in doc.ents] for doc in docs]
spans = []
for line in pathlib.Path(FOLDER, "all.jsonl").read_text("utf-8").splitlines():
    row = json.loads(line)
    doc = nlp.make_doc(row["text"])
    doc.ents = [doc.char_span(s["start"], s["end"], s["label"]) for s in row["spans"]]
    spans.append(len(doc.ents))
print(json.dumps({"conll": conll, "spans": spans}))
"""


def read_spacy(python, explore, analyses, checks):
    with tempfile.TemporaryDirectory() as folder:
        conll, lines = pathlib.Path(folder, "all.conll"), pathlib.Path(folder, "all.jsonl")
        conll.write_text(explore.export("conll"), "utf-8")
        lines.write_text(explore.export("jsonl-spacy"), "utf-8")
        convert = [python, "-m", "spacy", "convert", "-c", "ner", str(conll), folder]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        code = SPACY.replace("FOLDER", repr(folder))
        read = json.loads(subprocess.run([python, "-c", code], check=True, capture_output=True).stdout)
    checks.equal(len(read["conll"]), len(analyses), "spaCy: a document for each article")
    for found, spans, analysis in zip(read["conll"], read["spans"], analyses):
        checks.equal([tuple(name) for name in found], expected_conll(analysis), f"{analysis['id']}: spaCy's names")
        checks.equal(spans, len(apart(analysis)), f"{analysis['id']}: spaCy's entities")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = arguments.add_mutually_exclusive_group(required=True)
    source.add_argument("--bin", help="the `explore` command")
    source.add_argument("--folder", help="what the page has saved")
    arguments.add_argument("--spacy", help="a Python that has spaCy")
    arguments.add_argument("--bibliography", help="a Python that has bibtexparser, jsonschema and rispy")
    asked = arguments.parse_args()
    spacy = asked.spacy or (sys.executable if importlib.util.find_spec("spacy") else None)
    checks = Checks()
    has_all = all(importlib.util.find_spec(name) for name in ("bibtexparser", "jsonschema", "rispy"))
    pythons = (spacy, asked.bibliography or (sys.executable if has_all else None))
    count = read_saved(asked.folder, pythons, checks) if asked.folder else read_written(asked.bin, pythons, checks)
    if not pythons[1]:
        print("bibtexparser, jsonschema and rispy are not here: the entries for reference managers were not read back.")
    if not spacy:
        print("spaCy is not here: its converter was not tried on the CoNLL columns, nor its entities on the spans.")
    print(f"{count} articles, {checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


def read_saved(folder, pythons, checks):
    saved = Saved(folder)
    analyses = [json.loads(saved.export("json"))]
    read_all(saved, analyses, pythons, checks)
    read_page(saved, analyses[0], checks)
    return 1


def read_written(binary, pythons, checks):
    files = sorted(p for p in (ROOT / "tests/corpus").iterdir() if p.is_file() and p.name != "README.md")
    files = [str(path) for path in [*files, ROOT / "src/sample.txt"]]
    binary = str(pathlib.Path(binary).resolve())
    explore = Explore(binary, files)
    analyses = [json.loads(line) for line in explore.run("analyze").splitlines()]
    checks.equal(len(analyses), len(files), "an analysis for each article")
    checks.equal(explore.export("json").splitlines(), explore.run("analyze").splitlines(), "json is the analysis")

    read_all(explore, analyses, pythons, checks)
    for file, analysis in zip(files, analyses):
        read_page(Explore(binary, [file]), analysis, checks)
    return len(files)


def read_all(source, analyses, pythons, checks):
    """Every format that many articles can share a file in."""
    read_tables(source, analyses, checks)
    read_values(source, analyses, checks)
    read_annotations(source, analyses, checks)
    read_labels(source, analyses, checks)
    read_conll(source, analyses, checks)
    read_markdown(source, analyses, checks)
    read_bibliography(pythons[1], source, analyses, checks)
    if pythons[0]:
        read_spacy(pythons[0], source, analyses, checks)


if __name__ == "__main__":
    main()

"""The wheel as a stranger has it: installed, and the examples of its README and of docs/python.md run.

Its analyses are those of the native command, to the byte: tests/doors.
"""

import contextlib
import io
import json
import re
import threading
from pathlib import Path

import pytest

from article_explorer import analyze, analyze_batch, analyze_json, read, read_json, types

ROOT = Path(__file__).parents[3]
QUOTE = "“The bridge is safe,” said Mara Lindqvist, the city engineer. “I cross it every day.”"


def examples(path):
    """Each example of a text, with what is printed below it, if that stands there."""
    pattern = r"```python\n(.*?)```(?:\n\nprints\n\n```text\n(.*?)```)?"
    return re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"), re.DOTALL)


def printed(code, names):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "example", "exec"), names)
    return out.getvalue()


def test_the_readme_prints_what_it_says():
    [(code, expected)] = examples("packages/python/README.md")
    assert expected and printed(code, {}) == expected


def test_the_notebook_prints_what_it_says(tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    names = {}
    found = examples("docs/python.md")
    assert len(found) > 3
    for code, expected in found:
        if "spacy" in code:
            pytest.importorskip("spacy")
        said = printed(code, names)
        assert not expected or said == expected, f"it prints\n{said}"


def test_an_analysis_has_the_shape_of_the_schema_and_of_the_types():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs/analysis.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    corpus = [path for path in (ROOT / "tests/corpus").iterdir() if path.suffix in {".txt", ".html", ".md"}]
    assert len(corpus) > 4
    for path in corpus:
        for analysis in read(path):
            validator.validate(analysis)
            # The schema takes more fields than it names; there are none.
            assert set(analysis) <= set(types.Analysis.__annotations__)
    assert not validator.is_valid({**analysis, "quotes": None})


def test_a_batch_is_in_order_and_the_same_by_any_number_of_threads():
    texts = [f"Ana Ruiz counted {number} goats on Monday. " * (number % 9 + 1) for number in range(60)]
    days = [None if number % 2 else "2025-12-07" for number in range(60)]
    one_by_one = [analyze(text, day) for text, day in zip(texts, days)]
    for threads in [None, 1, 3, 100]:
        assert analyze_batch(texts, days, threads=threads) == one_by_one
    assert analyze_batch([]) == []
    with pytest.raises(ValueError, match="60 texts and 1 days"):
        analyze_batch(texts, ["2025-12-07"])


def test_a_batch_lets_go_of_the_interpreter():
    went_on = threading.Event()
    ended = threading.Event()

    def count():
        while not ended.is_set():
            went_on.set()

    # Nothing else gives this thread a turn in the time of the batch, unless the lock is let go of.
    beside = threading.Thread(target=count)
    went_on.clear()
    beside.start()
    went_on.wait()
    went_on.clear()
    analyze_batch(["Ana Ruiz met Mara Lindqvist in Lindmouth. " * 200] * 4, threads=2)
    assert went_on.is_set()
    ended.set()
    beside.join()


def test_files_are_read_from_a_path_or_from_bytes(tmp_path):
    page = f"<title>Bridge</title><article><h1>Bridge is safe</h1><p>{QUOTE}</p></article>".encode()
    path = tmp_path / "bridge.html"
    path.write_bytes(page)
    [by_path] = read(path)
    assert by_path["id"] == "bridge.html"
    assert [by_path] == read(page, "bridge.html")
    with pytest.raises(ValueError):
        read(b"PK\x03\x04broken", "bridge.docx")


def test_what_makes_no_sense_is_told():
    with pytest.raises(ValueError, match='"Sunday" is not a day'):
        analyze(QUOTE, "Sunday")
    with pytest.raises(ValueError, match="not a number of threads"):
        analyze_batch([QUOTE], threads=0)


def test_halves_of_characters_are_replaced_and_an_id_comes_back():
    assert analyze("a\ud83db")["text"] == "a\ufffdb"
    assert analyze(QUOTE, id=7)["id"] == 7
    assert '"id":"é"' in analyze_json(QUOTE, id="é")
    assert len(read_json(QUOTE.encode(), "a.txt")) == 1


def test_a_spacy_document_has_names_quotes_and_speakers():
    pytest.importorskip("spacy")
    from article_explorer import to_spacy

    analysis = analyze(QUOTE + " Ana Ruiz agreed.")
    doc = to_spacy(analysis)
    people = [span for span in doc.ents if span.label_ == "PERSON"]
    assert [span.text for span in people] == ["Mara Lindqvist", "Ana Ruiz"]
    assert people[0].id_ == next(entity["id"] for entity in analysis["entities"] if entity["name"] == "Mara Lindqvist")
    assert [span.text for span in doc.spans["quotes"]] == ["The bridge is safe,", "I cross it every day."]
    assert doc.spans["speakers"][0].text == "Mara Lindqvist"
    assert doc.spans["speakers"][0].id_ == analysis["quotes"][0]["id"]
    assert len(list(doc.sents)) == len(analysis["sentences"])

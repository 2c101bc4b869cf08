"""Reads a news article: who is in it, who said what, and what it says.

An analysis is a dictionary of the shape `article_explorer.types.Analysis`. Its places count code points, so
`analysis["text"][start:end]` are the words that stand there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _engine
from .types import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Analysis", "analyze", "analyze_batch", "analyze_json", "read", "read_json", "to_spacy"]


def analyze(
    text: str,
    published: str | None = None,
    *,
    id: str | int | float | None = None,
    summary: int | None = None,
) -> Analysis:
    """The analysis of a text, read as if it were pasted. Any text has one.

    `published` is the day that "Monday" is counted from, such as 2025-12-07; without it, the one that the article
    names. `id` comes back in the analysis. `summary` is how many sentences the summary has (3).
    """
    return json.loads(analyze_json(text, published, id=id, summary=summary))


def analyze_json(
    text: str,
    published: str | None = None,
    *,
    id: str | int | float | None = None,
    summary: int | None = None,
) -> str:
    """As `analyze`, as the line of JSON that the native command prints."""
    return _engine.analyze(_whole(text), None if id is None else _whole(json.dumps(id, ensure_ascii=False)), published, summary)


def analyze_batch(
    texts: Iterable[str],
    published: str | Sequence[str | None] | None = None,
    *,
    threads: int | None = None,
    summary: int | None = None,
) -> list[Analysis]:
    """The analysis of each text, in order, by as many threads as there are processors, or as are asked for.

    `published` is one day for all, or a day for each. Other Python threads go on meanwhile.
    """
    texts = [_whole(text) for text in texts]
    days = [published] * len(texts) if published is None or isinstance(published, str) else list(published)
    if len(days) != len(texts):
        raise ValueError(f"there are {len(texts)} texts and {len(days)} days of publication")
    if threads is not None and threads < 1:
        raise ValueError(f"{threads} is not a number of threads")
    answers = _engine.analyze_batch(texts, days, summary, threads or _processors())
    return [json.loads(answer) for answer in answers]


def read(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    published: str | None = None,
    *,
    summary: int | None = None,
) -> list[Analysis]:
    """The analyses of the articles in a file: a page, mail, feed, PDF, Word, EPUB, …; most hold one.

    `source` is a path, or the bytes themselves; then `name` hints at what they are, and is the `id`. A file without a
    readable article is a `ValueError` that says why.
    """
    return [json.loads(answer) for answer in read_json(source, name, published, summary=summary)]


def read_json(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    published: str | None = None,
    *,
    summary: int | None = None,
) -> list[str]:
    """As `read`, as lines of JSON."""
    if not isinstance(source, bytes):
        path = Path(source)
        source, name = path.read_bytes(), name or path.name
    return _engine.read(source, name or "", published, summary)


def to_spacy(analysis: Analysis, vocab: Vocab | None = None) -> Doc:
    """The analysis as a spaCy document: names as `doc.ents`; mentions, quotes and sentences as spans.

    Every span has the `id` of its entity or quote (`span.id_`). `doc.spans` has `mentions` (also "the minister" and
    "he"), `quotes`, labelled with their kind, and `speakers`, with the ids of their quotes. spaCy must be installed.
    """
    import spacy
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    blank = spacy.blank("en")
    doc = blank.make_doc(analysis["text"])
    if vocab is not None:
        doc = Doc(vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])

    def span(place: Any, label: str, id: str = "") -> list[Any]:
        found = doc.char_span(place["start"], place["end"], label=label, span_id=id, alignment_mode="expand")
        return [] if found is None else [found]

    starts = {first.i for place in analysis["sentences"] for found in span(place, "") for first in found[:1]}
    for token in doc:
        token.is_sent_start = token.i in starts or token.i == 0
    mentions = [
        (mention["kind"], found)
        for entity in analysis["entities"]
        for mention in entity["mentions"]
        for found in span(mention, entity["type"], entity["id"])
    ]
    doc.ents = filter_spans([found for kind, found in mentions if kind == "name"])
    doc.spans["mentions"] = [found for _, found in mentions]
    doc.spans["quotes"] = [
        found
        for quote in analysis["quotes"]
        for segment in quote["segments"]
        for found in span(segment, quote["kind"], quote["id"])
    ]
    doc.spans["speakers"] = [
        found
        for quote in analysis["quotes"]
        if quote["speaker"] is not None
        for found in span(quote["speaker"], "SPEAKER", quote["id"])
    ]
    return doc


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _whole(text: str) -> str:
    """The text with every half of a surrogate pair replaced, one character for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text

"""The shapes of an analysis.

Made from the Rust types by `UPDATE_EXPECT=1 cargo test -p contract`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict, Union


class Alias(TypedDict):
    """Another name of the same thing, and why it is taken for one."""

    text: str
    count: int
    why: Literal["full name", "surname", "given name", "acronym", "spelling", "transliteration", "demonym", "title", "user"]


class Block(TypedDict):
    """A paragraph, a headline, a caption."""

    start: int
    end: int
    kind: Literal["headline", "byline", "dateline", "paragraph", "heading", "list-item", "caption", "furniture", "quotation", "note", "table-row"]


class DateExpression(TypedDict):
    """A time expression with its value."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None


class DatedPlace(TypedDict):
    """Words that say when."""

    start: int
    end: int
    value: NotRequired[str]


class Diagnostic(TypedDict):
    """Something that a reader should know of how the article was read."""

    code: str
    message: str
    end: NotRequired[int]
    start: NotRequired[int]


class Entity(TypedDict):
    """Somebody or something that the article names, with everywhere that it does."""

    id: str
    type: Literal["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"]
    """The OntoNotes name."""
    name: str
    aliases: list[Alias]
    role: str | None
    mentions: list[Mention]
    salience: NotRequired[float]


class Facts(TypedDict):
    """The five Ws, each left out where the text does not answer it."""

    what: NotRequired[Span]
    when: NotRequired[DatedPlace]
    where: NotRequired[NamedPlace]
    who: NotRequired[list[NamedPlace]]
    why: NotRequired[Span]


class Figure(TypedDict):
    """A figure read as a value."""

    start: int
    end: int
    kind: Literal["money", "percent", "quantity", "count", "fraction"]
    value: Value | None
    """None where nobody counted ("dozens")."""
    change: NotRequired[Literal["up", "down"]]
    counted: NotRequired[str]
    unit: NotRequired[str]


class KeyPhrase(TypedDict):
    """A phrase that the article keeps coming back to."""

    text: str
    score: float
    mentions: list[Span]


class Mention(TypedDict):
    """A place where an entity is named or meant."""

    start: int
    end: int
    kind: Literal["name", "nominal", "pronoun"]


class NamedPlace(TypedDict):
    """An entity where it is first named."""

    start: int
    end: int
    entity: str


class Note(TypedDict):
    """Words that the reader marked."""

    start: int
    end: int
    note: str


class Quote(TypedDict):
    """What somebody is reported to have said."""

    id: str
    kind: Literal["direct", "mixed", "indirect"]
    segments: list[Span]
    speaker: Speaker | None
    cue: Span | None
    confidence: float
    why: str
    polarity: NotRequired[Literal["negative", "uncertain"]]
    """Left out where it was said."""
    sense: NotRequired[Literal["thought", "plan"]]
    """Left out of speech."""


class Source(TypedDict):
    """What the file states of itself, each field only where it does."""

    authors: NotRequired[list[str]]
    modified: NotRequired[str]
    published: NotRequired[str]
    site: NotRequired[str]
    title: NotRequired[str]
    url: NotRequired[str]


class Span(TypedDict):
    """A stretch of `text`, counted in Unicode code points; `end` is exclusive."""

    start: int
    end: int


class Speaker(TypedDict):
    """The words that name who said it."""

    entity: str | None
    start: int
    end: int


class SummarySentence(TypedDict):
    """A sentence of the summary."""

    start: int
    end: int
    score: float
    why: str


Value = Union[float, list[float]]
"""A number, or the least and the greatest of a range."""


class Analysis(TypedDict):
    """An article and everything found in it. Lists are sorted by place, entities by their first mention."""

    schema: Literal["article-explorer/analysis/1"]
    id: str | float | None
    """The caller's, a file's name, or none."""
    text: str
    language: str
    published: str | None
    blocks: list[Block]
    sentences: list[Span]
    entities: list[Entity]
    quotes: list[Quote]
    dates: list[DateExpression]
    summary: list[SummarySentence]
    keyphrases: list[KeyPhrase]
    figures: list[Figure]
    facts: Facts
    diagnostics: list[Diagnostic]
    notes: NotRequired[list[Note]]
    """The reader's own, left out where there are none."""
    source: NotRequired[Source]
    """Left out where the file states nothing."""

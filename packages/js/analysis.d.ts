// Made from the Rust types by `UPDATE_EXPECT=1 cargo test -p contract`.

/** Another name of the same thing, and why it is taken for one. */
export interface Alias {
  text: string
  count: number
  why: 'full name' | 'surname' | 'given name' | 'acronym' | 'spelling' | 'transliteration' | 'demonym' | 'title' | 'user'
}

/** A paragraph, a headline, a caption. */
export interface Block {
  start: number
  end: number
  kind: 'headline' | 'byline' | 'dateline' | 'paragraph' | 'heading' | 'list-item' | 'caption' | 'furniture' | 'quotation' | 'note' | 'table-row'
}

/** A time expression with its value. */
export interface DateExpression {
  start: number
  end: number
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  value: string | null
}

/** Words that say when. */
export interface DatedPlace {
  start: number
  end: number
  value?: string
}

/** Something that a reader should know of how the article was read. */
export interface Diagnostic {
  code: string
  message: string
  end?: number
  start?: number
}

/** Somebody or something that the article names, with everywhere that it does. */
export interface Entity {
  id: string
  /** The OntoNotes name. */
  type: 'PERSON' | 'NORP' | 'FAC' | 'ORG' | 'GPE' | 'LOC' | 'PRODUCT' | 'EVENT' | 'WORK_OF_ART' | 'LAW' | 'LANGUAGE' | 'DATE' | 'TIME' | 'PERCENT' | 'MONEY' | 'QUANTITY' | 'ORDINAL' | 'CARDINAL'
  name: string
  aliases: Alias[]
  role: string | null
  mentions: Mention[]
  salience?: number
}

/** The five Ws, each left out where the text does not answer it. */
export interface Facts {
  what?: Span
  when?: DatedPlace
  where?: NamedPlace
  who?: NamedPlace[]
  why?: Span
}

/** A figure read as a value. */
export interface Figure {
  start: number
  end: number
  kind: 'money' | 'percent' | 'quantity' | 'count' | 'fraction'
  /** None where nobody counted ("dozens"). */
  value: Value | null
  change?: 'up' | 'down'
  counted?: string
  unit?: string
}

/** A phrase that the article keeps coming back to. */
export interface KeyPhrase {
  text: string
  score: number
  mentions: Span[]
}

/** A place where an entity is named or meant. */
export interface Mention {
  start: number
  end: number
  kind: 'name' | 'nominal' | 'pronoun'
}

/** An entity where it is first named. */
export interface NamedPlace {
  start: number
  end: number
  entity: string
}

/** Words that the reader marked. */
export interface Note {
  start: number
  end: number
  note: string
}

/** What somebody is reported to have said. */
export interface Quote {
  id: string
  kind: 'direct' | 'mixed' | 'indirect'
  segments: Span[]
  speaker: Speaker | null
  cue: Span | null
  confidence: number
  why: string
  /** Left out where it was said. */
  polarity?: 'negative' | 'uncertain'
  /** Left out of speech. */
  sense?: 'thought' | 'plan'
}

/** What the file states of itself, each field only where it does. */
export interface Source {
  authors?: string[]
  modified?: string
  published?: string
  site?: string
  title?: string
  url?: string
}

/** A stretch of `text`, counted in Unicode code points; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/** The words that name who said it. */
export interface Speaker {
  entity: string | null
  start: number
  end: number
}

/** A sentence of the summary. */
export interface SummarySentence {
  start: number
  end: number
  score: number
  why: string
}

/** A number, or the least and the greatest of a range. */
export type Value = number | [number, number]

/** An article and everything found in it. Lists are sorted by place, entities by their first mention. */
export interface Analysis {
  schema: 'article-explorer/analysis/1'
  /** The caller's, a file's name, or none. */
  id: string | number | null
  text: string
  language: string
  published: string | null
  blocks: Block[]
  sentences: Span[]
  entities: Entity[]
  quotes: Quote[]
  dates: DateExpression[]
  summary: SummarySentence[]
  keyphrases: KeyPhrase[]
  figures: Figure[]
  facts: Facts
  diagnostics: Diagnostic[]
  /** The reader's own, left out where there are none. */
  notes?: Note[]
  /** Left out where the file states nothing. */
  source?: Source
}

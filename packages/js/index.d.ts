import type { Analysis, Span } from './analysis.js'

export type * from './analysis.js'

export interface Options {
  /** Comes back as the `id` of the analysis. */
  id?: string | number
  /** The day that "Monday" is counted from, such as 2025-12-07; without it, the one that the article names. */
  published?: string
  /** How many sentences the summary has; 3 if it is left out. */
  summary?: number
}

/** A file's own name is the `id` of its analysis. */
export type FileOptions = Omit<Options, 'id'>

/** Where the WebAssembly is, or the WebAssembly itself. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module

/** The engine, loaded: it answers at once, on the thread that asks. */
export interface Engine {
  /** The analysis of a text, read as if it were pasted. Any text has one. */
  analyze(text: string, options?: Options): Analysis
  /** The analyses of the articles in a file: a page, mail, feed, PDF, Word, EPUB … An error says why there is none. */
  read(bytes: Uint8Array | ArrayBuffer, name: string, options?: FileOptions): Analysis[]
  /** As `analyze`, as the line of JSON that the native command prints. */
  analyzeJson(text: string, options?: Options): string
  /** As `read`, as lines of JSON. */
  readJson(bytes: Uint8Array | ArrayBuffer, name: string, options?: FileOptions): string[]
}

/** The engine in a worker. */
export interface WorkerEngine {
  analyze(text: string, options?: Options): Promise<Analysis>
  read(bytes: Uint8Array | ArrayBuffer, name: string, options?: FileOptions): Promise<Analysis[]>
  /** Ends the worker and whatever it is at; the only way to cancel. */
  end(): void
}

/** Loads the engine, once: from `source`, or from beside this package's own files. */
export function load(source?: Source): Promise<Engine>

/** Loads the engine at the first call; see `Engine.analyze`. */
export function analyze(text: string, options?: Options): Promise<Analysis>

/** Loads the engine at the first call; see `Engine.read`. */
export function read(bytes: Uint8Array | ArrayBuffer, name: string, options?: FileOptions): Promise<Analysis[]>

/** Starts a worker with an engine of its own. */
export function startWorker(source?: string | URL | ArrayBuffer | WebAssembly.Module): WorkerEngine

export interface Places {
  /** The UTF-16 index of a place in an analysis. */
  utf16(place: number): number
  /** The words that stand there. */
  words(span: Span): string
}

/** The places of an analysis count Unicode code points; this turns them into those of `analysis.text` in JavaScript. */
export function places(text: string): Places

/** The metadata keys an article can carry in front matter, in `sources.yaml` or in a JSON line. */
export const METADATA_KEYS = [
  'id',
  'title',
  'publisher',
  'published',
  'language',
  'url',
  'retrieved',
  'author',
] as const;

/** One of {@link METADATA_KEYS}. */
export type MetadataKey = (typeof METADATA_KEYS)[number];

/** What stands for the publisher of an article that does not name one. */
export const UNKNOWN_PUBLISHER = 'unknown';

/** Where the text of a page begins, as a UTF-16 offset; pages count from 1. */
export interface PageStart {
  readonly page: number;
  readonly start: number;
}

/** One source document. Immutable: a changed file gives a new article. */
export interface Article {
  /** Unique in its corpus. */
  readonly id: string;
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  readonly title: string;
  /** {@link UNKNOWN_PUBLISHER} when nobody says. */
  readonly publisher: string;
  /** `YYYY-MM-DD`, or null when it is not known. */
  readonly published: string | null;
  /** An absolute http(s) address, or null. */
  readonly url: string | null;
  /** When it was fetched from there, an instant in ISO 8601 (UTC), or null. */
  readonly retrieved: string | null;
  /** BCP 47, lower case: "en", "zh". The main language; single passages may be in another. */
  readonly language: string;
  /**
   * The file after its front matter, without a byte-order mark and otherwise unchanged, of Markdown
   * without its marks; for HTML, PDF, DOCX and EPUB the text that their readers make. Every offset in
   * Verbatim is a UTF-16 offset into this string.
   */
  readonly text: string;
  /** Where the quotable text begins: after a date stamp and a title that stand in the text itself. */
  readonly bodyStart: number;
  /** Who wrote it; left out when nobody says. */
  readonly author?: string;
  /** Where its pages begin, in order; left out where it has none. */
  readonly pages?: readonly PageStart[];
  /**
   * How the text was made of a Markdown file, for the way back (`placeInFile`): three numbers for each
   * stretch that is not in it, in order: start and end in the file without its byte-order mark, and how
   * many units of the text stand in its place. Left out for other kinds.
   */
  readonly cuts?: readonly number[];
  /** The keys that were inferred from the text or the file name, not given. */
  readonly inferred: readonly MetadataKey[];
  /** SHA-256 (hex) over the text and every other field: equal hashes mean nothing changed. */
  readonly contentHash: string;
}

/** The page on which an offset of a text stands, or null where it has no pages. */
export function pageAt({ pages }: Pick<Article, 'pages'>, offset: number): number | null {
  return pages?.findLast(({ start }) => start <= offset)?.page ?? null;
}

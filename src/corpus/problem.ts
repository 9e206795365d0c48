/**
 * Everything that can be wrong with a corpus, and the values its message needs. The words are in
 * `src/i18n`, so that a moderator reads them in their own language.
 */
export interface ProblemValues {
  /**
   * The folder itself is missing, or it or a folder in it cannot be listed, so that nobody knows which
   * articles there are. `cause` is an errno name such as `ENOENT`.
   */
  'folder-unreadable': { readonly cause: string };
  /** `cause` is an errno name, or `not-a-file` for a pipe, a socket or a device. */
  'file-unreadable': { readonly cause: string };
  'link-outside-folder': { readonly target: string };
  /** `byteOffset` counts from the start of the file, also for one line of a `.jsonl`. */
  'not-utf8': { readonly byteOffset: number };
  /** A warning: so many characters of a page could not be read and are U+FFFD. */
  'bytes-replaced': { readonly count: number };
  binary: Readonly<Record<string, never>>;
  empty: Readonly<Record<string, never>>;
  'too-large': { readonly bytes: number; readonly maxBytes: number };
  /** `firstFile` is `file`, or `file:line` for a line of a `.jsonl`. */
  'duplicate-id': { readonly id: string; readonly firstFile: string };
  'unclosed-front-matter': Readonly<Record<string, never>>;
  /** `detail` is what is meant: a key, a character, the name of an alias, or the parser's words. */
  'invalid-yaml': {
    readonly fault:
      | 'colon'
      | 'quote'
      | 'bracket'
      | 'character'
      | 'alias'
      | 'tab'
      | 'duplicate-key'
      | 'depth'
      | 'other';
    readonly detail: string;
  };
  /**
   * A metadata value that does not fit; `expected` is one of a closed set, so that it can be
   * translated. `key` is empty when the whole front matter, file or line is meant.
   */
  'invalid-value': {
    readonly key: string;
    readonly expected:
      | 'date'
      | 'text'
      | 'url'
      | 'language'
      | 'mapping'
      | 'id'
      | 'instant'
      | 'interval';
    readonly got: string;
  };
  'missing-text': Readonly<Record<string, never>>;
  /** A warning. `nearest` is null when no known key is near. */
  'unknown-key': { readonly key: string; readonly nearest: string | null };
  /** A warning: `sources.yaml` names a file that is not in the folder. */
  'unknown-file': { readonly name: string; readonly nearest: string | null };
  /** A warning: a line of `synonyms.yaml` does without what is wrong with it, in short `got`. */
  'invalid-synonyms': {
    readonly fault: 'no-group' | 'no-words' | 'long-phrase' | 'many-phrases';
    readonly got: string;
  };
  /** A warning: what stands behind so many groups of synonyms is not read. */
  'too-many-synonyms': { readonly maxGroups: number };
  /** `position` counts characters of the line from 1, null where it is not known. */
  'invalid-json': { readonly position: number | null; readonly cause: string };
  /** `depth` is where reading stopped, the first one beyond `maxDepth`. */
  'html-too-deep': { readonly depth: number; readonly maxDepth: number };
  'html-too-many-elements': { readonly maxElements: number };
  /**
   * A warning: the main text of a page is short for so much of a page, is a small share of it, or has
   * no word of the title.
   */
  'doubtful-page': { readonly doubt: 'short' | 'left-out' | 'title' };
  /** A PDF, DOCX or EPUB that cannot be opened as what it should be. */
  damaged: Readonly<Record<string, never>>;
  encrypted: Readonly<Record<string, never>>;
  /** A document of pictures. */
  'no-text-layer': Readonly<Record<string, never>>;
  'too-many-pages': { readonly maxPages: number };
  /** The file may be small; its text is not. */
  'too-much-text': { readonly maxBytes: number };
  /**
   * Pages, from 1, whose fonts do not say which characters they show, or whose columns run from top to
   * bottom. A warning where others are read.
   */
  'unreadable-pages': {
    readonly pages: readonly number[];
    readonly reason: 'font' | 'vertical';
  };
  /** Reading the file took too long or too much memory, or failed; `detail` is for whoever looks into it. */
  'reading-stopped': {
    readonly reason: 'time-limit' | 'memory-limit' | 'failed';
    readonly detail: string;
  };
  /** A warning: a file with the ending of feeds is none, and gives no article. */
  'not-a-feed': Readonly<Record<string, never>>;
  /** A warning: so many items of a feed, of `total`, have no whole text and are no articles. */
  'teasers-only': { readonly count: number; readonly total: number };
  /** A warning: a feed has more items than are read. */
  'feed-too-long': { readonly maxItems: number };
  /** A warning: a feed of `feeds.yaml` could not be fetched the last time. */
  'feed-failed': { readonly address: string; readonly fault: FetchFault };
  /** A warning: so many items of a feed could not be fetched; `fault` is the last one's. */
  'feed-items-failed': {
    readonly address: string;
    readonly count: number;
    readonly fault: FetchFault;
  };
  'too-many-problems': { readonly maxProblems: number };
  /** A warning: files of other kinds, the most frequent ending first; `ending` is empty for any other. */
  'files-passed-over': {
    readonly count: number;
    readonly endings: readonly { readonly ending: string; readonly count: number }[];
  };
  'too-many-files': { readonly maxFiles: number };
}

/**
 * Every kind of {@link FetchFault}.
 *
 * - `address`: no http or https address, or one with a user name. `port`: an unusual port.
 * - `private`: it, or what it redirects to, is not on the public Internet. `unknown-host`: nobody
 *   knows the name.
 * - `unreachable`, `timeout`, `status`, `redirects`: the server does not answer, not in time, with
 *   an error, or only with further addresses.
 * - `too-large`, `type`: more than is read, or nothing that is.
 * - `robots`, `robots-away`: its robots.txt forbids it, or cannot be had at the moment.
 * - `later`: the server wants to be left alone until `detail`, an instant in ISO 8601.
 * - `feed`: a feed in the place of a page.
 * - `no-article`, `no-feed`: what came holds no article, or is no feed. `not-kept`: it could not be
 *   written.
 */
export const FETCH_FAULT_KINDS = [
  'address',
  'port',
  'private',
  'unknown-host',
  'unreachable',
  'timeout',
  'status',
  'redirects',
  'too-large',
  'type',
  'feed',
  'robots',
  'robots-away',
  'later',
  'no-article',
  'no-feed',
  'not-kept',
] as const;

/** Why nothing came from a web address, as a closed set, so that it can be translated. */
export interface FetchFault {
  readonly kind: (typeof FETCH_FAULT_KINDS)[number];
  /** What was met: a host, a status, a media type, an errno name; empty where there is nothing to say. */
  readonly detail: string;
}

/** A kebab-case name of what is wrong. */
export type ProblemCode = keyof ProblemValues;

/** A problem of one code. */
export interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** Path below the corpus folder, with `/` between folders; `.` for the folder itself. */
  readonly file: string;
  /** 1-based, or null when the problem is of the whole file. */
  readonly line: number | null;
  readonly values: ProblemValues[Code];
}

/** One thing that is wrong with one file. An error rejects what it is about; a warning does not. */
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** An error in `file`; `line` is 1-based, null for the whole file. */
export function createError<Code extends ProblemCode>(
  code: Code,
  values: ProblemValues[Code],
  file: string,
  line: number | null = null,
): ProblemOf<Code> {
  return { code, severity: 'error', file, line, values };
}

/** The same as {@link createError}, but a warning. */
export function createWarning<Code extends ProblemCode>(
  code: Code,
  values: ProblemValues[Code],
  file: string,
  line: number | null = null,
): ProblemOf<Code> {
  return { code, severity: 'warning', file, line, values };
}

import type { Article } from './article.ts';

/**
 * An article as it is kept and told to other threads: plain data, whose text lies in memory that all
 * threads share.
 */
export interface StoredArticle extends Omit<Article, 'text'> {
  readonly text: StoredText;
}

/** A text, to the code unit: one byte for each where that is enough, else two. */
interface StoredText {
  readonly bytes: SharedArrayBuffer;
  readonly encoding: 'latin1' | 'utf16le';
}

/** How many UTF-16 units of decoded texts a corpus keeps, or the last one alone if that is longer. */
const KEPT_UNITS = 1_000_000;

/** Puts the text of an article into shared memory. */
export function storeArticle({ text, ...rest }: Article): StoredArticle {
  // oxlint-disable-next-line no-control-regex -- every code unit of one byte
  const encoding: StoredText['encoding'] = /^[\0-\xff]*$/u.test(text) ? 'latin1' : 'utf16le';
  const bytes = new SharedArrayBuffer(Buffer.byteLength(text, encoding));
  Buffer.from(bytes).write(text, encoding);
  // What was cut from a longer string keeps all of it in memory; a clone does not.
  return structuredClone({ ...rest, text: { bytes, encoding } });
}

/**
 * Makes articles of stored ones. Their texts are decoded when they are looked at, and the last ones
 * that were are kept.
 */
export function createArticleOpener(): (stored: StoredArticle) => Article {
  const decode = createDecoder();
  return ({ text, ...rest }) => ({
    ...rest,
    get text() {
      return decode(text);
    },
  });
}

function createDecoder(): (stored: StoredText) => string {
  // In the order of their last use.
  const kept = new Map<StoredText, string>();
  let units = 0;
  return (stored) => {
    const text = kept.get(stored) ?? Buffer.from(stored.bytes).toString(stored.encoding);
    if (!kept.delete(stored)) units += text.length;
    kept.set(stored, text);
    for (const [oldest, { length }] of kept) {
      if (units <= KEPT_UNITS || kept.size === 1) break;
      kept.delete(oldest);
      units -= length;
    }
    return text;
  };
}

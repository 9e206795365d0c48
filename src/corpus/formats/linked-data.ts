/** What a page's JSON-LD says of its article. */
export interface LinkedData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

/** Deeper or larger data is not looked through to its end. */
const MAX_VALUES = 10_000;

/**
 * The facts of the first article in JSON-LD, at any depth, or else of the first object that has them.
 * Broken JSON has none. See https://schema.org/Article.
 */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const objects = scripts.flatMap((script) => objectsIn(parseJson(script)));
  const articles = objects.filter((object) =>
    /Article|Posting|Report/u.test(String(object['@type'])),
  );
  const first = (key: string): string | null => {
    for (const object of [...articles, ...objects]) {
      const value = nameIn(object[key]);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    headline: nameIn(articles.find(({ headline }) => headline !== undefined)?.['headline']),
    published: first('datePublished'),
    publisher: first('publisher'),
    author: first('author'),
    language: first('inLanguage'),
  };
}

function parseJson(script: string): unknown {
  try {
    // Many pages have line feeds inside of strings, which JSON forbids.
    return JSON.parse(script.replaceAll(/\p{Cc}+/gu, ' '));
  } catch {
    return null;
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

/** All objects in a value, outer ones first. */
function objectsIn(value: unknown): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  const queue: unknown[] = [value];
  for (let index = 0; index < queue.length && index < MAX_VALUES; index += 1) {
    const next = queue[index];
    if (Array.isArray(next)) for (const item of next.slice(0, MAX_VALUES)) queue.push(item);
    else if (isObject(next)) {
      objects.push(next);
      for (const inner of Object.values(next).slice(0, MAX_VALUES)) queue.push(inner);
    }
  }
  return objects;
}

/** A text, or the name of an object or of the first in a list. */
function nameIn(value: unknown): string | null {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  const name = isObject(single) ? single['name'] : single;
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

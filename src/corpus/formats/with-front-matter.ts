import { METADATA_KEYS } from '../article.ts';
import { kindOf } from '../folder/list-files.ts';
import type { GivenMetadata } from '../metadata/metadata.ts';
import { decodePage } from './charset.ts';
import { decodeUtf8 } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';

/** The keys that {@link withFrontMatter} writes anew. */
export const DETAIL_KEYS = ['title', 'publisher', 'published', 'url'] as const;

/** What a person may say of an article whose file they do not want to edit. */
export type Details = Pick<GivenMetadata, (typeof DETAIL_KEYS)[number]>;

/** Whether a file of a name can state details of its article in front matter. */
export function canStateDetails(name: string): boolean {
  const kind = kindOf(name);
  return kind === 'text' || kind === 'markdown' || kind === 'html';
}

/**
 * The text of a text, Markdown or HTML file of a name, a page in any charset, with these details in its front matter. Other keys that
 * it states stay, and so does everything after it; a detail that is left out is stated no more.
 * Null when the file is no text, or has front matter that cannot be read.
 */
export function withFrontMatter(bytes: Uint8Array, name: string, details: Details): string | null {
  const content = decode(bytes, name);
  if (content === null) return null;
  const { given, text, problems } = readFrontMatter(content, '');
  // Fields that cannot be read would be lost.
  if (problems.some(({ severity, code }) => severity === 'error' || code === 'invalid-yaml')) {
    return null;
  }
  const { title: _t, publisher: _p, published: _d, url: _u, ...others } = given;
  return frontMatter({ ...others, ...details }) + text;
}

/**
 * A page that was fetched, with where and when it came from in its front matter. What it states in
 * front matter of its own stays, but not its id, which could be another article's. Null when that
 * cannot be read.
 */
export function withOrigin(
  content: string,
  origin: Pick<GivenMetadata, 'url' | 'retrieved'>,
): string | null {
  const { given, text, problems } = readFrontMatter(content, '');
  if (problems.some(({ severity }) => severity === 'error')) return null;
  const { id: _id, ...others } = given;
  return frontMatter({ ...others, ...origin }) + text;
}

function frontMatter(stated: GivenMetadata): string {
  const lines = METADATA_KEYS.flatMap((key) => {
    const value = stated[key];
    // A JSON string is a YAML scalar that means the same (YAML 1.2, 1.2.1).
    return value === undefined ? [] : [`${key}: ${JSON.stringify(value)}\n`];
  });
  return `---\n${lines.join('')}---\n`;
}

function decode(bytes: Uint8Array, name: string): string | null {
  const page = kindOf(name) === 'html' ? decodePage(bytes) : null;
  if (page !== null) return page.text;
  const decoded = decodeUtf8(bytes);
  return decoded.kind === 'text' ? decoded.text : null;
}

import { createHash } from 'node:crypto';
import { isDocument, kindOf } from '../corpus/index.ts';

/** What the media types are called as files, of all that is read. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['text/x-markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/x-pdf', 'pdf'],
  ['application/epub+zip', 'epub'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
]);

/** What servers say that do not know better, so that the address tells. */
const SAYS_LITTLE =
  /^(?:|text\/plain|(?:application|binary)\/(?:octet-stream|x-download|force-download|zip))$/u;
const NAMED = /\.(md|markdown|pdf|docx|epub)$/iu;

/** The ending of a file for what is of this media type at an address, or null when it is not read. */
export function endingOf(mediaType: string, url: string): string | null {
  const named = SAYS_LITTLE.test(mediaType)
    ? NAMED.exec(pathOf(url))?.[1]?.toLowerCase()
    : undefined;
  return named ?? ENDINGS.get(mediaType) ?? null;
}

/** Whether this media type is that of a feed and of no page. */
export function isFeedType(mediaType: string): boolean {
  return /^(?:text|application)\/(?:(?:rss|atom|rdf)\+xml|xml|feed\+json)$/u.test(mediaType);
}

/** Whether files with this ending are documents, which have no room for front matter. */
export function isDocumentEnding(ending: string): boolean {
  const kind = kindOf(`a.${ending}`);
  return kind !== null && isDocument(kind);
}

/**
 * A name for the file of a page: its host and its path; what is not safe in a name is still in it. Of a
 * document its bytes are named as well: what is noted of the name is true of them alone.
 */
export function nameOfPage(url: string, ending: string, bytes: Uint8Array): string {
  const { hostname, pathname, search } = new URL(url);
  const place = `${hostname.replace(/^www\./u, '')}${pathname}${search}`
    .replace(/(?:\/|\.x?html?|\.md|\.markdown|\.txt|\.pdf|\.docx|\.epub)+$/iu, '')
    .replaceAll(/[/?&=]+/gu, '-');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  return isDocumentEnding(ending)
    ? `${Array.from(decoded(place)).slice(0, MAX_PLACE_LENGTH).join('')}-${hash}.${ending}`
    : `${decoded(place)}.${ending}`;
}

const HASH_LENGTH = 12;
/** In characters. Longer names are cut where files are written, and the hash would be lost. */
const MAX_PLACE_LENGTH = 40;

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll(/[/\\]/gu, '-');
  } catch (error) {
    // Escapes of another charset than UTF-8.
    if (error instanceof URIError) return text;
    throw error;
  }
}

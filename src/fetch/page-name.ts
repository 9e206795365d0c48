/** What the media types are called as files, of all that is read. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['text/x-markdown', 'md'],
]);

/** The ending of a file for a page of this media type, or null when such pages are not read. */
export function endingOf(mediaType: string): string | null {
  return ENDINGS.get(mediaType) ?? null;
}

/** Whether this media type is that of a feed and of no page. */
export function isFeedType(mediaType: string): boolean {
  return /^(?:text|application)\/(?:(?:rss|atom|rdf)\+xml|xml|feed\+json)$/u.test(mediaType);
}

/** A name for the file of a page: its host and its path; what is not safe in a name is still in it. */
export function nameOfPage(url: string, ending: string): string {
  const { hostname, pathname, search } = new URL(url);
  const place = `${hostname.replace(/^www\./u, '')}${pathname}${search}`
    .replace(/(?:\/|\.x?html?|\.md|\.txt)+$/iu, '')
    .replaceAll(/[/?&=]+/gu, '-');
  return `${decoded(place)}.${ending}`;
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

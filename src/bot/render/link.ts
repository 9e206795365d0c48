import { URL_UNITS } from './message-limits.ts';

/** What no URI may hold (RFC 3986, appendix A) and `URL` leaves; but for the first of the number signs. */
const NOT_IN_URI = /%(?![\dA-Fa-f]{2})|[^\w.~!$&'()*+,;=:@/?%-]/gu;

const HOST = /^[\w-]+(?:\.[\w-]+)+\.?$/u;

/**
 * An address that Discord accepts in a link button, or null. Discord refuses a whole message for one
 * address that is no URI, so that what it could refuse is percent-encoded. Left out are other schemes,
 * hosts that are no names of two parts, and a user name before the host, which can pose as another site.
 */
export function safeLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, username, password, hostname, href } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  if (username !== '' || password !== '' || !HOST.test(hostname)) return null;
  const fragment = href.indexOf('#');
  const link = href.replace(NOT_IN_URI, (sign, offset: number) =>
    offset === fragment ? sign : encodeURIComponent(sign),
  );
  return link.length <= URL_UNITS ? link : null;
}

/**
 * A link to an article that leads to the words of a quote, or the plain one where it would be too long.
 *
 * @param directive see `textDirective`.
 */
export function quoteLink(address: string | null, directive: string | null): string | null {
  const link = safeLink(address);
  // Whoever wrote such an address has chosen the words.
  if (link === null || directive === null || link.includes(':~:')) return link;
  const exact = `${link}${link.includes('#') ? '' : '#'}:~:${directive}`;
  return exact.length <= URL_UNITS ? exact : link;
}

/**
 * A masked link. The label must be ours: Discord shows backslashes in it and does not unescape.
 *
 * @param link see {@link safeLink}.
 */
export function maskedLink(label: string, link: string): string {
  const target = link.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${label}](<${target}>)`;
}

import { URL_UNITS } from './message-limits.ts';

/** Printable ASCII without what an address has no right to hold unescaped. */
const SAFE_ADDRESS = /^[!#-;=?-[\]_a-z~]+$/u;

/**
 * An address that Discord accepts in a link button, or null. Discord refuses a whole message for one
 * bad address, so that everything doubtful is left out: other schemes, names without a dot, and a
 * user name before the host, which can pose as another site.
 */
export function safeLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return null;
  const link = SAFE_ADDRESS.test(address) ? address : url.href;
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

/** A masked link. The label must be ours: Discord shows backslashes in it and does not unescape. */
export function maskedLink(label: string, link: string): string {
  const target = link.replace(
    /[()\\`<>]/gu,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${label}](<${target}>)`;
}

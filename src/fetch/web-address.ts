import { FetchError } from './fetch-error.ts';

/** UTF-16 units; as much as the corpus keeps of an address. */
const MAX_LENGTH = 2048;

/**
 * A web address that may be asked for, without its fragment.
 *
 * @param base what a relative address starts from, as in a redirect.
 * @throws FetchError `address` when it is none, is of another scheme, or holds a user name.
 */
export function parseAddress(text: string, base?: URL): URL {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH || !URL.canParse(trimmed, base?.href)) {
    throw new FetchError('address', trimmed.slice(0, 100));
  }
  const url = new URL(trimmed, base);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '' || url.href.length > MAX_LENGTH) {
    // Not the whole of it: a password would be in the log.
    throw new FetchError('address', isWeb ? url.host : url.protocol);
  }
  url.hash = '';
  return url;
}

/** The host of an address as the system's functions take it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/u, '$1');
}

import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { FetchError } from './fetch-error.ts';

/** All IP addresses of a host. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

const TIMEOUT_MS = 3000;
const TRIES = 2;

/**
 * Asks the name servers of this machine. Names of this machine alone (`/etc/hosts`) are not known,
 * and a slow answer holds nothing up, as it would with `dns.lookup`, which takes a thread of the file
 * system's.
 *
 * @throws FetchError `unknown-host`.
 */
export const resolveHost: ResolveHost = async (host) => {
  if (isIP(host) !== 0) return [host];
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  const results = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = results.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (addresses.length > 0) return addresses;
  const reason: unknown = results.find(({ status }) => status === 'rejected');
  throw new FetchError('unknown-host', host, { cause: reason });
};

import type { IncomingHttpHeaders } from 'node:http';
import type { Timers } from '../shared/timers.ts';
import { FetchError } from './fetch-error.ts';
import { createPace } from './pace.ts';
import { isPublicAddress } from './public-address.ts';
import { type Head, type ReceivedResponse, type RequestOptions, request } from './request.ts';
import type { ResolveHost } from './resolve-host.ts';
import { retryAfter } from './retry-after.ts';
import { MAX_ROBOTS_BYTES, type Robots, readRobots } from './robots.ts';
import { hostOf, parseAddress } from './web-address.ts';

/** Bytes of a page, unpacked. */
export const MAX_PAGE_BYTES = 10 * 1024 ** 2;

/** How long servers may take for one page in all, in ms: its `robots.txt` and redirects too, waiting for our turn not. */
export const TIME_LIMIT_MS = 20_000;

export const MAX_REDIRECTS = 5;

/** What `robots.txt` calls us. */
const TOKEN = 'verbatim';

/** How long a `robots.txt` counts (RFC 9309, 2.4), and how long one that cannot be had, in ms. */
const ROBOTS_LIFE_MS = 24 * 60 * 60_000;
const NO_ROBOTS_LIFE_MS = 5 * 60_000;

/** Origins whose `robots.txt` is remembered, and hosts that want to be left alone. */
const MOST_REMEMBERED = 1000;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What a server said that tells whether a page has changed since; sent back to it. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is wanted of one address. */
export interface FetchRequest {
  readonly address: string;
  /** Of the time before, for an answer that nothing has changed. */
  readonly validators?: Validators | undefined;
  /** Whether a body of this media type is of use; every one when left out. */
  readonly accepts?: (mediaType: string) => boolean;
  readonly signal?: AbortSignal;
}

/** What an address gave. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'fetched';
      /** Where it was in the end, after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      /** Such as `text/html`, in lower case; empty when the server does not say. */
      readonly mediaType: string;
      /** As the server says it, or null. */
      readonly charset: string | null;
      readonly validators: Validators;
    };

/** Fetches an address. @throws FetchError; the reason of the signal once it is aborted. */
export type Fetcher = (wanted: FetchRequest) => Promise<Fetched>;

/** What a fetcher is made of. */
export interface FetcherOptions {
  /** Names the project and its version. */
  readonly userAgent: string;
  readonly resolve: ResolveHost;
  readonly timers: Timers;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Whether an address that is not public, or an unusual port, may be asked nevertheless: the loopback server of a test. */
  readonly isTrusted?: (address: string, port: number) => boolean;
}

/** The time that is left for one page. */
interface Budget {
  leftMs: number;
}

/**
 * A fetcher of public web pages that is safe to hand addresses of strangers: it goes to public
 * addresses and the usual ports only, asks each host at most once a second, keeps to `robots.txt`, and
 * leaves a host alone for as long as it wants to be.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, resolve, timers, now, isTrusted = () => false } = options;
  const pace = createPace(timers, now);
  const robotsByOrigin = new Map<string, { readonly robots: Robots; readonly until: number }>();
  const restingUntil = new Map<string, number>();

  async function checkedAddresses(url: URL): Promise<readonly string[]> {
    const host = hostOf(url);
    const addresses = await resolve(host);
    if (addresses.length === 0) throw new FetchError('unknown-host', host);
    const port = url.port === '' ? null : Number(url.port);
    const usualPort = url.protocol === 'https:' ? 443 : 80;
    for (const address of addresses) {
      if (isTrusted(address, port ?? usualPort)) continue;
      // One that is not public makes the others doubtful too.
      if (!isPublicAddress(address)) throw new FetchError('private', host);
      if (port !== null) throw new FetchError('port', String(port));
    }
    return addresses;
  }

  /** One request in its turn, within the time that is left. */
  async function ask(
    url: URL,
    budget: Budget,
    signal: AbortSignal | undefined,
    rest: Pick<RequestOptions, 'headers' | 'maxBytes' | 'excess' | 'accept'>,
  ): Promise<ReceivedResponse> {
    const host = hostOf(url);
    const until = restingUntil.get(host) ?? 0;
    if (until > now()) throw new FetchError('later', new Date(until).toISOString());
    await pace(host, signal);
    const controller = new AbortController();
    const startedAt = now();
    const cancel = timers.after(budget.leftMs, () => controller.abort(new FetchError('timeout')));
    const both = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
    try {
      const addresses = await unlessAborted(checkedAddresses(url), both);
      const headers = { 'user-agent': userAgent, ...rest.headers };
      return await request(url, { ...rest, addresses, headers, signal: both });
    } finally {
      cancel();
      budget.leftMs -= now() - startedAt;
    }
  }

  async function robotsOf(
    url: URL,
    budget: Budget,
    signal: AbortSignal | undefined,
  ): Promise<Robots> {
    const { origin } = url;
    const known = robotsByOrigin.get(origin);
    if (known !== undefined && known.until > now()) return known.robots;
    let robots: Robots;
    let life = ROBOTS_LIFE_MS;
    try {
      robots = await fetchRobots(url, budget, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof FetchError) || !IS_AWAY.has(error.fault.kind)) throw error;
      life = NO_ROBOTS_LIFE_MS;
      robots = () => {
        throw new FetchError('robots-away', origin, { cause: error });
      };
    }
    remember(robotsByOrigin, origin, { robots, until: now() + life });
    return robots;
  }

  /** By RFC 9309, 2.3.1: one that is not there forbids nothing, one that cannot be had everything. */
  async function fetchRobots(
    page: URL,
    budget: Budget,
    signal: AbortSignal | undefined,
  ): Promise<Robots> {
    let url = new URL('/robots.txt', page);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const answer = await ask(url, budget, signal, {
        headers: {},
        maxBytes: MAX_ROBOTS_BYTES,
        excess: 'cut',
        accept: () => {},
      });
      const { status, bytes, headers } = answer;
      if (status === 200) return readRobots(Buffer.from(bytes).toString('utf8'), TOKEN);
      if (REDIRECTS.has(status)) url = locationOf(url, headers);
      else if (status >= 400 && status < 500 && status !== 429) return () => true;
      else throw new FetchError('status', String(status));
    }
    return () => true;
  }

  function checkStatus({ status, headers }: Head, url: URL, isConditional: boolean): void {
    if (status === 429 || status === 503) {
      const until = retryAfter(headers['retry-after'], now());
      if (until !== null || status === 429) {
        const restUntil = until ?? now() + NO_ROBOTS_LIFE_MS;
        remember(restingUntil, hostOf(url), restUntil);
        throw new FetchError('later', new Date(restUntil).toISOString());
      }
    }
    if (status === 200 || REDIRECTS.has(status) || (status === 304 && isConditional)) return;
    throw new FetchError('status', String(status));
  }

  return async ({ address, validators, accepts = () => true, signal }) => {
    const budget: Budget = { leftMs: TIME_LIMIT_MS };
    const conditions = conditionsOf(validators);
    const isConditional = Object.keys(conditions).length > 0;
    let url = parseAddress(address);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const robots = await robotsOf(url, budget, signal);
      if (!robots(url.pathname + url.search)) throw new FetchError('robots', url.host);
      const asked = url;
      const { status, headers, bytes } = await ask(url, budget, signal, {
        headers: { accept: ACCEPT, ...conditions },
        maxBytes: MAX_PAGE_BYTES,
        excess: 'refuse',
        accept: (head) => {
          checkStatus(head, asked, isConditional);
          const { mediaType } = contentTypeOf(head.headers);
          if (head.status === 200 && !accepts(mediaType)) throw new FetchError('type', mediaType);
        },
      });
      if (status === 304) return { kind: 'unchanged' };
      if (status === 200) {
        const { etag = null, 'last-modified': lastModified = null } = headers;
        const said = { etag, lastModified };
        return {
          kind: 'fetched',
          url: url.href,
          bytes,
          ...contentTypeOf(headers),
          validators: said,
        };
      }
      url = locationOf(url, headers);
    }
    throw new FetchError('redirects', String(MAX_REDIRECTS));
  };
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/markdown, text/plain, application/pdf, application/epub+zip, application/xml;q=0.9, */*;q=0.1';

/** What a `robots.txt` that cannot be had ends with; what is wrong with its address is wrong with the page's too. */
const IS_AWAY: ReadonlySet<string> = new Set(['status', 'unreachable', 'timeout']);

/** How long a value of a header may be that is sent back, in UTF-16 units. */
const MAX_VALIDATOR_LENGTH = 1000;

function conditionsOf(validators: Validators | undefined): Readonly<Record<string, string>> {
  const { etag = null, lastModified = null } = validators ?? {};
  const isPlain = (value: string | null): value is string =>
    value !== null && value.length <= MAX_VALIDATOR_LENGTH && /^[\x20-\x7e]+$/u.test(value);
  return {
    ...(isPlain(etag) && { 'if-none-match': etag }),
    ...(isPlain(lastModified) && { 'if-modified-since': lastModified }),
  };
}

function locationOf(from: URL, { location = '' }: IncomingHttpHeaders): URL {
  if (location === '') throw new FetchError('address', '');
  // Node.js gives bytes as Latin-1; those beyond ASCII are UTF-8, as browsers read them.
  return parseAddress(Buffer.from(location, 'latin1').toString('utf8'), from);
}

function contentTypeOf(headers: IncomingHttpHeaders): {
  mediaType: string;
  charset: string | null;
} {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset = parameters
    .map((each) => /^\s*charset\s*=\s*"?([\w:.-]{2,40})"?\s*$/iu.exec(each)?.[1])
    .find((each) => each !== undefined);
  return { mediaType: type.trim().toLowerCase().slice(0, 100), charset: charset ?? null };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/** What a promise gives, or the reason of the signal once that is aborted. */
async function unlessAborted<Result>(
  promise: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

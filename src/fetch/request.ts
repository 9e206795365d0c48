import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** What one request needs. */
export interface RequestOptions {
  /** The addresses of the host, already checked; the connection goes to one of these. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  /** What becomes of a body that has more: an error, or only its beginning. */
  readonly excess: 'refuse' | 'cut';
  readonly signal: AbortSignal;
  /** Called before the body is read; what it throws ends the request. */
  readonly accept: (answer: Head) => void;
}

/** How a request was answered, before the body. */
export interface Head {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** How a request was answered. Only with status 200 is there a body. */
export interface ReceivedResponse extends Head {
  readonly bytes: Uint8Array;
}

/**
 * Asks once for an address, without following anything. The host is not looked up again: who answers
 * for its name could tell another address the second time.
 *
 * @throws FetchError when no whole answer comes; the reason of the signal once it is aborted.
 */
export async function request(url: URL, options: RequestOptions): Promise<ReceivedResponse> {
  const { accept, maxBytes, excess, signal } = options;
  try {
    const message = await send(url, options);
    const { statusCode: status = 0, headers } = message;
    try {
      accept({ status, headers });
      const bytes =
        status === 200 ? await readBody(message, maxBytes, excess, signal) : new Uint8Array();
      return { status, headers, bytes };
    } finally {
      message.destroy();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchError) throw error;
    throw new FetchError('unreachable', codeOf(error), { cause: error });
  }
}

async function send(
  url: URL,
  { addresses, headers, signal }: RequestOptions,
): Promise<IncomingMessage> {
  const ask = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = ask(url, {
      // A connection of its own: none that was made for another check is used again.
      agent: false,
      lookup: pinnedLookup(addresses),
      headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' },
      signal,
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

/** Gives the addresses that were checked, in both forms in which Node.js asks. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: wantsAll, family }, callback) => {
    const fitting =
      family === 4 || family === 6 ? all.filter((each) => each.family === family) : all;
    const [first] = fitting;
    if (first === undefined) callback(new Error('no address'), '');
    else if (wantsAll) callback(null, fitting);
    else callback(null, first.address, first.family);
  };
}

async function readBody(
  message: IncomingMessage,
  maxBytes: number,
  excess: RequestOptions['excess'],
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isFull = false;
  const unpack = unpackerOf(message.headers['content-encoding']);
  try {
    await pipeline(
      message,
      unpack,
      async (source: AsyncIterable<Uint8Array>) => {
        // Counted here, whatever the answer says of its length.
        for await (const chunk of source) {
          const room = maxBytes - length;
          chunks.push(chunk.subarray(0, room));
          length += Math.min(chunk.length, room);
          isFull = chunk.length > room;
          if (isFull) throw new Error('there is more than may be read');
        }
      },
      { signal },
    );
  } catch (error) {
    // Not by its type: the pipeline may tell of ending the others first.
    if (!isFull) throw error;
    if (excess === 'refuse') throw new FetchError('too-large', '', { cause: error });
  }
  return Buffer.concat(chunks);
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      // Packed twice is what bombs are.
      throw new FetchError('type', `content-encoding: ${encoding?.slice(0, 60)}`);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

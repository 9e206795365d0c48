import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ParsedBody, parseBody, type UploadedFile } from './multipart.ts';
import { ERRORS, type RestAnswer } from './rest-answer.ts';
import { compilePattern, type RestCall } from './rest-routes.ts';

/** A request that reached the fake, in the order of arrival. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the `/api/v10` in front, and decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** The status it was answered with; 0 when the socket was dropped instead. */
  readonly status: number;
}

/** How to fail a request. */
export interface Failure {
  /** 500 if left out. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the socket without an answer. */
  readonly dropSocket?: boolean;
  /** How many matching requests; 1 if left out. */
  readonly times?: number;
}

interface Fault extends Failure {
  readonly matches: ReturnType<typeof compilePattern>;
  /** Whether the request is worked through before its answer fails. */
  readonly isProcessed: boolean;
  left: number;
}

/** What the server needs from the fake. */
export interface RestContext {
  readonly tokens: readonly string[];
  readonly handle: (call: RestCall) => RestAnswer;
  readonly onRequest: (request: RecordedRequest) => void;
}

/** Starts the HTTP server on a free port of the loopback. */
export async function startRestServer({ tokens, handle, onRequest }: RestContext) {
  const faults: Fault[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET' } = request;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname.replace(/^\/api(?:\/v\d+)?/u, ''));
    const sent = await readBody(request);
    const fault = faults.find(({ matches, left }) => left > 0 && matches(method, path));
    if (fault) fault.left -= 1;
    const call = {
      method,
      path,
      query: url.searchParams,
      isAuthorized: tokens.some((token) => request.headers.authorization === `Bot ${token}`),
      isAnswerLost: fault?.isProcessed ?? false,
    };
    const answer = (): RestAnswer => (sent ? handle({ ...call, sent }) : ERRORS.invalidJson);
    const processed = fault && !fault.isProcessed ? undefined : answer();
    const isDropped = fault?.dropSocket ?? false;
    const final = fault ? failedAnswer(fault) : (processed ?? ERRORS.notFound);
    const { json, files } = sent ?? { json: undefined, files: [] };
    onRequest({
      method,
      path,
      query: url.searchParams,
      body: json,
      files,
      status: isDropped ? 0 : final.status,
    });
    if (isDropped) request.socket.destroy();
    else write(response, final, fault?.headers);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(`fake Discord failed: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    server,
    port: portOf(server.address()),
    /** Lets matching requests fail, before or after they are worked through. */
    fail(pattern: string | RegExp, failure: Failure, isProcessed: boolean): void {
      const matches = compilePattern(pattern);
      faults.push({ ...failure, matches, isProcessed, left: failure.times ?? 1 });
    },
    async stop(): Promise<void> {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<ParsedBody | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  try {
    return parseBody(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  } catch {
    return undefined;
  }
}

function failedAnswer({ status = 500, body, headers }: Failure): RestAnswer {
  if (body !== undefined) return { status, body };
  const message = `${status}: made to fail`;
  if (status !== 429) return { status, body: { message, code: 0 } };
  return {
    status,
    body: { message, retry_after: Number(headers?.['retry-after'] ?? 0), global: false },
  };
}

function write(
  response: ServerResponse,
  { status, body }: RestAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('fake Discord: no port');
  return address.port;
}

import { createServer, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** Answers a request for a file. */
export type FileHandler = (response: ServerResponse) => void;

/** A server of files on the loopback. */
export interface FileServer {
  readonly origin: string;
  /** Serves a file from now on; returns its address. */
  readonly serve: (path: string, handler: FileHandler | string | Uint8Array) => string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts a server that holds the files of a test. */
export async function startFileServer(): Promise<FileServer> {
  const handlers = new Map<string, FileHandler>();
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const handler = handlers.get(url);
    if (handler) handler(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    asked,
    serve(path, handler) {
      const handle: FileHandler =
        typeof handler === 'function' ? handler : (response) => void response.end(handler);
      handlers.set(path, handle);
      return `${origin}${path}`;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

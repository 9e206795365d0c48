import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHealth } from '../../src/operations/health.ts';
import { type Operations, startOperations } from '../../src/operations/index.ts';
import { startOperationsServer } from '../../src/operations/start-operations.ts';
import { memoryLog } from '../bot/support/fakes.ts';

const FIGURES = { articles: 5, passages: 40, generation: 'abc', builtAt: 0 };

const started: Pick<Operations, 'stop'>[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.stop()));
});

async function start(config: { healthPort?: number; healthHost?: string } = {}) {
  const { log, lines } = memoryLog();
  const operations = await startOperations({
    config: { healthPort: 0, healthHost: '127.0.0.1', ...config },
    version: '1.2.3',
    figures: () => FIGURES,
    log,
  });
  started.push(operations);
  const url = `http://127.0.0.1:${operations.port}`;
  return { operations, lines, url };
}

/** What comes back for bytes sent as they are, until the server closes. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return received;
}

describe('the health server', () => {
  test('says that it lives before anything else works', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/livez`);
    expect([response.status, await response.json()]).toEqual([200, { live: true }]);
  });

  test('is ready once the gateway is, and not before: 503 says what is missing', async () => {
    const { operations, url } = await start();
    const before = await fetch(`${url}/readyz`);
    expect(before.status).toBe(503);
    expect(await before.json()).toMatchObject({ ready: false, missing: ['gateway'] });
    operations.telemetry.onShard(0, 'ready');
    operations.telemetry.onBot('ready');
    const after = await fetch(`${url}/readyz?verbose`);
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ ready: true, missing: [] });
  });

  test('gives the metrics as Prometheus reads them', async () => {
    const { operations, url } = await start();
    operations.onReindex({ outcome: 'applied', durationMs: 5 });
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    expect(await response.text()).toContain('verbatim_reindexes_total{outcome="applied"} 1');
  });

  test('answers HEAD with the same head and no body', async () => {
    const { url } = await start();
    const head = await fetch(`${url}/livez`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      '14',
      '',
    ]);
  });

  test('refuses other methods with 405, and unknown paths with 404', async () => {
    const { url } = await start();
    const post = await fetch(`${url}/metrics`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    for (const path of ['/', '/metrics/', '/livez/../readyz/x', '/%00', '/__proto__']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });

  test('takes no body for a second request', async () => {
    const { operations } = await start();
    const smuggled = 'GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n';
    const received = await exchange(
      operations.port,
      `GET /livez HTTP/1.1\r\nHost: a\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    );
    expect(received.match(/HTTP\/1\.1 /gu)).toHaveLength(1);
    expect(received).toContain('{"live":true}');
  });

  test.each([
    ['bytes that are no HTTP', '\u0000\u0001\r\n\r\n', '400'],
    [
      'a header beyond any use',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      '431',
    ],
  ])('refuses %s, and goes on', async (_what, bytes, status) => {
    const { operations, url } = await start();
    expect(await exchange(operations.port, bytes)).toContain(`HTTP/1.1 ${status}`);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  test('answers 500, with the reason in the log, when the metrics cannot be made', async () => {
    const { log, lines } = memoryLog();
    const server = await startOperationsServer({
      host: '127.0.0.1',
      port: 0,
      health: createHealth(() => null),
      metrics: {
        contentType: 'text/plain',
        render: async () => {
          throw new Error('no metrics today');
        },
      },
      log,
    });
    started.push(server);
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`)).status).toBe(500);
    expect(JSON.stringify(lines)).toContain('no metrics today');
  });

  test('closes what is open when it stops', async () => {
    const { operations, url } = await start();
    const socket = connect(operations.port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await operations.stop();
    await closed;
    await expect(fetch(`${url}/livez`)).rejects.toThrow('fetch failed');
  });
});

describe('an address that nothing can listen at is one line that says what to do', () => {
  test('a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start({ healthPort: port })).rejects.toThrow(
      `HEALTH_PORT ${port} is in use already at 127.0.0.1`,
    );
    other.close();
  });

  test('an address of another machine', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737), so that no machine has it.
    await expect(start({ healthHost: '192.0.2.1' })).rejects.toThrow(
      'HEALTH_HOST 192.0.2.1 is no address of this machine',
    );
  });
});

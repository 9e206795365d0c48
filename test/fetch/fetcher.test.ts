import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createFetcher, MAX_PAGE_BYTES, MAX_REDIRECTS } from '../../src/fetch/create-fetcher.ts';
import { createClock, faultOf, type Handler, startWeb } from './support.ts';

const page = (body: string, headers: Record<string, string> = {}): Handler => {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  };
};

const redirect = (location: string, status = 302): Handler => {
  return (_request, response) => void response.writeHead(status, { location }).end();
};

describe('a page', () => {
  test('comes with its address, its type and what tells whether it changes', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/ferry', page('<p>The ferry sailed.</p>', { etag: '"a1"' }));
    const fetched = await fetcher({ address: `http://news.example:${port}/ferry#top` });
    expect(fetched).toMatchObject({
      kind: 'fetched',
      url: `http://news.example:${port}/ferry`,
      mediaType: 'text/html',
      charset: 'utf-8',
      validators: { etag: '"a1"', lastModified: null },
      bytes: Buffer.from('<p>The ferry sailed.</p>'),
    });
  });

  test('is asked for by a program that says who it is', async () => {
    const { fetcher, serve, port } = await startWeb();
    let agent: string | undefined;
    serve('news.example/', (request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    });
    await fetcher({ address: `http://news.example:${port}/` });
    expect(agent).toBe('Verbatim/0 (test)');
  });

  test('that has not changed is not sent again', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', (request, response) => {
      const isSame =
        request.headers['if-none-match'] === '"a1"' &&
        request.headers['if-modified-since'] === 'Thu, 05 Mar 2026 10:00:00 GMT';
      response.writeHead(isSame ? 304 : 200).end();
    });
    const validators = { etag: '"a1"', lastModified: 'Thu, 05 Mar 2026 10:00:00 GMT' };
    const address = `http://news.example:${port}/`;
    expect(await fetcher({ address, validators })).toEqual({ kind: 'unchanged' });
    expect(await fetcher({ address })).toMatchObject({ kind: 'fetched' });
  });

  test('that is said to be unchanged though nobody asked is an error', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', (_request, response) => void response.writeHead(304).end());
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe('status: 304');
  });

  test('of a type that nobody wants is not read', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', page('%PDF-', { 'content-type': 'application/pdf' }));
    const accepts = (type: string) => type === 'text/html';
    const address = `http://news.example:${port}/`;
    expect(await faultOf(fetcher({ address, accepts }))).toBe('type: application/pdf');
  });
});

describe('an address is refused', () => {
  test.each([
    ['file:///etc/passwd', 'address: file:'],
    ['ftp://news.example/', 'address: ftp:'],
    ['javascript:alert(1)', 'address: javascript:'],
    ['data:text/html,x', 'address: data:'],
    ['news.example', 'address: news.example'],
    ['http://', 'address: http://'],
    ['http://anna:secret@news.example/', 'address: news.example'],
    ['http://anna@news.example/', 'address: news.example'],
    [`http://news.example/${'a'.repeat(2100)}`, `address: http://news.example/${'a'.repeat(80)}`],
  ])('that is none of the web, or holds a user name: %s', async (address, fault) => {
    const { fetcher, asked } = await startWeb();
    expect(await faultOf(fetcher({ address }))).toBe(fault);
    expect(asked).toEqual([]);
  });

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fd00::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[4000::1]/',
    'http://①②⑦.⓪.⓪.①/',
  ])('that is not on the public Internet: %s', async (address) => {
    const { fetcher, asked } = await startWeb();
    expect(await faultOf(fetcher({ address }))).toMatch(/^private: /u);
    expect(asked).toEqual([]);
  });

  test('whose name leads to addresses of which one is not public', async () => {
    const { fetcher } = await startWeb({ 'news.example': ['93.184.216.34', '10.0.0.1'] });
    expect(await faultOf(fetcher({ address: 'https://news.example/' }))).toBe(
      'private: news.example',
    );
  });

  test('at a port that web pages do not have', async () => {
    const { fetcher } = await startWeb({ 'news.example': ['93.184.216.34'] });
    expect(await faultOf(fetcher({ address: 'http://news.example:25/' }))).toBe('port: 25');
  });

  test('whose name nobody knows', async () => {
    const { fetcher } = await startWeb({ 'news.example': [] });
    expect(await faultOf(fetcher({ address: 'http://news.example/' }))).toBe(
      'unknown-host: news.example',
    );
  });
});

test('the connection goes to the address that was checked, whatever the name says the next time', async () => {
  const { port, serve, asked } = await startWeb();
  serve('news.example/', page('news'));
  const clock = createClock();
  let lookups = 0;
  const fetcher = createFetcher({
    userAgent: 'test',
    timers: clock.timers,
    now: clock.now,
    // Once for robots.txt and once for the page; each is checked by itself.
    resolve: async () => {
      lookups += 1;
      return lookups <= 2 ? ['127.0.0.1'] : ['10.0.0.1'];
    },
    isTrusted: (address) => address === '127.0.0.1',
  });
  // No system knows this name: only the pinned address can be what it is connected to.
  const address = `http://news.example:${port}/`;
  expect(await fetcher({ address })).toMatchObject({ kind: 'fetched' });
  expect(asked).toEqual(['news.example/']);
  expect(lookups).toBe(2);
  expect(await faultOf(fetcher({ address }))).toBe('private: news.example');
});

describe('redirects', () => {
  test('are followed, and the last address is the page’s', async () => {
    const { fetcher, serve, port, asked } = await startWeb();
    serve('news.example/old', redirect('/new', 301));
    serve('news.example/new', redirect(`//paper.example:${port}/story`, 308));
    serve('paper.example/story', page('news'));
    expect(await fetcher({ address: `http://news.example:${port}/old` })).toMatchObject({
      url: `http://paper.example:${port}/story`,
    });
    expect(asked).toEqual(['news.example/old', 'news.example/new', 'paper.example/story']);
  });

  test('that lead round in a circle end after five', async () => {
    const { fetcher, serve, port, asked } = await startWeb();
    serve('news.example/', redirect('/'));
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(
      `redirects: ${MAX_REDIRECTS}`,
    );
    expect(asked).toHaveLength(MAX_REDIRECTS + 1);
  });

  test.each([
    ['http://127.0.0.1/', 'private: 127.0.0.1'],
    ['http://[::ffff:10.0.0.1]/', 'private: ::ffff:a00:1'],
    ['http://internal.example/', 'private: internal.example'],
    ['file:///etc/passwd', 'address: file:'],
    ['gopher://news.example/', 'address: gopher:'],
    ['http://anna:secret@news.example/', 'address: news.example'],
    ['http://', 'address: http://'],
    ['', 'address'],
  ])('are checked like the first address: %s', async (location, fault) => {
    const { fetcher, serve, port } = await startWeb({ 'internal.example': ['10.0.0.1'] });
    serve('news.example/', redirect(location));
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(fault);
  });

  test('are read as browsers read them', async () => {
    const { fetcher, serve, port } = await startWeb();
    const raw = Buffer.from('/渡轮').toString('latin1');
    serve('news.example/', redirect(raw));
    serve('news.example/%E6%B8%A1%E8%BD%AE', page('news'));
    expect(await fetcher({ address: `http://news.example:${port}/` })).toMatchObject({
      kind: 'fetched',
    });
  });
});

describe('a hostile server', () => {
  test('cannot send more than the limit', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', (_request, response) => {
      const chunk = Buffer.alloc(1024 ** 2);
      const more = () => {
        while (response.write(chunk));
        response.once('drain', more);
      };
      more();
    });
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe('too-large');
  });

  test('cannot send more than the limit packed, a thousand times as small', async () => {
    const { fetcher, serve, port } = await startWeb();
    const bomb = gzipSync(Buffer.alloc(MAX_PAGE_BYTES + 1));
    expect(bomb.length).toBeLessThan(MAX_PAGE_BYTES / 900);
    serve('news.example/', page('', {}));
    serve('news.example/bomb', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const whole = gzipSync(Buffer.alloc(MAX_PAGE_BYTES));
    serve('news.example/whole', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole);
    });
    const at = (path: string) => fetcher({ address: `http://news.example:${port}/${path}` });
    expect(await faultOf(at('bomb'))).toBe('too-large');
    expect(await at('whole')).toMatchObject({ kind: 'fetched' });
  });

  test('cannot pack twice', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', page('x', { 'content-encoding': 'gzip, gzip' }));
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(
      'type: content-encoding: gzip, gzip',
    );
  });

  test('that says gzip and sends something else gives an error', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', page('not packed', { 'content-encoding': 'gzip' }));
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(
      'unreachable: Z_DATA_ERROR',
    );
  });

  test.each([
    ['a body that never ends', page('')],
    ['no answer', () => {}],
  ])('cannot hold us up with %s', async (what, _unused) => {
    const { fetcher, serve, port, clock } = await startWeb();
    let reached = () => {};
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    serve('news.example/', (_request, response) => {
      if (what === 'a body that never ends') {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>drip');
      }
      reached();
    });
    const fault = faultOf(fetcher({ address: `http://news.example:${port}/` }));
    await isReached;
    clock.expire();
    expect(await fault).toBe('timeout');
    expect(clock.limits.size).toBe(0);
  });

  test('cannot send headers without end', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', page('x', { 'x-large': 'a'.repeat(100_000) }));
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(
      'unreachable: HPE_HEADER_OVERFLOW',
    );
  });

  test('that ends in the middle gives an error, and no part of the page', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toMatch(
      /^unreachable: /u,
    );
  });
});

test('giving up ends what is on its way', async () => {
  const { fetcher, serve, port } = await startWeb();
  const controller = new AbortController();
  serve('news.example/', (request) => {
    controller.abort(new Error('the bot stops'));
    void once(request.socket, 'close');
  });
  const wanted = { address: `http://news.example:${port}/`, signal: controller.signal };
  await expect(fetcher(wanted)).rejects.toThrow('the bot stops');
});

describe('robots.txt', () => {
  test('is asked for once a host, and kept to', async () => {
    const { fetcher, serve, port, asked, askedRobots } = await startWeb();
    serve('news.example/robots.txt', 'User-agent: *\nDisallow: /private');
    serve('news.example/open', page('x'));
    const at = (path: string) => fetcher({ address: `http://news.example:${port}${path}` });
    expect(await faultOf(at('/private/story'))).toBe(`robots: news.example:${port}`);
    await at('/open');
    await at('/open');
    expect(asked).toEqual(['news.example/open', 'news.example/open']);
    expect(askedRobots).toEqual(['news.example/robots.txt']);
  });

  test('counts where a redirect leads too', async () => {
    const { fetcher, serve, port, asked } = await startWeb();
    serve('news.example/', redirect(`http://paper.example:${port}/secret`));
    serve('paper.example/robots.txt', 'User-agent: Verbatim\nDisallow: /');
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe(
      `robots: paper.example:${port}`,
    );
    expect(asked).toEqual(['news.example/']);
  });

  test.each([401, 403, 404, 410])('that is not there (%i) forbids nothing', async (status) => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/robots.txt', (_request, response) => void response.writeHead(status).end());
    serve('news.example/', page('x'));
    expect(await fetcher({ address: `http://news.example:${port}/` })).toMatchObject({
      kind: 'fetched',
    });
  });

  test.each([429, 500, 503])('that cannot be had (%i) forbids all for now', async (status) => {
    const { fetcher, serve, port, clock, asked } = await startWeb();
    let answer = status;
    serve(
      'news.example/robots.txt',
      (_request, response) => void response.writeHead(answer).end(''),
    );
    serve('news.example/', page('x'));
    const address = `http://news.example:${port}/`;
    expect(await faultOf(fetcher({ address }))).toBe(`robots-away: http://news.example:${port}`);
    answer = 200;
    expect(await faultOf(fetcher({ address }))).toMatch(/^robots-away/u);
    expect(asked).toEqual([]);
    clock.pass(5 * 60_000);
    expect(await fetcher({ address })).toMatchObject({ kind: 'fetched' });
  });

  test('of any size is read to its 500th KiB', async () => {
    const { fetcher, serve, port } = await startWeb();
    const rules = `User-agent: *\nDisallow: /first\n${`# ${'x'.repeat(98)}\n`.repeat(6000)}`;
    serve('news.example/robots.txt', `${rules}Disallow: /last\n`);
    serve('news.example/last', page('x'));
    const at = (path: string) => fetcher({ address: `http://news.example:${port}${path}` });
    expect(await faultOf(at('/first'))).toMatch(/^robots/u);
    expect(await at('/last')).toMatchObject({ kind: 'fetched' });
  });
});

describe('hosts are spared', () => {
  test('each is asked once a second at most, and another one needs not wait', async () => {
    const { fetcher, serve, port, clock } = await startWeb();
    for (const host of ['news.example', 'paper.example']) serve(`${host}/`, page('x'));
    await fetcher({ address: `http://news.example:${port}/` });
    // After robots.txt.
    expect(clock.waits).toEqual([1000]);
    await fetcher({ address: `http://news.example:${port}/` });
    expect(clock.waits).toEqual([1000, 1000]);
    clock.waits.length = 0;
    await fetcher({ address: `http://paper.example:${port}/` });
    expect(clock.waits).toEqual([1000]);
  });

  test.each([
    [429, '120', 120_000],
    [503, 'Thu, 05 Mar 2026 11:00:00 GMT', 39 * 60_000],
    [429, 'soon', 60_000],
    [429, '99999999', 23 * 60 * 60_000],
  ])('a host that says %i with Retry-After: %s is left alone', async (status, value, ms) => {
    const { fetcher, serve, port, clock, asked } = await startWeb();
    serve('news.example/', (_request, response) => {
      response.writeHead(status, { 'retry-after': value }).end();
    });
    const at = (path: string) => fetcher({ address: `http://news.example:${port}${path}` });
    expect(await faultOf(at('/'))).toMatch(/^later: 2026-/u);
    clock.pass(ms - 10_000);
    expect(await faultOf(at('/other'))).toMatch(/^later: 2026-/u);
    expect(asked).toEqual(['news.example/']);
    clock.pass(2 * 60 * 60_000 + 5 * 60_000);
    expect(await faultOf(at('/'))).toMatch(/^later: 2026-/u);
    expect(asked).toHaveLength(2);
  });

  test('a server that fails is told by its status', async () => {
    const { fetcher, serve, port } = await startWeb();
    serve('news.example/', (_request, response) => void response.writeHead(500).end());
    expect(await faultOf(fetcher({ address: `http://news.example:${port}/` }))).toBe('status: 500');
  });
});

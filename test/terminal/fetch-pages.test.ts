import { expect, test } from 'vitest';
import { FetchError, type KeptPage } from '../../src/fetch/index.ts';
import { runCli } from '../../src/terminal/run-cli.ts';
import { fakeArticle, fakeIo, fakeParts } from './fakes.ts';

const article = fakeArticle('The ferry sailed.', { title: 'Ferry sails' });

async function run(argv: readonly string[], answers: Readonly<Record<string, KeptPage | Error>>) {
  const asked: string[] = [];
  let isClosed = false;
  const parts = fakeParts({
    openPageKeeper: () => ({
      keeper: {
        keep: async (address) => {
          asked.push(address);
          const answer = answers[address];
          if (answer === undefined || answer instanceof Error) throw answer;
          return answer;
        },
      },
      close: () => {
        isClosed = true;
      },
    }),
  });
  const { io, stdout, stderr } = fakeIo('', { env: { FETCH: 'on', LOG_LEVEL: 'silent' } });
  const exitCode = await runCli(argv, io, parts);
  return { exitCode, stdout: stdout(), stderr: stderr(), asked, isClosed };
}

const KEPT: KeptPage = { outcome: 'kept', file: 'a.html', article };

test('each page is kept and told, also after one that cannot be had', async () => {
  const result = await run(
    ['fetch', 'https://a.example/', 'https://b.example/', 'https://c.example/'],
    {
      'https://a.example/': KEPT,
      'https://b.example/': new FetchError('status', '404'),
      'https://c.example/': { ...KEPT, outcome: 'new-version', file: 'c-2.html' },
    },
  );
  expect(result).toEqual({
    exitCode: 1,
    stdout:
      'Added: a.html\n  Ferry sails\nAdded: c-2.html (a new version of an article that is there)\n  Ferry sails\n',
    stderr: 'https://b.example/: the server answered with 404\n  Open the address in a browser.\n',
    asked: ['https://a.example/', 'https://b.example/', 'https://c.example/'],
    isClosed: true,
  });
});

test('what was unchanged is no error', async () => {
  const result = await run(['fetch', 'https://a.example/'], {
    'https://a.example/': { ...KEPT, outcome: 'same' },
  });
  expect(result).toMatchObject({ exitCode: 0, stdout: 'Already there: a.html\n  Ferry sails\n' });
});

test('the same comes as JSON', async () => {
  const result = await run(['--json', 'fetch', 'https://a.example/', 'https://b.example/'], {
    'https://a.example/': KEPT,
    'https://b.example/': new FetchError('robots', 'b.example'),
  });
  expect(JSON.parse(result.stdout)).toMatchObject({
    pages: [
      { address: 'https://a.example/', outcome: 'kept', file: 'a.html' },
      { outcome: 'failed', fault: { kind: 'robots', detail: 'b.example' } },
    ],
  });
});

test('nothing is fetched while it is switched off', async () => {
  const { io, stderr } = fakeIo('', { env: {} });
  expect(await runCli(['fetch', 'https://a.example/'], io, fakeParts())).toBe(1);
  expect(stderr()).toBe('Fetching is switched off. Set FETCH=on to allow it.\n');
});

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '../../../src/i18n/index.ts';
import {
  FINDINGS,
  type Finding,
  type FindingCode,
  found,
} from '../../../src/shared/doctor-finding.ts';
import { doctorMessages } from '../../../src/terminal/doctor/doctor-messages.ts';
import { renderFindings } from '../../../src/terminal/doctor/run-doctor.ts';
import { runCli } from '../../../src/terminal/index.ts';
import type { Parts } from '../../../src/terminal/session.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { fakeArticle, fakeCorpus, fakeIo, fakeParts, REJECTED } from '../fakes.ts';

const TOKEN = `${'M'.repeat(24)}.GabcdE.${'s'.repeat(27)}`;

const REPORT = z.array(
  z.object({
    check: z.string(),
    status: z.enum(['ok', 'warning', 'problem']),
    text: z.string(),
    remedy: z.string().nullable(),
    values: z.array(z.string()),
  }),
);

/** Runs the doctor in a folder of its own. */
async function consult(
  env: Readonly<Record<string, string>> = {},
  parts: Partial<Parts> = {},
  dotenv: string | null = null,
) {
  const cwd = tempFolder();
  if (dotenv !== null) writeFileSync(path.join(cwd, '.env'), dotenv);
  const { io, stdout, stderr } = fakeIo('', { cwd, env });
  const exitCode = await runCli(['doctor', '--json'], io, fakeParts(parts));
  const report = REPORT.parse(JSON.parse(stdout()));
  const codes = report.map(({ check }) => check);
  return { cwd, exitCode, report, codes, stdout: stdout(), stderr: stderr() };
}

describe('verbatim doctor', () => {
  test('finds everything in order but a token, where there is none, and succeeds', async () => {
    const { codes, exitCode, stderr } = await consult();
    expect(codes).toEqual([
      'node-fits',
      'settings-fit',
      'articles-read',
      'snapshot-none',
      'data-writable',
      'token-missing',
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test('goes on beside settings that cannot be used, and names each with what to do', async () => {
    const dotenv = 'LOG_LEVEL=loud\nHEALTH_PORT=http\nDISCORD_TOKEN_FILE=none\n';
    const { codes, exitCode, report } = await consult({}, {}, dotenv);
    const wrong = report.filter(({ check }) => check === 'setting-wrong');
    expect(wrong.map(({ values }) => values[0])).toEqual([
      'LOG_LEVEL',
      'HEALTH_PORT',
      'DISCORD_TOKEN_FILE',
    ]);
    expect(wrong.every(({ remedy }) => remedy !== null)).toBe(true);
    expect(codes).toContain('articles-read');
    expect(codes).not.toContain('token-missing');
    expect(exitCode).toBe(1);
  });

  test('takes a name that is nearly a setting for one misspelt, and no other', async () => {
    const { report } = await consult({
      LOG_LEVELS: 'info',
      discord_token: 'x',
      CORPUSDIR: '/x',
      PATH: '/bin',
      LANG: 'C',
      XDG_DATA_DIRS: '/x',
      NODE_ENV: 'production',
    });
    const misspelt = report.filter(({ check }) => check === 'setting-misspelt');
    expect(misspelt.map(({ values }) => values)).toEqual([
      ['LOG_LEVELS', 'LOG_LEVEL'],
      ['discord_token', 'DISCORD_TOKEN'],
      ['CORPUSDIR', 'CORPUS_DIR'],
    ]);
  });

  test.each([
    ['20.18.9', 'node-too-old'],
    ['20.19.0', 'node-fits'],
    ['20.20.0', 'node-fits'],
    ['9.99.99', 'node-too-old'],
    ['100.0.0', 'node-fits'],
  ])('with Node.js %s finds %s', async (nodeVersion, code) => {
    expect((await consult({}, { nodeVersion })).codes[0]).toBe(code);
  });

  test('tells a folder that cannot be read from one without articles', async () => {
    const unreadable = fakeCorpus(
      [],
      [
        {
          code: 'folder-unreadable',
          severity: 'error',
          file: '.',
          line: null,
          values: { cause: 'EACCES' },
        },
      ],
    );
    const denied = await consult({}, { loadCorpus: async () => unreadable });
    expect(denied.codes).toContain('articles-unreadable');
    expect(denied.codes).not.toContain('articles-none');
    const empty = await consult({}, { loadCorpus: async () => fakeCorpus([]) });
    expect(empty.codes).toContain('articles-none');
    expect([denied.exitCode, empty.exitCode]).toEqual([1, 1]);
  });

  test('warns of rejected articles, and still succeeds', async () => {
    const corpus = fakeCorpus([fakeArticle('A ferry sails.')], [REJECTED]);
    const { codes, exitCode } = await consult({}, { loadCorpus: async () => corpus });
    expect(codes).toContain('articles-rejected');
    expect(exitCode).toBe(0);
  });

  test.each([
    [{ state: 'none' }, 'snapshot-none', 0],
    [{ state: 'fits', writtenAt: new Date(0) }, 'snapshot-fits', 0],
    [{ state: 'old', writtenAt: new Date(0) }, 'snapshot-old', 0],
    [{ state: 'unusable', reason: 'its checksum is wrong' }, 'snapshot-unusable', 0],
  ] as const)('with a snapshot that is %j finds %s', async (snapshot, code, exitCode) => {
    const outcome = await consult({}, { inspectSnapshot: async () => snapshot });
    expect(outcome.codes).toContain(code);
    expect(outcome.exitCode).toBe(exitCode);
  });

  test('finds that a folder of its own could be made, without making it', async () => {
    const cwd = tempFolder();
    const { codes, report } = await consult({ DATA_DIR: path.join(cwd, 'not/yet/there') });
    expect(codes).toContain('data-writable');
    expect(report.find(({ check }) => check === 'data-writable')?.text).toContain('not/yet/there');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')(
    'finds that no folder can be made where root may write and nobody can',
    async () => {
      const { codes, report } = await consult({ DATA_DIR: '/proc/x' });
      expect(codes).toContain('data-not-writable');
      expect(report.find(({ check }) => check === 'data-not-writable')?.text).toContain('/proc/x');
    },
  );

  test('finds that a file stands where its folder should be, or above it', async () => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'file'), '');
    for (const dir of ['file', 'file/below']) {
      const { codes, exitCode } = await consult({ DATA_DIR: path.join(cwd, dir) });
      expect(codes).toContain('data-not-writable');
      expect(exitCode).toBe(1);
    }
  });

  test('finds that .env is a folder', async () => {
    const cwd = tempFolder();
    mkdirSync(path.join(cwd, '.env'));
    const { io, stdout } = fakeIo('', { cwd });
    expect(await runCli(['doctor', '--json'], io, fakeParts())).toBe(1);
    expect(stdout()).toContain('.env cannot be read');
  });

  test('asks Discord with the token, fails where that finds a problem, and never prints it', async () => {
    const tokens: string[] = [];
    const inspectDiscord: Parts['inspectDiscord'] = async ({ token }) => {
      tokens.push(token);
      return [found('token-refused')];
    };
    const { codes, exitCode, stdout, stderr } = await consult(
      { DISCORD_TOKEN: TOKEN },
      { inspectDiscord },
    );
    expect(tokens).toEqual([TOKEN]);
    expect(codes.at(-1)).toBe('token-refused');
    expect(codes).not.toContain('token-odd');
    expect(exitCode).toBe(1);
    expect(stdout + stderr).not.toContain(TOKEN);
  });

  test('finds a token odd that has not the form of one', async () => {
    expect((await consult({ DISCORD_TOKEN: 'my-client-secret' })).codes).toContain('token-odd');
  });
});

describe('what the doctor says', () => {
  const codes = z.array(z.custom<FindingCode>()).parse(Object.keys(FINDINGS));
  const every: readonly Finding[] = codes.map((code) => found(code, 'one', 'two'));

  test.each(LOCALES)('has a remedy in %s for everything that is not in order', (locale) => {
    const { remedies, texts } = doctorMessages[locale];
    for (const { code, values } of every) {
      expect(texts[code](...values)).not.toBe('');
      expect(remedies[code] !== undefined).toBe(FINDINGS[code] !== 'ok');
    }
  });

  test.each(LOCALES)('fits a narrow terminal in %s', (locale) => {
    const text = renderFindings(every, locale, { width: 60, colour: false, unicode: true });
    expect(text).not.toContain('undefined');
    expect(text.split('\n').every((line) => line.length <= 60)).toBe(true);
  });

  test('stands in columns, with the remedy below and a count at the end', () => {
    const findings = [found('node-fits', '22.1.0'), found('token-missing')];
    const text = renderFindings(findings, 'en-US', { width: 80, colour: false, unicode: true });
    expect(text.split('\n')).toEqual([
      'ok       Node.js 22.1.0',
      'warning  There is no token, so Discord was not checked',
      "         Put the bot's token into DISCORD_TOKEN in .env; see .env.example.",
      '',
      'OK: 1 · warnings: 1 · problems: 0',
      '',
    ]);
  });

  test.each(LOCALES)('keeps a link whole in %s, so that it can be copied', (locale) => {
    const link = `https://discord.com/oauth2/authorize?${'x'.repeat(100)}`;
    const findings = [
      found('servers-joined', '3', link),
      found('servers-none', link),
      found('server-missing', '1', link),
      found('commands-forbidden', '1', link),
    ];
    const text = renderFindings(findings, locale, { width: 80, colour: false, unicode: true });
    expect(text.split('\n').filter((line) => line.trim() === link)).toHaveLength(4);
  });

  test('cannot be steered by a name from outside', () => {
    const findings = [found('token-accepted', 'a\u001b[2J\u202e')];
    const text = renderFindings(findings, 'zh-TW', { width: 80, colour: false, unicode: true });
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  });
});

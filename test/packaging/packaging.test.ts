import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTING_NAMES } from '../../src/config.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** What Node.js and the C library know besides our settings. */
const NOT_OURS = new Set(['NODE_ENV', 'MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_']);

const unknownSettings = (names: readonly string[]) =>
  names.filter((name) => !SETTING_NAMES.includes(name) && !NOT_OURS.has(name));

/** The head of a file: its comments before anything else. */
const headOf = (text: string) =>
  text
    .split('\n\n')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('#'))
    .join(' ') ?? '';

test.each(['Dockerfile', 'compose.yaml', 'deploy/verbatim.service'])(
  '%s says in its head whether it was run',
  (file) => {
    expect(headOf(read(file))).toMatch(/\b(?:run|tested)\b/u);
  },
);

describe('preparing after an installation', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-prepare-'));
    const scripts = { build: 'node -e "console.log(\'built\')"', prepare: prepareScript() };
    write('package.json', JSON.stringify({ name: 'x', scripts }));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const prepareScript = () =>
    z.object({ scripts: z.object({ prepare: z.string() }) }).parse(JSON.parse(read('package.json')))
      .scripts.prepare;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const copyScripts = () =>
    cpSync(path.join(ROOT, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  const prepare = () =>
    spawnSync('npm run prepare', { cwd: folder, shell: true, encoding: 'utf8' });

  test('builds in a checkout', () => {
    copyScripts();
    write('node_modules/typescript/package.json', '{}');
    expect(prepare()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^built$/mu) });
  });

  test('keeps what was built where the compiler was left out, and says so', () => {
    copyScripts();
    write('dist/main.js', '');
    expect(prepare()).toMatchObject({
      status: 0,
      stdout: expect.not.stringMatching(/^built$/mu),
      stderr: expect.stringContaining('dist/ stays as it was'),
    });
  });

  test('says what to do where nothing was built and the compiler was left out', () => {
    copyScripts();
    expect(prepare()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('run `npm ci` without --omit=dev'),
    });
  });

  test('does nothing where only package.json was copied to', () => {
    expect(prepare()).toMatchObject({ status: 0, stderr: '' });
  });
});

/** An instruction of a Dockerfile with its arguments, continued lines joined. */
interface Instruction {
  readonly name: string;
  readonly text: string;
}

function instructionsOf(dockerfile: string): readonly Instruction[] {
  return dockerfile
    .replaceAll(/^#.*\n/gmu, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: line.slice(0, line.indexOf(' ')),
      text: line.slice(line.indexOf(' ') + 1).trim(),
    }));
}

describe('the Dockerfile', () => {
  const instructions = instructionsOf(read('Dockerfile'));
  const all = (name: string) => instructions.filter((each) => each.name === name);
  const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  const inLast = (name: string) => lastStage.filter((each) => each.name === name);

  test('copies only what exists, and what is sent to the builder', () => {
    const sent = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = all('COPY')
      .filter(({ text }) => !text.startsWith('--from'))
      .flatMap(({ text }) => text.split(/\s+/u).slice(0, -1));
    expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    expect(new Set(copied)).toEqual(new Set(sent));
  });

  test('copies what the build reads', () => {
    const config = z.object({ extends: z.string(), include: z.array(z.string()) });
    const build = config.parse(JSON.parse(read('tsconfig.build.json')));
    const copied = all('COPY').flatMap(({ text }) => text.split(/\s+/u));
    for (const file of ['tsconfig.build.json', path.basename(build.extends), ...build.include]) {
      expect(copied).toContain(file);
    }
    expect(read('package.json')).toContain('"build": "tsc -p tsconfig.build.json');
  });

  test('starts from a Node.js that will do, pinned by a tag, in every stage', () => {
    const { engines } = z
      .object({ engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(read('package.json')));
    const oldest = Number(/\d+/u.exec(engines.node)?.[0]);
    for (const { text } of all('FROM')) {
      const major = Number(/^node:(\d+)[\w.-]*-slim\b/u.exec(text)?.[1]);
      expect(major).toBeGreaterThanOrEqual(oldest);
    }
  });

  test('has no development dependencies and runs no install scripts in its last stage', () => {
    expect(inLast('RUN').map(({ text }) => text)).toContainEqual(
      expect.stringContaining('npm ci --omit=dev --ignore-scripts'),
    );
  });

  test('shows the health port to those whom it is published to', () => {
    expect(inLast('ENV').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/\bHEALTH_HOST=0\.0\.0\.0\b/u),
    );
  });

  test('runs as a user without rights, and stops by a signal that the bot heeds', () => {
    expect(inLast('USER')).toEqual([{ name: 'USER', text: 'node' }]);
    expect(inLast('STOPSIGNAL')).toEqual([{ name: 'STOPSIGNAL', text: 'SIGTERM' }]);
    expect(inLast('CMD')).toEqual([
      { name: 'CMD', text: '["node", "--max-semi-space-size=2", "dist/main.js"]' },
    ]);
  });

  test('sets only settings that exist, and none that is secret', () => {
    const names = all('ENV').flatMap(({ text }) =>
      text.split(/\s+/u).map((each) => each.split('=')[0] ?? ''),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(unknownSettings(names)).toEqual([]);
    expect(names.filter((name) => name.includes('TOKEN'))).toEqual([]);
  });

  test('asks the health server, at the port that it sets, and heeds the answer', async () => {
    const [check] = inLast('HEALTHCHECK');
    const command = z
      .tuple([z.literal('node'), z.literal('-e'), z.string()])
      .parse(JSON.parse(check?.text.replace(/^.*? CMD /u, '') ?? ''));
    expect(command[2]).toContain('/readyz');
    expect(all('ENV')[0]?.text).toMatch(/\bHEALTH_PORT=\d+/u);
    const health = createServer((request, response) => {
      response.writeHead(isReady && request.url === '/readyz' ? 200 : 503).end();
    });
    let isReady = true;
    await new Promise<void>((resolve) => health.listen(0, '127.0.0.1', resolve));
    const address = health.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const env = { HEALTH_PORT: String(port) };
    const run = () => once(spawn(process.execPath, command.slice(1), { env }), 'close');
    expect(await run()).toEqual([0, null]);
    isReady = false;
    expect(await run()).toEqual([1, null]);
    health.close();
    await once(health, 'close');
    expect(await run()).toEqual([1, null]);
  });
});

test('every licence of what is installed is in the notices', () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ dev: z.boolean().optional(), license: z.string().optional() }),
      ),
    })
    .parse(JSON.parse(read('package-lock.json')));
  const licences = Object.values(lock.packages)
    .filter(({ dev }) => !dev)
    .flatMap(({ license = 'none' }) => license.replaceAll(/[()]/gu, '').split(' AND '));
  const notices = read('NOTICE.md');
  // Of "MIT OR GPL-3.0" one is chosen.
  const isNamed = (licence: string) =>
    licence.split(' OR ').some((choice) => notices.includes(choice));
  expect([...new Set(licences)].filter((licence) => !isNamed(licence))).toEqual([]);
});

describe('compose.yaml', () => {
  const compose = z
    .object({
      services: z.object({
        verbatim: z.object({
          build: z.string(),
          restart: z.string(),
          init: z.literal(true),
          mem_limit: z.string(),
          pids_limit: z.number(),
          read_only: z.literal(true),
          tmpfs: z.array(z.string()),
          cap_drop: z.tuple([z.literal('ALL')]),
          security_opt: z.tuple([z.literal('no-new-privileges:true')]),
          environment: z.record(z.string(), z.string()),
          secrets: z.array(z.string()),
          ports: z.array(z.string()),
          volumes: z.array(z.string()),
        }),
      }),
      secrets: z.record(z.string(), z.object({ file: z.string() })),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('compose.yaml')));
  const { verbatim } = compose.services;

  test('sets only settings that exist, and gives the token as a file', () => {
    expect(unknownSettings(Object.keys(verbatim.environment))).toEqual([]);
    expect(verbatim.environment['DISCORD_TOKEN']).toBeUndefined();
    const [secret = ''] = verbatim.secrets;
    expect(verbatim.environment['DISCORD_TOKEN_FILE']).toBe(`/run/secrets/${secret}`);
  });

  test('leaves the index the memory that it may take, as the service does', () => {
    const gibibytes = (limit = '') => Number(/^(\d+)g$/iu.exec(limit)?.[1]);
    const wanted = /`INDEX_MEMORY_LIMIT_MB` \| `(\d+)`/u.exec(read('docs/operations.md'))?.[1];
    expect(1024 * gibibytes(verbatim.mem_limit)).toBeGreaterThan(Number(wanted));
    const [service] = /(?<=^MemoryMax=).*$/mu.exec(read('deploy/verbatim.service')) ?? [];
    expect(gibibytes(service)).toBe(gibibytes(verbatim.mem_limit));
  });

  test('keeps the file of the token out of the repository and out of the image', () => {
    const file = path.basename(compose.secrets[verbatim.secrets[0] ?? '']?.file ?? '');
    expect(read('.gitignore').split('\n')).toContain(file);
    expect(read('.dockerignore').split('\n')).toContain('*');
    expect(read('.dockerignore')).not.toContain(file);
  });

  test('publishes the port that the Dockerfile sets, to this machine alone', () => {
    const port = /HEALTH_PORT=(\d+)/u.exec(read('Dockerfile'))?.[1];
    expect(verbatim.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  test('mounts the folders of the Dockerfile, by volumes that it declares', () => {
    const folders = verbatim.volumes.map((volume) => volume.split(':')[1]);
    const declared: unknown = JSON.parse(/^VOLUME (.*)$/mu.exec(read('Dockerfile'))?.[1] ?? '');
    expect(folders).toEqual(declared);
    const named = verbatim.volumes.map((volume) => volume.split(':')[0] ?? '');
    expect(named.filter((name) => /^\w/u.test(name))).toEqual(Object.keys(compose.volumes));
  });
});

describe('deploy/verbatim.service', () => {
  const settings = read('deploy/verbatim.service')
    .split('\n')
    .filter((line) => /^\w+=/u.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const valuesOf = (name: string) =>
    settings.filter(([key]) => key === name).map(([, value]) => value);

  test('sets only settings that exist, and gives the token as a credential', () => {
    const environment = valuesOf('Environment').map((each) => each.split('=')[0] ?? '');
    expect(unknownSettings(environment)).toEqual([]);
    const [credential] = valuesOf('LoadCredential').map((each) => each.split(':')[0]);
    expect(valuesOf('Environment')).toContain(`DISCORD_TOKEN_FILE=%d/${credential}`);
    expect(valuesOf('Environment')).toContain(`DATA_DIR=%S/${valuesOf('StateDirectory')[0]}`);
  });

  test('starts the bot that npm start starts', () => {
    const command = 'node --max-semi-space-size=2 dist/main.js';
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${command}`]);
    const ofMalloc = valuesOf('Environment').filter((each) => each.startsWith('MALLOC_'));
    expect(ofMalloc).toHaveLength(2);
    const start = `exec env ${ofMalloc.join(' ')} ${command} || ${command}`;
    expect(read('package.json')).toContain(`"start": "${start}"`);
    for (const each of ofMalloc) expect(read('Dockerfile')).toContain(` ${each} `);
  });

  test('is confined, and leaves the engine to compile', () => {
    expect(valuesOf('ProtectSystem')).toEqual(['strict']);
    expect(valuesOf('NoNewPrivileges')).toEqual(['yes']);
    expect(valuesOf('DynamicUser')).toEqual(['yes']);
    expect(valuesOf('MemoryDenyWriteExecute')).toEqual([]);
  });
});

describe('.github/workflows/ci.yml', () => {
  const step = z.object({ uses: z.string().optional(), run: z.string().optional() });
  const { permissions, jobs } = z
    .object({
      permissions: z.record(z.string(), z.string()),
      jobs: z.object({
        checks: z.object({
          strategy: z.object({ matrix: z.object({ node: z.array(z.string()) }) }),
          steps: z.array(step),
        }),
      }),
    })
    .parse(parse(read('.github/workflows/ci.yml')));
  const { strategy, steps } = jobs.checks;

  test('runs what every change must pass, from the oldest Node.js that is supported on', () => {
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
    const { engines } = z
      .object({ engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(read('package.json')));
    expect(engines.node).toBe(`>=${strategy.matrix.node[0]}.0`);
  });

  test('may only read, and runs actions that nobody can exchange', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !/@[\da-f]{40}$/u.test(action))).toEqual([]);
  });
});

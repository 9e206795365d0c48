import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLayerViolations } from '../../scripts/check-layers.ts';

const RULES = path.resolve('.dependency-cruiser.json');

/** All looked at in one run, which takes longer to start than to look. */
const FORBIDDEN = [
  ['corpus', 'retrieval'],
  ['retrieval', 'commands'],
  ['timeline', 'bot'],
  ['commands', 'bot'],
  ['commands', 'terminal'],
  ['bot', 'terminal'],
  ['terminal', 'bot'],
  ['library', 'commands'],
  ['feedback', 'commands'],
  ['feedback', 'library'],
  ['bot', 'feedback'],
  ['corpus/editing', 'library'],
  ['corpus/editing', 'commands'],
  ['corpus', 'corpus/editing'],
  ['retrieval', 'corpus/editing'],
  ['terminal', 'corpus/editing'],
  ['fetch', 'library'],
  ['corpus', 'fetch'],
  ['library', 'fetch'],
  ['language', 'retrieval'],
  ['shared', 'corpus'],
  ['commands', 'chart'],
  ['chart', 'library'],
  ['chart', 'bot'],
  ['chart', 'commands'],
  ['operations', 'library'],
] as const;

describe('the check of the layers', () => {
  let project: string;

  beforeEach(async () => {
    project = await mkdtemp(path.join(os.tmpdir(), 'verbatim-layers-'));
    await writeFile(path.join(project, 'package.json'), '{"type":"module"}');
    await writeFile(path.join(project, 'tsconfig.json'), '{}');
  });

  afterEach(() => rm(project, { recursive: true }));

  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(project, file)), { recursive: true });
    await writeFile(path.join(project, file), text);
  };

  it('refuses every import against the layers, and passes those along them', async () => {
    for (const [from, to] of FORBIDDEN) {
      await write(`src/${to}/index.ts`, 'export const value = 1;\n');
      const door = path.posix.relative(`src/${from}`, `src/${to}/index.ts`);
      const imported = door.startsWith('.') ? door : `./${door}`;
      await write(`src/${from}/uses-${to.replace('/', '-')}.ts`, `export * from '${imported}';\n`);
    }
    await write('src/retrieval/uses-corpus.ts', "export * from '../corpus/index.ts';\n");
    const { violations } = await findLayerViolations(project, RULES);
    const imports = violations.map((line) => line.replace(/^\S+ /u, ''));
    expect(imports.toSorted()).toEqual(
      FORBIDDEN.map(
        ([from, to]) => `src/${from}/uses-${to.replace('/', '-')}.ts → src/${to}/index.ts`,
      ).toSorted(),
    );
  });

  it('refuses an import that goes past the public door of another room', async () => {
    await write('src/corpus/inner.ts', 'export const value = 1;\n');
    await write('src/retrieval/user.ts', "export { value } from '../corpus/inner.ts';\n");
    const { violations } = await findLayerViolations(project, RULES);
    expect(violations).toEqual([
      'retrieval-uses-language: src/retrieval/user.ts → src/corpus/inner.ts',
    ]);
  });

  it('refuses an import of a development dependency', async () => {
    await write('package.json', '{"type":"module","devDependencies":{"tool":"1.0.0"}}');
    await write('node_modules/tool/package.json', '{"name":"tool","main":"index.js"}');
    await write('node_modules/tool/index.js', '');
    await write('src/user.ts', "import 'tool';\n");
    const { violations } = await findLayerViolations(project, RULES);
    expect(violations).toEqual([
      expect.stringContaining('runs-without-development-dependencies: src/user.ts'),
    ]);
  });

  it('refuses circles', async () => {
    await write('src/corpus/a.ts', "import './b.ts';\nexport {};\n");
    await write('src/corpus/b.ts', "import './a.ts';\nexport {};\n");
    const { violations } = await findLayerViolations(project, RULES);
    expect(violations.every((line) => line.startsWith('no-circular'))).toBe(true);
    expect(violations.length).toBeGreaterThan(0);
  });

  it('passes imports through the doors, and counts what it looked at', async () => {
    await write('src/corpus/index.ts', 'export const value = 1;\n');
    await write('src/retrieval/user.ts', "export { value } from '../corpus/index.ts';\n");
    expect(await findLayerViolations(project, RULES)).toEqual({ moduleCount: 2, violations: [] });
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { inspectSettings, loadConfig, packageFacts } from '../src/environment.ts';
import { tempFolder } from './support/temp-folder.ts';

function folderWith(dotenv: string): string {
  const folder = tempFolder();
  writeFileSync(path.join(folder, '.env'), dotenv);
  return folder;
}

test('the environment wins over .env, and .env over the defaults', () => {
  const workingDir = folderWith('LOG_LEVEL=debug\nDATA_DIR=mine\nDEFAULT_LOCALE=\n');
  const env = { LOG_LEVEL: 'error' };
  const defaults = { LOG_LEVEL: 'warn', DATA_DIR: 'theirs', DEFAULT_LOCALE: 'zh-TW' };
  const config = loadConfig({ env, workingDir, defaults });
  expect(config.logLevel).toBe('error');
  expect(config.dataDir).toBe(path.join(workingDir, 'mine'));
  // Empty counts as not given.
  expect(config.defaultLocale).toBe('zh-TW');
});

test('what .env holds does not get into the environment', () => {
  const env = {};
  loadConfig({ env, workingDir: folderWith('DISCORD_TOKEN=secret\n') });
  expect(env).toEqual({});
  expect(process.env['DISCORD_TOKEN']).toBeUndefined();
});

test('the articles of the project are used when no folder is set', () => {
  const { corpusDir } = loadConfig({ env: {}, workingDir: tmpdir() });
  expect(corpusDir).toBe(path.resolve(import.meta.dirname, '../seeds'));
});

test('a .env that cannot be read is a clear error', () => {
  const workingDir = tempFolder();
  mkdirSync(path.join(workingDir, '.env'));
  expect(() => loadConfig({ env: {}, workingDir })).toThrow(ConfigError);
});

test('the version and the oldest Node.js are those of the package', () => {
  expect(packageFacts().version).toMatch(/^\d+\.\d+\.\d+/u);
  expect(packageFacts().oldestNode).toMatch(/^\d+\.\d+\.\d+$/u);
});

test('an inspection goes on with the defaults of what cannot be used, and names all of it', () => {
  const workingDir = folderWith(
    'LOG_LEVEL=loud\nHEALTH_PORT=http\nDISCORD_TOKEN_FILE=none\nDATA_DIR=mine\nLOG_LEVELS=\n',
  );
  const { config, issues, names } = inspectSettings({ env: {}, workingDir });
  expect(config).toMatchObject({
    logLevel: 'info',
    healthPort: null,
    token: null,
    dataDir: path.join(workingDir, 'mine'),
  });
  expect(issues.map(({ setting }) => setting)).toEqual([
    'LOG_LEVEL',
    'HEALTH_PORT',
    'DISCORD_TOKEN_FILE',
  ]);
  expect(names).toContain('LOG_LEVELS');
});

test('an inspection goes on where a token file holds no token, and where .env is a folder', () => {
  const workingDir = tempFolder();
  mkdirSync(path.join(workingDir, '.env'));
  writeFileSync(path.join(workingDir, 'token'), 'two words');
  const env = { DISCORD_TOKEN_FILE: 'token' };
  const { config, issues } = inspectSettings({ env, workingDir });
  expect(config.token).toBeNull();
  expect(issues.map(({ setting }) => setting)).toEqual(['.env', 'DISCORD_TOKEN_FILE']);
});

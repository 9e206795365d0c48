import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { type Config, ConfigError, parseConfig } from './config.ts';

/** Names and values, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where settings come from; each field has the process's own as its default. */
export interface EnvironmentSources {
  readonly env?: Environment;
  /** The folder whose `.env` is read, and where relative paths in settings start. */
  readonly workingDir?: string;
  /** What stands in for settings that neither the environment nor `.env` gives. */
  readonly defaults?: Environment;
}

// One level up from both dist/environment.js and src/environment.ts.
const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The settings of this process: the environment, then `.env` in the working directory, then
 * `defaults`. The environment itself is not changed, so that a token in `.env` does not reach child
 * processes.
 *
 * @throws ConfigError when a setting cannot be used or `.env` is there and cannot be read.
 */
export function loadConfig(sources: EnvironmentSources = {}): Config {
  const workingDir = sources.workingDir ?? process.cwd();
  const env = readEnvironment(sources.env ?? process.env, workingDir);
  for (const [name, value] of Object.entries(sources.defaults ?? {})) {
    if (!env[name]?.trim()) env[name] = value;
  }
  return parseConfig({
    env,
    workingDir,
    defaultCorpusDir: path.join(PACKAGE_ROOT, 'seeds'),
    readFile: (file) => readFileSync(file, 'utf8'),
  });
}

/** The version in `package.json`. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8'),
  );
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

function readEnvironment(env: Environment, workingDir: string): Record<string, string | undefined> {
  const merged = { ...env };
  // All named, since dotenv would otherwise take them from DOTENV_… and write to standard output.
  const { error } = dotenv.config({
    path: path.join(workingDir, '.env'),
    processEnv: merged,
    quiet: true,
    debug: false,
    override: false,
  });
  if (error && error.code !== 'ENOENT') {
    throw new ConfigError(`.env cannot be read: ${error.message}`, { cause: error });
  }
  return merged;
}

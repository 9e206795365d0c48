import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { z } from 'zod';
import { type Config, ConfigError, issuesError, parseConfig, type SettingIssue } from './config.ts';

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
  const { workingDir, env } = gather(sources);
  return parse(env, workingDir);
}

/** The settings as far as they can be used, and what is wrong with the others. */
export interface SettingsInspection {
  /** With the default of each setting that cannot be used. */
  readonly config: Config;
  readonly issues: readonly SettingIssue[];
  /** The names of everything in the environment and in `.env`. */
  readonly names: readonly string[];
}

/** Reads the settings as {@link loadConfig} does, and goes on where that would throw. */
export function inspectSettings(sources: EnvironmentSources = {}): SettingsInspection {
  const issues: SettingIssue[] = [];
  const { workingDir, env } = gather(sources, (issue) => issues.push(issue));
  const names = Object.keys(env);
  for (;;) {
    try {
      return { config: parse(env, workingDir), issues, names };
    } catch (error) {
      if (!(error instanceof ConfigError) || error.issues.length === 0) throw error;
      issues.push(...error.issues);
      for (const { setting } of error.issues) env[setting] = undefined;
    }
  }
}

function parse(env: Environment, workingDir: string): Config {
  return parseConfig({
    env,
    workingDir,
    defaultCorpusDir: path.join(PACKAGE_ROOT, 'seeds'),
    readFile: (file) => readFileSync(file, 'utf8'),
  });
}

/** Everything that may hold settings; a `.env` that cannot be read is told, or thrown. */
function gather(sources: EnvironmentSources, tell?: (issue: SettingIssue) => void) {
  const workingDir = sources.workingDir ?? process.cwd();
  const env = readEnvironment(sources.env ?? process.env, workingDir, tell);
  for (const [name, value] of Object.entries(sources.defaults ?? {})) {
    if (!env[name]?.trim()) env[name] = value;
  }
  return { workingDir, env };
}

const MANIFEST = z.object({ version: z.string(), engines: z.object({ node: z.string() }) });

/** What `package.json` says: the version, and the oldest Node.js that will do, such as `20.19.0`. */
export function packageFacts(): { readonly version: string; readonly oldestNode: string } {
  const text = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8');
  const { version, engines } = MANIFEST.parse(JSON.parse(text));
  return { version, oldestNode: engines.node.replace(/^\D+/u, '') };
}

function readEnvironment(
  env: Environment,
  workingDir: string,
  tell?: (issue: SettingIssue) => void,
): Record<string, string | undefined> {
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
    const issue: SettingIssue = {
      setting: '.env',
      fault: { kind: 'unreadable', reason: error.message },
    };
    if (!tell) throw issuesError([issue], { cause: error });
    tell(issue);
  }
  return merged;
}

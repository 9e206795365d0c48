import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const UNRELEASED = '## [Unreleased]\n';

/**
 * The changelog with what is under "Unreleased" put under `version` and `date` (year-month-day), and
 * nothing left under "Unreleased".
 *
 * @throws when there is no "Unreleased", when nothing is under it, or when the version is there already.
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  if (changelog.includes(`\n## [${version}]`))
    throw new Error(`${version} has its section already`);
  const [head, tail, ...more] = changelog.split(UNRELEASED);
  if (head === undefined || tail === undefined || more.length > 0) {
    throw new Error(`not exactly one line is "${UNRELEASED.trim()}"`);
  }
  const changes = tail.split('\n## [')[0] ?? '';
  if (changes.trim() === '') throw new Error('nothing is under "Unreleased"');
  return `${head}${UNRELEASED}\n## [${version}] - ${date}\n${tail}`;
}

/** Run by `npm version` once it has written the new version into package.json. */
async function main(): Promise<void> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  const today = new Date().toISOString().slice(0, 10);
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  await writeFile('CHANGELOG.md', releaseChangelog(changelog, version, today));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

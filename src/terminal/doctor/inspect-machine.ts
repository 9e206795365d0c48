import { existsSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isTokenShaped, SETTING_NAMES } from '../../config.ts';
import { countRejected } from '../../corpus/index.ts';
import { describeProblem, describeSettingFault, formatCount } from '../../i18n/index.ts';
import { type Finding, found } from '../../shared/doctor-finding.ts';
import { errnoOf } from '../../shared/fs.ts';
import type { Session } from '../session.ts';

/** Everything that can be found out without Discord. Changes nothing. */
export async function inspectMachine(session: Session): Promise<readonly Finding[]> {
  return [
    inspectNode(session),
    ...inspectNames(session),
    ...(await inspectArticles(session)),
    await inspectDataFolder(session.config.dataDir),
    ...inspectToken(session),
  ];
}

function inspectNode({ parts: { nodeVersion, oldestNode } }: Session): Finding {
  const isOld = compareVersions(nodeVersion, oldestNode) < 0;
  return isOld ? found('node-too-old', nodeVersion, oldestNode) : found('node-fits', nodeVersion);
}

/** Below 0 when `one` is older than `other`. */
function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** More letters apart than this, two names are not one misspelt. */
const MAX_TYPOS = 2;

function inspectNames({ settings: { issues, names }, locale }: Session): Finding[] {
  const wrong = issues.map(({ setting, fault }) =>
    found('setting-wrong', setting, describeSettingFault(setting, fault, locale)),
  );
  const misspelt = names
    .filter((name) => !SETTING_NAMES.includes(name))
    .flatMap((name) => {
      const written = name.toUpperCase();
      const meant = SETTING_NAMES.find((setting) => distance(written, setting) <= MAX_TYPOS);
      return meant === undefined ? [] : [found('setting-misspelt', name, meant)];
    });
  const findings = [...wrong, ...misspelt];
  return findings.length === 0 ? [found('settings-fit')] : findings;
}

async function inspectArticles({ config, locale, parts }: Session): Promise<Finding[]> {
  const { corpusDir, maxArticleBytes } = config;
  const corpus = await parts.loadCorpus(corpusDir, { maxArticleBytes });
  const findings: Finding[] = [];
  const unreadable = corpus.problems.filter(({ code }) => code === 'folder-unreadable');
  for (const problem of unreadable) {
    const folder = path.join(corpusDir, problem.file);
    findings.push(found('articles-unreadable', folder, describeProblem(problem, locale).reason));
  }
  const { articles } = corpus;
  const rejected = countRejected(corpus.problems);
  if (articles.length > 0) {
    findings.push(found('articles-read', formatCount(articles.length), corpusDir));
  } else if (unreadable.length === 0) {
    findings.push(found('articles-none', corpusDir));
  }
  if (rejected > 0) findings.push(found('articles-rejected', formatCount(rejected)));
  if (articles.length > 0) {
    findings.push(toFinding(await parts.inspectSnapshot(config, corpus.contentHash)));
  }
  return findings;
}

function toFinding(snapshot: Awaited<ReturnType<Session['parts']['inspectSnapshot']>>): Finding {
  switch (snapshot.state) {
    case 'none':
      return found('snapshot-none');
    case 'unusable':
      return found('snapshot-unusable', snapshot.reason);
    case 'fits':
    case 'old': {
      const minute = snapshot.writtenAt.toISOString().slice(0, 16).replace('T', ' ');
      return found(`snapshot-${snapshot.state}`, `${minute} UTC`);
    }
  }
}

/**
 * A folder that is not there yet is made by the bot, if the one above lets it. Tried and not looked
 * up: `/proc` and others give permissions that they do not keep.
 */
async function inspectDataFolder(folder: string): Promise<Finding> {
  let existing = folder;
  while (!existsSync(existing) && path.dirname(existing) !== existing) {
    existing = path.dirname(existing);
  }
  try {
    await rmdir(await mkdtemp(path.join(existing, '.doctor-')));
    return found('data-writable', folder);
  } catch (error) {
    return found('data-not-writable', folder, `${errnoOf(error) ?? String(error)} ${existing}`);
  }
}

function inspectToken({ config: { token }, settings: { issues } }: Session): Finding[] {
  if (token !== null) return isTokenShaped(token) ? [] : [found('token-odd')];
  // One that is given and cannot be used was told with the settings.
  const isGiven = issues.some(({ setting }) => setting.startsWith('DISCORD_TOKEN'));
  return isGiven ? [] : [found('token-missing')];
}

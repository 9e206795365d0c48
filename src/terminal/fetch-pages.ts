import { FetchError, type KeptPage } from '../fetch/index.ts';
import { describeFetchFault } from '../i18n/index.ts';
import { UserError } from '../shared/errors.ts';
import { writeText } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { safeJson, safeText } from './safe-text.ts';
import type { Session } from './session.ts';

/**
 * Fetches pages, one after the other, and keeps them as articles. One that cannot be had is told and
 * does not keep the others from being fetched.
 *
 * @returns the exit code: 1 when a page could not be had.
 * @throws UserError while fetching is switched off.
 */
export async function fetchPages(addresses: readonly string[], session: Session): Promise<number> {
  const { config, io, json, locale, log, parts } = session;
  const messages = terminalMessages[locale].fetch;
  if (!config.fetch) throw new UserError('switched-off', messages.switchedOff);
  const { corpusDir, maxArticleBytes } = config;
  const { articles } = await parts.loadCorpus(corpusDir, { maxArticleBytes });
  const { keeper, close } = parts.openPageKeeper(config, articles, log);
  const results: object[] = [];
  let exitCode = 0;
  try {
    for (const address of addresses) {
      try {
        const kept = await keeper.keep(address);
        results.push({ address, ...kept });
        if (!json) await writeText(io.stdout, `${safeText(lineOf(kept, messages))}\n`);
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        exitCode = 1;
        log.info({ err: error, address }, 'a page could not be fetched');
        results.push({ address, outcome: 'failed', fault: error.fault });
        const [reason, remedy] = describeFetchFault(error.fault, locale);
        if (!json) {
          const told = `${messages.failed(address, reason)}\n  ${remedy}`;
          await writeText(io.stderr, `${safeText(told)}\n`);
        }
      }
    }
  } finally {
    close();
  }
  if (json) await writeText(io.stdout, `${safeJson({ pages: results }, 2)}\n`);
  return exitCode;
}

function lineOf({ outcome, file, article }: KeptPage, messages: TerminalMessages['fetch']): string {
  const line = {
    kept: messages.kept,
    'new-version': messages.newVersion,
    same: messages.same,
  }[outcome](file);
  return `${line}\n  ${article.title}`;
}

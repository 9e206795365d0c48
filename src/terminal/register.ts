import { messagesFor } from '../i18n/index.ts';
import { terminalMessages } from './messages.ts';
import { writeText } from './output.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';

/**
 * Registers the commands with Discord and says what was changed.
 *
 * @returns the exit code: 1 when a server of `DISCORD_GUILD_IDS` could not be reached.
 * @throws ConfigError without a token; UserError with one line when Discord refuses or is away.
 */
export async function register({ io, parts, config, locale, log, json }: Session): Promise<number> {
  const messages = messagesFor(terminalMessages, locale);
  const report = await parts.registerCommands(config, log);
  const { failedGuildIds } = report;
  await writeText(
    io.stdout,
    json ? `${safeJson(report, 2)}\n` : `${messages.registered(report)}\n`,
  );
  if (failedGuildIds.length === 0) return 0;
  await writeText(io.stderr, `${messages.notRegistered(failedGuildIds.join(', '))}\n`);
  return 1;
}

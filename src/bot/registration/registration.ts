import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { type Command, type CommandDefinition, offeredCommands } from '../../commands/index.ts';
import type { Config } from '../../config.ts';
import type { Logger } from '../../shared/log.ts';
import { restOptions } from '../connection/rest-options.ts';
import type { Retry } from '../connection/retry.ts';
import { explainStartupError } from '../connection/startup-error.ts';
import { type DiscordCommand, type Scope, toDiscordCommand } from './discord-command.ts';

/** What is registered, and where. */
interface RegistrationOptions {
  /** Knows the token; everything else about the bot is asked of Discord. */
  readonly rest: REST;
  readonly definitions: readonly CommandDefinition[];
  /** Empty: everywhere. Otherwise in these servers, and what is registered everywhere stays as it is. */
  readonly guildIds: readonly string[];
  /**
   * Servers that the bot is known to be in. When {@link guildIds} is empty, copies of our commands are
   * removed from the first {@link MAX_CLEARED_GUILDS}, or every command would be shown twice there.
   */
  readonly knownGuildIds?: readonly string[];
  readonly log: Logger;
}

/** What was registered. */
interface RegistrationReport {
  /** How many commands, in all scopes together. */
  readonly registered: number;
  /** Servers that the bot may not have commands in. */
  readonly failedGuildIds: readonly string[];
}

/** In how many servers copies are looked for: a request for each, at every start. */
const MAX_CLEARED_GUILDS = 20;

const APPLICATION = z.object({ id: z.string() });
const LISTED = z.array(z.object({ id: z.string(), name: z.string(), type: z.number() }));

/**
 * Makes Discord's list of commands equal to ours, by one request for each scope. Discord tells
 * commands apart by kind and name: those that it has are updated and do not count towards the 200
 * creations a day and server, so that a bot may restart as often as it likes.
 *
 * @throws DiscordAPIError when Discord refuses; a server that the bot is not in is logged instead.
 */
export async function registerCommands(options: RegistrationOptions): Promise<RegistrationReport> {
  const { rest, definitions, guildIds, log } = options;
  const { id: applicationId } = APPLICATION.parse(await rest.get(Routes.currentApplication()));
  const failedGuildIds: string[] = [];
  const commandCount = toDiscordCommands(definitions, 'global').length;

  if (guildIds.length === 0) {
    await rest.put(Routes.applicationCommands(applicationId), {
      body: toDiscordCommands(definitions, 'global'),
    });
    await removeCopies(options, applicationId);
    return { registered: commandCount, failedGuildIds };
  }
  for (const guildId of guildIds) {
    try {
      await rest.put(Routes.applicationGuildCommands(applicationId, guildId), {
        body: toDiscordCommands(definitions, 'guild'),
      });
    } catch (error) {
      if (!isMissingAccess(error)) throw error;
      failedGuildIds.push(guildId);
      log.error(
        { guildId },
        `the commands cannot be registered in server ${guildId}: the bot is not in it, or was invited without the scope "applications.commands"; check DISCORD_GUILD_IDS`,
      );
    }
  }
  const scopeCount = guildIds.length - failedGuildIds.length;
  return { registered: commandCount * scopeCount, failedGuildIds };
}

/**
 * Registers the commands, again and again until it has worked once: a bot that cannot register them
 * answers all the same, to those of before. Resolves after the first attempt, or when stopped.
 */
export async function keepRegistering(options: RegistrationOptions, retry: Retry): Promise<void> {
  const { log } = options;
  let endFirst = () => {};
  const firstFailed = new Promise<void>((resolve) => {
    endFirst = resolve;
  });
  const registered = retry.until(
    async () => log.info(await registerCommands(options), 'registered the commands'),
    (error, nextInSeconds) => {
      log.error(
        { err: error, nextInSeconds },
        'could not register the commands; the previous ones stay in use',
      );
      endFirst();
    },
  );
  await Promise.race([registered, firstFailed]);
}

async function removeCopies(options: RegistrationOptions, applicationId: string): Promise<void> {
  const { rest, definitions, knownGuildIds = [], log } = options;
  const ours = new Set(toDiscordCommands(definitions, 'guild').map(keyOf));
  const remove = async (guildId: string): Promise<void> => {
    try {
      const listed = await rest.get(Routes.applicationGuildCommands(applicationId, guildId));
      const copies = LISTED.parse(listed).filter((command) => ours.has(keyOf(command)));
      for (const { id } of copies) {
        await rest.delete(Routes.applicationGuildCommand(applicationId, guildId, id));
      }
      if (copies.length > 0) {
        log.info({ guildId, count: copies.length }, 'removed duplicate commands');
      }
    } catch (error) {
      // Nothing is wrong with the commands that are registered everywhere.
      if (!isMissingAccess(error)) {
        log.warn({ err: error, guildId }, 'could not check for duplicate commands');
      }
    }
  };
  await Promise.all(knownGuildIds.slice(0, MAX_CLEARED_GUILDS).map(remove));
}

/**
 * How many of our commands Discord lacks, or has beside ours. Changes nothing.
 *
 * @param guildId the server to look at; null for what is registered everywhere.
 * @throws DiscordAPIError when Discord refuses.
 */
export async function countDifferences(
  { rest, definitions }: Pick<RegistrationOptions, 'rest' | 'definitions'>,
  applicationId: string,
  guildId: string | null,
): Promise<number> {
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const listed = LISTED.parse(await rest.get(route)).map(keyOf);
  const wanted = toDiscordCommands(definitions, 'global').map(keyOf);
  const missing = wanted.filter((key) => !listed.includes(key));
  const leftOver = listed.filter((key) => !wanted.includes(key));
  return missing.length + leftOver.length;
}

function toDiscordCommands(
  definitions: readonly CommandDefinition[],
  scope: Scope,
): readonly DiscordCommand[] {
  return definitions.flatMap(({ onMessage, ...typed }) => [
    ...(!onMessage || typed.isAlsoTyped ? [toDiscordCommand(typed, scope)] : []),
    ...(onMessage ? [toDiscordCommand({ ...typed, onMessage }, scope)] : []),
  ]);
}

/** A command that is typed and one of a menu may share a name. */
function keyOf({
  type,
  name,
}: {
  readonly type?: number | undefined;
  readonly name: string;
}): string {
  return `${type} ${name}`;
}

/** Whether Discord says that the bot is not there, or was invited without its commands. */
export function isMissingAccess(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess ||
      error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}

/** What registering needs, without a connection to the gateway. */
interface RegisterOptions {
  readonly config: Pick<Config, 'feedback' | 'corpusCommands' | 'guildIds' | 'discordApiUrl'> & {
    readonly token: string;
  };
  readonly commands: readonly Command[];
  readonly log: Logger;
}

/**
 * Registers the commands and does nothing else. Without the gateway no servers are known, so that
 * copies of the commands in servers no longer configured stay until the bot starts.
 *
 * @throws StartupError with one line that says what to do; anything else is a fault of ours.
 */
export async function registerWithDiscord(options: RegisterOptions): Promise<RegistrationReport> {
  const { config, commands, log } = options;
  const { discordApiUrl, guildIds, token } = config;
  const rest = new REST(restOptions(discordApiUrl)).setToken(token);
  try {
    const definitions = offeredCommands(commands, config).map(({ definition }) => definition);
    return await registerCommands({ rest, definitions, guildIds, log });
  } catch (error) {
    throw explainStartupError(error, discordApiUrl);
  }
}

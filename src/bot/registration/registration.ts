import {
  type APIApplicationCommand,
  ApplicationCommandType,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { CommandDefinition } from '../../commands/index.ts';
import type { Logger } from '../../shared/log.ts';
import { type DiscordCommand, toDiscordCommand } from './discord-command.ts';
import { isSameCommand } from './same-command.ts';

/** What is registered, and where. */
export interface RegistrationOptions {
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

/** What was changed in all. A server that could not be reached is in `failedGuildIds`. */
export interface RegistrationReport {
  readonly created: number;
  readonly edited: number;
  readonly deleted: number;
  readonly unchanged: number;
  readonly failedGuildIds: readonly string[];
}

/** What has to be done so that Discord has exactly the wanted commands. */
export interface RegistrationPlan {
  readonly create: readonly DiscordCommand[];
  readonly edit: readonly { readonly id: string; readonly command: DiscordCommand }[];
  readonly remove: readonly { readonly id: string; readonly name: string }[];
  readonly unchanged: number;
}

type ExistingCommand = Pick<APIApplicationCommand, 'id' | 'name' | 'type'>;

/** In how many servers copies are looked for: a request for each, at every start. */
const MAX_CLEARED_GUILDS = 20;

const EXISTING = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.number() }));
const APPLICATION = z.object({ id: z.string() });

/** The kinds that are ours to delete. Others belong to an activity and are made by Discord. */
const OWN_TYPES: ReadonlySet<number> = new Set([
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
]);

/**
 * Makes Discord's list of commands equal to ours, by as few requests as possible: Discord allows
 * 200 creations a day and server, so that a restart must not count.
 *
 * @throws DiscordAPIError when Discord refuses; a server that the bot is not in is logged instead.
 */
export async function registerCommands(options: RegistrationOptions): Promise<RegistrationReport> {
  const { rest, definitions, guildIds, knownGuildIds = [], log } = options;
  const { id: applicationId } = APPLICATION.parse(await rest.get(Routes.currentApplication()));
  const total = { created: 0, edited: 0, deleted: 0, unchanged: 0 };
  const failedGuildIds: string[] = [];

  async function registerAt(place: Place): Promise<void> {
    const plan = await planAt(rest, definitions, place);
    // Deleted first: a list can be full.
    for (const { id } of plan.remove) await rest.delete(place.item(id));
    for (const { id, command } of plan.edit) {
      const { type: _, ...fields } = command;
      await rest.patch(place.item(id), { body: fields });
    }
    for (const command of plan.create) await rest.post(place.list, { body: command });
    total.created += plan.create.length;
    total.edited += plan.edit.length;
    total.deleted += plan.remove.length;
    total.unchanged += plan.unchanged;
  }

  const ours = definitions.map((definition) => toDiscordCommand(definition, 'guild'));

  async function removeCopies(guildId: string): Promise<void> {
    const place = guildPlace(applicationId, guildId);
    try {
      const copies = EXISTING.parse(await rest.get(place.list)).filter((it) => isOneOf(ours, it));
      for (const { id } of copies) {
        await rest.delete(place.item(id));
        total.deleted += 1;
      }
      if (copies.length > 0) {
        log.info({ guildId, count: copies.length }, 'removed commands that were shown twice');
      }
    } catch (error) {
      // Nothing is wrong with the commands that are registered everywhere.
      if (!isMissingAccess(error)) {
        log.warn({ err: error, guildId }, 'could not look for commands that are shown twice');
      }
    }
  }

  if (guildIds.length === 0) {
    await registerAt(globalPlace(applicationId));
    await Promise.all(knownGuildIds.slice(0, MAX_CLEARED_GUILDS).map(removeCopies));
  }
  for (const guildId of guildIds) {
    try {
      await registerAt(guildPlace(applicationId, guildId));
    } catch (error) {
      if (!isMissingAccess(error)) throw error;
      failedGuildIds.push(guildId);
      log.error(
        { guildId },
        `the commands cannot be registered in server ${guildId}: the bot is not in it, or was invited without the scope "applications.commands"; check DISCORD_GUILD_IDS`,
      );
    }
  }
  return { ...total, failedGuildIds };
}

/**
 * Compares our commands with those that Discord has, and changes nothing.
 *
 * @param guildId the server to look at; null for what is registered everywhere.
 * @throws DiscordAPIError when Discord refuses.
 */
export async function compareCommands(
  { rest, definitions }: Pick<RegistrationOptions, 'rest' | 'definitions'>,
  applicationId: string,
  guildId: string | null,
): Promise<RegistrationPlan> {
  const place = guildId === null ? globalPlace(applicationId) : guildPlace(applicationId, guildId);
  return planAt(rest, definitions, place);
}

async function planAt(
  rest: REST,
  definitions: readonly CommandDefinition[],
  place: Place,
): Promise<RegistrationPlan> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return planRegistration(
    definitions.map((definition) => toDiscordCommand(definition, place.scope)),
    EXISTING.parse(await rest.get(place.list, { query })),
  );
}

/** Compares what is wanted with what there is. Pure. */
export function planRegistration(
  wanted: readonly DiscordCommand[],
  existing: readonly ExistingCommand[],
): RegistrationPlan {
  const create: DiscordCommand[] = [];
  const edit: { id: string; command: DiscordCommand }[] = [];
  for (const command of wanted) {
    const match = existing.find((it) => isOneOf([command], it));
    if (!match) create.push(command);
    else if (!isSameCommand(command, match)) edit.push({ id: match.id, command });
  }
  return {
    create,
    edit,
    remove: existing.filter((it) => OWN_TYPES.has(it.type) && !isOneOf(wanted, it)),
    unchanged: wanted.length - create.length - edit.length,
  };
}

/** Commands are told apart by name and kind: one that is typed and one of a menu may share a name. */
function isOneOf(commands: readonly DiscordCommand[], it: ExistingCommand): boolean {
  return commands.some(({ name, type }) => name === it.name && type === it.type);
}

interface Place {
  readonly scope: 'global' | 'guild';
  readonly list: `/${string}`;
  readonly item: (commandId: string) => `/${string}`;
}

function globalPlace(applicationId: string): Place {
  return {
    scope: 'global',
    list: Routes.applicationCommands(applicationId),
    item: (commandId) => Routes.applicationCommand(applicationId, commandId),
  };
}

function guildPlace(applicationId: string, guildId: string): Place {
  return {
    scope: 'guild',
    list: Routes.applicationGuildCommands(applicationId, guildId),
    item: (commandId) => Routes.applicationGuildCommand(applicationId, guildId, commandId),
  };
}

/** Whether Discord says that the bot is not there, or was invited without its commands. */
export function isMissingAccess(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess ||
      error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}

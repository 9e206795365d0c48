import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { APPLICATION_ID } from './guild-payloads.ts';
import { isObject, type JsonObject, objectsFrom } from './json.ts';

const GLOBAL = 'global';

/** The registered commands, global or of one server, as Discord keeps them. */
export interface CommandStore {
  list(guildId: string | undefined): APIApplicationCommand[];
  get(guildId: string | undefined, id: string): APIApplicationCommand | undefined;
  /** Adds a command, or changes the one of the same name and type. */
  put(guildId: string | undefined, body: JsonObject, id?: string): APIApplicationCommand;
  /** How many commands were created here, and how many of these would be created beside them. */
  creations(guildId: string | undefined, bodies?: readonly JsonObject[]): number;
  /** Makes these the only commands. */
  replace(guildId: string | undefined, bodies: readonly JsonObject[]): APIApplicationCommand[];
  remove(guildId: string | undefined, id: string): boolean;
  /** The command that a person in this server would get. */
  find(
    name: string,
    type: ApplicationCommandType,
    guildId: string | null,
  ): APIApplicationCommand | undefined;
}

/** Creates an empty store. */
export function createCommandStore(newId: () => string): CommandStore {
  const scopes = new Map<string, Map<string, APIApplicationCommand>>();
  const scopeOf = (guildId = GLOBAL): Map<string, APIApplicationCommand> => {
    const scope = scopes.get(guildId) ?? new Map<string, APIApplicationCommand>();
    scopes.set(guildId, scope);
    return scope;
  };
  const created = new Map<string, number>();
  const heldAs = (guildId: string | undefined, body: JsonObject) => {
    const type = body['type'] ?? ApplicationCommandType.ChatInput;
    return store.list(guildId).find((held) => held.name === body['name'] && held.type === type);
  };
  const store: CommandStore = {
    list: (guildId) => [...scopeOf(guildId).values()],
    get: (guildId, id) => scopeOf(guildId).get(id),
    creations(guildId, bodies = []) {
      const more = bodies.filter((body) => heldAs(guildId, body) === undefined).length;
      return (created.get(guildId ?? GLOBAL) ?? 0) + more;
    },
    put(guildId, body, id) {
      const before = id ? scopeOf(guildId).get(id) : heldAs(guildId, body);
      if (!before) created.set(guildId ?? GLOBAL, store.creations(guildId) + 1);
      const command = storedCommand(
        { ...before, ...body },
        before?.id ?? newId(),
        newId(),
        guildId,
      );
      const isSame =
        JSON.stringify({ ...command, version: '' }) === JSON.stringify({ ...before, version: '' });
      const kept = isSame && before ? before : command;
      scopeOf(guildId).set(kept.id, kept);
      return kept;
    },
    replace(guildId, bodies) {
      const kept = bodies.map((body) => store.put(guildId, body));
      scopes.set(guildId ?? GLOBAL, new Map(kept.map((command) => [command.id, command])));
      return kept;
    },
    remove: (guildId, id) => scopeOf(guildId).delete(id),
    find(name, type, guildId) {
      const visible = [...store.list(guildId ?? undefined), ...store.list(undefined)];
      return visible.find((command) => command.name === name && command.type === type);
    },
  };
  return store;
}

/** A command without its localisations, as a list shows it unless asked for them. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}

function storedCommand(
  body: JsonObject,
  id: string,
  version: string,
  guildId: string | undefined,
): APIApplicationCommand {
  const scope =
    guildId === undefined
      ? {
          dm_permission: body['dm_permission'] ?? true,
          contexts: body['contexts'] ?? null,
          integration_types: body['integration_types'] ?? [0],
        }
      : { guild_id: guildId };
  const options = objectsFrom(body['options']).map(storedOption);
  const stored = {
    id,
    application_id: APPLICATION_ID,
    version,
    default_member_permissions: permissionsOf(body['default_member_permissions']),
    type: body['type'] ?? ApplicationCommandType.ChatInput,
    name: body['name'],
    name_localizations: body['name_localizations'] ?? null,
    description: body['description'] ?? '',
    description_localizations: body['description_localizations'] ?? null,
    ...scope,
    ...(options.length > 0 ? { options } : {}),
    nsfw: body['nsfw'] ?? false,
  };
  if (!isCommand(stored))
    throw new Error('fake Discord: a command without a name got past the judge');
  return stored;
}

/** Discord takes a number as well, and gives back a string. */
function permissionsOf(value: unknown): string | null {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
}

/** Discord fills in the localisations and leaves out what is false. */
function storedOption(option: JsonObject): JsonObject {
  const { required, autocomplete, choices, options, ...rest } = option;
  const localized = { name_localizations: null, description_localizations: null };
  return {
    ...localized,
    ...rest,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(Array.isArray(choices)
      ? { choices: objectsFrom(choices).map((choice) => ({ name_localizations: null, ...choice })) }
      : {}),
    ...(Array.isArray(options) ? { options: objectsFrom(options).map(storedOption) } : {}),
  };
}

/** The boundary: the judge has held the body to the specification. */
function isCommand(value: object): value is APIApplicationCommand {
  return 'name' in value && typeof value.name === 'string';
}

import {
  DiscordAPIError,
  HTTPError,
  OAuth2Scopes,
  OverwriteType,
  PermissionFlagsBits,
  REST,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { type Command, offeredCommands } from '../../commands/index.ts';
import type { Config } from '../../config.ts';
import { type Finding, found } from '../../shared/doctor-finding.ts';
import { countDifferences, isMissingAccess } from '../registration/registration.ts';
import { OFFICIAL_API, whyUnreachable } from './startup-error.ts';

/** What looking at Discord needs. */
export interface InspectOptions {
  readonly config: Pick<
    Config,
    'discordApiUrl' | 'guildIds' | 'auditChannelId' | 'feedback' | 'corpusCommands'
  > & { readonly token: string };
  readonly commands: readonly Command[];
  /** How long Discord may take for one request, in ms; {@link REQUEST_TIMEOUT_MS} when left out. */
  readonly requestTimeoutMs?: number;
}

/** Long for Discord, short for a person who waits. */
const REQUEST_TIMEOUT_MS = 5000;

/** Servers that Discord lists at once, its highest. */
const MAX_LISTED_GUILDS = 200;

/** What the bot needs to write to a channel by itself. */
const TO_WRITE = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
} as const;

/** What the link to add the bot asks for: to write by itself, and to show pictures. */
const WANTED = Object.values(TO_WRITE).reduce(
  (all, bit) => all | bit,
  PermissionFlagsBits.AttachFiles,
);

const USER = z.object({ id: z.string(), username: z.string() });
const APPLICATION = z.object({
  id: z.string(),
  bot_require_code_grant: z.boolean().default(false),
  interactions_endpoint_url: z.string().nullish(),
});
const GUILDS = z.array(z.object({ id: z.string() }));
const CHANNEL = z.looseObject({ guild_id: z.string() });

/**
 * Looks at everything that Discord knows of the bot, and changes nothing. Never rejects: what fails
 * is a finding. The token is in none of them.
 */
export async function inspectDiscord(options: InspectOptions): Promise<readonly Finding[]> {
  const { config, commands, requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const { discordApiUrl, guildIds, auditChannelId, token } = config;
  const rest = new REST({
    ...(discordApiUrl !== null && { api: discordApiUrl }),
    timeout: requestTimeoutMs,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  const findings: Finding[] = [];

  /** Notes why a step failed, and says whether it did not. */
  async function attempt(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      findings.push(explain(error, discordApiUrl ?? OFFICIAL_API));
      return false;
    }
  }

  let userId = '';
  let applicationId = '';
  let link = '';

  const isKnown = await attempt(async () => {
    const { id, username } = USER.parse(await rest.get(Routes.user()));
    userId = id;
    findings.push(found('token-accepted', username));
  });
  // Nothing else is answered then.
  if (!isKnown) return findings;

  const hasApplication = await attempt(async () => {
    const application = APPLICATION.parse(await rest.get(Routes.currentApplication()));
    applicationId = application.id;
    link = installLink(applicationId);
    const endpoint = application.interactions_endpoint_url;
    if (endpoint) findings.push(found('application-endpoint', endpoint));
    if (application.bot_require_code_grant) findings.push(found('application-code-grant'));
    if (!endpoint && !application.bot_require_code_grant) findings.push(found('application-fits'));
  });
  if (!hasApplication) return findings;

  let missing: readonly string[] = [];
  await attempt(async () => {
    const query = new URLSearchParams({ limit: String(MAX_LISTED_GUILDS) });
    const joined = GUILDS.parse(await rest.get(Routes.userGuilds(), { query })).map(({ id }) => id);
    const count = joined.length === MAX_LISTED_GUILDS ? `${joined.length}+` : `${joined.length}`;
    findings.push(
      joined.length === 0 ? found('servers-none', link) : found('servers-joined', count, link),
    );
    // A longer list is not known whole; its commands tell then.
    if (joined.length < MAX_LISTED_GUILDS) missing = guildIds.filter((id) => !joined.includes(id));
    for (const id of missing) findings.push(found('server-missing', id, link));
  });

  const definitions = offeredCommands(commands, config).map(({ definition }) => definition);
  const scopes = guildIds.length === 0 ? [null] : guildIds.filter((id) => !missing.includes(id));
  for (const guildId of scopes) {
    await attempt(async () => {
      findings.push(await findCommands(guildId));
    });
  }
  if (auditChannelId !== null) {
    await attempt(async () => {
      findings.push(await findAuditChannel(auditChannelId));
    });
  }
  return findings;

  async function findCommands(guildId: string | null): Promise<Finding> {
    try {
      const count = await countDifferences({ rest, definitions }, applicationId, guildId);
      return count === 0
        ? found('commands-fit', String(definitions.length), guildId ?? '')
        : found('commands-outdated', String(count), guildId ?? '');
    } catch (error) {
      if (guildId === null || !isMissingAccess(error)) throw error;
      return found('commands-forbidden', guildId, link);
    }
  }

  async function findAuditChannel(channelId: string): Promise<Finding> {
    let channel: z.infer<typeof CHANNEL>;
    try {
      channel = CHANNEL.parse(await rest.get(Routes.channel(channelId)));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      if (error.status === 404) return found('audit-channel-unknown', channelId);
      if (error.status !== 403) throw error;
      return found('audit-channel-closed', channelId, Object.keys(TO_WRITE).join(', '));
    }
    const guild = await rest.get(Routes.guild(channel.guild_id));
    const member = await rest.get(Routes.guildMember(channel.guild_id, userId));
    const held = permissionsIn(guild, member, channel);
    const lacking = Object.entries(TO_WRITE).filter(([, bit]) => (held & bit) === 0n);
    if (lacking.length === 0) return found('audit-channel-fits', channelId);
    return found('audit-channel-closed', channelId, lacking.map(([name]) => name).join(', '));
  }
}

/** Where an administrator adds the bot to a server. */
export function installLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: WANTED.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

function explain(error: unknown, address: string): Finding {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) return found('token-refused');
    const { pathname } = new URL(error.url);
    return found(
      'discord-failed',
      `${error.method} ${pathname}`,
      `${error.status} ${error.message}`,
    );
  }
  const reason = whyUnreachable(error);
  if (reason !== null) return found('discord-unreachable', address, reason);
  return found('discord-failed', address, error instanceof Error ? error.message : String(error));
}

const BITS = z.string().regex(/^\d+$/u).transform(BigInt);

const GUILD = z.object({
  id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: BITS })),
});

const MEMBER = z.object({ user: z.object({ id: z.string() }), roles: z.array(z.string()) });

const OVERWRITES = z.object({
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.enum(OverwriteType), allow: BITS, deny: BITS }))
    .default([]),
});

/**
 * What a member may do in a channel of a server, as bits, by the order that Discord's reference
 * gives: the roles of the server, then what the channel changes for everyone, for roles, and for
 * the member.
 *
 * @throws ZodError when a payload is not as Discord sends it.
 */
function permissionsIn(guild: unknown, member: unknown, channel: unknown): bigint {
  const { id: everyoneId, roles } = GUILD.parse(guild);
  const { user, roles: roleIds } = MEMBER.parse(member);
  const { permission_overwrites: overwrites } = OVERWRITES.parse(channel);
  let permissions = 0n;
  for (const role of roles) {
    if (role.id === everyoneId || roleIds.includes(role.id)) permissions |= role.permissions;
  }
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return ALL;

  function change(applies: (overwrite: (typeof overwrites)[number]) => boolean): void {
    const those = overwrites.filter(applies);
    for (const { deny } of those) permissions &= ~deny;
    for (const { allow } of those) permissions |= allow;
  }
  change(({ id }) => id === everyoneId);
  change(({ id, type }) => type === OverwriteType.Role && roleIds.includes(id));
  change(({ id, type }) => type === OverwriteType.Member && id === user.id);
  return permissions;
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

import {
  Client,
  type ClientOptions,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Status,
  type WebSocketOptions,
} from 'discord.js';
import { z } from 'zod';
import { restOptions } from './rest-options.ts';

/** How a client differs from one to another. */
export interface ClientSettings {
  /** Base of Discord's REST API without version, or null for Discord's own. */
  readonly apiUrl: string | null;
  /** The shards to connect; `auto`: all there are. */
  readonly shards: 'auto' | readonly number[];
  /** How many shards there are; null: as many as Discord recommends. */
  readonly shardCount: number | null;
  /** For tests: identifies without Discord's pause of 5 s between two of them. */
  readonly buildIdentifyThrottler?: WebSocketOptions['buildIdentifyThrottler'];
}

/**
 * A client for slash commands: the least of intents, nobody pinged by default, and nothing kept in
 * memory but servers, channels and roles, which discord.js cannot do without. Interactions are emitted
 * as they come.
 */
export function createClient(settings: ClientSettings): Client {
  const { apiUrl, buildIdentifyThrottler } = settings;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: restOptions(apiUrl),
    ...shardOptions(settings),
    ...(buildIdentifyThrottler && { ws: { buildIdentifyThrottler } }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (it) => it.id === it.client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (it) => it.id === it.client.user.id },
      VoiceStateManager: 0,
    }),
  });
  emitEarlyInteractions(client);
  return client;
}

/** discord.js asks Discord for the count with `auto` only, and takes no count beside it. */
function shardOptions({
  shards,
  shardCount,
}: ClientSettings): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shardCount === null) return { shards: 'auto' };
  const all = Array.from({ length: shardCount }, (_, id) => id);
  return { shards: shards === 'auto' ? all : [...shards], shardCount };
}

/** discord.js's own maker of interactions, which emits `interactionCreate`; it is not in its types. */
const MAKER = z.object({
  actions: z.object({
    InteractionCreate: z.custom<{ readonly handle: (payload: unknown) => void }>(
      (value) => z.object({ handle: z.function() }).safeParse(value).success,
    ),
  }),
});

/**
 * discord.js keeps interactions back until every server of every shard is there: 15 s where one is
 * missing, and as long as it takes where a shard is late. Discord waits 3 s. So they are emitted as
 * they come, and a second time once everything is there.
 */
function emitEarlyInteractions(client: Client): void {
  const { InteractionCreate } = MAKER.parse(client).actions;
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
    if (client.ws.status !== Status.Ready) InteractionCreate.handle(payload);
  });
}

import { randomBytes } from 'node:crypto';
import { Events } from 'discord.js';
import type { PictureMaker } from '../chart/index.ts';
import { type Command, offeredCommands, type Services } from '../commands/index.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library/index.ts';
import type { Logger } from '../shared/log.ts';
import { NO_TELEMETRY, type Telemetry } from '../shared/telemetry.ts';
import { type ClientSettings, createClient } from './connection/client.ts';
import { closeFailure, explainStartupError, notReadyFailure } from './connection/startup-error.ts';
import { ATTACHMENT_ORIGINS, createAttachmentOpener } from './interactions/attachments.ts';
import { createDispatcher } from './interactions/dispatch.ts';
import { emitEarlyInteractions } from './interactions/early-interactions.ts';
import { createRateLimit } from './interactions/rate-limit.ts';
import { createRegistering } from './registration/keep-registering.ts';
import { registerCommands } from './registration/registration.ts';
import { createAudit } from './response/audit.ts';
import { createPictures } from './response/pictures.ts';
import { createPost } from './response/post.ts';
import { systemTimers, type Timers } from './timers.ts';

/** How long Discord may take until the gateway is ready, in ms. discord.js itself waits 15 s for servers. */
export const READY_TIMEOUT_MS = 60_000;

/** Discord asks for choices once or twice a second while somebody types. */
const COMPLETIONS_PER_MINUTE = 120;

/** What a bot is made of. */
export interface BotOptions {
  readonly config: Pick<
    Config,
    | 'shards'
    | 'shardCount'
    | 'discordApiUrl'
    | 'guildIds'
    | 'moderatorRoleIds'
    | 'defaultLocale'
    | 'auditChannelId'
    | 'questionsPerMinute'
  > & { readonly token: string };
  readonly log: Logger;
  readonly library: Library;
  /** Null where changing the folder of articles is switched off. */
  readonly curation?: Services['curation'];
  readonly commands: readonly Command[];
  /** Null or left out where it is switched off. */
  readonly feedback?: Services['feedback'];
  readonly makePicture: PictureMaker['make'];
  /** Nobody is told when left out. */
  readonly telemetry?: Telemetry;
  /** The process's own when left out. */
  readonly timers?: Timers;
  /** A clock in ms from any start; the process's own, which no change of the time of day moves, when left out. */
  readonly now?: () => number;
  /** 8 random hexadecimal digits when left out. */
  readonly newErrorId?: () => string;
  /** Where attachments may be fetched from; {@link ATTACHMENT_ORIGINS} when left out. */
  readonly attachmentOrigins?: readonly string[];
  readonly buildIdentifyThrottler?: ClientSettings['buildIdentifyThrottler'];
}

/** The Discord front end. */
export interface Bot {
  /**
   * Connects, and registers what has changed of the commands. Resolves when questions are answered,
   * or when {@link stop} came before that.
   *
   * @throws StartupError with one line that says what to do; anything else is a fault of ours.
   */
  readonly start: () => Promise<void>;
  /** Takes no new work, gives up a reindex, finishes what else runs, and leaves. */
  readonly stop: () => Promise<void>;
  /** Resolves with the reason when Discord ends the connection for good. Never rejects. */
  readonly lost: Promise<Error>;
}

/** A bot that is not connected yet. */
export function createBot(options: BotOptions): Bot {
  const { config, log, library, commands, makePicture, timers = systemTimers } = options;
  const { curation = null, feedback = null, telemetry = NO_TELEMETRY } = options;
  const { now = () => performance.now(), attachmentOrigins = ATTACHMENT_ORIGINS } = options;
  const client = createClient({
    apiUrl: config.discordApiUrl,
    shards: config.shards,
    shardCount: config.shardCount,
    ...(options.buildIdentifyThrottler && {
      buildIdentifyThrottler: options.buildIdentifyThrottler,
    }),
  });
  const post = createPost(client.rest);
  const audit = createAudit({
    post,
    channelId: config.auditChannelId,
    locale: config.defaultLocale ?? 'en-US',
  });
  const dispatcher = createDispatcher({
    commands,
    services: { library, curation, feedback },
    audit,
    post,
    openAttachment: createAttachmentOpener(attachmentOrigins, timers),
    log,
    timers,
    pictures: createPictures(makePicture, timers),
    telemetry,
    newErrorId: options.newErrorId ?? (() => randomBytes(4).toString('hex')),
    questionLimit: createRateLimit({ perMinute: config.questionsPerMinute, now }),
    completionLimit: createRateLimit({ perMinute: COMPLETIONS_PER_MINUTE, now }),
    moderatorRoleIds: config.moderatorRoleIds,
    defaultLocale: config.defaultLocale,
  });

  const lost = new Promise<Error>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      telemetry.onShard(shard, 'closed');
      const failure = closeFailure(code);
      if (failure) resolve(failure);
    });
  });
  let isStopping = false;
  emitEarlyInteractions(client);
  client.on(Events.InteractionCreate, (interaction) => void dispatcher.handle(interaction));
  // Without a listener, an error event would end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client failed'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to Discord failed'),
  );
  client.on(Events.ShardReady, (shard) => {
    telemetry.onShard(shard, 'ready');
    log.info({ shard }, 'a shard is connected');
  });
  client.on(Events.ShardResume, (shard) => {
    telemetry.onShard(shard, 'ready');
    log.info({ shard }, 'a shard is connected again');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js announces it when it leaves, too.
    if (isStopping) return;
    telemetry.onShard(shard, 'connecting');
    log.info({ shard }, 'connecting again');
  });
  client.on(Events.Warn, (warning) => log.warn(warning));

  const registering = createRegistering(
    () =>
      registerCommands({
        rest: client.rest,
        definitions: offeredCommands(commands, {
          feedback: feedback !== null,
          corpusCommands: curation !== null,
        }).map(({ definition }) => definition),
        guildIds: config.guildIds,
        knownGuildIds: [...client.guilds.cache.keys()],
        log,
      }),
    timers,
    log,
  );

  async function connect(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    await client.login(config.token);
    await ready;
    const report = isFirstOf(config.shards) ? await registering.start() : null;
    telemetry.onBot('ready');
    log.info({ servers: client.guilds.cache.size, commands: report }, 'the bot is ready');
  }

  return {
    lost,
    async start() {
      const failed = lost.then((error) => Promise.reject(error));
      const expired = expiry(timers, config.discordApiUrl);
      try {
        await Promise.race([connect(), failed, expired.promise]);
      } catch (error) {
        // Leaving ends the attempt to connect, which is no failure then.
        if (isStopping) return;
        await client.destroy();
        throw explainStartupError(error, config.discordApiUrl);
      } finally {
        expired.cancel();
      }
    },
    async stop() {
      isStopping = true;
      telemetry.onBot('stopping');
      registering.stop();
      const drained = dispatcher.drain();
      // Nobody waits for a new index any more, and it can take longer than there is time to end.
      library.cancel(null);
      await drained;
      await audit.settled();
      await client.destroy();
    },
  };
}

/** Whether this process registers the commands: of several with some shards each, one does. */
function isFirstOf(shards: Config['shards']): boolean {
  return shards === 'auto' || shards.includes(0);
}

function expiry(timers: Timers, apiUrl: string | null) {
  let cancel: (() => void) | undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    cancel = timers.after(READY_TIMEOUT_MS, () =>
      reject(notReadyFailure(READY_TIMEOUT_MS, apiUrl)),
    );
  });
  return { promise, cancel: () => cancel?.() };
}

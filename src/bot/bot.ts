import { randomBytes } from 'node:crypto';
import { REST } from 'discord.js';
import type { PictureMaker } from '../chart/index.ts';
import { type Command, offeredCommands, type Services } from '../commands/index.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library/index.ts';
import type { Logger } from '../shared/log.ts';
import { NO_TELEMETRY, type Telemetry } from '../shared/telemetry.ts';
import { systemTimers, type Timers } from '../shared/timers.ts';
import type { ClientSettings } from './connection/client.ts';
import { createConnection } from './connection/connection.ts';
import { restOptions } from './connection/rest-options.ts';
import { createRetry } from './connection/retry.ts';
import { ATTACHMENT_ORIGINS, createAttachmentOpener } from './interactions/attachments.ts';
import { createDispatcher } from './interactions/dispatch.ts';
import { createRateLimit } from './interactions/rate-limit.ts';
import { keepRegistering } from './registration/registration.ts';
import { createAudit } from './response/audit.ts';
import { createPictures } from './response/pictures.ts';
import { createPost } from './response/responder.ts';

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
  readonly editor?: Services['editor'];
  readonly commands: readonly Command[];
  /** Null or left out where fetching pages is switched off. */
  readonly fetching?: Services['fetching'];
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
   * Connects, and registers the commands. Discord out of reach is tried again. Resolves when questions
   * are answered, or when {@link stop} came before that.
   *
   * @throws StartupError with one line that says what to do when Discord refuses the token or the bot
   *   for good; anything else is a fault of ours.
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
  const { editor = null, fetching = null, feedback = null, telemetry = NO_TELEMETRY } = options;
  const { now = () => performance.now(), attachmentOrigins = ATTACHMENT_ORIGINS } = options;
  const rest = new REST(restOptions(config.discordApiUrl)).setToken(config.token);
  const post = createPost(rest);
  const audit = createAudit({
    post,
    channelId: config.auditChannelId,
    locale: config.defaultLocale ?? 'en-US',
  });
  const dispatcher = createDispatcher({
    commands,
    services: { library, editor, fetching, feedback },
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

  const retry = createRetry(timers);
  const connection = createConnection({
    apiUrl: config.discordApiUrl,
    shards: config.shards,
    shardCount: config.shardCount,
    ...(options.buildIdentifyThrottler && {
      buildIdentifyThrottler: options.buildIdentifyThrottler,
    }),
    token: config.token,
    onInteraction: (interaction) => dispatcher.handle(interaction),
    retry,
    timers,
    telemetry,
    log,
  });

  return {
    lost: connection.lost,
    async start() {
      const client = await connection.open();
      if (client === null) return;
      const servers = [...client.guilds.cache.keys()];
      if (isFirstOf(config.shards)) {
        const definitions = offeredCommands(commands, {
          feedback: feedback !== null,
          corpusCommands: editor !== null,
        }).map(({ definition }) => definition);
        const { guildIds } = config;
        await keepRegistering({ rest, definitions, guildIds, knownGuildIds: servers, log }, retry);
      }
      telemetry.onBot('ready');
      log.info({ servers: servers.length }, 'the bot is ready');
    },
    async stop() {
      telemetry.onBot('stopping');
      retry.stop();
      const drained = dispatcher.drain();
      // Nobody waits for a new index any more, and it can take longer than there is time to end.
      library.cancel({ kind: 'shutdown' });
      await drained;
      await audit.settled();
      await connection.close();
    },
  };
}

/** Whether this process registers the commands: of several with some shards each, one does. */
function isFirstOf(shards: Config['shards']): boolean {
  return shards === 'auto' || shards.includes(0);
}

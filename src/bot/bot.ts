import { randomBytes } from 'node:crypto';
import { Events } from 'discord.js';
import type { Command, Services } from '../commands/index.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library/index.ts';
import type { Logger } from '../log.ts';
import type { PictureMaker } from '../picture/index.ts';
import { ATTACHMENT_ORIGINS, createAttachmentOpener } from './attachments.ts';
import { type ClientSettings, createClient } from './client.ts';
import { createDispatcher } from './dispatch.ts';
import { createPictures } from './pictures.ts';
import { registerCommands } from './registration.ts';
import { closeFailure, explainStartupError, notReadyFailure } from './startup-error.ts';
import { systemTimers, type Timers } from './timers.ts';

/** How long Discord may take until the gateway is ready, in ms. discord.js itself waits 15 s for servers. */
const READY_TIMEOUT_MS = 60_000;

/** What a bot is made of. */
export interface BotOptions {
  readonly config: Pick<
    Config,
    'discordApiUrl' | 'guildIds' | 'moderatorRoleIds' | 'defaultLocale'
  > & { readonly token: string };
  readonly log: Logger;
  readonly library: Library;
  /** Null where changing the folder of articles is switched off. */
  readonly curation?: Services['curation'];
  readonly commands: readonly Command[];
  readonly makePicture: PictureMaker['make'];
  /** The process's own when left out. */
  readonly timers?: Timers;
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
  /** Takes no new work, finishes what runs, and leaves. */
  readonly stop: () => Promise<void>;
  /** Resolves with the reason when Discord ends the connection for good. Never rejects. */
  readonly lost: Promise<Error>;
}

/** A bot that is not connected yet. */
export function createBot(options: BotOptions): Bot {
  const { config, log, library, commands, makePicture, timers = systemTimers } = options;
  const { curation = null, attachmentOrigins = ATTACHMENT_ORIGINS } = options;
  const client = createClient({
    apiUrl: config.discordApiUrl,
    ...(options.buildIdentifyThrottler && {
      buildIdentifyThrottler: options.buildIdentifyThrottler,
    }),
  });
  const dispatcher = createDispatcher({
    commands,
    services: { library, curation },
    openAttachment: createAttachmentOpener(attachmentOrigins, timers),
    log,
    timers,
    pictures: createPictures(makePicture, timers),
    newErrorId: options.newErrorId ?? (() => randomBytes(4).toString('hex')),
    moderatorRoleIds: config.moderatorRoleIds,
    defaultLocale: config.defaultLocale,
  });

  const lost = new Promise<Error>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const failure = closeFailure(code);
      if (failure) resolve(failure);
    });
  });
  let isStopping = false;
  client.on(Events.InteractionCreate, (interaction) => void dispatcher.handle(interaction));
  // Without a listener, an error event would end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client failed'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to Discord failed'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js announces it when it leaves, too.
    if (!isStopping) log.info({ shard }, 'connecting again');
  });
  client.on(Events.Warn, (warning) => log.warn(warning));

  async function connect(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    await client.login(config.token);
    await ready;
    const { rest } = client;
    const definitions = commands.map(({ definition }) => definition);
    const report = await registerCommands({
      rest,
      definitions,
      guildIds: config.guildIds,
      knownGuildIds: [...client.guilds.cache.keys()],
      log,
    });
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
      await dispatcher.drain();
      await client.destroy();
    },
  };
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

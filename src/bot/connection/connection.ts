import { type Client, Events, type Interaction } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import type { ShardState, Telemetry } from '../../shared/telemetry.ts';
import { type Timers, withTimeout } from '../../shared/timers.ts';
import { type ClientSettings, createClient } from './client.ts';
import type { Retry } from './retry.ts';
import {
  closeFailure,
  explainStartupError,
  isTokenRefused,
  notReadyFailure,
  StartupError,
} from './startup-error.ts';

/** How long Discord may take until the gateway is ready, in ms. discord.js itself waits 15 s for servers. */
export const READY_TIMEOUT_MS = 60_000;

/** What a connection is made of. */
export interface ConnectionOptions extends ClientSettings {
  readonly token: string;
  readonly onInteraction: (interaction: Interaction) => Promise<void>;
  readonly retry: Retry;
  readonly timers: Timers;
  readonly telemetry: Telemetry;
  readonly log: Logger;
}

/** The connection to Discord's gateway. */
export interface Connection {
  /**
   * The client once it is ready, or null when {@link close} came before that. Discord out of reach is
   * tried again; afterwards discord.js connects again by itself.
   *
   * @throws StartupError with one line when Discord refuses the token or the bot for good; anything
   *   else is a fault of ours.
   */
  readonly open: () => Promise<Client | null>;
  readonly close: () => Promise<void>;
  /** Resolves with the reason when Discord ends the connection for good. Never rejects. */
  readonly lost: Promise<Error>;
}

/** A connection that is not open yet. */
export function createConnection(options: ConnectionOptions): Connection {
  const { retry, timers, telemetry, log, apiUrl, token } = options;
  let lose: (reason: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    lose = resolve;
  });
  let endOpening = () => {};
  const closed = new Promise<null>((resolve) => {
    endOpening = () => resolve(null);
  });
  let client: Client | null = null;
  let isClosing = false;

  /** A client connects once: discord.js does not let go of the sockets of a second attempt. */
  async function attempt(): Promise<Client> {
    const next = createClient(options);
    client = next;
    listenTo(next);
    try {
      await withTimeout(
        () => logIn(next, token),
        READY_TIMEOUT_MS,
        timers,
        (ms) => notReadyFailure(ms, apiUrl),
      );
      return next;
    } catch (error) {
      await next.destroy();
      throw error;
    }
  }

  function onFailure(error: unknown, nextInSeconds: number): void {
    const explained = explainStartupError(error, apiUrl);
    if (!(explained instanceof StartupError) || isTokenRefused(error)) throw explained;
    log.error({ nextInSeconds }, explained.message);
  }

  function listenTo(next: Client): void {
    next.on(Events.InteractionCreate, (interaction) => void options.onInteraction(interaction));
    // Without a listener, an error event would end the process.
    next.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client failed'));
    next.on(Events.ShardError, (error, shard) =>
      log.warn({ err: error, shard }, 'the connection to Discord failed'),
    );
    const note = (shard: number, state: ShardState, message: string) => {
      telemetry.onShard(shard, state);
      log.info({ shard }, message);
    };
    next.on(Events.ShardReady, (shard) => note(shard, 'ready', 'a shard connected'));
    next.on(Events.ShardResume, (shard) => note(shard, 'ready', 'a shard reconnected'));
    next.on(Events.ShardReconnecting, (shard) => {
      // discord.js announces it when it leaves, too.
      if (!isClosing) note(shard, 'connecting', 'reconnecting');
    });
    next.on(Events.ShardDisconnect, ({ code }, shard) => {
      telemetry.onShard(shard, 'closed');
      const failure = closeFailure(code);
      if (failure) lose(failure);
    });
    next.on(Events.Warn, (warning) => log.warn(warning));
  }

  return {
    lost,
    async open() {
      const failed = lost.then((error) => Promise.reject(error));
      try {
        return await Promise.race([retry.until(attempt, onFailure), failed, closed]);
      } catch (error) {
        await client?.destroy();
        throw error;
      }
    },
    async close() {
      isClosing = true;
      endOpening();
      await client?.destroy();
    },
  };
}

async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  await client.login(token);
  await ready;
}

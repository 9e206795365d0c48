import type { Interaction } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import { handleAutocomplete, sendChoices } from './autocomplete.ts';
import {
  type HandlerOptions,
  handleCommand,
  handleComponent,
  handleContextMenu,
  handleModal,
  notify,
} from './handlers.ts';
import type { RateLimit } from './rate-limit.ts';

/**
 * Discord tells an interaction again when a connection is resumed. It can be answered for 3 s, in
 * which no bot is used more often than this.
 */
const REMEMBERED_INTERACTIONS = 10_000;

/** What the dispatcher is given. */
export interface DispatchOptions extends HandlerOptions {
  readonly log: Logger;
  /** How often each person may be given choices as they type; beyond it there are none. */
  readonly completionLimit: RateLimit;
}

/** Answers interactions. */
export interface Dispatcher {
  /** Answers one interaction, once however often it comes. Never rejects: this is the one error boundary. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  /** From now on every interaction is told that the bot restarts. Resolves when what runs has ended. */
  readonly drain: () => Promise<void>;
}

/** The dispatcher of every interaction there is. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const running = new Set<Promise<void>>();
  const recent = new Set<string>();
  let isDraining = false;

  async function route(interaction: Interaction): Promise<void> {
    const log = options.log.child({ interaction: interaction.id });
    try {
      if (interaction.isAutocomplete()) {
        const startedAt = performance.now();
        const isTooFast = options.completionLimit.take(interaction.user.id) > 0;
        if (isDraining || isTooFast) await sendChoices(interaction, [], log);
        else await handleAutocomplete(interaction, options, log);
        options.telemetry.onAutocomplete(performance.now() - startedAt);
      } else if (isDraining) {
        await notify(interaction, options, log, (messages) => messages.restarting);
      } else if (interaction.isChatInputCommand()) await handleCommand(interaction, options, log);
      else if (interaction.isMessageContextMenuCommand()) {
        await handleContextMenu(interaction, options, log);
      } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
        await handleComponent(interaction, options, log);
      } else if (interaction.isModalSubmit()) await handleModal(interaction, options, log);
      else if (interaction.isCommand()) {
        const { commandName } = interaction;
        await notify(interaction, options, log, (messages) => messages.unknownCommand(commandName));
      } else {
        await notify(interaction, options, log, (messages) => messages.unknownComponent);
      }
    } catch (error) {
      log.error({ err: error }, 'could not handle an interaction');
    }
  }

  function isNew(id: string): boolean {
    if (recent.has(id)) return false;
    recent.add(id);
    const [oldest] = recent;
    if (recent.size > REMEMBERED_INTERACTIONS && oldest !== undefined) recent.delete(oldest);
    return true;
  }

  return {
    async handle(interaction) {
      if (!isNew(interaction.id)) return;
      const work = route(interaction);
      running.add(work);
      await work;
      running.delete(work);
    },
    async drain() {
      isDraining = true;
      while (running.size > 0) await Promise.all(running);
    },
  };
}

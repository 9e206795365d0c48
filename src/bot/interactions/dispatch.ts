import type { Interaction } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import { notify } from '../response/notify.ts';
import type { RespondOptions } from '../response/respond.ts';
import { complete, respondWith } from './complete.ts';
import type { RateLimit } from './rate-limit.ts';
import { createRecentIds } from './recent-ids.ts';
import { useCommand } from './use-command.ts';
import { useControl } from './use-component.ts';
import { useForm } from './use-form.ts';
import { useMessageCommand } from './use-message-command.ts';

/**
 * Discord tells an interaction again when a connection is resumed. It can be answered for 3 s, in
 * which no bot is used more often than this.
 */
const REMEMBERED_INTERACTIONS = 10_000;

/** What the dispatcher is given. */
export interface DispatchOptions extends RespondOptions {
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
  const recent = createRecentIds(REMEMBERED_INTERACTIONS);
  let isDraining = false;

  async function route(interaction: Interaction): Promise<void> {
    const log = options.log.child({ interaction: interaction.id });
    const { defaultLocale } = options;
    try {
      if (interaction.isAutocomplete()) {
        const startedAt = performance.now();
        const isTooFast = options.completionLimit.take(interaction.user.id) > 0;
        if (isDraining || isTooFast) await respondWith(interaction, [], log);
        else await complete(interaction, options, log);
        options.telemetry.onAutocomplete(performance.now() - startedAt);
      } else if (isDraining) {
        await notify(interaction, defaultLocale, log, (messages) => messages.restarting);
      } else if (interaction.isChatInputCommand()) await useCommand(interaction, options, log);
      else if (interaction.isMessageContextMenuCommand()) {
        await useMessageCommand(interaction, options, log);
      } else if (interaction.isButton()) await useControl(interaction, options, log);
      else if (interaction.isModalSubmit()) await useForm(interaction, options, log);
      else if (interaction.isCommand()) {
        const { commandName } = interaction;
        await notify(interaction, defaultLocale, log, (messages) =>
          messages.unknownCommand(commandName),
        );
      } else {
        await notify(interaction, defaultLocale, log, (messages) => messages.unknownControl);
      }
    } catch (error) {
      log.error({ err: error }, 'an interaction could not be handled');
    }
  }

  return {
    async handle(interaction) {
      if (!recent.isNew(interaction.id)) return;
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

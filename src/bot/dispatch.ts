import type { AutocompleteInteraction, Interaction } from 'discord.js';
import type { Logger } from '../log.ts';
import { notify } from './notify.ts';
import type { RespondOptions } from './respond.ts';
import { useCommand } from './use-command.ts';
import { useControl } from './use-control.ts';
import { useForm } from './use-form.ts';

/** What the dispatcher is given. */
export interface DispatchOptions extends RespondOptions {
  readonly log: Logger;
}

/** Answers interactions. */
export interface Dispatcher {
  /** Answers one interaction. Never rejects: this is the one error boundary. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  /** From now on every interaction is told that the bot restarts. Resolves when what runs has ended. */
  readonly drain: () => Promise<void>;
}

/** The dispatcher of every interaction there is. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const running = new Set<Promise<void>>();
  let isDraining = false;

  async function route(interaction: Interaction): Promise<void> {
    const log = options.log.child({ interaction: interaction.id });
    const { defaultLocale } = options;
    try {
      if (interaction.isAutocomplete()) await respondNothing(interaction, log);
      else if (isDraining) {
        await notify(interaction, defaultLocale, log, (messages) => messages.restarting);
      } else if (interaction.isChatInputCommand()) await useCommand(interaction, options, log);
      else if (interaction.isButton()) await useControl(interaction, options, log);
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

/** Nothing is completed as one types, yet; without an answer the client would show an error. */
async function respondNothing(interaction: AutocompleteInteraction, log: Logger): Promise<void> {
  try {
    await interaction.respond([]);
  } catch (error) {
    log.warn({ err: error }, 'could not answer an autocomplete');
  }
}

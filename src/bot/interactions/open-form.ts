import type { ButtonInteraction } from 'discord.js';
import type { Command, CommandCall } from '../../commands/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/log.ts';
import { renderForm } from '../render/render-form.ts';
import { isAlreadyAcknowledged, isTooLate } from '../response/discord-errors.ts';
import { notify } from '../response/notify.ts';
import type { RespondOptions } from '../response/respond.ts';
import { withTimeout } from '../with-timeout.ts';

/** How long a form may take to be made, in ms. Discord waits 3,000, and a form cannot be deferred. */
export const FORM_TIMEOUT_MS = 2000;

/** Opens the form of a command, or tells the person alone why there is none. */
export async function openForm(
  interaction: ButtonInteraction,
  command: Command,
  call: CommandCall,
  options: RespondOptions,
  log: Logger,
): Promise<void> {
  const { services, timers, newErrorId, defaultLocale } = options;
  try {
    const form = await withTimeout(
      async () => command.form?.(call, services),
      FORM_TIMEOUT_MS,
      timers,
      (ms) => new Error(`the form was not ready within ${ms} ms`),
    );
    if (!form) throw new Error(`the command ${command.definition.name} has no form`);
    await interaction.showModal(renderForm(form, services.library.current().id));
  } catch (error) {
    if (isTooLate(error) || isAlreadyAcknowledged(error)) {
      // There is nobody left to tell, or the form is open.
      log.warn({ err: error }, 'a form could not be opened');
      return;
    }
    if (error instanceof UserError) {
      await notify(interaction, defaultLocale, log, () => error.message);
      return;
    }
    const errorId = newErrorId();
    log.error({ errorId, err: error }, 'a form could not be made');
    await notify(interaction, defaultLocale, log, (messages) => messages.failed(errorId));
  }
}

import type { RepliableInteraction } from 'discord.js';
import type { Locale } from '../../i18n/index.ts';
import type { Logger } from '../../shared/log.ts';
import { localeOf } from '../interactions/incoming.ts';
import { type BotMessages, botMessages } from '../messages.ts';
import { renderNotice } from '../render/render-reply.ts';
import { createAnswer } from './answer.ts';
import { createResponder } from './responder.ts';

/** Answers an interaction with a line of ours, for its person alone. */
export async function notify(
  interaction: RepliableInteraction,
  defaultLocale: Locale | null,
  log: Logger,
  choose: (messages: BotMessages) => string,
): Promise<void> {
  const messages = botMessages(localeOf(interaction, defaultLocale));
  const answer = createAnswer(createResponder(interaction), true, log);
  await answer.send(renderNotice(choose(messages)));
}

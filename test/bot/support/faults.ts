import { expect } from 'vitest';
import type { FakeInteraction } from '../../discord/interactions.ts';
import { textsOf } from './messages.ts';
import { quoteBlock, replyOf } from './replies.ts';
import { ARTICLE, type RunningBot } from './running-bot.ts';

/** What the commands of these tests answer. */
export const ANSWER = replyOf([quoteBlock(ARTICLE)]);

/** What a person reads of {@link ANSWER}. */
export const ANSWER_TEXT =
  '> Americans have until 15 September. \\*Nothing\\* else is known.\n-# The Guardian · Sep 14, 2020 · TikTok ban looms';

/** The lines of the log that somebody should look at, as they read. */
export function troubleIn({ logged }: Pick<RunningBot, 'logged'>): string[] {
  return logged.filter(({ level }) => level >= 40).map(({ msg }) => msg);
}

/** The messages that a person sees of an interaction in the end, each as its texts. */
export function seenOf({ message, followUps }: FakeInteraction): string[] {
  const own = message ? [message] : [];
  return [...own, ...followUps].map((each) => textsOf(each).join('\n'));
}

/** Another person's question is answered as if nothing had happened. */
export async function expectNextAnswer({ discord }: RunningBot): Promise<void> {
  const asked = discord.slash({ name: 'ask', user: { id: '1100000000000000099' } });
  expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
}

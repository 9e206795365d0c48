import type { Article } from '../../corpus/index.ts';
import { type Locale, messagesFor } from '../../i18n/index.ts';
import type { Answer } from '../../retrieval/index.ts';
import { commandMessages } from '../messages.ts';
import type { Block } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { askMessages } from './messages.ts';

/** Why nothing is quoted: what the articles hold of the question and what not, and what comes near. */
export function abstentionBlocks(
  answer: Answer,
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): readonly Block[] {
  const messages = messagesFor(askMessages, locale);
  const { listSeparator } = messagesFor(commandMessages, locale);
  const { found, missing } = answer.terms;
  const blocks: Block[] = [textBlock(messages.notAnswered)];
  if (answer.absentPhrases.length > 0) {
    const phrases = answer.absentPhrases.map(messages.quoted).join(listSeparator);
    blocks.push(textBlock(messages.phrasesAbsent(phrases)));
  }
  if (found.length > 0) blocks.push(textBlock(messages.termsFound(found.join(' · ')), 'subtle'));
  if (missing.length > 0)
    blocks.push(textBlock(messages.termsMissing(missing.join(' · ')), 'subtle'));
  const { are, items } = answer.headlines;
  if (items.length > 0) {
    blocks.push(textBlock(messages.headlines[are], 'heading'), {
      type: 'list',
      items: items.map(({ articleId, title }) => ({
        text: title,
        detail: null,
        url: articles.get(articleId)?.url ?? null,
      })),
    });
  }
  return blocks;
}

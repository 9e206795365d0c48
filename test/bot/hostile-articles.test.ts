import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Article } from '../../src/corpus/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { extremeText } from './support/extreme-text.ts';
import { libraryOf } from './support/fakes.ts';
import { hostileAddress } from './support/hostile-address.ts';
import { asShown, hostileText } from './support/hostile-text.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { markupIn, type ReadNode, read, shownText } from './support/reader.ts';
import { articleOf } from './support/replies.ts';
import { startBot } from './support/running-bot.ts';

const OURS = new Set(['heading', 'subtext', 'quote', 'bold', 'list', 'masked-link']);

/** Something to be found among it: a question's words, a date, an act. */
const sentence = fc.constantFrom(
  'The ferry *Saltholm* sank on 3 May 2021.',
  'On 4 June 2021 the court @everyone ordered that the pier be closed.',
  '渡轮于2021年5月3日沉没。',
  '法院于2021年6月4日下令关闭码头。',
);

const article: fc.Arbitrary<Partial<Article> & { readonly text: string }> = fc.record({
  text: fc
    .array(fc.oneof(sentence, extremeText), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('\n\n')),
  title: extremeText,
  publisher: extremeText,
  published: fc.option(fc.constantFrom('2021-06-05', '2021-06', '2021'), { nil: null }),
  url: fc.option(hostileAddress, { nil: null }),
  language: fc.constantFrom('en', 'zh'),
});

function asTyped(text: string, maxUnits: number): string {
  return text.slice(0, maxUnits).replace(/\p{Surrogate}/gu, '\ufffd');
}

/** What Discord lets a person type: no broken pairs, and no more than the option takes. */
const typed = (maxUnits: number) =>
  fc
    .oneof(hostileText, fc.constantFrom('When did the ferry sink?', '渡轮何时沉没？'))
    .map((text) => asTyped(text, maxUnits))
    .filter((text) => text.trim() !== '');

const uses = fc.record({
  question: typed(500),
  query: typed(100),
  topic: typed(100),
  name: fc.string({ unit: 'binary', minLength: 1, maxLength: 32 }),
  locale: fc.constantFrom(...LOCALES),
});

function quotesIn(nodes: readonly ReadNode[]): string[] {
  return nodes.filter(({ type }) => type === 'quote').map((node) => shownText([node]));
}

/** Our own ellipses, and what closes directions that were left open, are no words of an article. */
const bare = (text: string) => text.replace(/[\u2069\u202c]/gu, '').replace(/^… | …$/gu, '');

test('hostile articles and hostile people: every command answers, breaks no rule, and quotes what is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 5 }),
      uses,
      async (drafts, use) => {
        const articles = drafts.map(({ text, ...fields }, index) =>
          articleOf(text, { ...fields, id: `a${index}`, contentHash: `${index}` }),
        );
        const running = await startBot(commands, { library: await libraryOf(articles) });
        const { discord, logged } = running;
        try {
          const by = { locale: use.locale, user: { global_name: asTyped(use.name, 32) } };
          const asked = [
            discord.slash({ name: 'ask', options: { question: use.question }, ...by }),
            discord.slash({
              name: 'ask',
              options: { question: 'When did the ferry sink?', source: use.query },
              ...by,
            }),
            discord.slash({ name: 'sources', options: { query: use.query }, ...by }),
            discord.slash({ name: 'sources', ...by }),
            discord.slash({ name: 'timeline', options: { topic: use.topic }, ...by }),
            discord.slash({ name: 'timeline', options: { all: true, source: use.query }, ...by }),
            discord.slash({ name: 'timeline', ...by }),
          ];
          for (const each of asked) {
            const message = await each.settled();
            const button = componentsOf(message).find(
              ({ customId, disabled }) => customId !== undefined && disabled !== true,
            );
            const messages = [message];
            if (button?.customId !== undefined) {
              const pressed = discord.button({ message, customId: button.customId, ...by });
              messages.push(await pressed.settled());
            }
            for (const one of messages) {
              const nodes = textsOf(one).map((text) => read(text));
              expect(nodes.flatMap(markupIn).filter((kind) => !OURS.has(kind))).toEqual([]);
              for (const words of nodes.flatMap(quotesIn).map(bare)) {
                const isThere = articles.some(({ text }) => bare(asShown(text)).includes(words));
                expect(isThere).toBe(true);
              }
            }
          }
          discord.assertNoViolations();
          expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
        } finally {
          await running.bot.stop();
          await discord.stop();
        }
      },
    ),
    { numRuns: 6 },
  );
});

import type { APIMessage } from 'discord.js';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTimelineChart, type Command } from '../../src/commands/index.ts';
import { itemAt, type PagedReply, turnActions, type Unit } from '../../src/commands/paging.ts';
import type { Article } from '../../src/corpus/index.ts';
import type { Generation } from '../../src/library/index.ts';
import { corpusOf, fakeLibrary } from '../support/fake-library.ts';
import { definitionOf } from './support/fakes.ts';
import { hostileText } from './support/hostile-text.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { articleOf, quoteBlock, replyOf } from './support/replies.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

/** A unit of a list. All of it stands between two words of its own, which say its number. */
interface Draft {
  readonly kind: 'item' | 'quote' | 'entry';
  readonly words: string;
  readonly heading: number;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom('item', 'quote', 'entry'),
  words: fc.tuple(hostileText, fc.constantFrom(1, 1, 8, 40)).map(([text, by]) => text.repeat(by)),
  heading: fc.nat(2),
});

interface List {
  readonly drafts: readonly Draft[];
  readonly most: number;
  /** Stands in every custom id. */
  readonly asked: string;
  /** Of the picture on the first page. */
  readonly description: string | null;
}

const list: fc.Arbitrary<List> = fc.record({
  drafts: fc.array(draft, { minLength: 1, maxLength: 20 }),
  most: fc.integer({ min: 1, max: 12 }),
  asked: hostileText.map((text) => `asked ${text.slice(0, 40)}`),
  description: fc.option(fc.string({ minLength: 1, maxLength: 1024 })),
});

/** What the command answers now. */
let reply: (start: number) => PagedReply;
let generation: Generation;
let running: RunningBot;

const listed: Command = {
  definition: definitionOf('list'),
  run: async ({ options }) => ({
    reply: reply(Number(options['start'] ?? 1) - 1),
    json: () => null,
  }),
};

beforeAll(async () => {
  const { library } = fakeLibrary([]);
  generation = library.current();
  running = await startBot([listed], { library: { ...library, current: () => generation } });
});

afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

function pagesOf({ drafts, most, asked, description }: List) {
  const articles: Article[] = [];
  const quoted = (text: string) => {
    const article = articleOf(text, { id: `article ${articles.length}` });
    articles.push(article);
    return quoteBlock(article);
  };
  const units = drafts.map(({ kind, words, heading }, index): Unit => {
    const [begin, end] = [`begin${index}x`, `end${index}x`];
    const headings = [{ type: 'text', style: 'heading', text: `Part ${heading}` }] as const;
    if (kind === 'item') {
      return { headings, item: { text: `${begin} ${words}`, detail: end, url: null } };
    }
    if (kind === 'quote') return { headings, blocks: [quoted(`${begin} ${words} ${end}`)] };
    return { headings, blocks: [quoted(`${begin} ${words}`), quoted(`${words} ${end}`)] };
  });
  const chart = buildTimelineChart({ locale: 'en-US', topic: null, points: [], undated: 0 });
  const callAt = (index: number) => ({
    command: 'list',
    options: { start: String(index + 1), asked },
  });
  reply = (start) => ({
    count: units.length,
    start,
    most,
    unit: (index) => itemAt(units, index),
    around: (page, blocks) =>
      replyOf(blocks, {
        heading: asked,
        footer: `${page.end - page.first} of ${units.length}`,
        actions: turnActions(page, units.length, callAt, 'en-US'),
        ...(page.first === 0 && description !== null && { picture: { ...chart, description } }),
      }),
  });
  generation = { ...generation, corpus: corpusOf(articles) };
}

const positionOf = (message: APIMessage) => buttonOf(message, / of \d+$/u)?.label;

const buttonOf = (message: APIMessage, label: RegExp) =>
  componentsOf(message).find((each) => label.test(each.label ?? ''));

/** The numbers of the units that a page begins, or ends, in the order in which they are read. */
const numbersIn = (message: APIMessage, marker: 'begin' | 'end') =>
  [
    ...textsOf(message)
      .join('\n')
      .matchAll(new RegExp(`${marker}(?<number>\\d+)x`, 'gu')),
  ].map(({ groups }) => Number(groups?.['number']));

async function turn(message: APIMessage, label: RegExp): Promise<APIMessage | null> {
  const button = buttonOf(message, label);
  if (!button?.customId || button.disabled === true) return null;
  const pressed = running.discord.button({ message, customId: button.customId });
  return pressed.until('another page', (it) => positionOf(it) !== positionOf(message));
}

test('every unit of a long reply is on one page, whole and in order, and Discord takes each page', async () => {
  await fc.assert(
    fc.asyncProperty(list, async (given) => {
      pagesOf(given);
      let page = await running.discord.slash({ name: 'list' }).settled();
      const seen: number[] = [];
      for (let next: APIMessage | null = page; next; next = await turn(page, /^Next$/u)) {
        page = next;
        const begun = numbersIn(page, 'begin');
        expect(begun.length).toBeLessThanOrEqual(given.most);
        // One that is longer than a message is cut.
        expect(begun.length > 1 ? numbersIn(page, 'end') : begun).toEqual(begun);
        seen.push(...begun);
      }
      expect(seen).toEqual(given.drafts.map((_, index) => index));
      for (let before = await turn(page, /^Previous$/u); before; ) {
        const [first = 0] = numbersIn(page, 'begin');
        const begun = numbersIn(before, 'begin');
        expect(begun[0]).toBeLessThan(first);
        expect(begun.at(-1)).toBeGreaterThanOrEqual(first - 1);
        page = before;
        before = await turn(page, /^Previous$/u);
      }
      expect(numbersIn(page, 'begin')[0]).toBe(0);
      running.discord.assertNoViolations();
    }),
    { numRuns: 25 },
  );
});

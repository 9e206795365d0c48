import { type APIMessage, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CUSTOM_ID_UNITS } from '../../src/bot/render/custom-id.ts';
import { DEFER_AFTER_MS } from '../../src/bot/response/respond.ts';
import { commands } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import type { Generation } from '../../src/library/index.ts';
import type { Answer, RankedQuote } from '../../src/retrieval/index.ts';
import { corpusOf, fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';
import { deferred } from './support/fakes.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const QUESTION = 'What | became of ~ the *ferry* @everyone?';
const OTHER_PERSON = {
  id: '1100000000000000099',
  username: 'other',
  global_name: '**@here**\n\u202eAnn',
};

const FACTS = Array.from({ length: 8 }, (_, index) => `The ferry was painted ${index + 2} times.`);

const paper = storyArticle(
  'paper',
  FACTS.map((fact, index) => `Before fact ${index}. ${fact} After fact ${index} came rain.`).join(
    '\n\n',
  ),
  { url: 'https://example.org/paper', title: 'The ferry' },
);
const twin = storyArticle('twin', `Copied: ${FACTS[0] ?? ''}`, {
  publisher: 'The Twin',
  title: 'Copied from the paper',
});
const cousin = storyArticle('cousin', 'The ferry got painted twice, they say.', {
  publisher: 'The Cousin',
  title: 'Told anew',
});

const ranked = (words: string, duplicates: RankedQuote['duplicates'] = []): RankedQuote => ({
  quote: quoteOf(paper, words, ['ferry']),
  language: 'en',
  score: 1,
  duplicates,
});

const quotes = FACTS.map((fact, index) =>
  ranked(
    fact,
    index === 0 ? [quoteOf(twin, fact), quoteOf(cousin, 'The ferry got painted twice')] : [],
  ),
);

const found: Partial<Answer> = { verdict: 'answered', confidence: 1, quotes };

let generation: Generation;
let askCollection: Generation['collection']['ask'];
let running: RunningBot;

const start = () =>
  startBot(commands, { library: { ...fakeLibrary([]).library, current: () => generation } });

beforeEach(async () => {
  const still = fakeLibrary([paper, twin, cousin], found).library;
  askCollection = (request) => still.current().collection.ask(request);
  generation = {
    ...still.current(),
    collection: { ...still.current().collection, ask: (request) => askCollection(request) },
  };
  running = await start();
});

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

const ask = (options: Record<string, string | boolean> = {}, origin: object = {}) =>
  running.discord.slash({
    name: 'ask',
    options: { question: QUESTION, ...options },
    locale: 'en-GB',
    ...origin,
  });

function idOf(message: APIMessage, label: string): string {
  const button = componentsOf(message).find((each) => each.label === label);
  if (!button?.customId) throw new Error(`there is no button called ${label}`);
  return button.customId;
}

const press = (message: APIMessage, label: string, origin: object = {}) =>
  running.discord.button({ message, customId: idOf(message, label), locale: 'en-GB', ...origin });

const isPrivate = (message: APIMessage) => ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const labelsOf = (message: APIMessage) =>
  componentsOf(message).flatMap(({ customId, label, disabled }) =>
    customId === undefined ? [] : [disabled ? `(${label})` : label],
  );

const timesIn = (message: APIMessage) =>
  [
    ...textsOf(message)
      .join('\n')
      .matchAll(/painted (?<times>\d) times/gu),
  ].map(({ groups }) => Number(groups?.['times']));

/** Without the backslashes that keep Discord from formatting. */
const allText = (message: APIMessage) => textsOf(message).join('\n').replaceAll('\\', '');

describe('more quotes', () => {
  test('come page by page in the same message, and one gets back', async () => {
    const answer = await ask().settled();
    expect(timesIn(answer)).toEqual([2, 3, 4]);
    expect(labelsOf(answer)).toEqual([
      '(Previous)',
      'More quotes',
      'In context',
      'Compare sources',
      'Ask about this',
    ]);
    expect(textsOf(answer).at(-1)).toContain('3 of 8');

    const pressed = press(answer, 'More quotes');
    const second = await pressed.settled();
    expect(second.id).toBe(answer.id);
    expect(isPrivate(second)).toBe(false);
    expect(timesIn(second)).toEqual([5, 6, 7]);
    // None of these has a duplicate.
    expect(labelsOf(second)).toEqual(['Previous', 'More quotes', 'In context', 'Ask about this']);
    expect(textsOf(second).at(-1)).toContain('4–6 of 8');

    const last = await press(second, 'More quotes').settled();
    expect(timesIn(last)).toEqual([8, 9]);
    expect(labelsOf(last)).toEqual(['Previous', '(More quotes)', 'In context', 'Ask about this']);
    const back = await press(await press(last, 'Previous').settled(), 'Previous').settled();
    expect(textsOf(back)).toEqual(textsOf(answer));
    running.discord.assertNoViolations();
  });

  test('keep what was asked for, whatever characters it has', async () => {
    const asked: unknown[] = [];
    const inner = askCollection;
    askCollection = (request) => {
      asked.push(request);
      return inner(request);
    };
    const filters = { source: 'Gazette ~|/', language: 'en', from: '2020', to: '2030-01' };
    const answer = await ask({ ...filters, source: 'ferry' }).settled();
    const second = await press(answer, 'More quotes').settled();
    expect(textsOf(second)[0]).toBe(textsOf(answer)[0]);
    expect(asked[1]).toMatchObject({
      question: QUESTION,
      filter: { source: 'ferry', language: 'en', from: '2020-01-01', to: '2030-01-31' },
    });
    running.discord.assertNoViolations();
  });

  test('are a private copy for someone else, whose buttons are theirs', async () => {
    const answer = await ask().settled();
    const copy = await press(answer, 'More quotes', { user: OTHER_PERSON }).settled();
    expect(copy.id).not.toBe(answer.id);
    expect(isPrivate(copy)).toBe(true);
    expect(timesIn(copy)).toEqual([5, 6, 7]);
    const next = await press(copy, 'More quotes', { user: OTHER_PERSON }).settled();
    expect(next.id).toBe(copy.id);
    running.discord.assertNoViolations();
  });

  test('hold no more than a message shows, and none is left out', async () => {
    const long = storyArticle(
      'long',
      Array.from(
        { length: 6 },
        (_, index) => `Ferry ${index} lay there ${'and was painted anew '.repeat(70)}.`,
      ).join('\n\n'),
    );
    const longQuotes = long.text
      .split('\n\n')
      .map((line) => ({ ...ranked('ferry'), quote: quoteOf(long, line) }));
    const library = fakeLibrary([long], { ...found, quotes: longQuotes }).library;
    generation = library.current();
    let page = await ask().settled();
    const seen: string[] = [];
    for (;;) {
      expect(allText(page)).not.toContain('not shown');
      seen.push(...[...allText(page).matchAll(/Ferry (\d)/gu)].map(([, number = '']) => number));
      if (!labelsOf(page).includes('More quotes')) break;
      page = await press(page, 'More quotes').settled();
    }
    expect(seen).toEqual(['0', '1', '2', '3', '4', '5']);
    running.discord.assertNoViolations();
  });

  test('pressed twice at once are the same page twice', async () => {
    const answer = await ask().settled();
    const [one, other] = [press(answer, 'More quotes'), press(answer, 'More quotes')];
    expect(timesIn(await one.settled())).toEqual([5, 6, 7]);
    expect(timesIn(await other.settled())).toEqual([5, 6, 7]);
    running.discord.assertNoViolations();
  });

  test('of a message that was deleted come to the person alone', async () => {
    const answer = await ask().settled();
    running.discord.deleteMessage(answer);
    const more = await press(answer, 'More quotes').settled();
    expect(isPrivate(more)).toBe(true);
    expect(timesIn(more)).toEqual([5, 6, 7]);
    running.discord.assertNoViolations();
  });

  test('come from a bot that was started after, too', async () => {
    const answer = await ask({ private: true }).settled();
    await running.bot.stop();
    await running.discord.stop();
    running = await start();
    expect(timesIn(await press(answer, 'More quotes').settled())).toEqual([5, 6, 7]);
    const around = await press(answer, 'In context').settled();
    expect(allText(around)).toContain('After fact 0');
    const shared = await press(answer, 'Share in channel').settled();
    expect(isPrivate(shared)).toBe(false);
    running.discord.assertNoViolations();
  });

  test('come from the articles in use when new ones are swapped in meanwhile', async () => {
    const answer = await ask().settled();
    const inner = askCollection;
    const slow = deferred<null>();
    askCollection = async (request) => {
      await slow.promise;
      return inner(request);
    };
    const pressed = press(answer, 'More quotes');
    await running.timers.set(DEFER_AFTER_MS);
    generation = { ...generation, id: 'ba9876543210', corpus: corpusOf([]) };
    slow.resolve(null);
    const second = await pressed.settled();
    expect(timesIn(second)).toEqual([5, 6, 7]);
    expect(allText(second)).not.toContain('withheld');
    expect(allText(second)).not.toContain('have changed');
    running.discord.assertNoViolations();
  });
});

describe('an answer of one page', () => {
  const askForTwo = (question = QUESTION) => {
    const few = fakeLibrary([paper], { ...found, quotes: quotes.slice(1, 3) }).library;
    generation = few.current();
    return ask({ question }).settled();
  };

  test('has no buttons that turn pages', async () => {
    expect(labelsOf(await askForTwo())).toEqual(['In context', 'Ask about this']);
    running.discord.assertNoViolations();
  });

  test('has them, switched off, where a long question needs the room of their ids', async () => {
    const answer = await askForTwo('渡'.repeat(150));
    expect(labelsOf(answer)).toEqual([
      '(Previous)',
      '(More quotes)',
      'In context',
      'Ask about this',
    ]);
    expect(timesIn(await press(answer, 'In context').settled())).toContain(3);
    running.discord.assertNoViolations();
  });
});

describe('quotes in context', () => {
  test('are shown to whoever asks alone, whole sentences with the quote marked', async () => {
    const answer = await ask().settled();
    const pressed = press(answer, 'In context');
    const around = await pressed.settled();
    expect(around.id).not.toBe(answer.id);
    expect(isPrivate(around)).toBe(true);
    expect(pressed.events.map(({ kind }) => kind)).toEqual(['callback']);
    expect(allText(around)).toContain(
      '> Before fact 0. **The ferry was painted 2 times.** After fact 0 came rain.',
    );
    expect(timesIn(around)).toEqual(expect.arrayContaining([2, 3, 4]));
    running.discord.assertNoViolations();
  });

  test('are those of the page, and turn in their own message', async () => {
    const answer = await ask().settled();
    const second = await press(answer, 'More quotes').settled();
    const around = await press(second, 'In context').settled();
    const marked = (message: APIMessage) =>
      [...allText(message).matchAll(/\*\*The ferry was painted (\d) times/gu)].map(
        ([, times]) => times,
      );
    expect(marked(around)).toEqual(['5', '6', '7']);
    expect(labelsOf(around)).toEqual(['Previous', '(4–6 of 8)', 'Next']);
    const next = await press(around, 'Next').settled();
    expect(next.id).toBe(around.id);
    expect(marked(next)).toEqual(['8', '9']);
    expect(textsOf(second)).toEqual(textsOf(await press(answer, 'More quotes').settled()));
    running.discord.assertNoViolations();
  });
});

describe('an answer that one person sees', () => {
  test('can be shared: the same quotes for everyone, with the name of who shared them', async () => {
    const answer = await ask({ private: true }, { user: OTHER_PERSON }).settled();
    expect(labelsOf(answer)).toContain('Share in channel');
    const second = await press(answer, 'More quotes', { user: OTHER_PERSON }).settled();
    expect(isPrivate(second)).toBe(true);
    const shared = await press(second, 'Share in channel', { user: OTHER_PERSON }).settled();
    expect(shared.id).not.toBe(second.id);
    expect(isPrivate(shared)).toBe(false);
    expect(timesIn(shared)).toEqual([5, 6, 7]);
    // On one line, and without what would turn its direction.
    expect(textsOf(shared)[1]).toBe(String.raw`-# Shared by \*\*\@here\*\* Ann`);
    expect(labelsOf(shared)).toEqual(['Previous', 'More quotes', 'In context', 'Ask about this']);
    // Whoever shared it turns its pages, and is not named again.
    const turned = await press(shared, 'Previous', { user: OTHER_PERSON }).settled();
    expect(turned.id).toBe(shared.id);
    running.discord.assertNoViolations();
  });

  test('can be shared when it is the copy of a public one', async () => {
    const answer = await ask().settled();
    expect(labelsOf(answer)).not.toContain('Share in channel');
    const copy = await press(answer, 'More quotes', { user: OTHER_PERSON }).settled();
    const shared = await press(copy, 'Share in channel', { user: OTHER_PERSON }).settled();
    expect(isPrivate(shared)).toBe(false);
    expect(allText(shared)).toContain('Shared by');
    running.discord.assertNoViolations();
  });

  test('cannot be shared where nobody else is', async () => {
    const answer = await ask({ private: true }, { guildId: null }).settled();
    expect(labelsOf(answer)).not.toContain('Share in channel');
    running.discord.assertNoViolations();
  });
});

describe('the sources of a quote', () => {
  test('are listed to whoever asks alone, with the words of those that differ', async () => {
    const answer = await ask().settled();
    const sources = await press(answer, 'Compare sources').settled();
    expect(isPrivate(sources)).toBe(true);
    const text = allText(sources);
    expect(text).toContain('### Quote 1: 3 articles');
    expect(text).toContain('In the same words:\nCopied from the paper\n-# The Twin');
    expect(text).toMatch(
      /slightly different words:\n> The ferry got painted twice\n-# The Cousin/u,
    );
    expect(text.indexOf('painted 2 times')).toBeLessThan(text.indexOf('Copied'));
    expect(text).not.toContain('painted 3 times');
    running.discord.assertNoViolations();
  });

  test('are in pages where there are many, and none is left out', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      storyArticle(`duplicate-${index}`, `The ferry got painted twice, wrote paper ${index}.`, {
        publisher: `Paper ${index}`,
      }),
    );
    const [first] = quotes;
    if (!first) throw new Error('there is a quote');
    const duplicates = many.map((article) => quoteOf(article, article.text));
    generation = fakeLibrary([paper, ...many], {
      ...found,
      quotes: [{ ...first, duplicates }],
    }).library.current();
    const answer = await ask().settled();
    let page = await press(answer, 'Compare sources').settled();
    const seen: number[] = [];
    for (;;) {
      expect(allText(page)).toContain('Quote 1: 31 articles');
      expect(allText(page)).not.toContain('not shown');
      seen.push(
        ...[...allText(page).matchAll(/wrote paper (\d+)/gu)].map(([, number]) => Number(number)),
      );
      if (!labelsOf(page).includes('Next')) break;
      page = await press(page, 'Next').settled();
    }
    expect(seen).toEqual(many.map((_, index) => index));
    running.discord.assertNoViolations();
  });
});

describe('after the articles have changed', () => {
  const change = () => {
    generation = { ...generation, id: 'ba9876543210' };
  };

  test('a further page says so and offers to ask anew', async () => {
    const answer = await ask().settled();
    change();
    const second = await press(answer, 'More quotes').settled();
    expect(textsOf(second)[1]).toContain('The articles have changed');
    expect(labelsOf(second)).toEqual(['Ask again', 'More quotes', 'In context', 'Ask about this']);
    const anew = await press(second, 'Ask again').settled();
    expect(anew.id).toBe(answer.id);
    expect(timesIn(anew)).toEqual([2, 3, 4]);
    expect(allText(anew)).not.toContain('have changed');
    running.discord.assertNoViolations();
  });

  test('contexts and sources offer it as well', async () => {
    const answer = await ask().settled();
    change();
    for (const label of ['In context', 'Compare sources']) {
      const view = await press(answer, label).settled();
      expect(allText(view)).toContain('The articles have changed');
      const anew = await press(view, 'Ask again').settled();
      expect(isPrivate(anew)).toBe(true);
      expect(timesIn(anew)).toEqual([2, 3, 4]);
    }
    running.discord.assertNoViolations();
  });

  test('a page that is not there any more is the last one', async () => {
    const answer = await ask().settled();
    const second = await press(answer, 'More quotes').settled();
    const few = fakeLibrary([paper], { ...found, quotes: quotes.slice(1, 5) }).library;
    generation = { ...few.current(), id: 'ba9876543210' };
    const last = await press(second, 'More quotes').settled();
    expect(timesIn(last)).toEqual([4, 5, 6]);
    expect(textsOf(last).at(-1)).toContain('2–4 of 4');
    running.discord.assertNoViolations();
  });

  test('a question that nothing answers any more is told so', async () => {
    const answer = await ask().settled();
    const none = fakeLibrary([paper], { terms: { found: [], missing: ['ferry'] } }).library;
    generation = { ...none.current(), id: 'ba9876543210' };
    const declined = await press(answer, 'More quotes').settled();
    expect(allText(declined)).toContain('I couldn’t find an answer in these articles.');
    running.discord.assertNoViolations();
  });
});

test.each(LOCALES)('every button answers in %s', async (locale) => {
  const answer = await ask({ private: true }, { locale }).settled();
  const labels = labelsOf(answer).filter((label) => label?.startsWith('(') === false);
  expect(labels).toHaveLength(5);
  for (const label of labels.slice(0, -1)) {
    const reply = await press(answer, label ?? '', { locale }).settled();
    expect(timesIn(reply).length).toBeGreaterThan(0);
  }
  running.discord.assertNoViolations();
});

describe('a long question', () => {
  test.each([
    ['a public answer', {}, 280],
    ['a private answer with a button more', { private: true }, 340],
  ])('of %s keeps its buttons up to a length', async (_of, options, length) => {
    for (const character of ['a', '渡']) {
      const question = character.repeat(length);
      const answer = await ask({ ...options, question }).settled();
      expect(labelsOf(answer).length).toBeGreaterThanOrEqual(4);
      const second = await press(answer, 'More quotes').settled();
      expect(timesIn(second)).toEqual([5, 6, 7]);
      for (const { customId = '' } of componentsOf(second)) {
        expect(customId.length).toBeLessThanOrEqual(CUSTOM_ID_UNITS);
      }
    }
    running.discord.assertNoViolations();
  });

  test('that is longer is answered without buttons, and it is said', async () => {
    const answer = await ask({ question: 'a'.repeat(900) }).settled();
    expect(labelsOf(answer)).toEqual([]);
    expect(allText(answer)).toContain('too long for buttons');
    expect(timesIn(answer)).toEqual([2, 3, 4]);
    running.discord.assertNoViolations();
  });
});

test('a button leaves nothing of what was asked in the log', async () => {
  const answer = await ask().settled();
  askCollection = () => Promise.reject(new Error('inner'));
  await press(answer, 'More quotes').settled();
  expect(JSON.stringify(running.logged)).toContain('inner');
  expect(JSON.stringify(running.logged)).not.toContain('became of');
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { botMessages } from '../../src/bot/messages.ts';
import { type AskMessages, askMessages } from '../../src/commands/ask/messages.ts';
import { corpusMessages } from '../../src/commands/corpus/messages.ts';
import { insightsMessages } from '../../src/commands/feedback/insights-messages.ts';
import { feedbackMessages } from '../../src/commands/feedback/messages.ts';
import { findMessages } from '../../src/commands/find/messages.ts';
import {
  type CommandDefinition,
  commands,
  type OptionDefinition,
} from '../../src/commands/index.ts';
import { type CommandMessages, commandMessages } from '../../src/commands/messages.ts';
import { reindexMessages } from '../../src/commands/reindex/messages.ts';
import { chartMessages } from '../../src/commands/timeline/chart-messages.ts';
import {
  formatDate,
  LOCALES,
  type Locale,
  localised,
  messagesFor,
  type Translations,
} from '../../src/i18n/index.ts';
import { doctorMessages } from '../../src/terminal/doctor/doctor-messages.ts';
import { terminalMessages } from '../../src/terminal/messages.ts';
import { foreignCharacters } from '../support/chinese-scripts.ts';

describe('messages', () => {
  const translations = {
    en: { colour: 'color', count: 'count' },
    'en-GB': { colour: 'colour' },
    'zh-CN': { colour: '颜色', count: '数目' },
    'zh-TW': { colour: '顏色', count: '數目' },
  };

  test.each([
    ['en-US', { colour: 'color', count: 'count' }],
    ['en-GB', { colour: 'colour', count: 'count' }],
    ['zh-CN', translations['zh-CN']],
    ['zh-TW', translations['zh-TW']],
  ] as const)(
    'in %s are its own, and British ones American where they say nothing',
    (locale, own) => {
      expect(messagesFor(translations, locale)).toEqual(own);
    },
  );

  test('that are sent in all languages have both English ones from one text', () => {
    expect(localised('date', '日期', '日期')).toEqual({
      'en-US': 'date',
      'en-GB': 'date',
      'zh-CN': '日期',
      'zh-TW': '日期',
    });
  });
});

/** Each front end's messages in one language. */
const SETS: Readonly<Record<string, (locale: Locale) => object>> = {
  commands: (locale) => messagesFor(commandMessages, locale),
  ask: (locale) => messagesFor(askMessages, locale),
  find: (locale) => messagesFor(findMessages, locale),
  feedback: (locale) => messagesFor(feedbackMessages, locale),
  insights: (locale) => messagesFor(insightsMessages, locale),
  corpus: (locale) => messagesFor(corpusMessages, locale),
  chart: (locale) => messagesFor(chartMessages, locale),
  reindex: (locale) => messagesFor(reindexMessages, locale),
  terminal: (locale) => messagesFor(terminalMessages, locale),
  doctor: (locale) => messagesFor(doctorMessages, locale),
  bot: botMessages,
};

/** The headings of commander's help are in English already. */
const ONLY_IN_CHINESE = /^titles\./u;

/** Every message below a value by its path, functions once for each set of arguments. */
function messagesBelow(
  value: unknown,
  path: string,
  argumentSets: readonly unknown[][],
): string[][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return argumentSets.map((each) => [path, String(Reflect.apply(value, undefined, each))]);
  }
  if (typeof value !== 'object' || value === null) return [[path, '']];
  return Object.entries(value).flatMap(([key, below]) =>
    messagesBelow(below, path === '' ? key : `${path}.${key}`, argumentSets),
  );
}

// Any text, nothing, and the number and the truth of one: every branch of a message.
const ARGUMENTS = [
  ['7', '7', '7'],
  [false, false, false],
  ['1', 1, '1'],
  ['1', true, '1'],
  ['reading', '1', '1'],
];

function pathsIn(set: (locale: Locale) => object, locale: Locale): readonly string[] {
  return messagesBelow(set(locale), '', [['7', '7', '7']])
    .map(([path = '']) => path)
    .filter((path) => !ONLY_IN_CHINESE.test(path))
    .toSorted();
}

describe.each(Object.entries(SETS))('the messages of %s', (_name, set) => {
  test.each(LOCALES)('are complete in %s', (locale) => {
    expect(pathsIn(set, locale)).toEqual(pathsIn(set, 'en-US'));
  });

  test.each(LOCALES)('are text in %s, on a line without white space around it', (locale) => {
    const faulty = messagesBelow(set(locale), '', ARGUMENTS).filter(
      ([path = '', text = '']) =>
        !/[sS]eparator$|^roles\.event$/u.test(path) && !/^\S(?:.*\S)?$/u.test(text),
    );
    expect(faulty).toEqual([]);
  });

  test.each(['zh-CN', 'zh-TW'] as const)('are in the script of %s, and in Chinese', (locale) => {
    const messages = messagesBelow(set(locale), '', ARGUMENTS);
    expect(messages.filter(([, text = '']) => foreignCharacters(text, locale).length > 0)).toEqual(
      [],
    );
    expect(messages.filter(([, text = '']) => /\p{sc=Han} ?[,;:!?]/u.test(text))).toEqual([]);
    const quotationMarks = locale === 'zh-CN' ? /[「」『』]/u : /[“”‘’]/u;
    expect(messages.filter(([, text = '']) => quotationMarks.test(text))).toEqual([]);
  });

  test.each(['en-US', 'en-GB'] as const)('are in English in %s', (locale) => {
    const messages = messagesBelow(set(locale), '', ARGUMENTS);
    expect(messages.filter(([, text = '']) => /[\p{sc=Han}，。：；？！]/u.test(text))).toEqual([]);
  });

  test('do not count one thing as many', () => {
    const said = new Map<string, string[]>();
    const one = [
      ['1', 1, '1'],
      ['1', true, '1'],
    ];
    for (const [path = '', text = ''] of messagesBelow(set('en-US'), '', one)) {
      said.set(path, [...(said.get(path) ?? []), text]);
    }
    // Of the two ways to say that it is one, a message understands at most one.
    const wrong = /\b1 (?:more )?(?:articles|passages|sources|files|quotes|statements|are|were)\b/u;
    expect([...said.values()].filter((texts) => texts.every((text) => wrong.test(text)))).toEqual(
      [],
    );
  });
});

function optionsOf({ options, subcommands }: CommandDefinition): readonly OptionDefinition[] {
  return [...options, ...subcommands.flatMap((subcommand) => subcommand.options)];
}

test.each(LOCALES)('every text of every command is there in %s', (locale) => {
  expect(descriptionsIn(locale).filter((text) => typeof text !== 'string' || !text)).toEqual([]);
});

test('the menu of a message names its commands in every language, as Discord takes names', () => {
  const names = commands.flatMap(({ definition }) => definition.onMessage ?? []);
  expect(names.length).toBeGreaterThan(0);
  for (const locale of LOCALES) {
    const own = names.map((name) => name[locale]);
    expect(own.filter((name) => !/^\S(?:.{0,30}\S)?$/u.test(name))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
    expect(own.filter((name) => /\p{sc=Han}/u.test(name) !== locale.startsWith('zh'))).toEqual([]);
  }
});

function descriptionsIn(locale: Locale): readonly string[] {
  return commands.flatMap(({ definition }) => [
    definition.description[locale],
    ...[...definition.options, ...(definition.buttonOptions ?? []), ...definition.subcommands].map(
      (part) => part.description[locale],
    ),
    ...definition.options.flatMap(({ choices = [] }) => choices.map(({ label }) => label[locale])),
    ...(definition.onMessage ? [definition.onMessage[locale]] : []),
    ...[...optionsOf(definition), ...definition.subcommands].map(
      (part) => part.description[locale],
    ),
    ...optionsOf(definition).flatMap(({ choices = [] }) =>
      choices.map(({ label }) => label[locale]),
    ),
  ]);
}

test.each(['zh-CN', 'zh-TW'] as const)(
  'the commands are described in the script of %s',
  (locale) => {
    const wrong = descriptionsIn(locale).filter(
      (text) => foreignCharacters(text, locale).length > 0,
    );
    expect(wrong).toEqual([]);
  },
);

test('the scripts are told apart', () => {
  expect(foreignCharacters('這則報導在檔案裡，于', 'zh-CN')).toEqual([
    '這',
    '則',
    '報',
    '導',
    '檔',
    '裡',
  ]);
  expect(foreignCharacters('这则报道，后台', 'zh-TW')).toEqual(['这', '则', '报']);
});

type MessageWithArguments<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends (...given: never[]) => string ? Key : never;
}[keyof Messages];

/** Every message that takes something, called with texts all of which it must show. */
type Calls<Messages> = Readonly<
  Record<
    MessageWithArguments<Messages>,
    (messages: Messages, one: string, two: string, three: string) => string
  >
>;

const ASK_CALLS: Calls<AskMessages> = {
  termsFound: (messages, terms) => messages.termsFound(terms),
  termsMissing: (messages, terms) => messages.termsMissing(terms),
  phrasesAbsent: (messages, phrases) => messages.phrasesAbsent(phrases),
  quoted: (messages, phrase) => messages.quoted(phrase),
  showingResultsFor: (messages, one, two) => messages.showingResultsFor(one, two),
  sharedBy: (messages, name) => messages.sharedBy(name),
  sourcesOfQuote: (messages, place, count) => messages.sourcesOfQuote(place, count, false),
};

const CALLS: Calls<CommandMessages> = {
  sourcesDifferOnDate: (messages, dates) => messages.sourcesDifferOnDate(dates),
  timelineShort: (messages, shown, all) => messages.timelineShort(shown, all),
  timelinePage: (messages, first, last, all) => messages.timelinePage(first, last, all),
  entryCount: (messages, count) => messages.entryCount(count, false),
  sourceCount: (messages, count) => messages.sourceCount(count, false),
  indexOf: (messages, date) => messages.indexOf(date),
  alsoToldBy: (messages, count, publishers) => messages.alsoToldBy(count, false, publishers),
  position: (messages, first, last, all) => messages.position(first, last, all),
  indexFooter: (messages, articles, date) => messages.indexFooter(articles, 2, date),
  quotesShown: (messages, shown, all) => messages.quotesShown(shown, all),
  entriesShown: (messages, shown, all) => messages.entriesShown(shown, all),
  inferred: (messages, keys) => messages.inferred(keys),
  sourcesHeading: (messages, articles) => messages.sourcesHeading(articles, 2),
  sourcesMatching: (messages, matching, all) => messages.sourcesMatching(matching, all),
  noSourceMatches: (messages, query) => messages.noSourceMatches(query),
  timelineHeading: (messages, topic) => messages.timelineHeading(topic),
  required: (messages, option) => messages.required(option),
  notText: (messages, option, got) => messages.notText(option, got),
  tooLong: (messages, option, max) => messages.tooLong(option, max),
  notADate: (messages, option, got) => messages.notADate(option, got),
  notAChoice: (messages, option, got, choices) => messages.notAChoice(option, got, choices),
  notYesOrNo: (messages, option, got) => messages.notYesOrNo(option, got),
  notACount: (messages, option, got, max) => messages.notACount(option, got, max),
  unknownSubcommand: (messages, command, known) => messages.unknownSubcommand(command, known),
};

/** Calls by the name of their message, each for one locale. */
function callsOf<Messages extends object>(
  translations: Translations<Messages>,
  calls: Calls<Messages>,
): readonly [
  string,
  number,
  (locale: Locale, given: readonly [string, string, string]) => string,
][] {
  return Object.entries<Calls<Messages>[MessageWithArguments<Messages>]>(calls).map(
    ([key, call]) => [
      key,
      call.length - 1,
      (locale, given) => call(messagesFor(translations, locale), ...given),
    ],
  );
}

test.each([...callsOf(commandMessages, CALLS), ...callsOf(askMessages, ASK_CALLS)])(
  '%s shows all that it is given, in every language',
  (_key, count, call) => {
    fc.assert(
      fc.property(fc.tuple(fc.string(), fc.string(), fc.string()), (given) => {
        for (const locale of LOCALES) {
          const text = call(locale, given);
          for (const part of given.slice(0, count)) expect(text).toContain(part);
        }
      }),
      { numRuns: 20 },
    );
  },
);

/** Every function of some messages, those one level below included, with how much it takes. */
function functionsOf(messages: object): {
  readonly key: string;
  readonly length: number;
  readonly call: (given: string[]) => unknown;
}[] {
  return Object.entries(messages).flatMap(([key, value]) => {
    if (typeof value === 'object') return functionsOf(value);
    if (typeof value !== 'function') return [];
    return [
      {
        key,
        length: value.length,
        call: (given: string[]) => Reflect.apply(value, undefined, given),
      },
    ];
  });
}

test.each(LOCALES)('those of a reindex show all that they are given in %s', (locale) => {
  const functions = functionsOf(messagesFor(reindexMessages, locale));
  expect(functions.length).toBeGreaterThan(20);
  for (const { key, length, call } of functions) {
    const given = ['first', 'second', 'third'].slice(0, length);
    const text = String(call(given));
    expect([key, given.filter((part) => text.includes(part))]).toEqual([key, given]);
  }
});

test('the singular is used for one, and the plural for none and many', () => {
  const messages = messagesFor(commandMessages, 'en-GB');
  const date = formatDate('2024-05-03', 'en-GB');
  expect(messages.indexFooter('1', 1, date)).toBe('1 article · index of 3 May 2024');
  expect(messages.indexFooter('0', 0, date)).toBe('0 articles · index of 3 May 2024');
  expect(messages.sourcesHeading('1', 1)).toBe('1 article read');
  expect(messages.sourcesHeading('1,000', 1000)).toBe('1,000 articles read');
});

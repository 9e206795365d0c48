import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { botMessages } from '../../src/bot/messages.ts';
import { askMessages } from '../../src/commands/ask/messages.ts';
import { corpusMessages } from '../../src/commands/corpus/messages.ts';
import { feedbackMessages } from '../../src/commands/feedback/messages.ts';
import { findMessages } from '../../src/commands/find/find.ts';
import {
  type CommandDefinition,
  commands,
  type OptionDefinition,
} from '../../src/commands/index.ts';
import { commandMessages } from '../../src/commands/messages.ts';
import { reindexMessages } from '../../src/commands/reindex/messages.ts';
import { sourcesMessages } from '../../src/commands/sources/sources.ts';
import { timelineMessages } from '../../src/commands/timeline/messages.ts';
import {
  counted,
  createTranslations,
  LOCALES,
  type Locale,
  localised,
  text,
} from '../../src/i18n/index.ts';
import traditionalTexts from '../../src/i18n/traditional-texts.json' with { type: 'json' };
import { doctorMessages } from '../../src/terminal/doctor/doctor-messages.ts';
import { terminalMessages } from '../../src/terminal/messages.ts';
import { foreignCharacters } from '../support/chinese-scripts.ts';

const CHINESE = ['zh-CN', 'zh-TW'] as const;

describe('messages', () => {
  const messages = createTranslations(
    { colour: 'color', found: (what: string, count: number) => text`Found ${what}: ${count}` },
    (zh) => ({ colour: zh`标题`, found: (what, count) => zh`标题${what}：${count}` }),
    { colour: 'colour' },
  );

  test('are its own in each locale, and British ones American where they say nothing', () => {
    expect(LOCALES.map((locale) => messages[locale].colour)).toEqual([
      'color',
      'colour',
      '标题',
      '標題',
    ]);
    expect(messages['en-GB'].found('it', 2)).toBe('Found it: 2');
  });

  test('keep their values as they are, in either script, and write numbers with separators', () => {
    expect(messages['zh-CN'].found('軟體', 1234)).toBe('标题軟體：1,234');
    expect(messages['zh-TW'].found('标题', 1234)).toBe('標題标题：1,234');
  });

  test('that are sent in all languages have one English text and one Chinese', () => {
    expect(localised('title', '标题')).toEqual({
      'en-US': 'title',
      'en-GB': 'title',
      'zh-CN': '标题',
      'zh-TW': '標題',
    });
  });

  test('count one thing as one, and none and many as many', () => {
    expect([0, 1, 1000].map((count) => counted(count, 'article'))).toEqual([
      '0 articles',
      '1 article',
      '1,000 articles',
    ]);
    expect(counted(2, 'person', 'people')).toBe('2 people');
  });
});

/** Every set of messages. */
const SETS: Readonly<Record<string, Readonly<Record<Locale, object>>>> = {
  commands: commandMessages,
  ask: askMessages,
  find: findMessages,
  sources: sourcesMessages,
  timeline: timelineMessages,
  feedback: feedbackMessages,
  corpus: corpusMessages,
  reindex: reindexMessages,
  terminal: terminalMessages,
  doctor: doctorMessages,
  bot: botMessages,
};

/** Everything below a value that is no object itself, by its path. */
function leavesOf(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, below]) =>
    leavesOf(below, path === '' ? key : `${path}.${key}`),
  );
}

/** Every message as text: functions once with each number, in the place of all that they take. */
function textsOf(
  messages: object,
  numbers: readonly number[],
): readonly (readonly [string, string])[] {
  return leavesOf(messages).flatMap(([path, leaf]) => {
    if (typeof leaf === 'string') return [[path, leaf] as const];
    if (typeof leaf !== 'function') return [];
    return numbers.map((number) => [path, callWith(leaf, Array(4).fill(number))] as const);
  });
}

function callWith(message: unknown, given: readonly unknown[]): string {
  return typeof message === 'function' ? String(Reflect.apply(message, undefined, given)) : '';
}

/** The headings of commander's help are in English already. */
const ONLY_IN_CHINESE = /^titles\./u;

function pathsOf(messages: object): readonly string[] {
  return leavesOf(messages)
    .map(([path]) => path)
    .filter((path) => !ONLY_IN_CHINESE.test(path))
    .toSorted();
}

describe.each(Object.entries(SETS))('the messages of %s', (_name, set) => {
  test.each(LOCALES)('are complete in %s, and hold nothing else', (locale) => {
    expect(pathsOf(set[locale])).toEqual(pathsOf(set['en-US']));
  });

  test.each(LOCALES)('are text in %s, on a line without white space around it', (locale) => {
    const faulty = textsOf(set[locale], [1, 7]).filter(
      ([path, message]) => !/[sS]eparator$/u.test(path) && !/^\S(?:.*\S)?$/u.test(message),
    );
    expect(faulty).toEqual([]);
  });

  test.each(CHINESE)('are in the script of %s, with its punctuation', (locale) => {
    const messages = textsOf(set[locale], [1, 7]).map(([, message]) => message);
    expect(messages.filter((message) => foreignCharacters(message, locale).length > 0)).toEqual([]);
    expect(messages.filter((message) => /\p{sc=Han} ?[,;:!?]/u.test(message))).toEqual([]);
    const quotationMarks = locale === 'zh-CN' ? /[「」『』]/u : /[“”‘’]/u;
    expect(messages.filter((message) => quotationMarks.test(message))).toEqual([]);
  });

  test.each(['en-US', 'en-GB'] as const)('are in English in %s', (locale) => {
    const messages = textsOf(set[locale], [1, 7]).map(([, message]) => message);
    expect(messages.filter((message) => /[\p{sc=Han}，。：；？！]/u.test(message))).toEqual([]);
  });

  test('do not count one thing as many', () => {
    const messages = textsOf(set['en-US'], [1]).map(([, message]) => message);
    const wrong =
      /\b1 (?:more )?(?:articles|passages|files|quotes|questions|statements|rows|people|days|are|were)\b/u;
    expect(messages.filter((message) => wrong.test(message))).toEqual([]);
  });

  test('show in one Chinese script what they show in the other, and as it was given', () => {
    const given = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(traditionalTexts)));
    const traditional = new Map(leavesOf(set['zh-TW']));
    for (const [path, simplified] of leavesOf(set['zh-CN'])) {
      const converted = traditional.get(path);
      if (typeof simplified !== 'function' || typeof converted !== 'function') continue;
      fc.assert(
        fc.property(fc.tuple(given, given, given), (values) => {
          const marked = values.map((value, index) => `<${index}${value}${index}>`);
          const shown = (message: string) => marked.filter((value) => message.includes(value));
          expect(shown(callWith(converted, marked))).toEqual(shown(callWith(simplified, marked)));
        }),
        { numRuns: 20 },
      );
    }
  });
});

/** What takes a count for its form alone. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['ask.termsFound']);

test.each(LOCALES)('messages show all that they are given in %s', (locale) => {
  const given = [211, 322, 433, 544];
  const silent = Object.entries(SETS).flatMap(([name, set]) =>
    // The doctor's take all values of a finding, for what they need of them.
    name === 'doctor'
      ? []
      : leavesOf(set[locale]).flatMap(([path, message]) => {
          if (typeof message !== 'function') return [];
          const values = given.slice(0, message.length);
          const shown = callWith(message, values);
          return values.every((value) => shown.includes(String(value))) ? [] : [`${name}.${path}`];
        }),
  );
  expect(silent.filter((path) => !NOT_SHOWN.has(path))).toEqual([]);
});

function optionsOf({ options, subcommands }: CommandDefinition): readonly OptionDefinition[] {
  return [...options, ...subcommands.flatMap((subcommand) => subcommand.options)];
}

test.each(LOCALES)('every text of every command is there in %s', (locale) => {
  expect(descriptionsIn(locale).filter((each) => typeof each !== 'string' || !each)).toEqual([]);
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
    ...(definition.onMessage ? [definition.onMessage[locale]] : []),
    ...[
      ...optionsOf(definition),
      ...(definition.buttonOptions ?? []),
      ...definition.subcommands,
    ].map((part) => part.description[locale]),
    ...optionsOf(definition).flatMap(({ choices = [] }) =>
      choices.map(({ label }) => label[locale]),
    ),
  ]);
}

test.each(CHINESE)('the commands are described in the script of %s', (locale) => {
  const wrong = descriptionsIn(locale).filter((each) => foreignCharacters(each, locale).length > 0);
  expect(wrong).toEqual([]);
});

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

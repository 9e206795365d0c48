import { describe, expect, test } from 'vitest';
import { commands, type OptionDefinition } from '../../src/commands/index.ts';
import { createCorpusEditor } from '../../src/corpus/editing/index.ts';
import { LOCALES, type Localised } from '../../src/i18n/index.ts';
import { UserError } from '../../src/shared/errors.ts';
import { run } from '../support/command-calls.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';

/** Discord's pattern for the names of commands and options; they have no capital letters either. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const definitions = commands.map(({ definition }) => definition);

/** Every part that has a name and a description: commands, subcommands and options. */
const parts = definitions.flatMap((definition) => [
  definition,
  ...definition.subcommands,
  ...optionsOf(definition),
]);

function optionsOf({
  options,
  buttonOptions = [],
  subcommands,
}: (typeof definitions)[number]): OptionDefinition[] {
  return [...options, ...buttonOptions, ...subcommands.flatMap((subcommand) => subcommand.options)];
}

/** What is wrong with a text that people see in their language. */
function faultsOf(text: Localised): string[] {
  const missing = LOCALES.filter((locale) => !Object.hasOwn(text, locale));
  const wrong = Object.entries(text).filter(
    ([locale, words]) =>
      !/^\S.*\S$/u.test(words) ||
      words.length > 100 ||
      /\p{sc=Han}/u.test(words) !== locale.startsWith('zh'),
  );
  return [...missing, ...wrong.map(([locale, words]) => `${locale}: ${words}`)];
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

test('the commands are those that are promised', () => {
  expect(definitions.map(({ name }) => name)).toEqual([
    'ask',
    'sources',
    'timeline',
    'find',
    'verify',
    'reindex',
    'corpus',
    'insights',
    'privacy',
  ]);
});

/** What commands need. */
const NEEDED = { question: 'What?', text: 'What?' };

describe('the definitions', () => {
  test('have names that Discord accepts, each once where it stands', () => {
    for (const { name } of parts) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
    }
    expect(areUnique(definitions.map(({ name }) => name))).toBe(true);
    for (const { options, buttonOptions = [], subcommands } of definitions) {
      const all = [...options, ...buttonOptions];
      for (const siblings of [all, subcommands, ...subcommands.map((each) => each.options)]) {
        expect(areUnique(siblings.map(({ name }) => name))).toBe(true);
      }
    }
  });

  test('are described in every language, within 100 characters', () => {
    expect(parts.flatMap(({ description }) => faultsOf(description))).toEqual([]);
  });

  test('have at most 25 options or subcommands, and not both', () => {
    for (const { options, subcommands } of definitions) {
      expect(options.length === 0 || subcommands.length === 0).toBe(true);
      for (const siblings of [options, subcommands, ...subcommands.map((each) => each.options)]) {
        expect(siblings.length).toBeLessThanOrEqual(25);
      }
    }
  });

  test('ask for what is required before what is not, as Discord wants it', () => {
    for (const { options } of definitions) {
      const required = options.map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  test('offer choices with labels in every language and values that fit, each once', () => {
    const options = definitions.flatMap(optionsOf);
    for (const { choices = [] } of options) {
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(areUnique(choices.map(({ value }) => value))).toBe(true);
      expect(choices.flatMap(({ label }) => faultsOf(label))).toEqual([]);
    }
    for (const { maxLength = 1 } of options) {
      expect(maxLength).toBeGreaterThanOrEqual(1);
      expect(maxLength).toBeLessThanOrEqual(6000);
    }
  });

  test('let through the longest value that is offered, and every choice', async () => {
    const { library } = fakeLibrary([storyArticle('a', 'Words.')]);
    for (const { name, options } of definitions.filter((each) => each.subcommands.length === 0)) {
      for (const option of options) {
        const value = option.choices?.[0]?.value ?? exampleOf(option);
        const { reply } = await run(name, library, { ...NEEDED, [option.name]: value });
        expect(reply.blocks).not.toEqual([]);
      }
    }
  });

  test('name every option that a command reads, by which a wrong value is refused', async () => {
    const { library } = fakeLibrary([storyArticle('a', 'Words.')]);
    for (const { name, options } of definitions.filter((each) => each.subcommands.length === 0)) {
      for (const option of options) {
        const call = run(name, library, { ...NEEDED, [option.name]: { not: 'usable' } });
        await expect(call).rejects.toThrow(UserError);
        // A date is named by what was typed.
        const isDate = ['from', 'to'].includes(option.name);
        await expect(call).rejects.toThrow(isDate ? 'is not a date' : `“${option.name}”`);
      }
    }
  });

  test('keep to moderators what changes the index and what others asked, and nothing else', () => {
    const closed = definitions.filter(({ access }) => access === 'moderators');
    expect(closed.map(({ name }) => name)).toEqual(['reindex', 'corpus', 'insights']);
  });

  test('list the subcommands that there are', async () => {
    const { library } = fakeLibrary([storyArticle('a', 'Words.')]);
    const editor = createCorpusEditor({ folder: '/none', dataDir: '/none', maxArticleBytes: 1024 });
    for (const { name, subcommands } of definitions.filter(
      (each) => each.subcommands.length > 0 && each.feature !== 'feedback',
    )) {
      const unknown = run(name, library, {}, { subcommand: 'other' }, { editor });
      const names = subcommands.map((subcommand) => subcommand.name);
      await expect(unknown).rejects.toThrow(names.join(', '));
    }
  });
});

function exampleOf({ name, type, maxLength = 1 }: OptionDefinition): string | boolean {
  if (type === 'boolean') return true;
  return name === 'from' || name === 'to' ? '2024-05-03' : 'x'.repeat(maxLength);
}

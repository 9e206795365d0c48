import { describe, expect, test } from 'vitest';
import { commands, wholeReply } from '../../src/commands/index.ts';
import { sourcesCommand } from '../../src/commands/sources/sources.ts';
import type { Article } from '../../src/corpus/index.ts';
import type { Library } from '../../src/library/index.ts';
import { storyArticle } from '../support/fake-library.ts';
import { libraryOver, memoryFolder } from '../support/folder.ts';

const URL = 'https://harbour.example/ferry';
const SAME = 'Captain Orla Byrne steers the night ferry to Saltholm since 3 March 2026.';
const version = (id: string, retrieved: string, last: string, fields: Partial<Article> = {}) =>
  storyArticle(id, `${SAME}\n\n${last}`, { url: URL, retrieved, title: 'The ferry', ...fields });

const OLD = version(
  'ferry',
  '2026-03-05T10:20:00.000Z',
  'The storm injured two sailors at the quay.',
);
const NEW = version(
  'ferry-2',
  '2026-03-05T12:40:00.000Z',
  'The storm injured nine sailors at the quay.',
);
const OTHER = storyArticle('other', SAME, { title: 'Another paper', publisher: 'The Daily Pier' });

const open = (...articles: readonly Article[]) => libraryOver(memoryFolder(articles));

const ask = async (library: Library, question: string) => {
  const { collection } = library.current();
  const { quotes } = await collection.ask({ question, limit: 5, filter: {} });
  return quotes.map(({ quote, duplicates }) => [
    quote.articleId,
    ...duplicates.map(({ articleId }) => articleId),
  ]);
};

async function reply(library: Library, name: string, options: object) {
  const command =
    name === 'sources' ? sourcesCommand : commands.find((it) => it.definition.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const call = {
    subcommand: null,
    options: { ...options },
    locale: 'en-GB' as const,
    isModerator: false,
    person: null,
  };
  return wholeReply(await command.run(call, { library }));
}

describe('versions of one article', () => {
  test('say the same once, as the newest of them', async () => {
    const question = 'Who steers the night ferry to Saltholm?';
    expect((await ask(await open(OLD, NEW), question))[0]).toEqual(['ferry-2']);
    expect((await ask(await open(NEW, OLD), question))[0]).toEqual(['ferry-2']);
    // Another article counts as before.
    const [first] = await ask(await open(OLD, NEW, OTHER), question);
    expect(first?.toSorted()).toEqual(['ferry-2', 'other']);
  });

  test('that do not say the same are both quoted, each with its version', async () => {
    const shown = await reply(await open(OLD, NEW), 'ask', {
      question: 'How many sailors did the storm injure at the quay?',
    });
    const sources = shown.blocks.flatMap((block) =>
      block.type === 'quote' ? [[block.source.articleId, block.source.version] as const] : [],
    );
    expect(new Map(sources)).toEqual(
      new Map([
        ['ferry', 'version of 5 Mar 2026 10:20 UTC'],
        ['ferry-2', 'version of 5 Mar 2026 12:40 UTC'],
      ]),
    );
  });

  test('are told apart in the list of sources', async () => {
    const shown = await reply(await open(OLD, NEW, OTHER), 'sources', {});
    const [list] = shown.blocks;
    if (list?.type !== 'list') throw new Error('there is no list');
    const endings = list.items.map(({ detail }) => detail?.split(' · ').at(-1) ?? '');
    expect(new Set(endings)).toEqual(
      new Set(['English', 'version of 5 Mar 2026 10:20 UTC', 'version of 5 Mar 2026 12:40 UTC']),
    );
  });

  test('are one source of an event', async () => {
    const [entry] = await (await open(OLD, NEW, OTHER)).current().timeline();
    const quoted = entry?.reports.flatMap(({ quote, duplicates }) => [quote, ...duplicates]);
    expect(quoted?.map(({ articleId }) => articleId).toSorted()).toEqual(['ferry-2', 'other']);
  });
});

test('an article that was fetched once has no version, and neither has one that was not', async () => {
  const question = { question: 'Who steers the night ferry to Saltholm?' };
  const copy = storyArticle('copy', OLD.text, { url: URL });
  const shown = await reply(await open(NEW, copy), 'ask', question);
  const versions = shown.blocks.flatMap((block) =>
    block.type === 'quote' ? [block.source, ...block.alsoIn] : [],
  );
  expect(versions.length).toBeGreaterThan(1);
  expect(versions.map((source) => source.version)).toEqual(versions.map(() => undefined));
});

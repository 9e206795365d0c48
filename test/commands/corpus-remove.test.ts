import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusCommand } from '../../src/commands/corpus/corpus.ts';
import { wholeReply } from '../../src/commands/index.ts';
import { createCorpusEditor } from '../../src/corpus/editing/index.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { tempFolder } from '../support/temp-folder.ts';

const LINES = 60_000;

test('/corpus remove finds one article of a file with very many, whatever is typed, in time', async () => {
  const folder = tempFolder();
  await writeFile(path.join(folder, 'lines.jsonl'), '');
  const editor = createCorpusEditor({ folder, dataDir: folder, maxArticleBytes: 1024 });
  const story = storyArticle('one', 'Text.', { file: 'lines.jsonl', title: 'a b c d' });
  const articles = Array.from({ length: LINES }, (_, index) => ({ ...story, id: `id-${index}` }));
  const { library } = fakeLibrary(articles);
  const article = `${'a b c '.repeat(160)}e`;
  const call = {
    subcommand: 'remove',
    options: { article },
    locale: 'en-GB' as const,
    isModerator: true,
    person: null,
  };
  const services = { library, editor };
  await expect(corpusCommand.run(call, services)).rejects.toMatchObject({ code: 'no-match' });
  const byId = { ...call, options: { article: `id-${LINES - 1}` } };
  const reply = wholeReply(await corpusCommand.run(byId, services));
  expect(reply.actions).toHaveLength(2);
});

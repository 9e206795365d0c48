import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FETCH_TIMEOUT_MS } from '../../src/bot/interactions/attachments.ts';
import type { WebAccess } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { type CorpusEditor, createCorpusEditor } from '../../src/corpus/editing/index.ts';
import { UPLOAD_LIFE_MS } from '../../src/corpus/editing/uploads.ts';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import { readPage } from '../../src/fetch/read-fetched.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { createLibrary, type Library, ReindexError } from '../../src/library/index.ts';
import type { FakeInteraction } from '../discord/interactions.ts';
import { gate } from '../support/folder.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type FileHandler, type FileServer, startFileServer } from './support/file-server.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const MAX_BYTES = 4096;
const MODERATOR = { permissions: PermissionFlagsBits.ManageGuild, locale: 'en-GB' as const };
const OTHER = { ...MODERATOR, user: { id: '1100000000000000098', username: 'other' } };
const BRIDGE = 'The bridge is closed\n\nThe mayor closed the bridge on Monday @everyone.\n';
const FERRY = 'The ferry sails again\n\nThe ferry sails again from Tuesday on.\n';

let folder: string;
let dataDir: string;
let time: number;
let library: Library;
let editor: CorpusEditor;
let files: FileServer;
let running: RunningBot;
let fetching: WebAccess | null = null;

beforeEach(async () => {
  fetching = null;
  const root = tempFolder();
  [folder, dataDir] = [path.join(root, 'articles'), path.join(root, 'data')];
  await mkdir(folder);
  await writeFile(path.join(folder, 'bridge.md'), BRIDGE);
  await writeFile(path.join(root, 'beside.md'), 'beside');
  time = Date.now();
  library = await createLibrary({ folder, maxArticleBytes: MAX_BYTES });
  editor = createCorpusEditor({ folder, dataDir, maxArticleBytes: MAX_BYTES, now: () => time });
  files = await startFileServer();
  running = await start();
});

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
  await files.stop();
});

const start = () =>
  startBot(commands, { library, editor, fetching, attachmentOrigins: [files.origin] });

const inFolder = async () => (await readdir(folder)).toSorted();
const titles = () => library.current().corpus.articles.map(({ title }) => title);

interface Handed {
  readonly name?: string;
  readonly content?: string | Uint8Array | FileHandler;
  readonly size?: number;
  readonly url?: string;
  readonly origin?: object;
}

/** Uses `/corpus add` with a file. */
function handIn({ name = 'ferry.md', content = FERRY, size = 100, ...more }: Handed = {}) {
  const id = '1100000000000000777';
  const url = more.url ?? files.serve(`/attachments/1/2/${encodeURIComponent(name)}?ex=1`, content);
  const attachment = { id, filename: name, size, url, proxy_url: url };
  return running.discord.slash({
    ...MODERATOR,
    name: 'corpus',
    subcommand: 'add',
    options: { file: id },
    resolved: { attachments: { [id]: attachment } },
    ...more.origin,
  });
}

const use = (subcommand: string, options: Record<string, string> = {}, origin: object = {}) =>
  running.discord.slash({ ...MODERATOR, name: 'corpus', subcommand, options, ...origin });

const labelsOf = (message: APIMessage) =>
  componentsOf(message).flatMap(({ customId, label, disabled }) =>
    customId === undefined ? [] : [disabled ? `(${label})` : label],
  );

function press(message: APIMessage, label: string, origin: object = {}): FakeInteraction {
  const found = componentsOf(message).find((each) => each.label?.startsWith(label) ?? false);
  if (!found?.customId) throw new Error(`there is no button called ${label}`);
  return running.discord.button({ ...MODERATOR, message, customId: found.customId, ...origin });
}

/** Resolves with the message once its answer is there, after what tells of progress. */
const answerOf = (interaction: FakeInteraction) =>
  interaction.until('an answer', (it) => textsOf(it)[0]?.startsWith('## ') ?? false);

/** The text of an error, which comes alone. */
const errorOf = async (interaction: FakeInteraction) => shownIn(await interaction.settled());

/** What a message says, without what keeps it from being taken for markup. */
const shownIn = (message: APIMessage) => textsOf(message).join('\n').replaceAll('\\', '');

/** The private message beside one that stays as it is. */
async function besideOf(interaction: FakeInteraction): Promise<APIMessage> {
  await interaction.response();
  const isSent = () => interaction.followUps.length > 0;
  await running.discord.request('POST /webhooks/:app/:token');
  if (!isSent()) throw new Error('nothing was sent beside the message');
  const [message] = interaction.followUps;
  if (!message) throw new Error('nothing was sent beside the message');
  return message;
}

const MODAL = z.object({
  type: z.literal(9),
  data: z.object({
    custom_id: z.string(),
    title: z.string(),
    components: z.array(
      z.object({
        label: z.string(),
        component: z.object({ custom_id: z.string(), value: z.string().default('') }),
      }),
    ),
  }),
});

async function formOf(interaction: FakeInteraction) {
  const { data } = MODAL.parse((await interaction.response()).sent.json);
  const values = data.components.map(({ component }) => [component.custom_id, component.value]);
  return { customId: data.custom_id, values: Object.fromEntries(values) as unknown };
}

function sendIn(
  message: APIMessage,
  customId: string,
  fields: Readonly<Record<string, string>>,
  origin: object = {},
): FakeInteraction {
  return running.discord.modalSubmit({ ...MODERATOR, message, customId, fields, ...origin });
}

describe('/corpus add', () => {
  test('shows what a file holds to the moderator alone, and changes nothing', async () => {
    const asked = handIn();
    const message = await answerOf(asked);
    expect((message.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
    expect(shownIn(message)).toContain('## Add this article?');
    expect(shownIn(message)).toContain('The ferry sails again\n-# unknown publisher · undated');
    expect(shownIn(message)).toContain('Begins: The ferry sails again from Tuesday on.');
    expect(labelsOf(message)).toEqual(['Add', 'Edit details', 'Discard']);
    expect(await inFolder()).toEqual(['bridge.md']);
    expect(titles()).toEqual(['The bridge is closed']);
    running.discord.assertNoViolations();
  });

  test('adds it when told so, and answers from it at once', async () => {
    const message = await answerOf(handIn());
    const added = press(message, 'Add');
    const answer = await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(answer.id).toBe(message.id);
    expect(shownIn(answer)).toContain('## Added: ferry.md');
    expect(labelsOf(answer)).toEqual(['Undo']);
    expect(await readFile(path.join(folder, 'ferry.md'), 'utf8')).toBe(FERRY);
    expect(titles()).toEqual(['The bridge is closed', 'The ferry sails again']);
    running.discord.assertNoViolations();
  });

  test('works in a bot that was started after', async () => {
    const message = await answerOf(handIn());
    await running.bot.stop();
    await running.discord.stop();
    running = await start();
    const added = press(message, 'Add');
    await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    running.discord.assertNoViolations();
  });

  test.each(LOCALES)('speaks %s, and its form does', async (locale) => {
    const message = await answerOf(handIn({ origin: { locale } }));
    const [add, edit = '', discard = ''] = labelsOf(message);
    const form = await formOf(press(message, edit, { locale }));
    const asked = sendIn(message, form.customId, { title: '渡轮' }, { locale });
    const edited = await asked.until('the new title', (it) => shownIn(it).includes('渡轮'));
    expect(labelsOf(edited)).toEqual([add, edit, discard]);
    const gone = press(edited, discard, { locale });
    await gone.until('the end', (it) => labelsOf(it).length === 0);
    running.discord.assertNoViolations();
  });

  test('lets the details be changed in a form that holds what was inferred', async () => {
    const message = await answerOf(handIn());
    const form = await formOf(press(message, 'Edit details'));
    expect(form.values).toEqual({
      title: 'The ferry sails again',
      publisher: '',
      published: '',
      url: '',
    });
    const sent = sendIn(message, form.customId, {
      title: 'Ferries *sail*',
      publisher: 'The Harbour Gazette',
      published: '2024-05-07',
      url: 'https://example.org/ferry',
    });
    const edited = await sent.until('the details', (it) => shownIn(it).includes('Gazette'));
    expect(edited.id).toBe(message.id);
    expect(shownIn(edited)).toContain('Ferries *sail*\n-# The Harbour Gazette · 7 May 2024');
    const added = press(edited, 'Add');
    await added.until('the end', (it) => shownIn(it).includes('## Added'));
    const article = library.current().corpus.articles.find(({ file }) => file === 'ferry.md');
    expect(article).toMatchObject({
      title: 'Ferries *sail*',
      publisher: 'The Harbour Gazette',
      published: '2024-05-07',
      url: 'https://example.org/ferry',
      text: FERRY,
    });
    running.discord.assertNoViolations();
  });

  test('says which detail does not fit, and keeps the preview', async () => {
    const message = await answerOf(handIn());
    const { customId } = await formOf(press(message, 'Edit details'));
    const fields = { title: '', publisher: '', published: '2024-02-30', url: 'example.org' };
    const sent = sendIn(message, customId, fields);
    const beside = await besideOf(sent);
    expect(shownIn(beside)).toContain('there is no 30 February: "2024-02-30"');
    expect(shownIn(beside)).toContain('http or https address');
    expect(labelsOf(message)).toEqual(['Add', 'Edit details', 'Discard']);
    running.discord.assertNoViolations();
  });

  test('holds the longest title in its form', async () => {
    const message = await answerOf(
      handIn({ content: `---\ntitle: ${'很长'.repeat(600)}\n---\n${FERRY}` }),
    );
    const form = await formOf(press(message, 'Edit details'));
    expect(JSON.stringify(form.values)).toContain('很长');
    running.discord.assertNoViolations();
  });

  test('discards it when told so', async () => {
    const message = await answerOf(handIn());
    const discarded = press(message, 'Discard');
    await discarded.until('the end', (it) => shownIn(it).includes('Discarded'));
    expect(await errorOf(press(message, 'Add'))).toContain('has expired');
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });

  test('adds many articles from lines of JSON, and shows what is wrong with others', async () => {
    const lines = [
      { title: 'One', text: 'One fell.' },
      { title: 'Two', text: 'Two fell.' },
      { text: 7 },
    ];
    const content = lines.map((line) => JSON.stringify(line)).join('\n');
    const message = await answerOf(handIn({ name: 'wire.jsonl', content }));
    expect(shownIn(message)).toContain('## Add these 2 articles?');
    expect(shownIn(message)).toContain('wire.jsonl:3');
    expect(labelsOf(message)).toEqual(['Add', 'Discard']);
    const added = press(message, 'Add');
    await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(titles()).toEqual(['The bridge is closed', 'One', 'Two']);
    running.discord.assertNoViolations();
  });

  test('says that the same text is there already, and gives another file a name of its own', async () => {
    const message = await answerOf(handIn({ name: 'BRIDGE.txt', content: BRIDGE }));
    expect(shownIn(message)).toContain(
      'An article with the same text is already there: “The bridge is closed”.',
    );
    const added = press(message, 'Add');
    const answer = await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(shownIn(answer)).toContain('BRIDGE-2.txt');
    expect(await readFile(path.join(folder, 'bridge.md'), 'utf8')).toBe(BRIDGE);
    running.discord.assertNoViolations();
  });

  test('does not add an article whose id another one has', async () => {
    const message = await answerOf(handIn({ content: `---\nid: bridge\n---\n${FERRY}` }));
    expect(shownIn(message)).toContain(
      'The id “bridge” already belongs to “The bridge is closed”.',
    );
    expect(labelsOf(message)).toEqual(['Edit details', 'Discard']);
    running.discord.assertNoViolations();
  });

  test.each([
    ['no article in it', Buffer.from(' \n'), 'no article text found'],
    ['broken UTF-8', Buffer.from([0x61, 0xff, 0xfe, 0x61]), 'not UTF-8'],
    ['binary data', Buffer.from('%PDF-1.7'), 'binary data'],
    ['front matter that is no mapping', Buffer.from('---\n- one\n---\nText.'), 'ferry.md:'],
  ])('says what is wrong with a file with %s', async (_what, content, words) => {
    const message = await answerOf(handIn({ content }));
    expect(shownIn(message)).toContain('## This file cannot be added');
    expect(shownIn(message)).toContain(words);
    expect(labelsOf(message)).toEqual(['Discard']);
    running.discord.assertNoViolations();
  });

  test.each([
    '../../beside.md',
    '..\\beside.md',
    'con.md',
    '.hidden.md',
    'README.md',
    `${'名'.repeat(200)}.md`,
    '@everyone <@1100000000000000004>.md',
  ])('keeps a file called %j in the folder, under a safe name', async (name) => {
    const message = await answerOf(handIn({ name }));
    const added = press(message, 'Add');
    await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(titles()).toContain('The ferry sails again');
    expect(await inFolder()).toHaveLength(2);
    expect(await readFile(path.join(folder, '..', 'beside.md'), 'utf8')).toBe('beside');
    running.discord.assertNoViolations();
  });
});

describe('a file that cannot be fetched', () => {
  const hang: FileHandler = (response) => void response.write('The ferry');
  const cases: readonly [string, Handed, string][] = [
    [
      'of another kind',
      { name: 'ferry.jpg' },
      'Use .txt, .md, .html, .pdf, .docx, .epub or .jsonl',
    ],
    ['that is said to be too large', { size: MAX_BYTES + 1 }, 'too large; the limit is 4 KiB'],
    [
      'that lies about its size',
      { content: 'x'.repeat(MAX_BYTES + 1) },
      'too large; the limit is 4 KiB',
    ],
    [
      'that never ends',
      {
        content: (response) => {
          const more = () => response.write('x'.repeat(1000), () => setImmediate(more));
          more();
        },
      },
      'too large',
    ],
    [
      'that is gone',
      { content: (response) => void response.writeHead(404).end() },
      'Attach it again',
    ],
    [
      'that is not ours',
      { content: (response) => void response.writeHead(403).end() },
      'Attach it again',
    ],
    [
      'that is somewhere else now',
      {
        content: (response) =>
          void response.writeHead(302, { location: `${files.origin}/elsewhere` }).end(),
      },
      'could not be downloaded',
    ],
    [
      'that breaks off',
      { content: (response) => void response.writeHead(200, { 'content-length': '999' }).end('x') },
      'could not be downloaded',
    ],
    ['from elsewhere', { url: 'http://127.0.0.1:9/ferry.md' }, 'not on Discord’s servers'],
    ['from no address', { url: 'file:///etc/passwd' }, 'not on Discord’s servers'],
  ];

  test.each(cases)('%s is told so', async (_what, handed, words) => {
    expect(await errorOf(handIn(handed))).toContain(words);
    expect(files.asked).not.toContain('/elsewhere');
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });

  test('since it hangs is given up after a while', async () => {
    const asked = handIn({ content: hang });
    await running.timers.set(FETCH_TIMEOUT_MS);
    running.timers.fire(FETCH_TIMEOUT_MS);
    expect(await errorOf(asked)).toContain('took too long');
    running.discord.assertNoViolations();
  });

  test('comes from Discord only, unless a test says otherwise', async () => {
    await running.bot.stop();
    await running.discord.stop();
    running = await startBot(commands, { library, editor });
    expect(await errorOf(handIn())).toContain('not on Discord’s servers');
    expect(files.asked).toEqual([]);
  });
});

describe('a button of a file that waits', () => {
  test('says so when it waited too long', async () => {
    const message = await answerOf(handIn());
    time += UPLOAD_LIFE_MS + 1;
    expect(shownIn(await besideOf(press(message, 'Add')))).toContain('has expired');
    expect(shownIn(await press(message, 'Edit details').settled())).toContain('has expired');
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });

  test('that is pressed twice at once adds it once', async () => {
    const message = await answerOf(handIn());
    const presses = [press(message, 'Add'), press(message, 'Add')];
    const isAdded = (it: APIMessage) => shownIn(it).includes('## Added');
    await Promise.any(presses.map((each) => each.until('the end', isAdded)));
    await running.bot.stop();
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    running.discord.assertNoViolations();
  });

  test('does nothing for a member', async () => {
    const message = await answerOf(handIn());
    const asMember = { permissions: 0n };
    for (const label of ['Add', 'Discard', 'Edit details']) {
      const pressed = press(message, label, { ...OTHER, ...asMember });
      expect(await errorOf(pressed)).toContain('Only moderators');
    }
    const { customId } = await formOf(press(message, 'Edit details'));
    const sent = sendIn(message, customId, { title: 'Mine' }, asMember);
    expect(shownIn(await besideOf(sent))).toContain('Only moderators');
    await answerOf(press(message, 'Add'));
    running.discord.assertNoViolations();
  });
});

describe('an index that cannot be built', () => {
  const failing = (error: Error): Library => ({
    ...library,
    apply: async () => {
      throw error;
    },
  });

  async function restartWith(other: Library): Promise<void> {
    await running.bot.stop();
    await running.discord.stop();
    running = await startBot(commands, {
      library: other,
      editor,
      attachmentOrigins: [files.origin],
    });
  }

  test('takes an added file out again, says why, and lets it be tried again', async () => {
    const message = await answerOf(handIn());
    await restartWith(failing(new ReindexError('time-limit')));
    const pressed = press(message, 'Add');
    const answer = await pressed.until('the end', (it) =>
      shownIn(it).includes('Nothing was changed'),
    );
    expect(await inFolder()).toEqual(['bridge.md']);
    expect(titles()).toEqual(['The bridge is closed']);
    await restartWith(library);
    await press(answer, 'Add').until('the end', (it) => shownIn(it).includes('## Added'));
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    running.discord.assertNoViolations();
  });

  test('puts a removed file back, and says why', async () => {
    await restartWith(library);
    const message = await answerOf(use('remove', { article: 'bridge' }));
    const pressed = press(message, 'Remove');
    const answer = await pressed.until('the end', (it) => shownIn(it).includes('Nothing was'));
    // It was the only article.
    expect(shownIn(answer)).toContain('Nothing was changed');
    expect(await inFolder()).toEqual(['bridge.md']);
    expect(titles()).toEqual(['The bridge is closed']);
    running.discord.assertNoViolations();
  });

  test('for a reason of ours takes the change back all the same', async () => {
    const message = await answerOf(handIn());
    await restartWith(failing(new Error('inner')));
    const beside = await besideOf(press(message, 'Add'));
    expect(shownIn(beside)).toContain('abcd1234');
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });

  test('that another moderator changes meanwhile is refused, and nothing of it is indexed', async () => {
    const begun = gate();
    const { opened, open } = gate();
    await restartWith({
      ...library,
      // Not running yet, as far as anybody can see.
      apply: async (...given) => {
        begun.open();
        await opened;
        return library.apply(...given);
      },
    });
    const ferry = await answerOf(handIn());
    const tunnel = await answerOf(handIn({ name: 'tunnel.md', content: 'Tunnel\n\nIt opens.\n' }));
    const added = press(ferry, 'Add');
    await begun.opened;
    for (const refused of [press(tunnel, 'Add', OTHER), use('undo')]) {
      expect(await errorOf(refused)).toContain('A reindex is running');
    }
    open();
    await added.until('the end', (it) => shownIn(it).includes('## Added'));
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    expect(titles()).toEqual(['The bridge is closed', 'The ferry sails again']);
    running.discord.assertNoViolations();
  });

  test('while another one is built waits', async () => {
    const message = await answerOf(handIn());
    const status = {
      ...library.status(),
      running: {
        stage: 'reading',
        done: 0,
        total: 1,
        startedAt: 0,
        by: null,
        leftMs: null,
      } as const,
    };
    await restartWith({ ...library, status: () => status });
    const answer = await press(message, 'Add').until('the end', (it) =>
      shownIn(it).includes('running'),
    );
    expect(labelsOf(answer)).toContain('Add');
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });
});

describe('/corpus remove', () => {
  async function addFerry(): Promise<void> {
    const message = await answerOf(handIn());
    await press(message, 'Add').until('the end', (it) => shownIn(it).includes('## Added'));
  }

  test('asks first, naming the article by its title, and then removes it', async () => {
    await addFerry();
    const message = await answerOf(use('remove', { article: 'closed BRIDGE' }));
    expect(shownIn(message)).toContain('## Remove “The bridge is closed”?');
    expect(labelsOf(message)).toEqual(['Remove: The bridge is closed', 'Keep it']);
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    const answer = await press(message, 'Remove').until('the end', (it) =>
      shownIn(it).includes('## Removed'),
    );
    expect(labelsOf(answer)).toEqual(['Undo']);
    expect(await inFolder()).toEqual(['ferry.md']);
    expect(titles()).toEqual(['The ferry sails again']);
    running.discord.assertNoViolations();
  });

  test('keeps it when told so', async () => {
    const message = await answerOf(use('remove', { article: 'bridge.md' }));
    await press(message, 'Keep').until('the end', (it) =>
      shownIn(it).includes('Nothing was removed'),
    );
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });

  test('asks which one where several fit', async () => {
    await addFerry();
    const message = await answerOf(use('remove', { article: 'the' }));
    expect(labelsOf(message)).toEqual(['The bridge is closed', 'The ferry sails again']);
    const asked = await press(message, 'The ferry').until('a question', (it) =>
      shownIn(it).includes('## Remove'),
    );
    expect(labelsOf(asked)[0]).toBe('Remove: The ferry sails again');
    running.discord.assertNoViolations();
  });

  test('says that nothing fits', async () => {
    expect(await errorOf(use('remove', { article: '../beside.md' }))).toContain('No article has');
    running.discord.assertNoViolations();
  });

  test('asks again when the article has changed since', async () => {
    await addFerry();
    const message = await answerOf(use('remove', { article: 'bridge' }));
    await writeFile(path.join(folder, 'bridge.md'), `${BRIDGE}\nIt is open again.\n`);
    await library.apply();
    const again = await press(message, 'Remove').until('a question', (it) =>
      shownIn(it).includes('has changed since'),
    );
    expect(labelsOf(again)[0]).toBe('Remove: The bridge is closed');
    expect(await inFolder()).toEqual(['bridge.md', 'ferry.md']);
    running.discord.assertNoViolations();
  });

  test('removes a file that gives no article', async () => {
    await writeFile(path.join(folder, 'empty.txt'), ' ');
    const message = await answerOf(use('remove', { article: 'empty.txt' }));
    expect(shownIn(message)).toContain('which has no usable article');
    await press(message, 'Remove').until('the end', (it) => shownIn(it).includes('## Removed'));
    expect(await inFolder()).toEqual(['bridge.md']);
    running.discord.assertNoViolations();
  });
});

describe('/corpus show and undo', () => {
  test('tell who added what, and take it back', async () => {
    const message = await answerOf(handIn());
    await press(message, 'Add').until('the end', (it) => shownIn(it).includes('## Added'));
    const shown = await answerOf(use('show', {}, OTHER));
    expect(shownIn(shown)).toMatch(/## 2 files in the folder/u);
    expect(shownIn(shown)).toMatch(/ferry\.md\n-# 1 article · \d+ B · added by \S+, \d{4}/u);
    expect(shownIn(shown)).toContain('/corpus undo removes ferry.md again (added by');
    const undone = await press(shown, 'Undo', OTHER).until('the end', (it) =>
      shownIn(it).includes('## Undone'),
    );
    expect(await inFolder()).toEqual(['bridge.md']);
    expect(titles()).toEqual(['The bridge is closed']);
    const again = await press(undone, 'Review it again', OTHER).until('the preview', (it) =>
      shownIn(it).includes('## Add this article?'),
    );
    expect(labelsOf(again)).toEqual(['Add', 'Edit details', 'Discard']);
    running.discord.assertNoViolations();
  });

  test('page through many files, and miss none', async () => {
    for (let number = 0; number < 34; number += 1) {
      await writeFile(path.join(folder, `${'长'.repeat(60)}-${number}.md`), BRIDGE);
    }
    let page = await answerOf(use('show'));
    const seen = new Set<string>();
    const note = () => {
      for (const [name] of shownIn(page).matchAll(/(?:长+-\d+|bridge)\.md/gu)) seen.add(name);
    };
    note();
    while (labelsOf(page).includes('Next')) {
      const before = shownIn(page);
      page = await press(page, 'Next').until('the next page', (it) => shownIn(it) !== before);
      note();
    }
    expect(seen.size).toBe(35);
    expect(labelsOf(page)[0]).toBe('Previous');
    expect(shownIn(page)).not.toContain('not shown');
    running.discord.assertNoViolations();
  });

  test('say that there is nothing to undo', async () => {
    expect(await errorOf(use('undo'))).toBe('There is nothing to undo.');
    running.discord.assertNoViolations();
  });

  test('refuse a file that was changed meanwhile', async () => {
    const message = await answerOf(handIn());
    await press(message, 'Add').until('the end', (it) => shownIn(it).includes('## Added'));
    await writeFile(path.join(folder, 'ferry.md'), 'changed by hand');
    expect(await errorOf(use('undo'))).toContain('has been edited since');
    expect(await readFile(path.join(folder, 'ferry.md'), 'utf8')).toBe('changed by hand');
    running.discord.assertNoViolations();
  });
});

describe('/corpus', () => {
  test.each(['show', 'undo', 'remove'])('%s is for moderators', async (subcommand) => {
    const options = subcommand === 'remove' ? { article: 'bridge' } : {};
    const asked = use(subcommand, options, { permissions: 0n });
    expect(await errorOf(asked)).toContain('Only moderators');
    expect(await inFolder()).toEqual(['bridge.md']);
  });

  test('is not registered where it is switched off, and refused when used anyway', async () => {
    const { payload } = use('show');
    await running.bot.stop();
    await running.discord.stop();
    running = await startBot(commands, { library });
    expect(running.discord.commands().map(({ name }) => name)).not.toContain('corpus');
    expect(await errorOf(running.discord.interact(payload))).toContain('switched off');
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)('says that the folder cannot be written', async () => {
    const message = await answerOf(handIn());
    await chmod(folder, 0o555);
    expect(shownIn(await besideOf(press(message, 'Add')))).toContain('permission denied');
    await chmod(folder, 0o755);
  });

  test('says that the folder is not there any more', async () => {
    const message = await answerOf(handIn());
    await rm(folder, { recursive: true });
    expect(shownIn(await besideOf(press(message, 'Add')))).toContain('the folder does not exist');
    running.discord.assertNoViolations();
  });
});

describe('a page of the web', () => {
  const ADDRESS = 'https://harbour.example/ferry';
  let words: string;

  /** Gives the page of {@link ADDRESS}, as it is read when it is fetched. */
  const look: WebAccess['look'] = async (address) => {
    if (address !== ADDRESS) throw new FetchError('private', 'intern.example');
    const page = {
      kind: 'fetched',
      url: address,
      bytes: Buffer.from(words),
      mediaType: 'text/plain',
      charset: null,
      validators: { etag: null, lastModified: null },
    } as const;
    const retrieved = '2026-03-05T10:20:00.000Z';
    return readPage({ page, retrieved, maxArticleBytes: MAX_BYTES });
  };

  /** Resolves with the message once its heading begins so. */
  const headed = (beginning: string, interaction: FakeInteraction) =>
    interaction.until(beginning, (it) => textsOf(it)[0]?.startsWith(`## ${beginning}`) ?? false);

  beforeEach(async () => {
    words = FERRY;
    await running.bot.stop();
    await running.discord.stop();
    const fault = { kind: 'status', detail: '404' } as const;
    fetching = {
      look,
      problems: async () => [
        {
          code: 'feed-failed',
          severity: 'warning',
          file: 'feeds.yaml',
          line: 2,
          values: { address: 'https://harbour.example/feed', fault },
        },
      ],
    };
    running = await start();
  });

  test('is shown like an upload, added with its address, and taken back', async () => {
    const preview = await answerOf(use('add', { url: ADDRESS }));
    expect(shownIn(preview)).toContain('The ferry sails again');
    const added = await headed('Added', press(preview, 'Add'));
    expect(shownIn(added)).toContain('harbour-example-ferry.txt');
    const article = library.current().corpus.byId.get('harbour-example-ferry');
    expect(article).toMatchObject({ url: ADDRESS, retrieved: '2026-03-05T10:20:00.000Z' });
    await headed('Undone', press(added, 'Undo'));
    expect(await inFolder()).toEqual(['bridge.md']);
  });

  test('that is there already with other words becomes a version of its own, and says so', async () => {
    await headed('Added', press(await answerOf(use('add', { url: ADDRESS })), 'Add'));
    words = FERRY.replaceAll('Tuesday', 'Wednesday');
    const preview = await answerOf(use('add', { url: ADDRESS }));
    expect(shownIn(preview)).toContain('An earlier version of this page is there. Both are kept.');
    await headed('Added', press(preview, 'Add'));
    expect(await inFolder()).toEqual([
      'bridge.md',
      'harbour-example-ferry-2.txt',
      'harbour-example-ferry.txt',
    ]);
  });

  test('that cannot be fetched is told with the reason, and a file beside an address is too much', async () => {
    expect(await errorOf(use('add', { url: 'http://intern.example/' }))).toContain(
      'Nothing was fetched: intern.example is not on the public Internet.',
    );
    expect(await errorOf(use('add'))).toContain('one of the two');
  });

  test('is for moderators', async () => {
    const asked = use('add', { url: ADDRESS }, { permissions: 0n });
    expect(await errorOf(asked)).toContain('moderators');
  });

  test('a feed that could not be fetched is told beside the files', async () => {
    const shown = shownIn(await answerOf(use('show')));
    expect(shown).toContain('Feeds that could not be fetched');
    expect(shown).toContain('https://harbour.example/feed');
    expect(shown).toContain('the server answered with 404');
  });
});

test('no page is fetched while that is switched off', async () => {
  expect(await errorOf(use('add', { url: 'https://harbour.example/' }))).toContain('switched off');
});

import { createHash } from 'node:crypto';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { Command, OptionDefinition, QuoteBlock, Reply } from '../../src/commands/index.ts';
import type { Article, Corpus, Problem } from '../../src/corpus/index.ts';
import { createLocalHost, type Library } from '../../src/library/index.ts';
import { createQuote } from '../../src/retrieval/index.ts';
import { type Range } from '../../src/shared/range.ts';
import type { Io, OutputStream } from '../../src/terminal/io.ts';
import type { Parts } from '../../src/terminal/session.ts';
import { inScripts } from '../support/in-scripts.ts';

/** An article with everything that a test does not care about filled in. */
export function fakeArticle(text: string, fields: Partial<Article> = {}): Article {
  return {
    id: 'a',
    file: 'a.md',
    title: 'Neither will buy it',
    publisher: 'The Guardian',
    published: '2020-09-14',
    url: null,
    language: 'en',
    text,
    retrieved: null,
    bodyStart: 0,
    inferred: [],
    contentHash: createHash('sha256').update(text).digest('hex'),
    ...fields,
  };
}

/** A problem that rejects its article. */
export const REJECTED: Problem = {
  code: 'empty',
  severity: 'error',
  file: 'empty.md',
  line: 3,
  values: {},
};

export function fakeCorpus(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
): Corpus {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return { folder: '/articles', articles, byId, problems, synonyms: [], contentHash: 'hash' };
}

/** A library whose articles never change. */
export function fakeLibrary(corpus: Corpus): Library {
  const collection = { passageCount: 0, ask: refuse, findClaims: refuse, verify: refuse };
  const generation = {
    id: 'generation',
    corpus,
    collection,
    timeline: refuse,
    suggestions: refuse,
    catalogue: refuse,
    builtAt: 0,
  };
  return {
    current: () => generation,
    status: () => ({ generation, running: null, last: null }),
    preview: refuse,
    apply: refuse,
    cancel: () => null,
    close: async () => {},
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('not part of this test'));
}

const QUESTION: OptionDefinition = {
  name: 'question',
  type: 'string',
  required: true,
  description: inScripts('What to ask', '问题', '問題'),
};

const SOURCE: OptionDefinition = {
  name: 'source',
  type: 'string',
  required: false,
  description: inScripts('Only this publisher', '限定来源', '限定來源'),
};

const LANGUAGE: OptionDefinition = {
  name: 'language',
  type: 'string',
  required: false,
  description: inScripts('Only this language', '限定语言', '限定語言'),
  choices: [
    { value: 'en', label: inScripts('English', '英文', '英文') },
    { value: 'zh', label: inScripts('Chinese', '中文', '中文') },
  ],
};

const PRIVATE: OptionDefinition = {
  name: 'private',
  type: 'boolean',
  required: false,
  description: inScripts('For me alone', '仅自己可见', '僅自己可見'),
};

const ALL: OptionDefinition = {
  name: 'all',
  type: 'boolean',
  required: false,
  description: inScripts('All of it', '全部', '全部'),
};

const LIMIT: OptionDefinition = {
  name: 'limit',
  type: 'string',
  required: false,
  description: inScripts('At most so many', '最多几条', '最多幾則'),
};

/** One use of a fake command, as it was called. */
export interface SeenCall {
  readonly command: string;
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Commands with the shapes of the real ones, that answer by `answer` and note their calls. */
export function fakeCommands(
  answer: (call: SeenCall) => Reply,
  seen: SeenCall[] = [],
): readonly Command[] {
  const command = (
    name: string,
    options: readonly OptionDefinition[],
    subcommands: readonly string[] = [],
    buttonOptions: readonly OptionDefinition[] = [],
  ): Command => ({
    definition: {
      name,
      description: inScripts(`The command ${name}`, `命令 ${name}`, `指令 ${name}`),
      access: 'everyone',
      options,
      buttonOptions,
      subcommands: subcommands.map((subcommand) => ({
        name: subcommand,
        description: inScripts(`Do ${subcommand}`, subcommand, subcommand),
        options: [],
      })),
    },
    run: async ({ subcommand, options: given }) => {
      const call = { command: name, subcommand, options: given };
      seen.push(call);
      const reply = answer(call);
      return { reply, json: () => call };
    },
  });
  const query = { ...QUESTION, name: 'query', required: false };
  return [
    command('ask', [QUESTION, SOURCE, LANGUAGE, PRIVATE], [], [LIMIT]),
    command('sources', [query, ALL]),
    command('reindex', [], ['preview', 'apply', 'status']),
  ];
}

/** A reply of one line. */
export function fakeReply(heading: string, fields: Partial<Reply> = {}): Reply {
  return { locale: 'en-US', visibility: 'public', heading, blocks: [], footer: null, ...fields };
}

/** A quote block of a whole article. */
export function quoteBlock(article: Article, marks: readonly Range[] = []): QuoteBlock {
  return {
    type: 'quote',
    quote: createQuote(article, { start: 0, end: article.text.length }, marks),
    source: {
      articleId: article.id,
      publisher: article.publisher,
      title: article.title,
      published: article.published,
      url: article.url,
    },
    alsoIn: [],
    cutBefore: false,
    cutAfter: false,
  };
}

export function fakeParts(parts: Partial<Parts> = {}): Parts {
  const corpus = fakeCorpus([fakeArticle('It must be sold by 15 September.')]);
  return {
    commands: fakeCommands(({ options }) => fakeReply(`asked: ${String(options['question'])}`)),
    answerBatchLine: async (line) => ({ json: JSON.parse(line), ok: true }),
    createLibrary: async () => fakeLibrary(corpus),
    createThreadHost: () => createLocalHost(),
    loadCorpus: async () => corpus,
    registerCommands: async () => ({ registered: 4, failedGuildIds: [] }),
    renderSvg: async ({ title }) => `<svg><title>${title}</title></svg>`,
    inspectDiscord: async () => [],
    openPageKeeper: () => {
      throw new Error('this test fetches no page');
    },
    readFeedProblems: async () => [],
    inspectSnapshot: async () => ({ state: 'none' }),
    version: '1.2.3',
    nodeVersion: '22.1.0',
    oldestNode: '20.19.0',
    ...parts,
  };
}

/** Streams that a test can read, and what has been written to them. */
export interface FakeIo {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function fakeIo(
  input: string | Buffer | readonly (string | Buffer)[] = '',
  fields: Partial<Pick<Io, 'env' | 'cwd' | 'stdout' | 'stderr'>> = {},
): FakeIo {
  const out = recorder();
  const err = recorder();
  const chunks = Array.isArray(input) ? input : [input];
  const stdin = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const io = { stdin, stdout: out.stream, stderr: err.stream, env: {}, cwd: '/nowhere', ...fields };
  return { io, stdout: out.text, stderr: err.text };
}

/** A stream that keeps what it is given. */
export function recorder(fields: { isTTY?: boolean; columns?: number } = {}): {
  stream: OutputStream;
  text: () => string;
} {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return {
    stream: Object.assign(stream, fields),
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/** A terminal on one side: what is typed into it comes out of it. */
export function fakeKeyboard(): PassThrough & { isTTY: boolean } {
  return Object.assign(new PassThrough(), { isTTY: true });
}

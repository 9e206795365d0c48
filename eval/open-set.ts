import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_MAX_ARTICLE_BYTES } from '../src/corpus/index.ts';
import { describeProblem } from '../src/i18n/index.ts';
import {
  createLibrary,
  type Generation,
  type IndexHost,
  type Library,
} from '../src/library/index.ts';
import { type EvalQuestion, QuestionSetError } from './question.ts';
import { readOffsetQuestions, readOwnQuestions } from './read-questions.ts';

/** Questions about articles, with the index that is to answer them. */
export interface EvalSet {
  readonly generation: Generation;
  readonly questions: readonly EvalQuestion[];
  /** Questions in one language about what stands in the other only, or nowhere; none in a set of another folder. */
  readonly crossLanguage: readonly EvalQuestion[];
  /** Questions as people type them in a chat, in both languages; none in a set of another folder. */
  readonly chat: readonly EvalQuestion[];
}

const SEEDS = path.resolve(import.meta.dirname, '../seeds');

/**
 * Opens our own set: the questions of this folder over the articles of `seeds/`.
 *
 * @throws QuestionSetError when an article cannot be read or a question is not as it must be.
 */
export async function openOwnSet(): Promise<EvalSet> {
  const generation = await openArticles(SEEDS);
  const read = async (file: string) =>
    readOwnQuestions(
      await readSetFile(path.join(import.meta.dirname, file)),
      file,
      generation.corpus.byId,
    );
  return {
    generation,
    questions: await read('questions.jsonl'),
    crossLanguage: await read('cross-language.jsonl'),
    chat: await read('chat.jsonl'),
  };
}

/**
 * Opens the set of a folder with `questions.jsonl` (gold as offsets) and `corpus/`.
 *
 * @throws QuestionSetError when an article cannot be read or a question is not as it must be.
 */
export async function openSetIn(folder: string): Promise<EvalSet> {
  const generation = await openArticles(path.join(folder, 'corpus'));
  const file = path.join(folder, 'questions.jsonl');
  const source = await readSetFile(file);
  return {
    generation,
    questions: readOffsetQuestions(source, file, generation.corpus.byId),
    crossLanguage: [],
    chat: [],
  };
}

async function openArticles(folder: string): Promise<Generation> {
  return (await openLibrary(folder)).current();
}

/**
 * Opens the articles of a folder.
 *
 * @param host shared by several libraries, it reads the dictionary once; one of its own when left out.
 * @throws QuestionSetError when an article cannot be read, and when there is none.
 */
export async function openLibrary(folder: string, host?: IndexHost): Promise<Library> {
  const library = await createLibrary({
    folder,
    maxArticleBytes: DEFAULT_MAX_ARTICLE_BYTES,
    ...(host && { host }),
  });
  const { articles, problems } = library.current().corpus;
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) {
    const place = path.join(folder, error.file) + (error.line === null ? '' : `:${error.line}`);
    throw new QuestionSetError(place, describeProblem(error, 'en-US').reason);
  }
  if (articles.length === 0) throw new QuestionSetError(folder, 'there is no article');
  return library;
}

/** @throws QuestionSetError when the file cannot be read. */
export async function readSetFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new QuestionSetError(file, `cannot be read (${String(error)})`);
  }
}

import { z } from 'zod';
import type { Article } from '../src/corpus/index.ts';
import { languageOf } from '../src/language/script-language.ts';
import { locateWords } from './locate-words.ts';
import { type EvalQuestion, type GoldSpan, QuestionSetError } from './question.ts';

const text = z.string().trim().min(1);
const articleId = z.string().min(1);

/** One line of `questions.jsonl` beside this file. */
const ownLine = z.strictObject({
  id: text,
  question: text,
  language: z.enum(['en', 'zh']),
  gold: z.array(z.strictObject({ article: articleId, words: text })),
  reason: text,
});

/** One line of a set with offsets. What else it says is of no use here. */
const offsetLine = z.object({
  id: text,
  question: text,
  gold: z.array(
    z.object({ article: articleId, start: z.int().nonnegative(), end: z.int().positive() }),
  ),
});

type Articles = ReadonlyMap<string, Article>;

/**
 * Reads questions whose gold is given as words of the article, one JSON object a line.
 *
 * @param file the name for messages.
 * @throws QuestionSetError for a line that is not as it must be, and for words that are not
 *   exactly once in their article.
 */
export function readOwnQuestions(source: string, file: string, articles: Articles): EvalQuestion[] {
  return readLines(source, file, ownLine, (line, place) => ({
    ...line,
    gold: line.gold.map(({ article, words }): GoldSpan => {
      const { text: whole } = articleNamed(article, articles, place);
      const found = locateWords(whole, words);
      if (typeof found === 'string') {
        throw new QuestionSetError(place, `"${words}" ${found} in the article "${article}"`);
      }
      return { article, ...found };
    }),
  }));
}

/**
 * Reads questions whose gold is given as offsets, one JSON object a line; the language is told by
 * the script.
 *
 * @param file the name for messages.
 * @throws QuestionSetError for a line that is not as it must be, and for offsets outside an article.
 */
export function readOffsetQuestions(
  source: string,
  file: string,
  articles: Articles,
): EvalQuestion[] {
  return readLines(source, file, offsetLine, ({ id, question, gold }, place) => {
    for (const { article, start, end } of gold) {
      const { length } = articleNamed(article, articles, place).text;
      if (start >= end || end > length) {
        const span = `${start}-${end}`;
        throw new QuestionSetError(place, `${span} is no stretch of "${article}" (${length} long)`);
      }
    }
    return { id, question, language: languageOf(question), gold, reason: null };
  });
}

function readLines<Line extends { readonly id: string; readonly question: string }>(
  source: string,
  file: string,
  schema: z.ZodType<Line>,
  toQuestion: (line: Line, place: string) => EvalQuestion,
): EvalQuestion[] {
  const ids = new Set<string>();
  return source.split('\n').flatMap((json, index) => {
    if (json.trim() === '') return [];
    const place = `${file}:${index + 1}`;
    const parsed = schema.safeParse(parseJson(json, place));
    if (!parsed.success) throw new QuestionSetError(place, z.prettifyError(parsed.error));
    const { id } = parsed.data;
    if (ids.has(id)) throw new QuestionSetError(place, `the id "${id}" is there already`);
    ids.add(id);
    return [toQuestion(parsed.data, place)];
  });
}

/** @throws QuestionSetError when it is not JSON. */
export function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new QuestionSetError(place, `not JSON (${String(error)})`);
  }
}

function articleNamed(id: string, articles: Articles, place: string): Article {
  const article = articles.get(id);
  if (!article) throw new QuestionSetError(place, `there is no article "${id}"`);
  return article;
}

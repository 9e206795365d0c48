import { z } from 'zod';
import { type Article, METADATA_KEYS } from './article.ts';
import { contentHashOf } from './build-article.ts';
import type { SynonymGroup } from './folder/parsed-file.ts';
import { type StoredArticle, storeArticle } from './stored-article.ts';

const text = z.string().min(1);

const articleSchema = z
  .strictObject({
    id: text,
    file: text,
    title: text,
    publisher: text,
    published: z.iso.date().nullable(),
    url: z.url({ protocol: /^https?$/u }).nullable(),
    retrieved: z.iso.datetime().nullable(),
    language: text,
    text,
    bodyStart: z.int().min(0),
    author: text.exactOptional(),
    pages: z.array(z.strictObject({ page: z.int().min(1), start: z.int().min(0) })).exactOptional(),
    cuts: z.array(z.int().min(0)).exactOptional(),
    inferred: z.array(z.enum(METADATA_KEYS)),
    contentHash: text,
  })
  .refine(({ bodyStart, text: { length } }) => bodyStart < length, 'its text ends before it begins')
  .refine((article) => contentHashOf(article) === article.contentHash, 'its hash is wrong');

/** An article as one line of JSON, with the end of the line. */
export function toSavedArticle(article: Article): string {
  return `${JSON.stringify(article)}\n`;
}

/**
 * The article of a line, with the text and metadata of which its content hash was made.
 *
 * @throws SyntaxError or a zod error when it is no such line.
 */
export function readSavedArticle(line: string): StoredArticle {
  return storeArticle(articleSchema.parse(JSON.parse(line)));
}

const synonymsSchema = z.array(z.array(text).min(2));

/** Groups of synonyms as one line of JSON, with the end of the line. */
export function toSavedSynonyms(synonyms: readonly SynonymGroup[]): string {
  return `${JSON.stringify(synonyms)}\n`;
}

/**
 * The groups of a line; null for the line of an article.
 *
 * @throws SyntaxError or a zod error when it is neither.
 */
export function readSavedSynonyms(line: string): readonly SynonymGroup[] | null {
  return line.startsWith('[') ? synonymsSchema.parse(JSON.parse(line)) : null;
}

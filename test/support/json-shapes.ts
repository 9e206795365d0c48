import { z } from 'zod';

// The shapes of design.md section 4, to the key: an extra key is an error as well.

const offset = z.int().nonnegative();
const place = { article: z.string(), file: z.string(), start: offset, end: offset };

const quoteShape = z.strictObject({
  ...place,
  text: z.string().min(1),
  score: z.number(),
  title: z.string(),
  publisher: z.string(),
  published: z.iso.date().nullable(),
  url: z.url().nullable(),
  page: z.int().positive().exactOptional(),
  language: z.string(),
  echoes: z.array(z.strictObject(place)),
});

const answerKeys = {
  verdict: z.enum(['answered', 'closest', 'nothing']),
  abstained: z.boolean(),
  confidence: z.number().min(0).max(1),
  quotes: z.array(quoteShape),
  nearest: z.array(z.strictObject({ article: z.string(), title: z.string() })),
};

/** What `ask --json` prints. */
export const answerShape = z.strictObject(answerKeys);

/** What a line of `ask --batch` prints. */
export const batchShape = z.strictObject({ id: z.union([z.string(), z.number()]), ...answerKeys });

/** What a line of `ask --batch` prints when it could not be used. */
export const batchErrorShape = z.strictObject({ id: z.null(), error: z.string() });

/** What `timeline --json` prints. */
export const timelineShape = z.strictObject({
  entries: z.array(
    z.strictObject({
      date: z
        .string()
        .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
        .nullable(),
      precision: z.enum(['day', 'month', 'year', 'none']),
      value: z.string().nullable(),
      modifier: z.enum(['start', 'mid', 'end']).nullable(),
      role: z.enum(['event', 'deadline', 'planned', 'report']),
      quotes: z.array(quoteShape).min(1),
      conflict: z.boolean(),
      conflicts: z.array(
        z.strictObject({
          kind: z.enum(['date', 'claim', 'figure']),
          summary: z.string(),
          quotes: z.array(quoteShape),
        }),
      ),
      updates: z.array(
        z.strictObject({
          kind: z.enum(['date', 'figure']),
          summary: z.string(),
          steps: z.array(z.string()).min(2),
          quotes: z.array(quoteShape).min(2),
        }),
      ),
    }),
  ),
});

const article = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.iso.date().nullable(),
  language: z.string(),
  url: z.url().nullable(),
  inferred: z.array(z.enum(['id', 'title', 'publisher', 'published', 'language', 'url'])),
});

/** What `sources --json` prints. */
export const sourcesShape = z.strictObject({ articles: z.array(article) });

/** What `reindex preview --json` and `reindex apply --json` print. */
export const reindexShape = z.strictObject({
  added: z.array(article),
  changed: z.array(article),
  removed: z.array(article),
  areSynonymsChanged: z.boolean(),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      file: z.string(),
      line: z.int().positive().nullable(),
      values: z.record(z.string(), z.unknown()),
    }),
  ),
  articleCount: z.int(),
  passageCount: z.int(),
  generationId: z.string(),
  durationMs: z.number(),
});

const actor = z.union([
  z.strictObject({ kind: z.literal('person'), id: z.string(), name: z.string() }),
  z.strictObject({ kind: z.enum(['terminal', 'watcher']) }),
]);

/** What `reindex status --json` prints. */
export const statusShape = z.strictObject({
  generation: z.strictObject({
    id: z.string(),
    articleCount: z.int(),
    passageCount: z.int(),
    builtAt: z.number(),
  }),
  running: z
    .strictObject({
      by: actor.nullable(),
      stage: z.enum(['reading', 'indexing']),
      done: z.int(),
      total: z.int(),
      leftMs: z.number().nullable(),
      startedAt: z.number(),
    })
    .nullable(),
  last: z
    .strictObject({
      by: actor.nullable(),
      startedAt: z.number(),
      endedAt: z.number(),
      error: z.string().nullable(),
    })
    .nullable(),
});

/** A value as whoever reads the printed JSON gets it. */
export function printed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

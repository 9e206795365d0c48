import { z } from 'zod';
import { ENGINE_NAMES } from './engines/index.ts';
import { LANGUAGES } from './texts/language.ts';

/** What one child process measures. */
export const cellSchema = z.strictObject({
  engine: z.enum(ENGINE_NAMES),
  language: z.enum(LANGUAGES),
  passageCount: z.int().min(1),
  questionCount: z.int().min(1),
});

/** One engine, one language, one size. */
export type Cell = z.infer<typeof cellSchema>;

const amount = z.number().min(0);

/** What a child process sends. */
export const measurementSchema = z.strictObject({
  buildSeconds: amount,
  /** The longest time for which building held the event loop. */
  longestPauseMs: amount,
  /** What building added to the heap, after collecting the garbage. */
  heapMb: z.number(),
  /** The same after all questions: with what was kept for the next ones. */
  heapAfterQuestionsMb: z.number(),
  p50Ms: amount,
  p99Ms: amount,
  /** The share of the questions whose passage is among the best ten. */
  foundShare: amount.max(1),
});

/** The figures of one cell. */
export type Measurement = z.infer<typeof measurementSchema>;

/** How a cell came out: what takes too long is stopped, and what fails says why. */
export type Outcome<Figures> =
  | { readonly status: 'measured'; readonly measurement: Figures }
  | { readonly status: 'timed-out'; readonly limitSeconds: number }
  | { readonly status: 'failed'; readonly reason: string };

/** A cell with its outcome. */
export interface CellResult {
  readonly cell: Cell;
  readonly outcome: Outcome<Measurement>;
}

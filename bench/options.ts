import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { type BenchLanguage, LANGUAGES } from './texts/language.ts';

/** What is measured, and how it is shown. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly languages: readonly BenchLanguage[];
  readonly json: boolean;
  /** Measure what the bot does in its life instead of engines beside each other. */
  readonly bot: boolean;
  readonly limitSeconds: number;
}

const QUICK_SIZES: readonly number[] = [1000];
const DEFAULT_SIZES: readonly number[] = [1000, 10_000];
const DEFAULT_LIMIT_SECONDS = 180;
/** Fewer passages than this are no collection to measure, and wink refuses fewer than three. */
const SMALLEST_SIZE = 10;

const sizes = z.array(z.coerce.number().int().min(SMALLEST_SIZE)).min(1);
const languages = z.array(z.enum(LANGUAGES)).min(1);
const limitSeconds = z.coerce.number().positive().max(86_400);

const parsedSchema = z.object({
  sizes: sizes.optional(),
  languages,
  quick: z.boolean(),
  json: z.boolean(),
  bot: z.boolean(),
  timeLimit: limitSeconds,
});

/** Reads the command line; prints and ends the process on `--help` and on mistakes. */
export function parseOptions(argv: readonly string[]): BenchOptions {
  const command = new Command('npm run bench --')
    .description('Measures Verbatim beside other search engines, on generated texts.')
    .option('--sizes <counts>', 'numbers of passages, e.g. 1000,10000', listOf(sizes))
    .option('--languages <names>', `of ${LANGUAGES.join(', ')}`, listOf(languages), [...LANGUAGES])
    .option('--quick', `${QUICK_SIZES.join(', ')} passages only`, false)
    .option('--bot', 'starting, asking and reindexing as the bot does, instead of engines', false)
    .option('--json', 'print JSON', false)
    .option(
      '--time-limit <seconds>',
      'for one engine, language and size',
      checked(limitSeconds),
      DEFAULT_LIMIT_SECONDS,
    )
    .parse(argv, { from: 'user' });
  const options = parsedSchema.parse(command.opts());
  return {
    sizes: options.sizes ?? (options.quick ? QUICK_SIZES : DEFAULT_SIZES),
    languages: options.languages,
    json: options.json,
    bot: options.bot,
    limitSeconds: options.timeLimit,
  };
}

function listOf<T>(schema: z.ZodType<readonly T[]>): (text: string) => readonly T[] {
  const check = checked(schema.transform((values) => [...new Set(values)]));
  return (text) => check(text.split(',').map((part) => part.trim()));
}

function checked<T>(schema: z.ZodType<T>): (value: unknown) => T {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join('; '));
  };
}

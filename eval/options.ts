import { Command } from 'commander';
import { z } from 'zod';

const schema = z.object({
  set: z.string().min(1).optional(),
  json: z.boolean(),
  misses: z.boolean(),
});

/** What is evaluated, and how it is shown. */
export type EvalOptions = z.infer<typeof schema>;

/** Reads the command line; prints and ends the process on `--help` and on mistakes. */
export function parseOptions(argv: readonly string[]): EvalOptions {
  const command = new Command('npm run eval --')
    .description('Scores the answers to questions whose right quotes are known.')
    .option('--set <folder>', 'a folder with questions.jsonl (gold as offsets) and corpus/')
    .option(
      '--misses',
      'list what was missed, with the reason why it should have been found',
      false,
    )
    .option('--json', 'print JSON', false)
    .parse(argv, { from: 'user' });
  return schema.parse(command.opts());
}

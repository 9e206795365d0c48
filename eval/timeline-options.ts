import { Command } from 'commander';
import { z } from 'zod';

const schema = z.object({
  set: z.string().min(1).optional(),
  json: z.boolean(),
  misses: z.boolean(),
});

/** Reads the command line; prints and ends the process on `--help` and on mistakes. */
export function parseTimelineOptions(argv: readonly string[]): z.infer<typeof schema> {
  const command = new Command('npm run eval:timeline --')
    .description('Scores the timelines of stories whose events are known.')
    .option('--set <folder>', 'a folder of stories, each with gold.json and articles/')
    .option('--misses', 'list what is wrong in the stories to tune on', false)
    .option('--json', 'print JSON', false)
    .parse(argv, { from: 'user' });
  return schema.parse(command.opts());
}

import { z } from 'zod';
import { commands } from '../src/commands/index.ts';
import type { Library } from '../src/library/index.ts';
import type { GoldSpan } from './question.ts';

const span = z.object({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
const quotes = z
  .array(span.extend({ echoes: z.array(span) }))
  .transform((all): GoldSpan[] => all.flatMap(({ echoes, ...quote }) => [quote, ...echoes]));

const timeline = z.object({
  entries: z.array(
    z.object({
      date: z.string().nullable(),
      role: z.string(),
      quotes,
      conflicts: z.array(z.object({ kind: z.enum(['date', 'claim', 'figure']), quotes })),
    }),
  ),
});

/** An entry of a timeline as `timeline --json` prints it. Echoes stand among the quotes. */
export type ShownEntry = z.infer<typeof timeline>['entries'][number];

/**
 * The whole timeline of a library, by the command itself.
 *
 * @throws Error when there is no such command, and when its JSON is not of the agreed shape.
 */
export async function showTimeline(library: Library): Promise<ShownEntry[]> {
  const command = commands.find(({ definition }) => definition.name === 'timeline');
  if (!command) throw new Error('There is no command "timeline".');
  const call = {
    subcommand: null,
    options: {},
    locale: 'en-US',
    isModerator: false,
    person: null,
  } as const;
  const { json } = await command.run(call, { library });
  return timeline.parse(json()).entries;
}

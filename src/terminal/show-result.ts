import {
  type Command,
  type CommandCall,
  type ExportFormat,
  type Reply,
  verifyReply,
  wholeReply,
} from '../commands/index.ts';
import type { Library } from '../library/index.ts';
import { styleFor, writeText } from './io.ts';
import { createProgressLine } from './progress-line.ts';
import { renderReply } from './render-reply.ts';
import { safeJson, safeText } from './safe-text.ts';
import type { Session } from './session.ts';
import type { WriteCall } from './write-call.ts';

/** What a person typed: which command, and with which options. */
export type TypedCall = Pick<CommandCall, 'subcommand' | 'options'>;

/**
 * Runs a command as Discord would and writes its reply, or its JSON, to standard output.
 *
 * @param writeCall how this reader types what the reply says can be done next.
 * @param format the file for other programs that is written in place of the reply; null for none.
 * @returns the reply.
 */
export async function showResult(
  command: Command,
  typed: TypedCall,
  library: Library,
  session: Session,
  writeCall: WriteCall,
  format: ExportFormat | null = null,
): Promise<Reply> {
  const { io, json, locale, log } = session;
  const result = await runCommand();
  await writeText(io.stdout, result.text);
  return result.reply;

  async function runCommand(): Promise<{ readonly reply: Reply; readonly text: string }> {
    const progress = createProgressLine(io.stderr, locale);
    try {
      // Whoever can read the folder in a terminal may do everything with it.
      const call = {
        ...typed,
        locale,
        isModerator: true,
        person: null,
        onProgress: progress.show,
      };
      // Kept, so that quotes are still found in their articles when a new generation comes meanwhile.
      const { byId } = library.current().corpus;
      const answered = await command.run(call, { library });
      const reply = wholeReply(answered);
      const file = format === null ? undefined : answered.exports?.[format]?.();
      if (file !== undefined) return { reply, text: safeText(file) };
      if (json) return { reply, text: `${safeJson(answered.json(), 2)}\n` };
      const verified = verifyReply(reply, byId, (error) =>
        log.error({ err: error }, 'a quote is not in its article'),
      );
      const style = styleFor(io.stdout, io.env);
      return { reply, text: renderReply(verified, style, writeCall) };
    } finally {
      progress.clear();
    }
  }
}

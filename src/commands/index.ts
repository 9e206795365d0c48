import { askCommand } from './ask.ts';
import type { Command } from './command.ts';
import { corpusCommand } from './corpus.ts';
import { reindexCommand } from './reindex.ts';
import { sourcesCommand } from './sources.ts';
import { timelineCommand } from './timeline.ts';

export { answerBatchLine } from './ask-batch.ts';
export { type Attachment, AttachmentError } from './attachment.ts';
export type { BatchResult } from './batch-line.ts';
export { buildTimelineChart } from './build-timeline-chart.ts';
export type {
  Command,
  CommandCall,
  CommandDefinition,
  CommandResult,
  OptionDefinition,
  Progress,
  Services,
  SubcommandDefinition,
} from './command.ts';
export { answerDatesLine } from './dates-batch.ts';
export type { FormDefinition } from './form.ts';
export type {
  Action,
  ActionCall,
  ActionTarget,
  Block,
  DateBlock,
  ListBlock,
  QuoteBlock,
  Reply,
  Source,
  TextBlock,
} from './reply.ts';
export { articleJson } from './sources.ts';
export type { ChartPoint, ChartRole, ChartUnit, TimelineChart } from './timeline-chart.ts';
export { type VerifiedQuoteBlock, type VerifiedReply, verifyReply } from './verify-reply.ts';

/** Every command there is: registration, dispatch, the terminal and its help all read this list. */
export const commands: readonly Command[] = [
  askCommand,
  sourcesCommand,
  timelineCommand,
  reindexCommand,
  corpusCommand,
];

/** The commands that are offered, without those that are switched off. */
export function offeredCommands(switches: {
  /** Whether moderators may change the folder of articles. */
  readonly corpusCommands: boolean;
}): readonly Command[] {
  return commands.filter((command) => command !== corpusCommand || switches.corpusCommands);
}

import { askCommand } from './ask/ask.ts';
import type { Command, CommandDefinition } from './command.ts';
import { corpusCommand } from './corpus/corpus.ts';
import { insightsCommand } from './feedback/insights.ts';
import { privacyCommand } from './feedback/privacy.ts';
import { findCommand } from './find/find.ts';
import { reindexCommand } from './reindex/reindex.ts';
import { sourcesCommand } from './sources/sources.ts';
import { timelineCommand } from './timeline/timeline.ts';
import { verifyCommand } from './verify/verify.ts';

export type { Role } from '../timeline/index.ts';
export { answerBatchLine } from './ask/batch.ts';
export type { BatchResult } from './batch-line.ts';
export type {
  Audit,
  AuditEntry,
  Command,
  CommandCall,
  CommandDefinition,
  CommandResult,
  FormDefinition,
  OptionDefinition,
  Progress,
  Services,
  SubcommandDefinition,
} from './command.ts';
export { type Attachment, AttachmentError } from './command.ts';
export { type Choice, type CompletionCall, completeOption } from './complete-option.ts';
export { fittingReply, wholeReply } from './paging.ts';
export { progressReply } from './reindex/progress.ts';
export type {
  Action,
  ActionCall,
  ActionTarget,
  AttachedFile,
  Block,
  DateBlock,
  ListBlock,
  ListItem,
  Menu,
  QuoteBlock,
  Reply,
  Source,
  TextBlock,
} from './reply.ts';
export { pageLabel } from './reply-parts.ts';
export { articleJson } from './sources/sources.ts';
export { buildTimelineChart } from './timeline/build-chart.ts';
export type { ChartPoint, ChartWords, TimelineChart } from './timeline/chart.ts';
export { answerDatesLine } from './timeline/dates-batch.ts';
export { EXPORT_FORMATS, type ExportFormat } from './timeline/export.ts';
export { answerVerifyLine } from './verify/batch.ts';
export {
  createVerifier,
  type VerifiedQuoteBlock,
  type VerifiedReply,
  verifyReply,
} from './verify-reply.ts';

/** Every command there is: registration, dispatch, the terminal and its help all read this list. */
export const commands: readonly Command[] = [
  askCommand,
  sourcesCommand,
  timelineCommand,
  findCommand,
  verifyCommand,
  reindexCommand,
  corpusCommand,
  insightsCommand,
  privacyCommand,
];

/** The commands that are offered where these features are on: registered, completed, shown in help. */
export function offeredCommands(
  all: readonly Command[],
  features: Readonly<Record<NonNullable<CommandDefinition['feature']>, boolean>>,
): readonly Command[] {
  return all.filter(({ definition: { feature } }) => feature === undefined || features[feature]);
}

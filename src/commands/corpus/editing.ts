import type { Change, CorpusEditError, CorpusEditor } from '../../corpus/editing/index.ts';
import type { Locale, MessagesOf } from '../../i18n/index.ts';
import { type Library, ReindexError, type ReindexReport } from '../../library/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Audit, CommandCall, CommandResult, Services, WebAccess } from '../command.ts';
import { requireModerator } from '../moderator-command.ts';
import { actorOf, explainReindexError, utcTime } from '../reindex/words.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { corpusMessages } from './messages.ts';

type CorpusMessages = MessagesOf<typeof corpusMessages>;

/** One use of `/corpus` with all that it needs. */
export interface CorpusUse {
  readonly call: CommandCall;
  readonly library: Library;
  readonly editor: CorpusEditor;
  /** Null where fetching is switched off. */
  readonly fetching: WebAccess | null;
  readonly audit: Audit;
  readonly messages: CorpusMessages;
}

/** @throws UserError when the person may not, or nobody may. */
export function corpusUse(call: CommandCall, services: Services): CorpusUse {
  const messages = corpusMessages[call.locale];
  requireModerator(call);
  const { library, editor, fetching = null, audit = () => {} } = services;
  if (!editor) throw new UserError('switched-off', messages.switchedOff);
  return { call, library, editor, fetching, audit, messages };
}

/**
 * A reply of `/corpus`. It does not ask to be private itself: whatever answers a moderators' command
 * is, and a reply that asks for it could not replace the message whose button was used.
 */
export function corpusReply(
  { call }: CorpusUse,
  heading: string,
  blocks: readonly Block[],
  actions: readonly Action[] = [],
): Reply {
  const { locale } = call;
  return { locale, visibility: 'public', heading, blocks, footer: null, actions };
}

/** An action that is a use of `/corpus`. */
export function corpusAction(
  label: string,
  subcommand: string,
  options: Readonly<Record<string, string>>,
  rest: Pick<Action, 'target' | 'emphasis'> = {},
): Action {
  return { label, call: { command: 'corpus', subcommand, options }, ...rest };
}

/** How a change ended: with the new index in use, or as if it had not been made. */
export type ChangeOutcome =
  | { readonly isMade: true; readonly report: ReindexReport }
  | { readonly isMade: false; readonly reason: string; readonly uploadId: string | null };

/**
 * Puts a change in use. Where the index cannot be built, the change is taken back and the index
 * before stays.
 *
 * @throws UserError when it could not be taken back either; whatever else fails, after it was.
 */
export async function putInUse(
  change: Change,
  { call, library, editor, audit, messages }: CorpusUse,
): Promise<ChangeOutcome> {
  try {
    return { isMade: true, report: await library.apply(call.onProgress, actorOf(call)) };
  } catch (error) {
    try {
      const { uploadId } = await editor.undo(change.id);
      if (!(error instanceof ReindexError)) throw error;
      return { isMade: false, reason: explainReindexError(error, call.locale), uploadId };
    } catch (failure) {
      if (failure === error) throw error;
      audit({
        action: 'corpus-left-behind',
        person: call.person,
        text: (locale) => corpusMessages[locale].leftBehind(change.file),
        fields: { file: change.file, err: failure },
      });
      throw new UserError('left-behind', messages.leftBehind(change.file), { cause: failure });
    }
  }
}

/** @throws UserError while the index is being built: whatever is changed then would have to wait. */
export function refuseWhileBusy({ library, messages }: CorpusUse): void {
  if (library.status().running !== null) throw new UserError('busy', messages.errors.busy());
}

/** What could not be done, in the person's language. */
export function explainEditError({ code, detail }: CorpusEditError, locale: Locale): string {
  const { errors, causes, fileSystem } = corpusMessages[locale];
  if (code !== 'file-system') return errors[code](detail);
  const cause = CAUSES.get(detail);
  return fileSystem(cause === undefined ? causes.other(detail) : causes[cause]);
}

/** What the file system says, by errno name. */
const CAUSES: ReadonlyMap<string, Exclude<keyof CorpusMessages['causes'], 'other'>> = new Map([
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'readOnly'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
]);

/** A reply with the same as JSON. */
export function resultOf(reply: Reply, data: object): CommandResult {
  return { reply, json: () => data };
}

/** A change with who made it and when, for a line of text. */
export function whoAndWhen({ person, at }: Change, messages: CorpusMessages): [string, string] {
  return [person?.name ?? messages.someone, utcTime(at)];
}

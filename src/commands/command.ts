import type { CorpusEditor } from '../corpus/editing/index.ts';
import type { Problem } from '../corpus/index.ts';
import type { Feedback } from '../feedback/index.ts';
import type { PageKeeper } from '../fetch/index.ts';
import type { Locale, Localised } from '../i18n/index.ts';
import type { Library } from '../library/index.ts';
import type { Verdict } from '../retrieval/index.ts';
import type { ReplyChoice } from './paging.ts';
import type { Action, ActionCall, Reply } from './reply.ts';

/** What an option holds, where the articles can tell what a person may be about to type. */
export type Completes = 'question' | 'topic' | 'source' | 'article' | 'from' | 'to';

/** One option of a command, in terms that Discord and the terminal share. */
export interface OptionDefinition {
  readonly name: string;
  /** The value of an attachment is its key in {@link CommandCall.attachments}. */
  readonly type: 'string' | 'boolean' | 'attachment';
  readonly required: boolean;
  readonly description: Localised;
  readonly choices?: readonly { readonly value: string; readonly label: Localised }[];
  /** UTF-16 units. */
  readonly maxLength?: number;
  /** What the articles can suggest while somebody types; see `completeOption`. Never beside choices. */
  readonly completes?: Completes;
}

/** A part of a command with options of its own, as in `/reindex apply`. */
export interface SubcommandDefinition {
  readonly name: string;
  readonly description: Localised;
  readonly options: readonly OptionDefinition[];
}

/** What a front end must know of a command before it is used: registration, help and completion come from here. */
export interface CommandDefinition {
  readonly name: string;
  /**
   * Where a message can be pointed at, the command is one of its menu, under this name, and takes its
   * text as the first option. Left out: a command that is typed.
   */
  readonly onMessage?: Localised;
  /** It is typed as well, although it is of the menu of a message. */
  readonly isAlsoTyped?: boolean;
  /** It takes the text of a message with the marks of its block quotes. */
  readonly readsBlockQuotes?: boolean;
  readonly description: Localised;
  readonly access: 'everyone' | 'moderators';
  /** What it is part of, where that can be switched off: it is offered only where it is on. */
  readonly feature?: 'feedback' | 'corpusCommands';
  /** Either options or subcommands, as Discord has it. */
  readonly options: readonly OptionDefinition[];
  readonly subcommands: readonly SubcommandDefinition[];
  /** What its buttons say besides. Discord does not offer them; in the terminal they are typed. */
  readonly buttonOptions?: readonly OptionDefinition[];
}

/** How far long work has come. */
export interface Progress {
  readonly stage: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
  /** ms that the stage may still take; null or left out where nobody can tell. */
  readonly leftMs?: number | null;
  /** What can be done meanwhile. */
  readonly actions?: readonly Action[];
}

/** One use of a command. `options` is what a person typed, not yet checked. */
export interface CommandCall {
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** Whether the person may use commands with access "moderators". */
  readonly isModerator: boolean;
  /** Who calls, where the front end knows it. */
  readonly person: Person | null;
  /** Whether others are there who do not see the answer. */
  readonly isPrivate?: boolean;
  /** Whether it is by a button of a reply that was made of other articles. */
  readonly isStale?: boolean;
  /** Whether a button was pressed, rather than a command typed. */
  readonly isByButton?: boolean;
  /** The files that came with it, by the value of their option. */
  readonly attachments?: ReadonlyMap<string, Attachment>;
  readonly onProgress?: (progress: Progress) => void;
}

/** What every command is given. */
export interface Services {
  readonly library: Library;
  /** Null or left out where it is switched off. */
  readonly feedback?: Feedback | null;
  /** What changes the folder of articles; null or left out where that is switched off. */
  readonly editor?: CorpusEditor | null;
  /** What fetches pages of the web; null or left out where that is switched off. */
  readonly fetching?: WebAccess | null;
  /** Left out where nobody watches over what moderators do. */
  readonly audit?: Audit;
}

/** The web, as far as commands need it. */
export interface WebAccess {
  /** Fetches a page and reads it; nothing is kept. @throws FetchError */
  readonly look: PageKeeper['look'];
  /** The feeds that could not be fetched the last time. */
  readonly problems: () => Promise<readonly Problem[]>;
}

/** A reply and the same result as JSON in the design's shapes, for `--json`. */
export interface CommandResult extends ReplyChoice {
  /**
   * What everyone may see of it, in few words: shown when the reply itself comes too late for its
   * person alone. See {@link Command.outlastsAnswer}.
   */
  readonly summary?: Reply;
  /** Plain data; quotes are cut from their articles when this is called. */
  readonly json: () => unknown;
  /** The same as a file for other programs, by its ending; quotes are cut when it is made. */
  readonly exports?: Readonly<Record<string, () => string>>;
  /** How far the articles answered; `answered` when left out. */
  readonly outcome?: Verdict;
}

/** A definition and what it does. */
export interface Command {
  readonly definition: CommandDefinition;
  /**
   * Whether it may take longer than a person's question stays open to an answer. It is not given up
   * then, and what it came to is told in another way.
   */
  readonly outlastsAnswer?: boolean;
  /** Whether it tells of the index itself, so that a button of it is not out of date by a new one. */
  readonly isAboutIndex?: boolean;
  /**
   * @throws UserError when the input cannot be used or the person may not use the command; the
   * message is in the locale of the call.
   */
  readonly run: (call: CommandCall, services: Services) => Promise<CommandResult>;
  /**
   * The form that an action with the target `form` opens. It has to be there within 2 s.
   *
   * @throws UserError as {@link run} does.
   */
  readonly form?: (call: CommandCall, services: Services) => Promise<FormDefinition>;
}

/** A file that a person handed in with a command. */
export interface Attachment {
  /** As the person's system calls it; not safe as a name of ours. */
  readonly name: string;
  /** What the front end was told of its size. */
  readonly byteLength: number;
  /**
   * Fetches it.
   *
   * @throws AttachmentError, `too-large` as soon as there are more than `maxBytes`.
   */
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
}

/**
 * Why a file could not be fetched.
 *
 * - `gone`: it is not there any more, or not for us.
 * - `wrong-address`: it is not where files of the front end are.
 * - `timeout`, `failed`: it took too long, or did not arrive whole.
 */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly code: 'too-large' | 'gone' | 'wrong-address' | 'timeout' | 'failed';

  constructor(code: AttachmentError['code'], options?: ErrorOptions) {
    super(`attachment: ${code}`, options);
    this.code = code;
  }
}

/** A line of text that a form asks for. */
export interface FormField {
  /** The option that it becomes. */
  readonly name: string;
  readonly label: string;
  /** What stands in it at first. */
  readonly value: string;
  /** Shown while it is empty. */
  readonly placeholder?: string;
  /** UTF-16 units; at most 4000. */
  readonly maxLength: number;
  /** It may be left empty when left out. */
  readonly isRequired?: boolean;
}

/** A form to fill in: plain data. */
export interface FormDefinition {
  readonly title: string;
  /** At most five. */
  readonly fields: readonly FormField[];
  /**
   * What sending it in means. The fields are added to its options, and so are those of the action
   * that opened it, where neither has them.
   */
  readonly call: ActionCall;
  /** Where its answer goes: in place of the reply when left out, or below it, for whoever sees that. */
  readonly target?: 'beside';
}

/** Something a moderator did, for the log and for those who watch over the bot. */
export interface AuditEntry {
  /** What was done, such as `reindex-apply`. */
  readonly action: string;
  readonly person: Person | null;
  /** One line of plain text in a language, without the person. */
  readonly text: (locale: Locale) => string;
  /** For the log. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Takes note of what was done. Never throws. */
export type Audit = (entry: AuditEntry) => void;

/** A person as the front end knows them. */
export interface Person {
  /** Stays the same for the same person. */
  readonly id: string;
  /** What others call them. Plain text, chosen by the person. */
  readonly name: string;
}

import type { Curation } from '../curation/index.ts';
import type { Locale, Localised } from '../i18n/index.ts';
import type { Library } from '../library/index.ts';
import type { Attachment } from './attachment.ts';
import type { Audit } from './audit.ts';
import type { FormDefinition } from './form.ts';
import type { Person } from './person.ts';
import type { Reply } from './reply.ts';

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
  readonly description: Localised;
  readonly access: 'everyone' | 'moderators';
  /** Either options or subcommands, as Discord has it. */
  readonly options: readonly OptionDefinition[];
  readonly subcommands: readonly SubcommandDefinition[];
}

/** How far long work has come. */
export interface Progress {
  readonly stage: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
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
  /** The files that came with it, by the value of their option. */
  readonly attachments?: ReadonlyMap<string, Attachment>;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Whether the front end can show the whole of a reply at once. A command with much to show chooses
   * by it how much; without it there is no limit.
   */
  readonly fits?: (reply: Reply) => boolean;
}

/** What every command is given. */
export interface Services {
  readonly library: Library;
  /** What changes the folder of articles; null or left out where that is switched off. */
  readonly curation?: Curation | null;
  readonly audit?: Audit;
}

/** A reply and the same result as JSON in the design's shapes, for `--json`. */
export interface CommandResult {
  readonly reply: Reply;
  /** Plain data; quotes are cut from their articles when this is called. */
  readonly json: () => unknown;
}

/** A definition and what it does. */
export interface Command {
  readonly definition: CommandDefinition;
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

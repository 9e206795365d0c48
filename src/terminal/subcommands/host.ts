import type { Command as CommanderCommand } from 'commander';
import type { Locale } from '../../i18n/index.ts';
import type { TerminalMessages } from '../messages.ts';
import type { Parts, Session } from '../session.ts';

/** What a sub-command is added to. */
export interface Host {
  readonly program: CommanderCommand;
  readonly parts: Parts;
  readonly locale: Locale;
  readonly messages: TerminalMessages;
  /**
   * Opens a session, runs the sub-command in it and keeps the exit code that it returns. A setting
   * that cannot be used is an error, or has its default `despiteSettings`.
   */
  readonly run: (
    handle: (session: Session) => Promise<number>,
    how?: { readonly despiteSettings: boolean },
  ) => Promise<void>;
}

/** Exit code for a command line that cannot be understood. */
export const EXIT_USAGE = 2;

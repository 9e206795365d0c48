import type { Locale } from '../i18n/index.ts';
import type { Person } from './person.ts';

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

/** Everything that `verbatim doctor` can find, and how bad it is. */
export const FINDINGS = {
  /** The version; the oldest that will do. */
  'node-fits': 'ok',
  'node-too-old': 'problem',
  'settings-fit': 'ok',
  /** The setting; what is wrong with it, with its name, in the language of the terminal. */
  'setting-wrong': 'problem',
  /** The name in the environment; the setting that is probably meant. */
  'setting-misspelt': 'warning',
  /** How many; the folder. */
  'articles-read': 'ok',
  /** The folder; the reason. */
  'articles-unreadable': 'problem',
  /** The folder. */
  'articles-none': 'problem',
  /** How many. */
  'articles-rejected': 'warning',
  /** The folder. */
  'data-writable': 'ok',
  /** The folder; the reason. */
  'data-not-writable': 'problem',
  'snapshot-none': 'ok',
  /** When it was written. */
  'snapshot-fits': 'ok',
  'snapshot-old': 'ok',
  /** The reason. */
  'snapshot-unusable': 'warning',
  'token-missing': 'warning',
  'token-odd': 'warning',
  'token-refused': 'problem',
  /** The name of the bot. */
  'token-accepted': 'ok',
  /** The address; the reason. */
  'discord-unreachable': 'problem',
  /** The request; the reason. */
  'discord-failed': 'problem',
  'application-fits': 'ok',
  /** The address that takes the interactions. */
  'application-endpoint': 'problem',
  'application-code-grant': 'problem',
  /** How many; the link to add the bot to another. */
  'servers-joined': 'ok',
  /** The link. */
  'servers-none': 'warning',
  /** The id of the server; the link. */
  'server-missing': 'problem',
  /** How many; the id of the server, or nothing for everywhere. */
  'commands-fit': 'ok',
  'commands-outdated': 'warning',
  /** The id of the server; the link. */
  'commands-forbidden': 'problem',
  /** The id of the channel. */
  'audit-channel-fits': 'ok',
  'audit-channel-unknown': 'problem',
  /** The id; the permissions that are missing. */
  'audit-channel-closed': 'problem',
} as const satisfies Readonly<Record<string, 'ok' | 'warning' | 'problem'>>;

/** What can be found. */
export type FindingCode = keyof typeof FINDINGS;

/** One thing that was found. `values` stand in the order that {@link FINDINGS} tells. */
export interface Finding {
  readonly code: FindingCode;
  readonly values: readonly string[];
}

/** A finding with its values. */
export function found(code: FindingCode, ...values: readonly string[]): Finding {
  return { code, values };
}

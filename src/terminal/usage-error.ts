import type { TerminalMessages } from './messages.ts';

type UsageMessages = TerminalMessages['usage'];

/** What commander writes, and what we say instead of it. Its values come in quotation marks. */
const TRANSLATIONS: readonly (readonly [
  RegExp,
  (messages: UsageMessages, ...values: readonly string[]) => string,
])[] = [
  [/^unknown command '(.*?)'/su, (messages, name = '') => messages.unknownCommand(name)],
  [/^unknown option '(.*?)'/su, (messages, flag = '') => messages.unknownOption(flag)],
  [/^option '(\S+).*?' argument missing/su, (messages, flag = '') => messages.valueMissing(flag)],
  [
    /^option '(\S+).*?' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/su,
    (messages, flag = '', got = '', choices = '') => messages.notAChoice(flag, got, choices),
  ],
  [
    /^option '(\S+).*?' cannot be used with option '(\S+).*?'/su,
    (messages, one = '', other = '') => messages.conflict(one, other),
  ],
  [/^too many arguments for '(.*?)'/su, (messages, command = '') => messages.tooMuch(command)],
];

/**
 * An error of the command line in the reader's language, with what was probably meant. One that is
 * not known here, such as one of ours, stays as it is.
 */
export function explainUsageError(text: string, messages: UsageMessages): string {
  const line = text.trimEnd();
  const [, error = line, meant] =
    /^error: (.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/su.exec(line) ?? [];
  for (const [pattern, translate] of TRANSLATIONS) {
    const values = pattern.exec(error)?.slice(1);
    if (!values) continue;
    const translated = translate(messages, ...values);
    return meant === undefined ? translated : messages.meant(translated, meant);
  }
  return error;
}

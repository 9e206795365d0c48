import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
} from 'discord-api-types/v10';
import { type JsonObject, numberFrom, objectFrom, objectsFrom, textFrom } from './json.ts';
import type { Report } from './violations.ts';

const NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHAT_INPUT: number = ApplicationCommandType.ChatInput;
const COMMAND_MAX_CHARACTERS = 8000;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const GROUPING: ReadonlySet<unknown> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);

/** Where commands are registered: everywhere, or in one server. */
export type CommandScope = 'global' | 'guild';

/** Judges the commands of one request together. */
export function judgeCommands(
  commands: readonly JsonObject[],
  scope: CommandScope,
  report: Report,
): void {
  reportTwice(
    commands.map((command) => `${String(kindOf(command))} ${textFrom(command['name'])}`),
    report,
  );
  for (const [index, command] of commands.entries())
    judgeCommand(command, scope, `[${index}]`, report);
}

function judgeCommand(
  command: JsonObject,
  scope: CommandScope,
  path: string,
  report: Report,
): void {
  const isChatInput = kindOf(command) === CHAT_INPUT;
  const hasDescription = textFrom(command['description']) !== '';
  if (isChatInput) judgeName(command, path, report);
  if (isChatInput !== hasDescription) {
    const detail = isChatInput ? 'a slash command needs one' : 'only slash commands have one';
    report('command-description', `${path}.description`, detail);
  }
  judgeLocales(command, path, report);
  judgeOptions(command['options'], path, report);
  const size = sizeOf(command);
  if (size > COMMAND_MAX_CHARACTERS) {
    const detail = `${size} characters with the longest localisations, at most ${COMMAND_MAX_CHARACTERS}`;
    report('command-too-long', path, detail);
  }
  const isBound = ['contexts', 'integration_types'].some((key) => (command[key] ?? null) !== null);
  if (scope === 'guild' && isBound) {
    report('command-scope', path, 'contexts and integration_types hold for global commands only');
  }
}

function judgeOptions(value: unknown, above: string, report: Report): void {
  const options = objectsFrom(value);
  reportTwice(
    options.map(({ name }) => textFrom(name)),
    report,
  );
  if (new Set(options.map(({ type }) => GROUPING.has(type))).size > 1) {
    report('command-option-mix', `${above}.options`, 'subcommands stand beside plain options');
  }
  let optionalBefore = false;
  for (const [index, option] of options.entries()) {
    const path = `${above}.options[${index}]`;
    judgeName(option, path, report);
    judgeLocales(option, path, report);
    if (option['required'] === true && optionalBefore) {
      report('command-option-order', path, 'required, but stands after an optional one');
    }
    optionalBefore ||= option['required'] !== true;
    const choices = objectsFrom(option['choices']);
    if (option['autocomplete'] === true && choices.length > 0) {
      report('command-autocomplete', path, 'has choices as well');
    }
    reportTwice(
      choices.map(({ name }) => textFrom(name)),
      report,
    );
    for (const [at, choice] of choices.entries()) {
      judgeLocales(choice, `${path}.choices[${at}]`, report);
    }
    judgeOptions(option['options'], path, report);
  }
}

function judgeName(thing: JsonObject, path: string, report: Report): void {
  const localized = Object.values(objectFrom(thing['name_localizations']));
  for (const name of [thing['name'], ...localized].map(textFrom)) {
    if (!NAME_PATTERN.test(name) || name !== name.toLowerCase()) {
      report('command-name', `${path}.name`, `${JSON.stringify(name)} is no command name`);
    }
  }
}

function judgeLocales(thing: JsonObject, path: string, report: Report): void {
  for (const key of ['name_localizations', 'description_localizations']) {
    for (const locale of Object.keys(objectFrom(thing[key]))) {
      if (!LOCALES.has(locale)) report('command-locale', `${path}.${key}`, locale);
    }
  }
}

function reportTwice(names: readonly string[], report: Report): void {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  for (const name of twice) report('command-name-twice', '', JSON.stringify(name));
}

/** What counts towards the limit: names, descriptions and values, each in its longest language. */
function sizeOf(thing: JsonObject): number {
  const longest = (key: string): number => {
    const localized = Object.values(objectFrom(thing[`${key}_localizations`]));
    return Math.max(...[thing[key], ...localized].map((text) => textFrom(text).length));
  };
  const inner = [...objectsFrom(thing['options']), ...objectsFrom(thing['choices'])];
  const own = longest('name') + longest('description') + textFrom(thing['value']).length;
  return inner.reduce((sum, part) => sum + sizeOf(part), own);
}

function kindOf(command: JsonObject): number {
  return numberFrom(command['type']) || CHAT_INPUT;
}

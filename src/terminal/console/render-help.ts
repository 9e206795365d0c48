import type { CommandDefinition, OptionDefinition } from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { displayWidth, padEnd } from '../graphemes.ts';
import type { TextStyle } from '../io.ts';
import { terminalMessages } from '../messages.ts';
import { wrapText } from '../wrap-text.ts';
import { mainOption } from './parse-line.ts';

const GAP = '  ';

/** The list of slash commands with their options, from the definitions. */
export function renderHelp(
  definitions: readonly CommandDefinition[],
  locale: Locale,
  style: TextStyle,
): string {
  const messages = terminalMessages[locale].console;
  const rows: [usage: string, description: string][] = [
    ...definitions.flatMap((definition) => usagesOf(definition, locale)),
    ['/help', messages.help],
    ['/quit', messages.quit],
  ];
  const lines = rows.flatMap(([usage, description]) => drawRow(usage, description, rows, style));
  return `${[...wrapText(messages.plainLine, style.width), '', ...lines].join('\n')}\n`;
}

function usagesOf(definition: CommandDefinition, locale: Locale): [string, string][] {
  if (definition.subcommands.length === 0) {
    const usage = [`/${definition.name}`, ...optionUsages(definition.options)].join(' ');
    return [[usage, definition.description[locale]]];
  }
  return definition.subcommands.map((subcommand) => [
    [`/${definition.name} ${subcommand.name}`, ...optionUsages(subcommand.options)].join(' '),
    subcommand.description[locale],
  ]);
}

function optionUsages(options: readonly OptionDefinition[]): string[] {
  const main = mainOption(options);
  return options.map((option) => {
    const usage = option === main ? option.name : `${option.name}:…`;
    return option.required ? usage : `[${usage}]`;
  });
}

function drawRow(
  usage: string,
  description: string,
  rows: readonly (readonly [string, string])[],
  { width }: TextStyle,
): string[] {
  const widest = Math.max(...rows.map(([each]) => displayWidth(each)));
  const indent = Math.min(widest, Math.floor(width / 3)) + GAP.length;
  if (displayWidth(usage) + GAP.length > indent) {
    return [
      ...wrapText(usage, width),
      ...wrapText(description, width - indent).map((line) => ' '.repeat(indent) + line),
    ];
  }
  const [first = '', ...rest] = wrapText(description, width - indent);
  return [padEnd(usage, indent) + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}

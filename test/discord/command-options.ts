import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  ApplicationCommandType,
  type APIApplicationCommandInteractionDataBasicOption as BasicOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';

/** What is said with a slash command. Types of options come from the registered command, where there is one. */
export interface ChatInput {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /** The users, roles, channels or attachments that the options name by id. */
  readonly resolved?: APIInteractionDataResolved;
}

/** What the builders need from the fake. */
export interface PayloadContext {
  readonly newId: () => string;
  readonly findCommand: (
    name: string,
    type: ApplicationCommandType,
    guildId: string | null,
  ) => APIApplicationCommand | undefined;
}

/** Builds what a slash command says, options included; throws when the registered command could not have said it. */
export function chatInputData(
  input: ChatInput,
  guildId: string | null,
  context: PayloadContext,
  focused?: string,
) {
  const type = ApplicationCommandType.ChatInput as const;
  const command = context.findCommand(input.name, type, guildId);
  const path = [input.group, input.subcommand].filter((name) => name !== undefined);
  const defined = command && definitionsAt(command.options ?? [], path);
  const basic = Object.entries(input.options ?? {}).map(([name, value]): BasicOption => {
    const option = basicOption(name, value, typeOf(name, value, defined));
    if (name !== focused) return option;
    if (option.type === OptionType.String) return { ...option, focused: true };
    throw new Error(`fake Discord: autocomplete is for text options, and "${name}" is none`);
  });
  const missing = defined?.find(
    ({ name, required }) => required && !basic.some((o) => o.name === name),
  );
  // While somebody still types, what is required may be missing.
  if (missing && focused === undefined) {
    throw new Error(`fake Discord: /${input.name} requires the option "${missing.name}"`);
  }
  const { subcommand, group } = input;
  const inner =
    subcommand === undefined
      ? basic
      : [{ type: OptionType.Subcommand as const, name: subcommand, options: basic }];
  const options =
    group === undefined || subcommand === undefined
      ? inner
      : [
          {
            type: OptionType.SubcommandGroup as const,
            name: group,
            options: [{ type: OptionType.Subcommand as const, name: subcommand, options: basic }],
          },
        ];
  const resolved = input.resolved === undefined ? {} : { resolved: input.resolved };
  return { id: command?.id ?? context.newId(), name: input.name, type, options, ...resolved };
}

function definitionsAt(
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
): readonly APIApplicationCommandOption[] {
  const [next, ...rest] = path;
  if (next === undefined) return options;
  const found = options.find(({ name }) => name === next);
  if (found === undefined || !('options' in found)) {
    throw new Error(`fake Discord: no subcommand "${next}" is registered`);
  }
  return definitionsAt(found.options ?? [], rest);
}

function typeOf(
  name: string,
  value: string | number | boolean,
  defined: readonly APIApplicationCommandOption[] | undefined,
): OptionType {
  if (defined !== undefined) {
    const option = defined.find((candidate) => candidate.name === name);
    if (option === undefined) throw new Error(`fake Discord: no option "${name}" is registered`);
    return option.type;
  }
  if (typeof value === 'boolean') return OptionType.Boolean;
  if (typeof value === 'string') return OptionType.String;
  return Number.isInteger(value) ? OptionType.Integer : OptionType.Number;
}

function basicOption(
  name: string,
  value: string | number | boolean,
  type: OptionType,
): BasicOption {
  if (typeof value === 'boolean' && type === OptionType.Boolean) return { name, type, value };
  if (typeof value === 'number') {
    if (type === OptionType.Integer || type === OptionType.Number) return { name, type, value };
  }
  if (typeof value === 'string') {
    if (type === OptionType.String || type === OptionType.User) return { name, type, value };
    if (type === OptionType.Channel || type === OptionType.Role) return { name, type, value };
    if (type === OptionType.Mentionable) return { name, type, value };
    if (type === OptionType.Attachment) return { name, type, value };
  }
  throw new Error(`fake Discord: option "${name}" of type ${type} cannot be ${String(value)}`);
}

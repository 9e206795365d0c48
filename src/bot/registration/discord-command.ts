import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type {
  CommandDefinition,
  OptionDefinition,
  SubcommandDefinition,
} from '../../commands/index.ts';
import { LOCALES, type Localised } from '../../i18n/index.ts';

/** Where a command is registered: everywhere, or in one server at once. */
export type Scope = 'global' | 'guild';

/** A command as Discord's API takes it. */
export type DiscordCommand =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | (RESTPostAPIContextMenuApplicationCommandsJSONBody & {
      readonly type: ApplicationCommandType.Message;
    });

/**
 * A definition as Discord's API takes it. Descriptions come in all our languages, since Discord
 * takes no other's for a language that is missing, not even British English for American.
 */
export function toDiscordCommand(definition: CommandDefinition, scope: Scope): DiscordCommand {
  const { name, description, options, subcommands, onMessage } = definition;
  const isForModerators = definition.access === 'moderators';
  const access = {
    // A server's administrators can override it, so the commands check again.
    default_member_permissions: isForModerators ? PermissionFlagsBits.ManageGuild.toString() : null,
    ...(scope === 'global' && (isForModerators ? IN_SERVERS : EVERYWHERE)),
  };
  if (onMessage) {
    return {
      type: ApplicationCommandType.Message,
      name: onMessage['en-US'],
      name_localizations: localizations(onMessage),
      ...access,
    };
  }
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describe(description),
    options: [...subcommands.map(toSubcommand), ...options.map(toOption)],
    ...access,
  };
}

/** Where whoever may manage the bot's articles is known: in servers that have it. */
const IN_SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** A person can have the bot for themselves, and use it in any server, thread or direct message. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
};

function toSubcommand(subcommand: SubcommandDefinition): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    ...describe(subcommand.description),
    options: subcommand.options.map(toOption),
  };
}

function toOption(option: OptionDefinition): APIApplicationCommandBasicOption {
  const common = {
    name: option.name,
    required: option.required,
    ...describe(option.description),
  };
  if (option.type === 'boolean') return { type: ApplicationCommandOptionType.Boolean, ...common };
  if (option.type === 'attachment') {
    return { type: ApplicationCommandOptionType.Attachment, ...common };
  }
  const text = {
    type: ApplicationCommandOptionType.String as const,
    ...common,
    ...(option.maxLength !== undefined && { max_length: option.maxLength }),
  };
  if (option.completes !== undefined) return { ...text, autocomplete: true };
  return {
    ...text,
    ...(option.choices && {
      choices: option.choices.map(({ value, label }) => ({
        name: label['en-US'],
        name_localizations: localizations(label),
        value,
      })),
    }),
  };
}

function describe(text: Localised) {
  return { description: text['en-US'], description_localizations: localizations(text) };
}

function localizations(text: Localised): LocalizationMap {
  return Object.fromEntries(LOCALES.map((locale) => [locale, text[locale]]));
}

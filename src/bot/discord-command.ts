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
} from 'discord.js';
import type {
  CommandDefinition,
  OptionDefinition,
  SubcommandDefinition,
} from '../commands/index.ts';
import { LOCALES, type Localised } from '../i18n/index.ts';

/** Where a command is registered: everywhere, or in one server at once. */
export type Scope = 'global' | 'guild';

/** A command as Discord's API takes it. */
export type DiscordCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * A definition as Discord's API takes it. Descriptions come in all our languages, since Discord
 * takes no other's for a language that is missing, not even British English for American.
 */
export function toDiscordCommand(definition: CommandDefinition, scope: Scope): DiscordCommand {
  const { name, description, options, subcommands } = definition;
  const isForModerators = definition.access === 'moderators';
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describe(description),
    options: [...subcommands.map(toSubcommand), ...options.map(toOption)],
    // A server's administrators can override it, so the commands check again.
    default_member_permissions: isForModerators ? PermissionFlagsBits.ManageGuild.toString() : null,
    ...(scope === 'global' && {
      contexts: isForModerators
        ? [InteractionContextType.Guild]
        : [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    }),
  };
}

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
  return {
    type: ApplicationCommandOptionType.String,
    ...common,
    ...(option.maxLength !== undefined && { max_length: option.maxLength }),
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

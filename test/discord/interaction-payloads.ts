import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteractionGuildMember,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  GuildMemberFlags,
  InteractionContextType,
  InteractionType,
  type LocaleString,
} from 'discord-api-types/v10';
import { type ChatInput, chatInputData, type PayloadContext } from './command-options.ts';
import * as known from './guild-payloads.ts';
import { objectsFrom, textFrom } from './json.ts';
import { placedIn } from './judge-message.ts';

const ATTACHMENT_SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Who acts, and where. Everything has a default: a member without special rights in the fake's first server. */
interface Origin {
  readonly user?: Partial<APIUser>;
  /** What the member may do, as discord-api-types' PermissionFlagsBits. */
  readonly permissions?: bigint;
  /** What the bot may do there; what is needed for an answer of any kind when left out. */
  readonly appPermissions?: bigint;
  readonly roles?: readonly string[];
  /** `null`: not in a server. */
  readonly guildId?: string | null;
  readonly channelId?: string;
  /** A text channel, direct message or group when left out. */
  readonly channelType?: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.GuildForum;
  readonly locale?: LocaleString;
  readonly guildLocale?: LocaleString;
  /** Where: a server if there is a `guildId`, else the bot's direct messages. */
  readonly context?: InteractionContextType;
  /** Whether the server or only the person has installed the app. */
  readonly installedBy?: 'guild' | 'user';
}

/** Use of a slash command. */
export interface SlashInput extends Origin, ChatInput {}

/** Typing into an option with autocomplete: the one `focused` on must be among `options`. */
export interface AutocompleteInput extends SlashInput {
  readonly focused: string;
}

/** A click on a button of a message. */
export interface ButtonInput extends Origin {
  readonly message: APIMessage;
  readonly customId: string;
}

/** A choice from a string select of a message. */
export interface SelectInput extends ButtonInput {
  readonly values: readonly string[];
}

/** Use of a message command on a message, by default one by a second person. */
export interface MessageCommandInput extends Origin {
  readonly name: string;
  readonly target: APIMessage;
}

/** A modal sent in: the text of each input by its custom id. */
export interface ModalInput extends Origin {
  readonly customId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly message?: APIMessage;
}

/** Builds the payload of a slash command; throws when the registered command could not have sent it. */
export function slashPayload(
  input: SlashInput,
  context: PayloadContext,
): APIChatInputApplicationCommandInteraction {
  const base = { ...baseOf(input, context), type: InteractionType.ApplicationCommand } as const;
  return { ...base, data: chatInputData(input, guildOf(input), context), ...placeOf(input) };
}

/** Builds the payload of typing into an option. */
export function autocompletePayload(
  input: AutocompleteInput,
  context: PayloadContext,
): APIApplicationCommandAutocompleteInteraction {
  const base = { ...baseOf(input, context), type: InteractionType.ApplicationCommandAutocomplete };
  const data = chatInputData(input, guildOf(input), context, input.focused);
  return { ...base, type: InteractionType.ApplicationCommandAutocomplete, data, ...placeOf(input) };
}

/** Builds the payload of a message command. */
export function messageCommandPayload(
  input: MessageCommandInput,
  context: PayloadContext,
): APIMessageApplicationCommandInteraction {
  const type = ApplicationCommandType.Message;
  const data = {
    id: commandId(input, type, context),
    name: input.name,
    type,
    target_id: input.target.id,
    resolved: { messages: { [input.target.id]: input.target } },
  } as const;
  const base = baseOf(input, context);
  return { ...base, type: InteractionType.ApplicationCommand, data, ...placeOf(input) };
}

/** Builds the payload of a click or a choice; throws when the message has no such control, or it is disabled. */
export function componentPayload(
  input: ButtonInput | SelectInput,
  context: PayloadContext,
): APIMessageComponentInteraction {
  const controls = [...placedIn(input.message.components, '')].map(({ component }) => component);
  const control = controls.find((component) => component['custom_id'] === input.customId);
  if (control === undefined || control['disabled'] === true) {
    const ids = controls
      .map((component) => textFrom(component['custom_id']))
      .filter(Boolean)
      .join(', ');
    throw new Error(`fake Discord: nothing to press for "${input.customId}"; there is: ${ids}`);
  }
  const data =
    'values' in input
      ? {
          component_type: ComponentType.StringSelect as const,
          custom_id: input.customId,
          values: chosen(input.values, objectsFrom(control['options'])),
        }
      : { component_type: ComponentType.Button as const, custom_id: input.customId };
  const base = { ...baseOf(input, context), type: InteractionType.MessageComponent } as const;
  return { ...base, data, message: input.message, ...placeOf(input) };
}

/** Builds the payload of a modal sent in, in the shape of labels. */
export function modalPayload(
  input: ModalInput,
  context: PayloadContext,
): APIModalSubmitInteraction {
  const components = Object.entries(input.fields).map(([custom_id, value], index) => ({
    type: ComponentType.Label as const,
    id: 2 * index + 1,
    component: { type: ComponentType.TextInput as const, id: 2 * index + 2, custom_id, value },
  }));
  const base = { ...baseOf(input, context), type: InteractionType.ModalSubmit } as const;
  const message = input.message === undefined ? {} : { message: input.message };
  return {
    ...base,
    ...message,
    data: { custom_id: input.customId, components },
    ...placeOf(input),
  };
}

function baseOf(input: Origin, { newId }: PayloadContext) {
  const user = known.userPayload(input.user);
  const guildId = guildOf(input);
  const channelId = input.channelId ?? known.CHANNEL_ID;
  const isGuild = guildId !== null;
  const byUser = { [ApplicationIntegrationType.UserInstall]: user.id };
  const byGuild = { [ApplicationIntegrationType.GuildInstall]: guildId ?? '0' };
  const type =
    input.context === InteractionContextType.PrivateChannel
      ? (ChannelType.GroupDM as const)
      : (ChannelType.DM as const);
  const guildType = input.channelType ?? ChannelType.GuildText;
  const channel = isGuild
    ? { id: channelId, type: guildType, guild_id: guildId, name: 'general' }
    : { id: channelId, type };
  return {
    id: newId(),
    application_id: known.APPLICATION_ID,
    token: `interaction-token-${newId()}`,
    version: 1 as const,
    app_permissions: (input.appPermissions ?? known.APP_PERMISSIONS).toString(),
    locale: known.localeOf(input.locale ?? 'en-US'),
    entitlements: [],
    authorizing_integration_owners: input.installedBy === 'user' ? byUser : byGuild,
    context:
      input.context ?? (isGuild ? InteractionContextType.Guild : InteractionContextType.BotDM),
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT_BYTES,
    channel,
    channel_id: channelId,
  };
}

function placeOf(input: Origin) {
  const user = known.userPayload(input.user);
  const guildId = guildOf(input);
  if (guildId === null) return { user };
  const member: APIInteractionGuildMember = {
    user,
    roles: [...(input.roles ?? [])],
    permissions: (input.permissions ?? known.MEMBER_PERMISSIONS).toString(),
    joined_at: '2025-07-01T08:00:00.000000+00:00',
    nick: null,
    avatar: null,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
  const locale = known.localeOf(input.guildLocale ?? 'en-US');
  return {
    member,
    guild_id: guildId,
    guild_locale: locale,
    guild: { id: guildId, locale, features: [] },
  };
}

function guildOf({ guildId }: Origin): string | null {
  return guildId === undefined ? known.GUILD_ID : guildId;
}

function commandId(
  input: Origin & { readonly name: string },
  type: ApplicationCommandType,
  { findCommand, newId }: PayloadContext,
): string {
  return findCommand(input.name, type, guildOf(input))?.id ?? newId();
}

function chosen(
  values: readonly string[],
  options: readonly { readonly value?: unknown }[],
): string[] {
  for (const value of values) {
    if (!options.some((option) => option.value === value)) {
      throw new Error(`fake Discord: the select has no option "${value}"`);
    }
  }
  return [...values];
}

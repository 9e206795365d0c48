import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type Message,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { z } from 'zod';
import type { Attachment, Command, CommandCall } from '../../commands/index.ts';
import { type Locale, nearestLocale } from '../../i18n/index.ts';
import { type ComponentCall, decodeCustomId } from '../render/custom-id.ts';
import { plainLabel } from '../render/markdown.ts';
import type { OpenAttachment } from './attachments.ts';

/** A use of a slash command as it came in, checked in shape but not in meaning. */
export interface IncomingCommand {
  readonly command: string;
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

const VALUE_OPTION = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
});
const SUBCOMMAND_OPTION = z.object({
  name: z.string(),
  options: z.array(VALUE_OPTION).default([]),
  value: z.undefined().optional(),
});
const COMMAND = z.object({
  commandName: z.string(),
  options: z.object({
    data: z.union([z.tuple([SUBCOMMAND_OPTION]), z.array(VALUE_OPTION)]),
  }),
});

const ATTACHMENT = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  url: z.string(),
});

/** discord.js gives roles through its cache only, which can lack one; the payload's own list is under this name. */
const MEMBER_ROLE_IDS = z
  .object({ _roles: z.array(z.string()) })
  .transform(({ _roles: ids }) => ids);

/**
 * What an interaction asks for.
 *
 * @throws ZodError when it is of a shape that we do not offer, such as a group of subcommands.
 */
export function parseCommand(interaction: ChatInputCommandInteraction): IncomingCommand {
  const { commandName, options } = COMMAND.parse({
    commandName: interaction.commandName,
    options: { data: interaction.options.data },
  });
  const [first] = options.data;
  const isSubcommand = first !== undefined && 'options' in first;
  const values = isSubcommand
    ? first.options
    : options.data.flatMap((option) => ('options' in option ? [] : [option]));
  return {
    command: commandName,
    subcommand: isSubcommand ? first.name : null,
    // Null-prototype: an option could be named like a property of every object.
    options: Object.assign(
      Object.create(null),
      Object.fromEntries(values.map(({ name, value }) => [name, value])),
    ),
  };
}

/**
 * The files that came with a command, by id, which is what their options have for a value.
 *
 * @throws ZodError when they are of another shape than Discord's reference says.
 */
export function attachmentsOf(
  { options }: ChatInputCommandInteraction,
  open: OpenAttachment,
): ReadonlyMap<string, Attachment> {
  const resolved = [...(options.resolved?.attachments?.values() ?? [])];
  const attachments = z.array(ATTACHMENT).parse(resolved);
  return new Map(attachments.map((each) => [each.id, open(each)]));
}

interface Placed {
  readonly custom_id?: string | undefined;
  readonly components?: readonly Placed[] | undefined;
  readonly accessory?: Placed | undefined;
}

const PLACED: z.ZodType<Placed> = z.lazy(() =>
  z.object({
    custom_id: z.string().optional(),
    components: z.array(PLACED).optional(),
    accessory: PLACED.optional(),
  }),
);

/**
 * What a component of a message does, or null when this version has made no such component. What is
 * chosen in a menu is one of its options.
 */
export function parseComponent(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): ComponentCall | null {
  const call = decodeCustomId(interaction.customId, customIdsOf(interaction.message));
  if (!call || interaction.isButton()) return call?.chosen === undefined ? call : null;
  const [value] = interaction.values;
  if (call.chosen === undefined || value === undefined) return null;
  return { ...call, options: { ...call.options, [call.chosen]: value } };
}

const FIELDS = z.array(z.object({ customId: z.string(), value: z.string() }));

/**
 * What a form that was sent in asks for, or null when this version has made no such form. What has
 * no room in its own id stands in the message from which it was opened.
 */
export function parseModal(interaction: ModalSubmitInteraction): ComponentCall | null {
  const { customId, fields } = interaction;
  const form = decodeCustomId(customId, [customId]);
  const typed = FIELDS.safeParse([...fields.fields.values()]);
  if (!form || !typed.success) return null;
  const options = Object.fromEntries(typed.data.map((field) => [field.customId, field.value]));
  const opener = interaction.isFromMessage() ? openerOf(form, interaction.message) : null;
  return { ...form, options: { ...opener?.options, ...options, ...form.options } };
}

/** The component of a message that opens a form; null where it has none now. */
function openerOf(form: ComponentCall, message: Message): ComponentCall | null {
  const ids = customIdsOf(message);
  const calls = ids.flatMap((id) => decodeCustomId(id, ids) ?? []);
  return (
    calls.find(
      ({ target, command, subcommand }) =>
        target === 'form' && command === form.command && subcommand === form.subcommand,
    ) ?? null
  );
}

/** The custom ids of a message's components, in order. */
function customIdsOf({ components }: Message): readonly string[] {
  const placed = z.array(PLACED).safeParse(components.map((each) => each.toJSON()));
  return (placed.data ?? []).flatMap(customIdsIn);
}

/** In the order in which they stand in the message. */
function customIdsIn({ custom_id: id, components = [], accessory }: Placed): readonly string[] {
  return [
    ...(id === undefined ? [] : [id]),
    ...components.flatMap(customIdsIn),
    ...(accessory ? customIdsIn(accessory) : []),
  ];
}

/** Whether a component or its form is used by the person whose use of a command the message answered. */
export function isByAsker({ message, user }: Pick<ButtonInteraction, 'message' | 'user'>): boolean {
  return message.interactionMetadata?.user.id === user.id;
}

/** Names of a command and of its subcommand. */
interface MeantCommand {
  readonly command: string;
  readonly subcommand?: string | null;
}

/** The command that is meant, with the sub-command that it needs; null when there is none. */
export function findCommand(
  commands: readonly Command[],
  { command, subcommand = null }: MeantCommand,
): Command | null {
  const found = commands.find(({ definition }) => definition.name === command);
  if (!found) return null;
  const names = found.definition.subcommands.map(({ name }) => name);
  if (subcommand === null) return names.length === 0 ? found : null;
  return names.includes(subcommand) ? found : null;
}

/** The person's language, or else the server's, or else `fallback`, when it is one of ours. */
export function localeOf(interaction: Interaction, fallback: Locale | null): Locale {
  return (
    nearestOrNull(interaction.locale) ??
    nearestOrNull(interaction.guildLocale) ??
    fallback ??
    'en-US'
  );
}

function nearestOrNull(tag: string | null): Locale | null {
  if (tag === null || !/^(?:en|zh)\b/iu.test(tag)) return null;
  return nearestLocale(tag);
}

/** What tells callers apart. */
export interface CallerOptions {
  readonly moderatorRoleIds: readonly string[];
  readonly defaultLocale: Locale | null;
}

/** UTF-16 units; Discord's own limit for names is 32 characters. */
const NAME_UNITS = 100;

/** Who uses a command, and in which language. */
export function callerOf(
  interaction: Interaction,
  { defaultLocale, moderatorRoleIds }: CallerOptions,
): Pick<CommandCall, 'locale' | 'isModerator' | 'person'> {
  const { id, displayName } = interaction.user;
  return {
    locale: localeOf(interaction, defaultLocale),
    isModerator: isModerator(interaction, moderatorRoleIds),
    // It stands in lines of ours, which it must not reorder or break.
    person: { id, name: plainLabel(displayName, NAME_UNITS) },
  };
}

/**
 * Whether the person may manage the server, or has one of the given roles. Nobody is in direct
 * messages, and nobody in a server that does not have the bot: rights there are nothing to us.
 */
export function isModerator(interaction: Interaction, roleIds: readonly string[]): boolean {
  const owners = interaction.authorizingIntegrationOwners;
  const hasBot = owners[ApplicationIntegrationType.GuildInstall] === interaction.guildId;
  if (!interaction.inGuild() || !hasBot) return false;
  // `has` counts administrators as having everything.
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return true;
  const held = rolesOf(interaction.member);
  return roleIds.some((id) => held.includes(id));
}

/** Whether there are people besides the bot and the person where the interaction came from. */
export function isAmongOthers({ context }: Interaction): boolean {
  return context !== InteractionContextType.BotDM;
}

/** Whether the bot may upload files where the interaction came from. */
export function canAttachFiles({ appPermissions }: Interaction): boolean {
  return appPermissions.has(PermissionFlagsBits.AttachFiles);
}

function rolesOf(member: NonNullable<Interaction['member']>): readonly string[] {
  if (Array.isArray(member.roles)) return member.roles;
  const listed = MEMBER_ROLE_IDS.safeParse(member);
  return [...(listed.data ?? []), ...member.roles.cache.keys()];
}

import {
  type APIAttachment,
  type APIEmbed,
  type APIInteraction,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  ComponentType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { APPLICATION_ID, botPayload, CHANNEL_ID, userPayload } from './guild-payloads.ts';
import { type JsonObject, numberFrom, objectsFrom, textFrom } from './json.ts';
import { placedIn } from './judge-message.ts';
import type { UploadedFile } from './multipart.ts';

const CREATE_FLAGS =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

const COMPONENT_DEFAULTS: Readonly<Record<number, object>> = {
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
};

/** A message body and the files that came with it. */
export interface MessageBody {
  readonly body: JsonObject;
  readonly files: readonly UploadedFile[];
}

/** What a new message takes from around it. */
export interface MessageOrigin {
  readonly interaction: APIInteraction;
  readonly isLoading: boolean;
  readonly isFollowUp: boolean;
  readonly newId: () => string;
  readonly nowMs: number;
}

/** The message that Discord would make of a reply or a follow-up. */
export function createMessage(sent: MessageBody, origin: MessageOrigin): APIMessage {
  const { interaction, isLoading, isFollowUp, newId, nowMs } = origin;
  const isReply = interaction.type === InteractionType.ApplicationCommand && !isFollowUp;
  const channelId = interaction.channel?.id ?? CHANNEL_ID;
  const base: APIMessage = {
    ...blankMessage(newId(), channelId, nowMs),
    type: isReply ? MessageType.ChatInputCommand : MessageType.Default,
    application_id: APPLICATION_ID,
    webhook_id: APPLICATION_ID,
    interaction_metadata: metadataOf(interaction),
  };
  const flags =
    (numberFrom(sent.body['flags']) & CREATE_FLAGS) | (isLoading ? MessageFlags.Loading : 0);
  return { ...base, ...partsOf(sent, base, newId), flags };
}

/** The message that Discord would make of a post to a channel, which no interaction asked for. */
export function createPost(
  sent: MessageBody,
  channelId: string,
  { newId, nowMs }: Pick<MessageOrigin, 'newId' | 'nowMs'>,
): APIMessage {
  const base = blankMessage(newId(), channelId, nowMs);
  const flags = numberFrom(sent.body['flags']) & CREATE_FLAGS & ~MessageFlags.Ephemeral;
  return { ...base, ...partsOf(sent, base, newId), flags };
}

/** A message of somebody else in the default channel. */
export function createForeignMessage(content: string, id: string, nowMs: number): APIMessage {
  const author = userPayload({ id: '1100000000000000005', username: 'witness' });
  return { ...blankMessage(id, CHANNEL_ID, nowMs), author, content };
}

function blankMessage(id: string, channelId: string, nowMs: number): APIMessage {
  return {
    id,
    channel_id: channelId,
    author: botPayload(),
    content: '',
    timestamp: new Date(nowMs).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: MessageType.Default,
  };
}

/** The message after an edit: what the body leaves out stays, Components V2 and EPHEMERAL cannot change. */
export function editMessage(
  message: APIMessage,
  sent: MessageBody,
  origin: Pick<MessageOrigin, 'newId' | 'nowMs'>,
): APIMessage {
  const before = message.flags ?? 0;
  const isLoading = (before & MessageFlags.Loading) !== 0;
  const asked = numberFrom(sent.body['flags']) & MessageFlags.IsComponentsV2;
  return {
    ...message,
    ...partsOf(sent, message, origin.newId),
    flags: (before | asked) & ~MessageFlags.Loading,
    // The first edit of a deferred answer is its birth, not shown as "edited".
    edited_timestamp: isLoading ? null : new Date(origin.nowMs).toISOString(),
  };
}

function partsOf(
  { body, files }: MessageBody,
  before: APIMessage,
  newId: () => string,
): Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'> {
  const components = body['components'] === undefined ? before.components : body['components'];
  const embeds = body['embeds'] === undefined ? before.embeds : (body['embeds'] ?? []);
  return {
    content: body['content'] === undefined ? before.content : textFrom(body['content']),
    embeds: isSpecified<APIEmbed>(embeds) ? embeds : [],
    components: isSpecified<APIMessageTopLevelComponent>(components) ? numbered(components) : [],
    attachments: [...keptAttachments(body, before), ...files.map((file) => uploaded(file, newId))],
  };
}

/** The boundary: the specification has judged these lists before they are stored. */
function isSpecified<T>(value: unknown): value is T[] {
  return Array.isArray(value);
}

/** Gives every component an id and what else Discord fills in. */
function numbered(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone(components);
  let next = 0;
  for (const { component } of placedIn(copy, '')) {
    next += 1;
    Object.assign(component, {
      id: next,
      ...COMPONENT_DEFAULTS[Number(component['type'])],
      ...component,
    });
  }
  return copy;
}

function keptAttachments(body: JsonObject, before: APIMessage): APIAttachment[] {
  if (body['attachments'] === undefined) return before.attachments;
  const kept = new Set(objectsFrom(body['attachments']).map(({ id }) => id));
  return before.attachments.filter(({ id }) => kept.has(id));
}

function uploaded(file: UploadedFile, newId: () => string): APIAttachment {
  const id = newId();
  const url = `https://cdn.discordapp.com/ephemeral-attachments/${APPLICATION_ID}/${id}/${file.name}`;
  const size = file.content.length;
  return { id, filename: file.name, size, url, proxy_url: url, content_type: file.contentType };
}

function metadataOf(interaction: APIInteraction): APIMessageInteractionMetadata {
  const user = interaction.member?.user ?? interaction.user ?? botPayload();
  const owners = interaction.authorizing_integration_owners;
  const base = { id: interaction.id, user, authorizing_integration_owners: owners };
  if (interaction.type === InteractionType.MessageComponent) {
    return { ...base, type: interaction.type, interacted_message_id: interaction.message.id };
  }
  return { ...base, type: InteractionType.ApplicationCommand };
}

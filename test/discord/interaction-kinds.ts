import {
  type APIInteraction,
  InteractionType,
  InteractionResponseType as ResponseType,
} from 'discord-api-types/v10';
import { isObject } from './json.ts';

/** Answers that make a message. */
export const MESSAGE_TYPES: readonly unknown[] = [
  ResponseType.ChannelMessageWithSource,
  ResponseType.DeferredChannelMessageWithSource,
];
/** Answers that change the message of a control. */
export const UPDATE_TYPES: readonly unknown[] = [
  ResponseType.UpdateMessage,
  ResponseType.DeferredMessageUpdate,
];

/** Whether an answer only promises one. */
export function isDeferred(responseType: ResponseType | undefined): boolean {
  return (
    responseType === ResponseType.DeferredChannelMessageWithSource ||
    responseType === ResponseType.DeferredMessageUpdate
  );
}

/** The answers that an interaction can be given. */
export function allowedTypes(payload: APIInteraction): readonly unknown[] {
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [ResponseType.ApplicationCommandAutocompleteResult];
    case InteractionType.ApplicationCommand:
      return [...MESSAGE_TYPES, ResponseType.Modal];
    case InteractionType.MessageComponent:
      return [...MESSAGE_TYPES, ...UPDATE_TYPES, ResponseType.Modal];
    case InteractionType.ModalSubmit:
      return payload.message ? [...MESSAGE_TYPES, ...UPDATE_TYPES] : MESSAGE_TYPES;
    case InteractionType.Ping:
      return [ResponseType.Pong];
    default:
      return [];
  }
}

/** An interaction by the name a person would know it by. */
export function nameOf(payload: APIInteraction): string {
  if (!('data' in payload) || !isObject(payload.data)) return `interaction ${payload.id}`;
  const { data } = payload;
  if ('name' in data) return `/${String(data['name'])} (${payload.id})`;
  return `"${String(data['custom_id'])}" (${payload.id})`;
}

import {
  type APIInteraction,
  type APIMessage,
  MessageFlags,
  InteractionResponseType as ResponseType,
} from 'discord-api-types/v10';
import {
  allowedTypes,
  isDeferred,
  MESSAGE_TYPES,
  nameOf,
  UPDATE_TYPES,
} from './interaction-kinds.ts';
import { objectFrom, objectsFrom } from './json.ts';
import { judgeCallback, judgeEdit, judgeNewMessage } from './judge.ts';
import { createMessage, createPost, editMessage, type MessageBody } from './messages.ts';
import type { ParsedBody } from './multipart.ts';
import { isByUserAppInServer, isForcedPrivate, MOST_FOLLOW_UPS_BY_USER_APP } from './places.ts';
import { ERRORS, invalidForm, ok, type RestAnswer } from './rest-answer.ts';
import type { Violation } from './violations.ts';
import type { Waiting } from './waiting.ts';

const FIRST_ANSWER_MS = 3000;
const TOKEN_LIFE_MS = 15 * 60_000;

/** One thing the bot did about an interaction, and that Discord accepted. */
export interface InteractionEvent {
  readonly kind: 'callback' | 'edit' | 'follow-up' | 'delete';
  /** By the fake's clock. */
  readonly atMs: number;
  readonly sent: ParsedBody;
  /** The message as it stood right afterwards. */
  readonly message?: APIMessage;
}

/** An interaction, as the person who started it sees it. */
export interface FakeInteraction {
  readonly payload: APIInteraction;
  /** Everything that was accepted, in order. */
  readonly events: readonly InteractionEvent[];
  /** The answer as Discord holds it now; for a control whose message was updated, that message. */
  readonly message: APIMessage | undefined;
  /** The later messages, as Discord holds them now. */
  readonly followUps: readonly APIMessage[];
  /** The choices of an autocomplete answer. */
  readonly choices: readonly { readonly name: string; readonly value: unknown }[];
  /** Resolves once the first answer was accepted. */
  response(): Promise<InteractionEvent>;
  /** Resolves with the message once it is no longer deferred. */
  settled(): Promise<APIMessage>;
  /** Resolves once the message is as wished, such as a later step of a progress report. */
  until(what: string, test: (message: APIMessage) => boolean): Promise<APIMessage>;
}

interface Held {
  readonly payload: APIInteraction;
  readonly startMs: number;
  readonly events: InteractionEvent[];
  readonly followUpIds: string[];
  responseType?: ResponseType;
  isTried: boolean;
  isAnswerLost: boolean;
  originalId?: string;
  settledId?: string;
}

/** What the store of interactions needs from the fake. */
export interface InteractionContext {
  readonly now: () => number;
  readonly newId: () => string;
  readonly waiting: Waiting;
  readonly report: (violations: readonly Violation[]) => void;
}

/** The interactions and the messages that came of them. */
export type Interactions = ReturnType<typeof createInteractions>;

/** Creates the store that plays Discord's part in every interaction. */
export function createInteractions({ now, newId, waiting, report }: InteractionContext) {
  const all: Held[] = [];
  const messages = new Map<string, APIMessage>();
  const postIds: string[] = [];
  const deletedIds = new Set<string>();

  const note = (
    held: Held,
    kind: InteractionEvent['kind'],
    sent: ParsedBody,
    id?: string,
  ): void => {
    const message = id === undefined ? undefined : messages.get(id);
    held.events.push({ kind, atMs: now(), sent, ...(message ? { message } : {}) });
    waiting.check();
  };
  /** Reports what is wrong with a body, and the answer if Discord refuses it. */
  const judged = (violations: readonly Violation[]): RestAnswer | undefined => {
    report(violations);
    return invalidForm(violations);
  };
  const complain = (rule: Violation['rule'], where: string, detail: string): void =>
    report([{ rule, where, detail }]);
  const create = (held: Held, sent: ParsedBody, data: unknown, isFollowUp = false): string => {
    const isLoading =
      !isFollowUp && held.responseType === ResponseType.DeferredChannelMessageWithSource;
    const origin = { interaction: held.payload, isLoading, isFollowUp, newId, nowMs: now() };
    const message = createMessage(bodyOf(sent, data), origin);
    if (isForcedPrivate(held.payload)) {
      message.flags = (message.flags ?? 0) | MessageFlags.Ephemeral;
    }
    messages.set(message.id, message);
    return message.id;
  };
  const edit = (message: APIMessage, sent: ParsedBody, data: unknown): APIMessage => {
    const edited = editMessage(message, bodyOf(sent, data), { newId, nowMs: now() });
    messages.set(edited.id, edited);
    return edited;
  };

  return {
    /** Starts the clock of an interaction. */
    open(payload: APIInteraction): FakeInteraction {
      const start = { isTried: false, isAnswerLost: false, startMs: now() };
      const held: Held = { payload, events: [], followUpIds: [], ...start };
      all.push(held);
      return viewOf(held, messages, waiting);
    },

    /** The interactions whose first answer was never accepted; `late` only those past the deadline, untried. */
    unanswered(late = false): APIInteraction[] {
      const open = all.filter(({ responseType }) => responseType === undefined);
      const dueMs = now() - FIRST_ANSWER_MS;
      const asked = open.filter((held) => !late || (!held.isTried && held.startMs < dueMs));
      return asked.map(({ payload }) => payload);
    },

    /** POST /interactions/{id}/{token}/callback */
    answer(id: string, token: string, sent: ParsedBody, isAnswerLost: boolean): RestAnswer {
      const held = all.find(({ payload }) => payload.id === id && payload.token === token);
      const where = `callback of ${held ? nameOf(held.payload) : id}`;
      if (held === undefined) {
        complain('unknown-interaction', where, 'no such id and token');
        return ERRORS.unknownInteraction;
      }
      held.isTried = true;
      if (held.responseType !== undefined) {
        // A retry after a lost answer cannot know that the first try went through.
        if (!held.isAnswerLost)
          complain('answered-twice', where, 'it had its first answer already');
        held.isAnswerLost = false;
        return ERRORS.alreadyAcknowledged;
      }
      const ageMs = now() - held.startMs;
      if (ageMs > FIRST_ANSWER_MS) {
        complain('answered-late', where, `after ${ageMs} ms, at most ${FIRST_ANSWER_MS}`);
        return ERRORS.unknownInteraction;
      }
      const body = objectFrom(sent.json);
      const type = Object.values(ResponseType).find((known) => known === body['type']);
      const source = sourceOf(held.payload, messages);
      const violations = judgeCallback(sent, source, where);
      if (!allowedTypes(held.payload).includes(type)) {
        const detail = `${String(type)} does not fit ${nameOf(held.payload)}`;
        violations.push({ rule: 'wrong-answer-type', where, detail });
      }
      const refused = judged(violations);
      if (refused || typeof type !== 'number') return refused ?? ERRORS.notFound;
      if (type === ResponseType.UpdateMessage && source && deletedIds.has(source.id)) {
        return ERRORS.unknownMessage;
      }

      held.responseType = type;
      held.isAnswerLost = isAnswerLost;
      if (MESSAGE_TYPES.includes(type)) held.originalId = create(held, sent, body['data']);
      else if (source && UPDATE_TYPES.includes(type)) {
        held.originalId = source.id;
        if (type === ResponseType.UpdateMessage) edit(source, sent, body['data']);
      }
      if (held.originalId && !isDeferred(held.responseType)) held.settledId = held.originalId;
      note(held, 'callback', sent, held.originalId);
      return ok(callbackResource(held, messages));
    },

    /** Somebody deletes a message. */
    remove(messageId: string): void {
      messages.delete(messageId);
      deletedIds.add(messageId);
    },

    /** POST /channels/{id}/messages */
    post(channelId: string, sent: ParsedBody): RestAnswer {
      const refused = judged(judgeNewMessage('post', sent, `post to ${channelId}`));
      if (refused) return refused;
      const message = createPost(bodyOf(sent, sent.json), channelId, { newId, nowMs: now() });
      messages.set(message.id, message);
      postIds.push(message.id);
      return ok(message);
    },

    posts(channelId: string): APIMessage[] {
      const posts = postIds.flatMap((id) => messages.get(id) ?? []);
      return posts.filter((message) => message.channel_id === channelId);
    },

    /** /webhooks/{application}/{token}/messages/{id or @original}, and POST without a message. */
    webhook(method: string, token: string, messageId: string, sent: ParsedBody): RestAnswer {
      const held = all.find(({ payload }) => payload.token === token);
      if (held?.responseType === undefined) return ERRORS.unknownWebhook;
      if (now() - held.startMs > TOKEN_LIFE_MS) return ERRORS.expiredToken;
      const where = `${method} ${messageId} of ${nameOf(held.payload)}`;
      const original = messages.get(held.originalId ?? '');
      const isLoading = ((original?.flags ?? 0) & MessageFlags.Loading) !== 0;
      if (method === 'POST') {
        const refused = judged(judgeNewMessage('follow-up', sent, where));
        if (refused) return refused;
        const count = held.events.filter(({ kind }) => kind === 'follow-up').length;
        if (isByUserAppInServer(held.payload) && count >= MOST_FOLLOW_UPS_BY_USER_APP) {
          complain('too-many-follow-ups', where, `at most ${MOST_FOLLOW_UPS_BY_USER_APP}`);
          return ERRORS.tooManyFollowUps;
        }
        // As long as the answer is deferred, Discord puts the first follow-up in its place.
        const id =
          original && isLoading
            ? edit(original, sent, sent.json).id
            : create(held, sent, sent.json, true);
        if (id !== original?.id) held.followUpIds.push(id);
        if (isDeferred(held.responseType)) held.settledId ??= id;
        note(held, 'follow-up', sent, id);
        return ok(messages.get(id));
      }
      const own = messageId === '@original' ? held.originalId : messageId;
      const message =
        own === held.originalId || held.followUpIds.includes(own ?? '')
          ? messages.get(own ?? '')
          : undefined;
      if (message === undefined) return ERRORS.unknownMessage;
      if (method === 'GET') return ok(message);
      if (method === 'DELETE') {
        messages.delete(message.id);
        note(held, 'delete', sent);
        return { status: 204 };
      }
      const refused = judged(judgeEdit(sent, message, where));
      if (refused) return refused;
      const edited = edit(message, sent, sent.json);
      if (message.id === held.originalId) held.settledId ??= message.id;
      note(held, 'edit', sent, message.id);
      return ok(edited);
    },
  };
}

function viewOf(held: Held, messages: Map<string, APIMessage>, waiting: Waiting): FakeInteraction {
  const name = nameOf(held.payload);
  const original = (): APIMessage | undefined => messages.get(held.originalId ?? '');
  return {
    payload: held.payload,
    events: held.events,
    get message() {
      return original();
    },
    get followUps() {
      return held.followUpIds.flatMap((id) => messages.get(id) ?? []);
    },
    get choices() {
      const body = objectFrom(held.events.find(({ kind }) => kind === 'callback')?.sent.json);
      const choices = objectsFrom(objectFrom(body['data'])['choices']);
      return choices.map((choice) => ({ name: String(choice['name']), value: choice['value'] }));
    },
    response: () =>
      waiting.until(`the first answer to ${name}`, () =>
        held.events.find(({ kind }) => kind === 'callback'),
      ),
    settled: () =>
      waiting.until(`the message of ${name}`, () => {
        if (held.responseType !== undefined && held.originalId === undefined) {
          throw new Error(`but answer type ${held.responseType} makes no message`);
        }
        if (held.originalId !== undefined && !original()) throw new Error('but it was deleted');
        return messages.get(held.settledId ?? '');
      }),
    until: (what, test) =>
      waiting.until(`${what} in ${name}`, () => {
        const message = original();
        return message && test(message) ? message : undefined;
      }),
  };
}

function bodyOf(sent: ParsedBody, data: unknown): MessageBody {
  return { body: objectFrom(data), files: sent.files };
}

function sourceOf(
  payload: APIInteraction,
  messages: Map<string, APIMessage>,
): APIMessage | undefined {
  const source = 'message' in payload ? payload.message : undefined;
  return source && (messages.get(source.id) ?? source);
}

function callbackResource(held: Held, messages: Map<string, APIMessage>): unknown {
  const { id, type } = held.payload;
  const message = messages.get(held.originalId ?? '');
  const flags = message?.flags ?? 0;
  const about = message && {
    response_message_id: message.id,
    response_message_loading: (flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
  };
  const resource = { type: held.responseType, ...(message ? { message } : {}) };
  return { interaction: { id, type, ...about }, resource };
}

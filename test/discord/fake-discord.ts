import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
  type APIOverwrite,
  GatewayDispatchEvents,
} from 'discord-api-types/v10';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import type { PayloadContext } from './command-options.ts';
import { createCommandStore } from './command-store.ts';
import { createGateway, type GatewayStep, type Identify } from './gateway.ts';
import { CHANNEL_ID, GUILD_ID } from './guild-payloads.ts';
import { createIds, createManualClock } from './ids.ts';
import { nameOf } from './interaction-kinds.ts';
import * as payloads from './interaction-payloads.ts';
import { createInteractions, type FakeInteraction } from './interactions.ts';
import { createForeignMessage } from './messages.ts';
import { requirePlace } from './places.ts';
import { compilePattern, createRoutes } from './rest-routes.ts';
import { type Failure, type RecordedRequest, startRestServer } from './rest-server.ts';
import { renderViolations, type Violation } from './violations.ts';
import { createWaiting } from './waiting.ts';

/** A token the fake accepts unless told otherwise. */
export const TOKEN = 'fake-bot-token';

/** How the fake is set up; everything has a default. */
export interface FakeDiscordOptions {
  /** The clock of deadlines and tokens; one that stands still when left out. */
  readonly now?: () => number;
  /** The tokens that are valid. */
  readonly tokens?: readonly string[];
  /** The servers the bot is in. */
  readonly guildIds?: readonly string[];
  /** What is different about the application, such as `interactions_endpoint_url`. */
  readonly application?: object;
  /** What the channel of interactions changes of the permissions in its servers. */
  readonly overwrites?: readonly APIOverwrite[];
  /** Intents that close the gateway with 4014. */
  readonly disallowedIntents?: number;
  /** How many shards `GET /gateway/bot` recommends. */
  readonly shards?: number;
  /** How long a helper waits, by the real clock, before it gives up. */
  readonly timeoutMs?: number;
  readonly heartbeatIntervalMs?: number;
}

/** A Discord of one's own on the loopback, for an unmodified client. */
export interface FakeDiscord {
  /** For `rest: { api }` or DISCORD_API_URL. */
  readonly apiUrl: string;
  /** Every request so far. */
  readonly requests: readonly RecordedRequest[];
  readonly identifies: readonly Identify[];
  readonly resumes: number;
  /** What was done wrong so far, interactions left without an answer past their deadline included. */
  readonly violations: readonly Violation[];
  assertNoViolations(): void;
  /** Interactions whose first answer has not been accepted. */
  unanswered(): APIInteraction[];
  /** The registered commands, with their localisations. */
  commands(guildId?: string): APIApplicationCommand[];
  /** How many commands were created, which Discord allows 200 times a day. */
  commandCreations(guildId?: string): number;
  /** Resolves once this many shards are connected and have their servers. */
  ready(shards?: number): Promise<void>;
  /** Resolves once clients have introduced themselves this many times in all. */
  identified(times: number): Promise<void>;
  /** Resolves once clients have taken up a session again this many times in all. */
  resumed(times?: number): Promise<void>;
  /** Resolves with the first request, past or to come, that fits `PATCH /webhooks/:app/:token/messages/*`. */
  request(pattern: string | RegExp): Promise<RecordedRequest>;

  slash(input: payloads.SlashInput): FakeInteraction;
  autocomplete(input: payloads.AutocompleteInput): FakeInteraction;
  messageCommand(input: payloads.MessageCommandInput): FakeInteraction;
  button(input: payloads.ButtonInput): FakeInteraction;
  select(input: payloads.SelectInput): FakeInteraction;
  modalSubmit(input: payloads.ModalInput): FakeInteraction;
  /** Sends an interaction as given, for what the builders do not make. */
  interact(payload: APIInteraction): FakeInteraction;
  /** What the bot posted to a channel by itself, outside of any interaction. */
  posts(channelId?: string): APIMessage[];
  /** Somebody deletes a message; its controls may have been used just before. */
  deleteMessage(message: APIMessage): void;
  /** A message of somebody else, as the target of a message command. */
  foreignMessage(content: string): APIMessage;

  /** Lets the next matching requests fail without being worked through. */
  failNext(pattern: string | RegExp, failure?: Failure): void;
  /** Works the next matching request through, then drops the socket, or answers the given failure instead. */
  loseAnswer(pattern?: string | RegExp, failure?: Failure): void;
  /** The next client that resumes is told the last events once more, though it knows them. */
  repeatOnResume(count: number): void;
  /** From now on the gateway is late with a step of connecting, of every shard or of one. */
  holdGateway(step: GatewayStep, shard?: number): void;
  /** The gateway does what it was late with, and is on time again. */
  releaseGateway(): void;
  /** Closes the gateway's sockets with a code, of every shard or of one. */
  closeGateway(code: number, shard?: number): void;
  /** Cuts the gateway's sockets without a word. */
  dropGateway(): void;
  /** Asks the clients to reconnect (op 7). */
  reconnect(): void;
  /** Ends the clients' sessions (op 9). */
  invalidateSession(isResumable: boolean): void;
  stop(): Promise<void>;
}

/** Starts a fake Discord. Stop it when the test is over. */
export async function createFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const {
    now = createManualClock().now,
    tokens = [TOKEN],
    guildIds = [GUILD_ID],
    timeoutMs = WAIT_LIMIT_MS,
  } = options;
  const requests: RecordedRequest[] = [];
  const recorded: Violation[] = [];
  const newId = createIds(now);
  const report = (violations: readonly Violation[]): void => void recorded.push(...violations);
  const waiting = createWaiting(timeoutMs, () => {
    const lines = requests.slice(-10).map((it) => `  ${it.method} ${it.path} → ${it.status}`);
    return `The last requests:\n${lines.join('\n')}\n${renderViolations(recorded)}`;
  });
  const commands = createCommandStore(newId);
  const interactions = createInteractions({ now, newId, waiting, report });
  const gatewayUrl = (): string => `ws://127.0.0.1:${rest.port}/gateway`;
  const gateway = createGateway({
    tokens,
    guildIds,
    newId,
    waiting,
    url: gatewayUrl,
    disallowedIntents: options.disallowedIntents ?? 0,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
  });
  const shards = options.shards ?? 1;
  const rest = await startRestServer({
    tokens,
    handle: createRoutes({
      commands,
      interactions,
      gatewayUrl,
      shards,
      guildIds,
      application: options.application ?? {},
      overwrites: options.overwrites ?? [],
      report,
    }),
    onRequest(request) {
      requests.push(request);
      waiting.check();
    },
  });
  rest.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));

  const context: PayloadContext = {
    newId,
    findCommand(name, type, guildId) {
      const found = commands.find(name, type, guildId);
      const names = [...commands.list(guildId ?? undefined), ...commands.list(undefined)];
      // A test of bare handlers registers nothing; a bot that registers cannot be asked for more than that.
      if (found === undefined && names.length > 0) {
        const known = names.map((command) => command.name).join(', ');
        throw new Error(`fake Discord: "${name}" is not registered; there is: ${known}`);
      }
      return found;
    },
  };
  const interact = (payload: APIInteraction): FakeInteraction => {
    // First, as it throws without a client; what the client answers comes in a later turn.
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload, payload.guild_id);
    return interactions.open(payload);
  };
  const useCommand = (payload: APIInteraction & { readonly data: { readonly id: string } }) => {
    const offered = [...commands.list(payload.guild_id), ...commands.list(undefined)];
    requirePlace(
      offered.find(({ id }) => id === payload.data.id),
      payload,
    );
    return interact(payload);
  };
  const violations = (): Violation[] => [
    ...recorded,
    ...interactions.unanswered(true).map((payload) => ({
      rule: 'unanswered' as const,
      where: nameOf(payload),
      detail: 'no first answer within 3 s',
    })),
  ];

  return {
    apiUrl: `http://127.0.0.1:${rest.port}/api`,
    requests,
    identifies: gateway.identifies,
    get resumes() {
      return gateway.resumes;
    },
    get violations() {
      return violations();
    },
    assertNoViolations() {
      const found = violations();
      if (found.length > 0) throw new Error(`Discord was misused:\n${renderViolations(found)}`);
    },
    unanswered: () => interactions.unanswered(),
    commands: (guildId) => commands.list(guildId),
    commandCreations: (guildId) => commands.creations(guildId),
    async ready(count = 1) {
      await waiting.until('READY', () => (gateway.connected >= count ? true : undefined));
    },
    async identified(times) {
      await waiting.until('IDENTIFY', () =>
        gateway.identifies.length >= times ? true : undefined,
      );
    },
    async resumed(times = 1) {
      await waiting.until('RESUME', () => (gateway.resumes >= times ? true : undefined));
    },
    request(pattern) {
      const matches = compilePattern(pattern);
      return waiting.until(String(pattern), () =>
        requests.find((it) => matches(it.method, it.path)),
      );
    },

    slash: (input) => useCommand(payloads.slashPayload(input, context)),
    autocomplete: (input) => useCommand(payloads.autocompletePayload(input, context)),
    messageCommand: (input) => useCommand(payloads.messageCommandPayload(input, context)),
    button: (input) => interact(payloads.componentPayload(input, context)),
    select: (input) => interact(payloads.componentPayload(input, context)),
    modalSubmit: (input) => interact(payloads.modalPayload(input, context)),
    interact,
    posts: (channelId = CHANNEL_ID) => interactions.posts(channelId),
    deleteMessage: ({ id }) => interactions.remove(id),
    foreignMessage: (content) => createForeignMessage(content, newId(), now()),

    failNext: (pattern, failure = {}) => rest.fail(pattern, failure, false),
    loseAnswer: (pattern = 'POST /interactions/*', failure = { dropSocket: true }) =>
      rest.fail(pattern, failure, true),
    repeatOnResume: (count) => gateway.repeat(count),
    holdGateway: (step, shard) => gateway.hold(step, shard),
    releaseGateway: () => gateway.release(),
    closeGateway: (code, shard) => gateway.close(code, shard),
    dropGateway: () => gateway.drop(),
    reconnect: () => gateway.reconnect(),
    invalidateSession: (isResumable) => gateway.invalidate(isResumable),
    async stop() {
      waiting.stop();
      gateway.stop();
      await rest.stop();
    },
  };
}

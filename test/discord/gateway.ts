import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { CHANNEL_ID, guildPayload, readyPayload } from './guild-payloads.ts';
import { numberFrom, objectFrom, textFrom } from './json.ts';
import type { Waiting } from './waiting.ts';

/** How a client introduced itself. */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
}

/** A step of connecting that Discord can be slow with: HELLO, READY, or the servers that follow it. */
export type GatewayStep = 'hello' | 'ready' | 'guilds';

interface Session {
  readonly id: string;
  readonly identify: Identify;
  /** Every dispatch, so that a client that was away gets what it missed; the sequence number is the place + 1. */
  readonly log: { readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

/** What the gateway needs from the fake. */
export interface GatewayContext {
  readonly tokens: readonly string[];
  readonly guildIds: readonly string[];
  readonly disallowedIntents: number;
  readonly heartbeatIntervalMs: number;
  readonly newId: () => string;
  readonly url: () => string;
  readonly waiting: Waiting;
}

/** Creates the gateway: sessions outlive their sockets, as they do at Discord. */
export function createGateway(context: GatewayContext) {
  const { waiting } = context;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const identifies: Identify[] = [];
  const holds: { readonly step: GatewayStep; readonly shard: number | undefined }[] = [];
  const heldBack: (() => void)[] = [];
  let resumes = 0;
  let repeatCount = 0;

  /** Takes a step now, or once it is released. */
  const take = (step: GatewayStep, shard: number | undefined, act: () => void): void => {
    const isHeld = holds.some(
      (hold) => hold.step === step && (hold.shard === undefined || hold.shard === shard),
    );
    if (isHeld) heldBack.push(act);
    else act();
  };

  const dispatchTo = (session: Session, t: string, d: unknown): void => {
    session.log.push({ t, d });
    if (session.socket) {
      send(session.socket, { op: GatewayOpcodes.Dispatch, t, d, s: session.log.length });
    }
  };
  const guildsOf = ([shard, count]: Identify['shard']): string[] =>
    context.guildIds.filter((id) => shardOf(id, count) === shard);

  const identify = (socket: WebSocket, data: unknown): Session | undefined => {
    const fields = objectFrom(data);
    const asked = Array.isArray(fields['shard']) ? fields['shard'].map(Number) : [];
    const shard = [asked[0] ?? 0, asked[1] ?? 1] as const;
    const intents = numberFrom(fields['intents']);
    const known = { token: textFrom(fields['token']), intents, shard };
    identifies.push(known);
    waiting.check();
    const refusal = refusalOf(known, fields, context);
    if (refusal !== undefined) {
      socket.close(refusal);
      return undefined;
    }
    for (const old of sessions.values()) {
      if (old.identify.shard[0] === shard[0]) sessions.delete(old.id);
    }
    const session: Session = { id: `session-${context.newId()}`, identify: known, log: [], socket };
    const guildIds = guildsOf(shard);
    const about = { id: session.id, url: context.url(), shard: [shard[0], shard[1]] } as const;
    const sendGuilds = (): void => {
      for (const [index, id] of guildIds.entries()) {
        const channelId = index === 0 ? CHANNEL_ID : context.newId();
        dispatchTo(session, GatewayDispatchEvents.GuildCreate, guildPayload(id, channelId));
      }
    };
    const sendReady = (): void => {
      sessions.set(session.id, session);
      const ready = readyPayload(guildIds, { ...about, shard: [...about.shard] });
      dispatchTo(session, GatewayDispatchEvents.Ready, ready);
      waiting.check();
      take('guilds', shard[0], sendGuilds);
    };
    take('ready', shard[0], sendReady);
    return session;
  };

  const resume = (socket: WebSocket, data: unknown): Session | undefined => {
    const fields = objectFrom(data);
    const session = sessions.get(textFrom(fields['session_id']));
    if (session === undefined || session.identify.token !== fields['token']) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    session.socket = socket;
    const seen = numberFrom(fields['seq']) - repeatCount;
    repeatCount = 0;
    for (const [index, { t, d }] of session.log.entries()) {
      if (index >= seen) send(socket, { op: GatewayOpcodes.Dispatch, t, d, s: index + 1 });
    }
    dispatchTo(session, GatewayDispatchEvents.Resumed, {});
    resumes += 1;
    waiting.check();
    return session;
  };

  const connect = (socket: WebSocket): void => {
    let session: Session | undefined;
    const receive = (raw: RawData): void => {
      const message = Buffer.isBuffer(raw) ? parseMessage(raw.toString()) : undefined;
      switch (message?.op) {
        case GatewayOpcodes.Heartbeat:
          send(socket, { op: GatewayOpcodes.HeartbeatAck });
          break;
        case GatewayOpcodes.Identify:
          if (session) socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          else session = identify(socket, message.d);
          break;
        case GatewayOpcodes.Resume:
          session = resume(socket, message.d);
          break;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
          break;
        case undefined:
          socket.close(GatewayCloseCodes.DecodeError);
          break;
        default:
          socket.close(GatewayCloseCodes.UnknownOpcode);
      }
    };
    socket.on('message', receive);
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
      waiting.check();
    });
    socket.on('error', () => socket.terminate());
    const hello = { heartbeat_interval: context.heartbeatIntervalMs };
    take('hello', undefined, () => send(socket, { op: GatewayOpcodes.Hello, d: hello }));
  };

  const eachSocket = (act: (socket: WebSocket, session: Session) => void, shard?: number): void => {
    const open = [...sessions.values()].filter(
      ({ socket, identify: known }) =>
        socket !== undefined && (shard === undefined || known.shard[0] === shard),
    );
    if (open.length === 0) throw new Error('fake Discord: no client is connected to the gateway');
    for (const session of open) if (session.socket) act(session.socket, session);
  };

  return {
    identifies,
    /** How many times a client took up its session again. */
    get resumes() {
      return resumes;
    },
    /** How many sessions have a client on the line. */
    get connected() {
      return [...sessions.values()].filter(({ socket }) => socket !== undefined).length;
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      server.handleUpgrade(request, socket, head, connect);
    },
    /** Sends an event to the shard that has this server; without one, to shard 0. */
    dispatch(event: string, data: unknown, guildId: string | undefined): void {
      const session = [...sessions.values()].findLast(
        ({ identify: { shard } }) => shard[0] === shardOf(guildId ?? '0', shard[1]),
      );
      if (!session) throw new Error('fake Discord: no client has identified for that shard yet');
      dispatchTo(session, event, data);
    },
    /** The next client that resumes is told this many events that it knows once more. */
    repeat(count: number): void {
      repeatCount = count;
    },
    /** From now on this step waits, of every shard or of one. */
    hold(step: GatewayStep, shard?: number): void {
      holds.push({ step, shard });
    },
    /** Takes the steps that wait, and holds back none any more. */
    release(): void {
      holds.length = 0;
      for (const act of heldBack.splice(0)) act();
    },
    close(code: number, shard?: number): void {
      eachSocket((socket) => socket.close(code), shard);
    },
    drop(): void {
      eachSocket((socket) => socket.terminate());
    },
    reconnect(): void {
      eachSocket((socket) => send(socket, { op: GatewayOpcodes.Reconnect, d: null }));
    },
    invalidate(isResumable: boolean): void {
      eachSocket((socket, session) => {
        if (!isResumable) sessions.delete(session.id);
        send(socket, { op: GatewayOpcodes.InvalidSession, d: isResumable });
      });
    },
    stop(): void {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function send(socket: WebSocket, message: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

function refusalOf(
  { token, intents, shard }: Identify,
  fields: Readonly<Record<string, unknown>>,
  context: GatewayContext,
): number | undefined {
  if (!context.tokens.includes(token)) return GatewayCloseCodes.AuthenticationFailed;
  if (typeof fields['intents'] !== 'number') return GatewayCloseCodes.InvalidIntents;
  if ((intents & context.disallowedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
  if (!(shard[0] >= 0 && shard[0] < shard[1])) return GatewayCloseCodes.InvalidShard;
  return undefined;
}

function parseMessage(raw: string): { readonly op: unknown; readonly d: unknown } | undefined {
  try {
    const parsed = objectFrom(JSON.parse(raw));
    return 'op' in parsed ? { op: parsed['op'], d: parsed['d'] } : undefined;
  } catch {
    return undefined;
  }
}

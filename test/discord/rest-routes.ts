import type { APIOverwrite } from 'discord-api-types/v10';
import { type CommandStore, withoutLocalizations } from './command-store.ts';
import { APPLICATION_ID, botPayload, CHANNEL_ID, guildPayload } from './guild-payloads.ts';
import type { Interactions } from './interactions.ts';
import { type JsonObject, objectFrom, objectsFrom } from './json.ts';
import { judgeCommand, judgeCommandList } from './judge.ts';
import type { CommandScope } from './judge-command.ts';
import type { ParsedBody } from './multipart.ts';
import { ERRORS, invalidForm, ok, type RestAnswer } from './rest-answer.ts';
import type { Violation } from './violations.ts';

/** Commands that may be created a day, everywhere and in each server. Known ones do not count. */
const MAX_COMMAND_CREATIONS = 200;

/** A request that has been read. */
export interface RestCall {
  readonly method: string;
  /** Without the `/api/v10` in front, and decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly sent: ParsedBody;
  readonly isAuthorized: boolean;
  /** Whether the answer will not reach the client. */
  readonly isAnswerLost: boolean;
}

/** What the routes need from the fake. */
export interface RouteContext {
  readonly commands: CommandStore;
  readonly interactions: Interactions;
  readonly gatewayUrl: () => string;
  readonly shards: number;
  readonly guildIds: readonly string[];
  /** What is different about the application. */
  readonly application: object;
  /** What the channel of interactions changes of the permissions in its servers. */
  readonly overwrites: readonly APIOverwrite[];
  readonly report: (violations: readonly Violation[]) => void;
}

type Params = Readonly<Record<string, string>>;
type Handler = (call: RestCall, params: Params) => RestAnswer;

/** Turns `POST /webhooks/:app/:token` into a test of a request; returns what the names stand for. */
export function compilePattern(
  pattern: string | RegExp,
): (method: string, path: string) => Params | undefined {
  const source =
    typeof pattern === 'string'
      ? new RegExp(`^${pattern.replaceAll(/:(\w+)/gu, '(?<$1>[^/]+)').replaceAll('*', '.*')}$`, 'u')
      : pattern;
  return (method, path) => {
    const match = source.exec(`${method} ${path}`);
    return match ? { ...match.groups } : undefined;
  };
}

/** Creates the routes of the REST interface that a bot of slash commands uses. */
export function createRoutes(context: RouteContext): (call: RestCall) => RestAnswer {
  const { commands, interactions, report } = context;
  const application = {
    id: APPLICATION_ID,
    name: 'Verbatim',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    integration_types_config: {},
    ...context.application,
  };
  const guildOf = (id: string) =>
    context.guildIds.includes(id) ? guildPayload(id, CHANNEL_ID) : undefined;
  const gateway = (): object => ({
    url: context.gatewayUrl(),
    shards: context.shards,
    session_start_limit: {
      total: 1000,
      remaining: 999,
      reset_after: 86_400_000,
      max_concurrency: 1,
    },
  });
  const open: readonly (readonly [string, Handler])[] = [
    ['GET /gateway', () => ok({ url: context.gatewayUrl() })],
    [
      'POST /interactions/:id/:token/callback',
      (call, { id = '', token = '' }) => {
        const answer = interactions.answer(id, token, call.sent, call.isAnswerLost);
        const isBare = answer.status === 200 && call.query.get('with_response') !== 'true';
        return isBare ? { status: 204 } : answer;
      },
    ],
    [
      'POST /webhooks/:app/:token',
      ({ sent }, { token = '' }) => interactions.webhook('POST', token, 'follow-up', sent),
    ],
    [
      '(GET|PATCH|DELETE) /webhooks/:app/:token/messages/:message',
      ({ method, sent }, { token = '', message = '' }) =>
        interactions.webhook(method, token, message, sent),
    ],
  ];
  const guarded: readonly (readonly [string, Handler])[] = [
    ['GET /gateway/bot', () => ok(gateway())],
    [
      'POST /channels/:channel/messages',
      ({ sent }, { channel = '' }) => interactions.post(channel, sent),
    ],
    ['GET /users/@me', () => ok(botPayload())],
    ['GET /users/@me/guilds', () => ok(context.guildIds.map((id) => ({ id, name: id })))],
    [
      'GET /guilds/:guild',
      (_call, { guild = '' }) => {
        const payload = guildOf(guild);
        return payload ? ok(payload) : ERRORS.unknownGuild;
      },
    ],
    [
      'GET /guilds/:guild/members/:user',
      (_call, { guild = '', user }) => {
        const member = guildOf(guild)?.members.find((each) => each.user.id === user);
        return member ? ok(member) : ERRORS.unknownGuild;
      },
    ],
    [
      'GET /channels/:channel',
      (_call, { channel }) => {
        const [guildId = ''] = context.guildIds;
        const payload = guildOf(guildId)?.channels.find((each) => each.id === channel);
        if (!payload) return ERRORS.unknownChannel;
        return ok({
          ...payload,
          guild_id: guildId,
          permission_overwrites: context.overwrites,
        });
      },
    ],
    ['GET /applications/@me', () => ok(application)],
    ['GET /oauth2/applications/@me', () => ok(application)],
    ...['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'].flatMap(
      (path) => commandRoutes(path, commands, report),
    ),
  ];
  const routes = [
    ...open.map(([pattern, handle]) => ({ match: compilePattern(pattern), handle, isOpen: true })),
    ...guarded.map(([pattern, handle]) => ({
      match: compilePattern(pattern),
      handle,
      isOpen: false,
    })),
  ];
  return (call) => {
    for (const { match, handle, isOpen } of routes) {
      const params = match(call.method, call.path);
      if (params && !isOpen && !call.isAuthorized) return ERRORS.unauthorized;
      if (params) return handle(call, params);
    }
    return ERRORS.notFound;
  };
}

function commandRoutes(
  path: string,
  commands: CommandStore,
  report: (violations: readonly Violation[]) => void,
): (readonly [string, Handler])[] {
  const judged = (violations: readonly Violation[]): RestAnswer | undefined => {
    report(violations);
    return invalidForm(violations);
  };
  // Per day at Discord; a fake lives for less.
  const limited = (guild: string | undefined, bodies: readonly JsonObject[]) =>
    commands.creations(guild, bodies) > MAX_COMMAND_CREATIONS ? ERRORS.tooManyCreations : undefined;
  return [
    [
      `GET ${path}`,
      ({ query }, { guild }) => {
        const list = commands.list(guild);
        return ok(query.get('with_localizations') === 'true' ? list : withoutLocalizations(list));
      },
    ],
    [
      `PUT ${path}`,
      ({ sent, method, path: where }, { guild }) => {
        const refused =
          judged(judgeCommandList(sent, scopeOf(guild), `${method} ${where}`)) ??
          limited(guild, objectsFrom(sent.json));
        return refused ?? ok(commands.replace(guild, objectsFrom(sent.json)));
      },
    ],
    [
      `POST ${path}`,
      ({ sent, method, path: where }, { guild }) => {
        const refused =
          judged(judgeCommand(sent, undefined, scopeOf(guild), `${method} ${where}`)) ??
          limited(guild, [objectFrom(sent.json)]);
        const count = commands.list(guild).length;
        const stored = refused ?? commands.put(guild, objectFrom(sent.json));
        return refused ?? ok(stored, commands.list(guild).length > count ? 201 : 200);
      },
    ],
    [
      `(GET|PATCH|DELETE) ${path}/:id`,
      ({ method, sent, path: where }, { guild, id = '' }) => {
        const held = commands.get(guild, id);
        if (held === undefined) return ERRORS.unknownCommand;
        if (method === 'GET') return ok(held);
        if (method === 'DELETE') {
          commands.remove(guild, id);
          return { status: 204 };
        }
        const refused = judged(judgeCommand(sent, held, scopeOf(guild), `${method} ${where}`));
        return refused ?? ok(commands.put(guild, objectFrom(sent.json), id));
      },
    ],
  ];
}

function scopeOf(guildId: string | undefined): CommandScope {
  return guildId === undefined ? 'global' : 'guild';
}

import { isRefused, type Violation } from './violations.ts';

/** What the fake answers to a request; without a body it is an empty 204. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const errorAnswer = (status: number, code: number, message: string): RestAnswer => ({
  status,
  body: { message, code },
});

/** The errors of Discord that a bot has to live with. */
export const ERRORS = {
  unauthorized: errorAnswer(401, 0, '401: Unauthorized'),
  notFound: errorAnswer(404, 0, '404: Not Found'),
  unknownChannel: errorAnswer(404, 10_003, 'Unknown Channel'),
  unknownGuild: errorAnswer(404, 10_004, 'Unknown Guild'),
  unknownMessage: errorAnswer(404, 10_008, 'Unknown Message'),
  unknownWebhook: errorAnswer(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: errorAnswer(404, 10_062, 'Unknown interaction'),
  unknownCommand: errorAnswer(404, 10_063, 'Unknown application command'),
  tooManyCreations: errorAnswer(
    400,
    30_034,
    'Max number of daily application command creates has been reached (200)',
  ),
  tooManyFollowUps: errorAnswer(
    400,
    40_094,
    'This interaction has hit the maximum number of follow up messages.',
  ),
  alreadyAcknowledged: errorAnswer(400, 40_060, 'Interaction has already been acknowledged.'),
  expiredToken: errorAnswer(401, 50_027, 'Invalid Webhook Token'),
  invalidJson: errorAnswer(400, 50_109, 'The request body contains invalid JSON.'),
} as const;

/** A successful answer. */
export function ok(body: unknown, status = 200): RestAnswer {
  return { status, body };
}

/** The 400 that Discord gives for a body it refuses; nothing when it would let the body through. */
export function invalidForm(violations: readonly Violation[]): RestAnswer | undefined {
  const refused = violations.filter(isRefused);
  if (refused.length === 0) return undefined;
  const errors = Object.fromEntries(
    refused.map(({ rule, where, detail }) => [
      where,
      { _errors: [{ code: rule.toUpperCase(), message: detail }] },
    ]),
  );
  return { status: 400, body: { message: 'Invalid Form Body', code: 50_035, errors } };
}

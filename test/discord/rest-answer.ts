import { isRefused, type Violation } from './violations.ts';

/** What the fake answers to a request; without a body it is an empty 204. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const refusal = (status: number, code: number, message: string): RestAnswer => ({
  status,
  body: { message, code },
});

/** The errors of Discord that a bot has to live with. */
export const REFUSALS = {
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  notFound: refusal(404, 0, '404: Not Found'),
  unknownChannel: refusal(404, 10_003, 'Unknown Channel'),
  unknownGuild: refusal(404, 10_004, 'Unknown Guild'),
  unknownMessage: refusal(404, 10_008, 'Unknown Message'),
  unknownWebhook: refusal(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: refusal(404, 10_062, 'Unknown interaction'),
  unknownCommand: refusal(404, 10_063, 'Unknown application command'),
  tooManyCreations: refusal(
    400,
    30_034,
    'Max number of daily application command creates has been reached (200)',
  ),
  tooManyFollowUps: refusal(
    400,
    40_094,
    'This interaction has hit the maximum number of follow up messages.',
  ),
  alreadyAcknowledged: refusal(400, 40_060, 'Interaction has already been acknowledged.'),
  expiredToken: refusal(401, 50_027, 'Invalid Webhook Token'),
  invalidJson: refusal(400, 50_109, 'The request body contains invalid JSON.'),
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

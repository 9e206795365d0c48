import { DefaultRestOptions, type RateLimitData, type RESTOptions } from 'discord.js';

/** Discord takes a first response for 3 s, in ms. */
const FIRST_RESPONSE_MS = 3000;

/** Discord takes edits and follow-ups as long as an interaction's token lives, in ms. */
const TOKEN_LIFE_MS = 15 * 60_000;

/** Everything else (connecting, registering) is better tried again by whoever wanted it, in ms. */
const OTHER_PATIENCE_MS = 60_000;

/**
 * How requests are sent to Discord:
 *
 * - Whoever asks for a pause after which the answer would come too late is not waited for: the
 *   request fails with a `RateLimitError`.
 * - A connection that breaks is tried again once, which discord.js does for some ways of breaking
 *   only. Not for follow-ups: Discord may have got the first one, and would show both.
 *
 * @param apiUrl base of the REST API without version, or null for Discord's own.
 */
export function restOptions(apiUrl: string | null): Partial<RESTOptions> {
  return {
    ...(apiUrl !== null && { api: apiUrl }),
    rejectOnRateLimit: ({ route, timeToReset, retryAfter }) =>
      Math.max(timeToReset, retryAfter) > patienceFor(route),
    makeRequest: async (url, init) => {
      try {
        return await DefaultRestOptions.makeRequest(url, init);
      } catch (error) {
        if (init.signal?.aborted || isFollowUp(url, init.method)) throw error;
        return await DefaultRestOptions.makeRequest(url, init);
      }
    },
  };
}

function patienceFor(route: RateLimitData['route']): number {
  if (route.startsWith('/interactions/')) return FIRST_RESPONSE_MS;
  return route.startsWith('/webhooks/') ? TOKEN_LIFE_MS : OTHER_PATIENCE_MS;
}

function isFollowUp(url: string, method: string | undefined): boolean {
  return method === 'POST' && new URL(url).pathname.includes('/webhooks/');
}

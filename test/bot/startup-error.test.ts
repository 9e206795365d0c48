import { describe, expect, test } from 'vitest';
import {
  closeFailure,
  explainStartupError,
  StartupError,
} from '../../src/bot/connection/startup-error.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('explainStartupError', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s is Discord out of reach, however deep it is',
    (code) => {
      const error = new TypeError('fetch failed', {
        cause: new AggregateError([new Error('first'), withCode(code)]),
      });
      const explained = explainStartupError(error, 'http://127.0.0.1:1/api');
      expect(explained).toBeInstanceOf(StartupError);
      expect(explained).toMatchObject({
        message: `Discord cannot be reached at http://127.0.0.1:1/api (${code}): check the network, or DISCORD_API_URL.`,
        cause: error,
      });
    },
  );

  test('a request that was given up is Discord out of reach', () => {
    const error = Object.assign(new Error('aborted'), { name: 'AbortError' });
    expect(explainStartupError(error, null)).toMatchObject({
      message: expect.stringContaining('https://discord.com/api (no answer in time)'),
    });
  });

  test('an error that holds itself ends the search', () => {
    const error = new Error('round');
    error.cause = error;
    expect(explainStartupError(error, null)).toBe(error);
  });

  test('a fault of ours stays what it is', () => {
    const error = new TypeError('x is not a function');
    expect(explainStartupError(error, null)).toBe(error);
  });
});

test('a close after which discord.js comes back is no failure', () => {
  expect(closeFailure(1006)).toBeNull();
  expect(closeFailure(4014)?.message).toContain('4014');
});

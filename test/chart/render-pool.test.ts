import { describe, expect, test } from 'vitest';
import { createPictureMaker, PictureError } from '../../src/chart/index.ts';
import { buildTimelineChart } from '../../src/commands/index.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { decodePng } from '../support/png.ts';
import { PICTURE_PROGRAM, RPC } from '../support/worker-url.ts';
import { chartOf, dayPoint } from './charts.ts';

const HARBOUR = chartOf([dayPoint('2024-05-02'), dayPoint('2024-06-30', { role: 'deadline' })]);

/** A thread with another program. */
const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** Does what the title of its chart says. */
const OBEDIENT = program(`
  import { serveThread } from ${JSON.stringify(RPC.href)};
  serveThread({
    draw({ chart: { title } }) {
      if (title.includes('throw')) throw new Error('as asked');
      if (title.includes('leave')) process.exit(3);
      if (title.includes('hang')) for (;;);
      return new Uint8Array([1, 2, 3]);
    },
  });
`);

const asking = (topic: string) =>
  buildTimelineChart({ locale: 'en-US', topic, points: [dayPoint('2024-05-02')], undated: 0 });

async function failureOf(promise: Promise<unknown>): Promise<PictureError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PictureError) return error;
  throw new TypeError('it was to fail with a PictureError', { cause: error });
}

describe('the maker of pictures', () => {
  test('makes PNG files in threads, one after the other', async () => {
    const { make } = createPictureMaker({ program: PICTURE_PROGRAM, timeLimitMs: WAIT_LIMIT_MS });
    const [one, other] = await Promise.all([make(HARBOUR), make(HARBOUR)]);
    expect(decodePng(one).width).toBe(1000);
    expect(other).toEqual(one);
  });

  test('says why there is no picture, and makes the next one all the same', async () => {
    const { make } = createPictureMaker({ program: OBEDIENT, timeLimitMs: WAIT_LIMIT_MS });
    const [thrown, left, made] = [make(asking('throw')), make(asking('leave')), make(asking('it'))];
    expect(await failureOf(thrown)).toMatchObject({
      code: 'failed',
      cause: { message: 'as asked' },
    });
    expect(await failureOf(left)).toMatchObject({ code: 'failed' });
    expect(await made).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('ends a thread that takes too long', async () => {
    const { make } = createPictureMaker({ program: OBEDIENT, timeLimitMs: 300 });
    const hung = make(asking('hang'));
    expect(await failureOf(hung)).toMatchObject({ cause: { code: 'time-limit' } });
  });

  test('takes no more orders than can wait', async () => {
    const { make } = createPictureMaker({ program: OBEDIENT, timeLimitMs: WAIT_LIMIT_MS });
    const orders = await Promise.allSettled(Array.from({ length: 12 }, () => make(asking('it'))));
    const refused = orders.filter(({ status }) => status === 'rejected');
    expect(refused.map((order) => order.status === 'rejected' && order.reason)).toEqual(
      refused.map(() => expect.objectContaining({ code: 'busy' })),
    );
    expect(refused).toHaveLength(3);
    expect(await make(asking('it'))).toHaveLength(3);
  });

  test('ends the picture under way when it is closed, and makes no other', async () => {
    const { make, close } = createPictureMaker({ program: OBEDIENT, timeLimitMs: WAIT_LIMIT_MS });
    await make(asking('it'));
    const orders = [make(asking('hang')), make(asking('it'))];
    close();
    for (const order of [...orders, make(asking('it'))]) {
      expect(await failureOf(order)).toMatchObject({ code: 'closed' });
    }
  });
});

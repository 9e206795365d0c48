import { createHash } from 'node:crypto';
import type { PictureMaker } from '../../chart/index.ts';
import type { TimelineChart } from '../../commands/index.ts';
import type { Logger } from '../../shared/log.ts';
import { type Timers, withTimeout } from '../../shared/timers.ts';
import { FILE_BYTES } from '../render/message-limits.ts';

/** How long an answer waits for its picture, in ms: longer than that, words alone are better. */
export const PICTURE_WAIT_MS = 3000;

/** Pictures that are kept, about 0.1 MB each, for whoever turns pages back and forth. */
const MAX_KEPT = 8;

/** The pictures of a bot. */
export interface Pictures {
  /**
   * A chart as a PNG file within Discord's limits, or null when there is none in time, with the
   * reason in the log. Never rejects.
   */
  readonly get: (chart: TimelineChart, log: Logger) => Promise<Uint8Array | null>;
}

/**
 * Pictures by their maker, the last few of which are kept by what they show. One that comes too late
 * for its own answer is kept as well; one that failed is tried again.
 */
export function createPictures(make: PictureMaker['make'], timers: Timers): Pictures {
  const kept = new Map<string, Promise<Uint8Array>>();

  function keptOrMade(chart: TimelineChart): Promise<Uint8Array> {
    const key = createHash('sha256').update(JSON.stringify(chart)).digest('base64');
    const picture = kept.get(key) ?? make(chart).then(checkSize);
    // Last again: those at the front were not asked for the longest.
    kept.delete(key);
    kept.set(key, picture);
    for (const oldest of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(oldest);
    picture.catch(() => {
      if (kept.get(key) === picture) kept.delete(key);
    });
    return picture;
  }

  return {
    async get(chart, log) {
      try {
        return await withTimeout(
          () => keptOrMade(chart),
          PICTURE_WAIT_MS,
          timers,
          (ms) => new Error(`it was not there after ${ms} ms`),
        );
      } catch (error) {
        log.warn({ err: error }, 'sent an answer without its picture');
        return null;
      }
    },
  };
}

function checkSize(png: Uint8Array): Uint8Array {
  if (png.length > FILE_BYTES) throw new RangeError(`a picture has ${png.length} bytes`);
  return png;
}

import { vi } from 'vitest';
import { WAIT_LIMIT_MS } from './limits.ts';

/** Resolves with what `check` gives once it no longer throws. It is for what no event tells of. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: WAIT_LIMIT_MS, interval: 20 });
}

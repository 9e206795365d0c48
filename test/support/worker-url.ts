/** The thread as it is installed; `dist/` is built before any test. */
export const WORKER_URL = new URL('../../dist/library/generation-worker.js', import.meta.url);

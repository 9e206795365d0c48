/** The thread as it is installed; `dist/` is built before any test. */
export const GENERATION_PROGRAM = new URL(
  '../../dist/library/generation-worker.js',
  import.meta.url,
);

/** The thread of a picture as it is installed. */
export const PICTURE_PROGRAM = new URL('../../dist/chart/render-worker.js', import.meta.url);

/** The protocol of all threads, for programs that only a test has. */
export const RPC = new URL('../../dist/shared/worker-rpc.js', import.meta.url);

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_LIMIT_MS } from './test/support/limits.ts';

/** Files that need a process of their own; CONTRIBUTING.md says which. */
const OWN_PROCESS = 'test/**/*.process.test.ts';

/** Threads run from `dist/`, whoever starts them. */
const resolve = {
  alias: [
    {
      find: /^(\.\.\/)+shared\/worker-rpc\.ts$/,
      replacement: fileURLToPath(new URL('test/support/compiled-threads.ts', import.meta.url)),
    },
  ],
};

const limits = { testTimeout: TEST_LIMIT_MS, hookTimeout: TEST_LIMIT_MS };

export default defineConfig({
  test: {
    // Of the whole and not of the projects, each of which would build again.
    globalSetup: ['test/build-first.ts'],
    // One core less is the default, which is half of a small machine.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        resolve,
        test: {
          name: 'threads',
          include: ['test/**/*.test.ts'],
          exclude: [OWN_PROCESS],
          // One file after the other in the same few threads, so that modules are loaded once.
          pool: 'threads',
          isolate: false,
          ...limits,
        },
      },
      {
        resolve,
        test: { name: 'process', include: [OWN_PROCESS], pool: 'forks', ...limits },
      },
    ],
  },
});

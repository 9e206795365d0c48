import { defineConfig } from 'vitest/config';
import { TEST_LIMIT_MS } from './test/support/limits.ts';

/** Files that need a process of their own; CONTRIBUTING.md says which. */
const OWN_PROCESS = 'test/**/*.process.test.ts';

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
        test: { name: 'process', include: [OWN_PROCESS], pool: 'forks', ...limits },
      },
    ],
  },
});

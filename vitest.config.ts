import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-first.ts'],
    // Each file in a process of its own: discord.js and the tests of settings read process-wide state.
    pool: 'forks',
    // One core less is the default, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
  },
});

import { defineConfig } from 'vitest/config';
export default defineConfig({ root: '/work/wt/tests', test: { include: ['test/**/*.test.ts'], exclude: ['**/*.process.test.ts'], pool: 'threads', isolate: false, maxWorkers: 2, testTimeout: 240000, hookTimeout: 240000 } });

import { defineConfig } from 'vitest/config';

/** Where the results go as JSON beside the terminal, if anywhere. */
const json = process.env['HUIZONG_TEST_JSON'];

export default defineConfig({
  test: {
    reporters: json ? ['default', ['json', { outputFile: json }]] : ['default'],
    include: ['test/**/*.test.ts'],
    // Minutes of processes over files that stand beside the repository: run by hand.
    exclude: process.env['HUIZONG_CI'] === '1' ? ['test/corpus/hostile-processes.test.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});

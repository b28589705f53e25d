import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../src/pipeline/compile.ts';
import { scheme } from '../../support/returns.ts';

test('each file is told before it is read, and the end once all are', async () => {
  const told: [string | null, number, number][] = [];
  const quarter = join(import.meta.dirname, '../../../fixtures/2024Q1');
  await compile({
    ...{ paths: [quarter], cwd: quarter, scheme, period: null, area: '440000' },
    ...{ asOf: '2024-04-20', counting: 'normal', basis: 'summary' },
    onFile: (...args) => told.push(args),
  });
  const files = told.slice(0, -1);
  expect(files.length).toBeGreaterThan(5);
  expect(files.map(([, done, total]) => [done, total])).toEqual(files.map((_, at) => [at, files.length]));
  expect(files.every(([name]) => name !== null)).toBe(true);
  expect(told.at(-1)).toEqual([null, files.length, files.length]);
});

import { expect, test } from 'vitest';
import { coloured, PLAIN } from '../../../src/cli/paint.ts';

test('what is painted ends its own colour; nothing is painted of nothing', async () => {
  const { bold, red, dim } = await coloured();
  expect(bold('县')).toBe('\u001B[1m县\u001B[22m');
  expect(red('县')).toBe('\u001B[31m县\u001B[39m');
  expect(dim('')).toBe('');
  expect(PLAIN.bold('县')).toBe('县');
});

import { expect, test } from 'vitest';
import { hasColour } from '../../../src/cli/colour.ts';

test.each([
  ['a terminal', undefined, {}, true, true],
  ['a pipe', undefined, {}, false, false],
  ['--no-color on a terminal', false, {}, true, false],
  ['--color auto is no word on it', 'auto', {}, true, true],
  ['--color never before FORCE_COLOR', 'never', { FORCE_COLOR: '3' }, true, false],
  ['--color always before NO_COLOR', 'always', { NO_COLOR: '1' }, false, true],
  ['FORCE_COLOR, even empty', undefined, { FORCE_COLOR: '', NO_COLOR: '1' }, false, true],
  ['FORCE_COLOR=false', undefined, { FORCE_COLOR: 'false' }, true, false],
  ['an empty NO_COLOR says nothing', undefined, { NO_COLOR: '' }, true, true],
  ['NO_COLOR', undefined, { NO_COLOR: '1' }, true, false],
  ['a dumb terminal', undefined, { TERM: 'dumb' }, true, false],
] as const)('%s', (_, flag, env, isTTY, coloured) => {
  expect(hasColour({ flag, env }, { isTTY })).toBe(coloured);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, changedLines } from '../../../src/text/changed-lines.ts';

test.each<[string, string, string, readonly Change[]]>([
  ['equal texts', 'a\nb', 'a\nb', []],
  ['a line in place of another', 'a\nb\nc', 'a\nx\nc', [{ line: 2, removed: ['b'], added: ['x'] }]],
  ['a line more', 'a\nc', 'a\nb\nc', [{ line: 2, removed: [], added: ['b'] }]],
  ['a line less', 'a\nb\nc', 'a\nc', [{ line: 2, removed: ['b'], added: [] }]],
  [
    'two places',
    'a\nb\nc\nd',
    'x\nb\nc\nd\ne',
    [
      { line: 1, removed: ['a'], added: ['x'] },
      { line: 5, removed: [], added: ['e'] },
    ],
  ],
])('%s', (_name, before, after, expected) => {
  expect(changedLines(before, after)).toEqual(expected);
});

test('the changes make the new text of the old one', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      let made: readonly string[] = before;
      for (const { line, removed, added } of changedLines(before.join('\n'), after.join('\n'))) {
        expect(made.slice(line - 1, line - 1 + removed.length)).toEqual(removed);
        made = [...made.slice(0, line - 1), ...added, ...made.slice(line - 1 + removed.length)];
      }
      expect(made).toEqual(after);
    }),
  );
});

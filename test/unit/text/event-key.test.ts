import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventKey, looseHash } from '../../../src/text/event-key.ts';
import { matchKey } from '../../../src/text/match-key.ts';

describe('looseHash', () => {
  test.each([
    ['春季招聘会', '春季 招聘会'],
    ['“春季”招聘会', '春季招聘会'],
    ['第１期ＡＢＣ', '第1期abc'],
    ['（一）培训', '㈠培训'],
    ['2024年①', '2024年1'],
    ['培训\u200b班', '培训班'],
    ['⼀场', '一场'],
    ['〹日', '卄日'],
    ['…', '...'],
    // Its capital comes apart.
    ['\u03b0', '\u03ab\u0301'],
  ])('%s and %s have one key and one number', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
    expect(looseHash(a)).toBe(looseHash(b));
  });

  test('is the number of the match key, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'招聘会（）“”①㈠１aＡ〇〹 　…·-') }),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(looseHash(any)).toBe(looseHash(matchKey(any)));
      }),
      { numRuns: 2000 },
    );
  });

  test('tells other titles, days and cities apart', () => {
    const hashes = ['招聘会', '招聘会2', '培训'].flatMap((title) =>
      ['2024-02-20', '2024-02-21'].flatMap((day) =>
        ['440600', '440700'].map((city) => looseHash(title, looseHash(day, looseHash(city)))),
      ),
    );
    expect(new Set(hashes).size).toBe(12);
  });
});

test('an event key is title, day and venue', () => {
  expect(eventKey('“春季” 招聘会', '2024-02-20', '体育馆')).toBe(eventKey('春季招聘会', '2024-02-20', ' 体育馆'));
});

import { expect, test } from 'vitest';
import { versionNumber, withoutVersionMark } from '../../../src/text/version-mark.ts';

test.each([
  ['惠州市', '惠州市'],
  ['惠州市（第2版）', '惠州市'],
  ['惠州市第二版', '惠州市'],
  ['惠州市_v3', '惠州市'],
  ['惠州市 V1.10', '惠州市'],
  ['惠州市v2（终稿）', '惠州市(终稿)'],
  ['第2版', '第2版'],
  ['DEV2', 'DEV2'],
  ['ß（第2版）', 'ß（第2版）'],
])('%s without its mark is %s', (name, expected) => {
  expect(withoutVersionMark(name)).toBe(expected);
});

test('a name without its mark, marked again, is of the new version', () => {
  expect(versionNumber(`${withoutVersionMark('惠州市v2')}（第3版）`)).toBe(3);
});

import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/scheme/decode.ts';
import { withExplanations } from '../../../src/workspace/add-explanations.ts';
import { parseExplanations } from '../../../src/workspace/explanations.ts';
import { scheme } from '../../support/returns.ts';

const line = {
  code: 'L108',
  bureau: '441300',
  region: '惠州市',
  item: '实现就业人数',
  value: '3 / 2',
  reason: '跨季度，"属实"',
};
const rowsOf = (bytes: Uint8Array) => {
  const { table, faults } = parseExplanations(decode(bytes) ?? '', scheme);
  expect(faults).toEqual([]);
  return table.rows.map(({ code, region, value, reason }) => [code, region, value, reason]);
};
const ROW = ['L108', '441300', '3 / 2', '跨季度，"属实"'];

describe('lines of explanations', () => {
  test('make a new table', () => {
    expect(rowsOf(withExplanations(null, [line]))).toEqual([ROW]);
  });

  test.each([
    ['UTF-8', Buffer.from('code,bureau,value,reason,region,item\nL107,441300,1 / 2,甲,惠州市,其中：高校毕业生人数')],
    [
      'UTF-16',
      Buffer.from(
        '\uFEFFcode,bureau,value,reason,region,item\r\nL107,441300,1 / 2,甲,惠州市,其中：高校毕业生人数\r\n',
        'utf16le',
      ),
    ],
  ])('are added to a table in %s, which keeps its own', (_, bytes) => {
    expect(rowsOf(withExplanations(bytes, [line]))).toEqual([['L107', '441300', '1 / 2', '甲'], ROW]);
  });

  test('are no formulas, and mean the same', () => {
    const bytes = withExplanations(null, [{ ...line, value: '-3 / 2', reason: '=1+1' }]);
    expect(decode(bytes)).toContain(`'-3 / 2,'=1+1`);
  });
});

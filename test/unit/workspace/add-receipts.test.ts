import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/scheme/decode.ts';
import { newReceipts, withReceipts } from '../../../src/workspace/add-receipts.ts';
import { parseReceipts } from '../../../src/workspace/receipts.ts';
import { scheme } from '../../support/returns.ts';

const [A, B] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
const receipt = (sha256: string, received = '2024-04-20') => ({ bureau: '441300', sha256, received });

test('only what is not in the table is new, and each file once', () => {
  const came = [receipt(A), receipt(B), receipt(B, '2024-04-21'), { ...receipt(A), bureau: '441900' }];
  expect(newReceipts(came, [receipt(A, '2024-04-01')])).toEqual([receipt(B), { ...receipt(A), bureau: '441900' }]);
});

describe('lines are added to receipts.csv', () => {
  test('a new one gets its heading', () => {
    const text = `bureau,sha256,received\r\n441300,${A},2024-04-20\r\n`;
    expect(decode(withReceipts(null, [receipt(A)]))).toBe(text);
    expect(decode(withReceipts(new Uint8Array(), [receipt(A)]))).toBe(text);
  });

  test.each([
    ['UTF-8 without a last line break', Buffer.from(`bureau,sha256,received\n441300,${A},2024-04-01`)],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFFbureau,sha256,received\r\n441300,${A},2024-04-01\r\n`)],
    ['GB18030', iconv.encode(`bureau,sha256,received,remark\r\n惠州市,${A},2024/4/1,补\r\n`, 'gb18030')],
    ['UTF-16', iconv.encode(`\uFEFFbureau,sha256,received\r\n惠州市,${A},2024-04-01\r\n`, 'utf-16le')],
    ['other columns in another order', Buffer.from(`remark,"received",sha256,bureau\n,2024-04-01,${A},惠州市\n`)],
  ])('%s', (_name, bytes) => {
    const { table, faults } = parseReceipts(decode(withReceipts(bytes, [receipt(B)])) ?? '', scheme);
    expect(faults).toEqual([]);
    expect(table).toEqual([receipt(A, '2024-04-01'), receipt(B)]);
  });

  test('what is there stays byte by byte', () => {
    const bytes = iconv.encode(`bureau,sha256,received,remark\r\n惠州市,${A},2024/4/1,补\r\n`, 'gb18030');
    expect(Buffer.from(withReceipts(bytes, [receipt(B)])).subarray(0, bytes.length)).toEqual(bytes);
  });
});

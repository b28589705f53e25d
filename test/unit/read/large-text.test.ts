import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/ooxml/read-limits.ts';
import { largeText } from '../../../src/read/large-text.ts';
import { readFile, readLargeText, readWorkbook } from '../../../src/read/read-file.ts';
import { eachPiece } from '../../../src/read/text-pieces.ts';
import { gridMap } from '../../support/read-cells.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(bytes: Buffer | string): string {
  const path = join(folder, 'a.csv');
  writeFileSync(path, bytes);
  return path;
}

const ROWS = Array.from({ length: 4000 }, (_, at) => `${at},广州市,示例协会第${at % 400}号,"第${at}场\n活动",'=1,`);
const TEXT = `${ROWS.join('\r\n')}\n"末行`;

const large = (bytes: Buffer | string) => largeText(written(bytes));

test.each([
  ['', TEXT],
  ['with a mark', `\u{feff}${TEXT}`],
  ['with a zero byte', `\0${TEXT}`],
  ['without Chinese', 'a,b,é\n'.repeat(30_000)],
  ['with old line ends', TEXT.replaceAll('\r\n', '\r')],
  ['with one old line end', `${TEXT}\r`],
  ['with a first line without end', '会'.repeat(300_000)],
  ['with a second line without end', `甲\n${'会'.repeat(300_000)}`],
  ['in GB18030', iconv.encode(TEXT, 'gb18030')],
  ['in Big5', iconv.encode('協會名稱,1\n'.repeat(30_000), 'big5')],
  ['in UTF-16', Buffer.from(`\u{feff}${TEXT}`, 'utf16le')],
  ['in UTF-16 without a mark', iconv.encode(TEXT, 'utf-16be')],
  ['in UTF-16, cut short', Buffer.from(`\u{feff}${TEXT}𠮷`, 'utf16le').subarray(0, -2)],
  ['with a broken byte at the end', Buffer.concat([Buffer.from(TEXT), Buffer.of(0xe5)])],
  ['with a broken byte of GB18030', Buffer.concat([iconv.encode(`${TEXT}\n`, 'gb18030'), Buffer.of(0xff, 0x0a)])],
  ['with too many broken lines', Buffer.concat(Array(10_001).fill(Buffer.from('e5b9bfff0a', 'hex')))],
])('a large text %s holds what it holds as a whole', async (_, text) => {
  const opened = large(text);
  if (opened === null) throw new Error('not taken for a large text');
  const whole = await readWorkbook(Buffer.from(text), 'a.csv');
  const read = readLargeText(opened, 'a.csv');
  expect(read.findings).toEqual(whole.findings);
  expect(read.value?.grids.map(gridMap)).toEqual(whole.value?.grids.map(gridMap));
});

test.each<[string, Buffer | string]>([
  ['a web page', `<html><body>${TEXT}`],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['what is no text', Buffer.alloc(4096)],
])('%s is read at once', (_, bytes) => {
  expect(large(bytes)).toBeNull();
});

test('a large text that changes after it was hashed is busy, one that is gone unreadable', () => {
  const opened = large(TEXT);
  if (opened === null) throw new Error('not taken for a large text');
  const codes = () => readLargeText(opened, 'a.csv').findings.map(({ code }) => code);
  expect(codes()).not.toContain('FILE_BUSY');
  appendFileSync(join(folder, 'a.csv'), 'x');
  expect(codes()).toEqual(['FILE_BUSY']);
  rmSync(join(folder, 'a.csv'));
  expect(codes()).toEqual(['FILE_UNREADABLE']);
});

test('pieces end with lines, make the text with its old line ends made new, and grow for what is longer than they are', () => {
  const chunks = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '会'), maxLength: 8 }));
  const room = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(chunks, room, fc.nat(2), (written, size, left) => {
      const taken: Buffer[] = [];
      let ended = false;
      eachPiece(
        written.map((chunk) => Buffer.from(chunk)),
        (piece, isLast) => {
          expect(ended).toBe(false);
          ended = isLast;
          expect(isLast || piece.at(-1) === 0x0a).toBe(true);
          const done = isLast ? piece.length : Math.max(0, piece.length - left);
          taken.push(Buffer.from(piece.subarray(0, done)));
          return done;
        },
        size,
      );
      expect(ended).toBe(true);
      expect(Buffer.concat(taken).toString()).toBe(written.join('').replace(/\r(?!\n)/g, '\n'));
    }),
    { numRuns: 1000 },
  );
});

test('a file of many megabytes is opened as a large text, a small one as bytes', async () => {
  const path = written(Buffer.from('广州市,示例协会,1\n'.repeat(1_400_000)));
  const opened = await readFile({ path, name: 'a.csv' });
  expect(opened).toMatchObject({ bytes: null, findings: [] });
  expect(opened.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  expect(opened.text?.head.slice(0, 3)).toBe('广州市');
  const read = opened.text && readLargeText(opened.text, 'a.csv', { ...DEFAULT_READ_LIMITS, textMegabytes: 32 });
  expect(read).toMatchObject({ value: null, findings: [{ code: 'FILE_TOO_LARGE', args: { limit: '32 MB' } }] });
  expect(await readFile({ path: written('广州市,1\n'), name: 'a.csv' })).toMatchObject({ text: null });
});

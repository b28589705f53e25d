import { appendFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../src/read/read-file.ts';
import { refusal } from '../../../src/read/settled-bytes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-settled-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['EBUSY', 'linux', 'FILE_BUSY'],
  ['EACCES', 'linux', 'FILE_UNREADABLE'],
  ['EBUSY', 'win32', 'FILE_BUSY'],
  ['EPERM', 'win32', 'FILE_BUSY'],
  ['EACCES', 'win32', 'FILE_BUSY'],
  ['ENOENT', 'win32', 'FILE_UNREADABLE'],
])('%s on %s is %s', (code, platform, expected) => {
  expect(refusal('惠州市.xlsx', code, platform)).toMatchObject({ code: expected, place: { file: '惠州市.xlsx' } });
});

test('a file that is gone when it is read is told', async () => {
  const { bytes, findings } = await readFile({ path: join(folder, 'gone.xlsx'), name: 'gone.xlsx' });
  expect({ bytes, findings }).toMatchObject({ bytes: null, findings: [{ code: 'FILE_UNREADABLE' }] });
});

test('a file that was just being written is read when it is settled', async () => {
  const path = join(folder, 'soon.csv');
  writeFileSync(path, 'a'.repeat(8_000_000));
  setTimeout(() => appendFileSync(path, 'b'), 1);
  const { bytes } = await readFile({ path, name: 'soon.csv' });
  expect([8_000_000, 8_000_001]).toContain(bytes?.length);
});

test('a file that does not stop changing is busy', async () => {
  const path = join(folder, 'log.csv');
  writeFileSync(path, 'a'.repeat(1_000_000));
  const timer = setInterval(() => appendFileSync(path, 'a'.repeat(1_000_000)), 1);
  const ended = await readFile({ path, name: 'log.csv' });
  clearInterval(timer);
  // When the disk is faster than the writing, what was read is whole.
  if (ended.bytes === null) expect(ended.findings.map(({ code }) => code)).toEqual(['FILE_BUSY']);
  else expect(ended.bytes.length % 1_000_000).toBe(0);
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';

let folder = '';
const found = async (...paths: string[]) =>
  (await findFiles(paths, { cwd: folder, root: folder })).files.map(({ name }) => name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-own-'));
  await mkdir(join(folder, 'cities', '441300-惠州市', 'report-charts'), { recursive: true });
  const names = [
    'report.xlsx',
    'report.html',
    'cities/441300-惠州市/report.xlsx',
    '惠州市.xlsx',
    'report.csv',
    'report.json',
  ];
  for (const name of names) await writeFile(join(folder, name), name);
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  // A blank form, too, is noted when it is written, and is a return once it is sent.
  const written = names.filter((name) => name !== 'report.csv').map((name) => [name, hashOf(name)]);
  const files = { ...Object.fromEntries(written), 'report.html': hashOf('as it was') };
  await writeFile(join(folder, '.huizong.json'), JSON.stringify({ files }));
});
afterAll(() => rm(folder, { recursive: true }));

test('reports that huizong wrote are passed over, but not one that was changed, nor what others have written', async () => {
  expect(await found('.')).toEqual(['report.csv', 'report.html', '惠州市.xlsx']);
  expect(await found('*.xlsx')).toEqual(['惠州市.xlsx']);
});

test('nor are they told of', async () => {
  const { passedOver } = await findFiles(['.'], { cwd: folder, root: folder });
  expect(passedOver).toEqual([]);
});

test('one that is asked for by its name is taken', async () => {
  expect(await found('report.xlsx')).toEqual(['report.xlsx']);
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';
import { UsageError } from '../../../src/model/errors.ts';

let folder = '';
const found = async (...paths: string[]) =>
  (await findFiles(paths, { cwd: folder, root: folder })).files.map(({ name }) => name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-own-'));
  await mkdir(join(folder, 'cities', '441300-惠州市', 'report-charts'), { recursive: true });
  await mkdir(join(folder, 'report-2024'));
  const names = [
    'report.xlsx',
    'report.html',
    'cities/441300-惠州市/report.xlsx',
    '惠州市.xlsx',
    'report.csv',
    'report.json',
    'cities/441300-惠州市/report-charts/a.svg',
    'cities/441300-惠州市/report-charts/空表.xlsx',
    'report-广州市.xlsx',
    'report-2024/空表.xlsx',
  ];
  for (const name of names) await writeFile(join(folder, name), name);
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  // A blank form, too, is noted when it is written, and is a return once it is sent.
  const written = names.filter((name) => name !== 'report.csv').map((name) => [name, hashOf(name)]);
  const files = { ...Object.fromEntries(written), 'report.html': hashOf('as it was') };
  await writeFile(join(folder, '.huizong.json'), JSON.stringify({ files }));
});
afterAll(() => rm(folder, { recursive: true }));

const forms = ['report-2024/空表.xlsx', 'report-广州市.xlsx'];
const all = ['cities/441300-惠州市/report-charts/空表.xlsx', ...forms, 'report.csv', 'report.html', '惠州市.xlsx'];

test('reports that huizong wrote are passed over, but not one that was changed, nor what others have written', async () => {
  expect(await found('.')).toEqual(all);
  expect(await found('*.xlsx')).toEqual(['report-广州市.xlsx', '惠州市.xlsx']);
});

test('nor are they told of', async () => {
  const { passedOver } = await findFiles(['.'], { cwd: folder, root: folder });
  expect(passedOver).toEqual([]);
});

test('one that alone is asked for by its name is taken, but not among others, as the shell names it', async () => {
  expect(await found('report.xlsx')).toEqual(['report.xlsx']);
  expect(await found('report.xlsx', '惠州市.xlsx')).toEqual(['惠州市.xlsx']);
  await expect(found('report.xlsx', 'cities/441300-惠州市/report.xlsx')).rejects.toThrow(UsageError);
});

test('a link to one is none, by whatever name and way', async () => {
  const links = join(folder, '..', `${basename(folder)}-links`);
  await mkdir(links);
  try {
    await symlink(join(folder, 'report.xlsx'), join(links, '惠州市.xlsx'));
    await symlink(join(folder, 'cities', '441300-惠州市'), join(links, '惠州市'));
    await symlink(join(folder, '惠州市.xlsx'), join(links, 'report.xlsx'));
    const itself = `${basename(folder)}/惠州市.xlsx`;
    expect(await found(links, '惠州市.xlsx')).toEqual([`${basename(links)}/惠州市/report-charts/空表.xlsx`, itself]);
    expect(await found(join(links, '惠州市.xlsx'), '惠州市.xlsx')).toEqual([itself]);
  } finally {
    await rm(links, { recursive: true });
  }
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';
import { UsageError } from '../../../src/model/errors.ts';

const FILES = [
  ...[
    '广州市.xlsx',
    '深圳市.CSV',
    'b/珠海市.xls',
    'b/c/汕头市.et',
    'b/韶关市.tsv',
    'folder.xlsx/佛山市.ods',
    'new\nline.xlsx',
  ],
  ...[
    '~$广州市.xlsx',
    '.~lock.广州市.xlsx#',
    '.hidden.xlsx',
    '.git/x.csv',
    '__MACOSX/._a.xlsx',
    'notes.docx',
    'xlsx',
    'data.dat',
  ],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-find-'));
  for (const file of FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), file);
  }
  await symlink(join(folder, '广州市.xlsx'), join(folder, 'b', 'again.xlsx'));
  await symlink(join(folder, 'gone.xlsx'), join(folder, 'b', 'broken.xlsx'));
  await symlink(folder, join(folder, 'b', 'loop'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function names(...paths: readonly string[]): Promise<readonly string[]> {
  return (await findFiles(paths, { cwd: folder, root: null })).files.map((file) => file.name);
}

describe('folders', () => {
  test('are walked, in code-point order, each file once', async () => {
    const found = await findFiles(['.'], { cwd: folder, root: null });
    expect(found.root).toBe(folder);
    expect(found.files.map((file) => file.name)).toEqual([
      'b/c/汕头市.et',
      'b/珠海市.xls',
      'b/韶关市.tsv',
      'folder.xlsx/佛山市.ods',
      'new\nline.xlsx',
      '广州市.xlsx',
      '深圳市.CSV',
    ]);
    expect(found.skipped).toEqual([
      { name: '.git', reason: 'hidden' },
      { name: '.hidden.xlsx', reason: 'hidden' },
      { name: '.~lock.广州市.xlsx#', reason: 'temporary' },
      { name: '__MACOSX', reason: 'hidden' },
      { name: 'b/broken.xlsx', reason: 'brokenLink' },
      { name: 'data.dat', reason: 'extension' },
      { name: 'notes.docx', reason: 'extension' },
      { name: 'xlsx', reason: 'extension' },
      { name: '~$广州市.xlsx', reason: 'temporary' },
    ]);
  });

  test('that overlap give each file once, whatever their order', async () => {
    const once = await names('.');
    expect(await names('b', '.', 'b/c', '广州市.xlsx')).toEqual(once);
    expect(await names('.', 'b', '深圳市.CSV')).toEqual(once);
  });
});

describe('names are told from', () => {
  test.each([
    [['b'], ['again.xlsx', 'c/汕头市.et', '珠海市.xls', '韶关市.tsv']],
    [['b/c'], ['汕头市.et']],
    [['b/c/汕头市.et'], ['汕头市.et']],
    [
      ['b/c', 'folder.xlsx'],
      ['b/c/汕头市.et', 'folder.xlsx/佛山市.ods'],
    ],
    [
      ['b/c/汕头市.et', 'b/珠海市.xls'],
      ['c/汕头市.et', '珠海市.xls'],
    ],
  ])('the deepest common folder: %j', async (paths, expected) => {
    expect((await names(...paths)).filter((name) => !name.startsWith('loop/'))).toEqual(expected);
  });

  test('the root when it is given', async () => {
    const found = await findFiles(['b/c'], { cwd: folder, root: dirname(folder) });
    expect(found.files.map((file) => file.name)).toEqual([`${folder.slice(dirname(folder).length + 1)}/b/c/汕头市.et`]);
  });

  test('composed characters', async () => {
    await mkdir(join(folder, 'accents'));
    await writeFile(join(folder, 'accents', 'cafe\u0301.csv'), '');
    expect(await names('accents')).toEqual(['caf\u00e9.csv']);
    await rm(join(folder, 'accents'), { recursive: true });
  });
});

describe('files named themselves', () => {
  test('are always taken', async () => {
    expect(await names('data.dat', '.hidden.xlsx')).toEqual(['.hidden.xlsx', 'data.dat']);
  });
});

describe('patterns', () => {
  test.each([
    ['*.xlsx', ['folder.xlsx/佛山市.ods', 'new\nline.xlsx', '广州市.xlsx']],
    ['b/*.xls', ['珠海市.xls']],
    ['b/??市.*', ['珠海市.xls', '韶关市.tsv']],
    ['**/*.et', ['b/c/汕头市.et']],
    ['**/汕头市.et', ['b/c/汕头市.et']],
    ['b/**/*.?s?', ['韶关市.tsv']],
    ['*.dat', ['data.dat']],
    ['[广].xlsx*', null],
    ['*.none', null],
  ])('%s', async (pattern, expected) => {
    if (expected === null) await expect(names(pattern)).rejects.toThrow(UsageError);
    else expect((await names(pattern)).filter((name) => name !== 'broken.xlsx')).toEqual(expected);
  });

  test('a file whose name looks like one is that file', async () => {
    await writeFile(join(folder, 'b', 'c', 'a*.csv'), '');
    expect(await names('b/c/a*.csv')).toEqual(['a*.csv']);
  });
});

test.each([
  [['nowhere'], 'PATH_NOT_FOUND'],
  [['.', 'nowhere/*.xlsx'], 'PATH_NOT_FOUND'],
  [['.git'], null],
  [['empty'], 'NO_CANDIDATE_FILE'],
  [['/dev/null'], 'PATH_UNREADABLE'],
])('%j', async (paths, code) => {
  await mkdir(join(folder, 'empty'), { recursive: true });
  if (code === null) expect(await names(...paths)).toEqual(['x.csv']);
  else await expect(names(...paths)).rejects.toMatchObject({ name: 'UsageError', problem: { code } });
});

test('a workbook saved as a web page is its sheets, without frames, styles and lists', async () => {
  const pages = join(folder, 'pages');
  const sheets = ['佛山市.files/sheet001.htm', '佛山市.files/sheet002.html', '佛山市.files/台账.xlsx'];
  const wanted = [...sheets, '惠州市.htm', '珠海市.files/甲.htm'];
  const others = ['佛山市.htm', '佛山市.files/tabstrip.htm', '佛山市.files/filelist.xml', '惠州市_files/a.css'];
  for (const name of [...wanted, ...others, '通知_files/说明.doc']) {
    await mkdir(dirname(join(pages, name)), { recursive: true });
    await writeFile(join(pages, name), 'x');
  }
  const { files, skipped } = await findFiles([pages], { cwd: folder, root: null });
  expect(files.map(({ name }) => name)).toEqual(wanted);
  expect(skipped.map(({ name }) => name)).toEqual(['通知_files/说明.doc']);
});

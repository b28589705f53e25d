import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';
import type { FoundFile } from '../../../src/model/workbook.ts';
import { DEFAULT_READ_LIMITS } from '../../../src/ooxml/read-limits.ts';
import { parsePeriodId } from '../../../src/period/period.ts';
import { compileFiles } from '../../../src/pipeline/compile-files.ts';
import type { FileContext } from '../../../src/pipeline/file-road.ts';
import { bundleBytes } from '../../support/bundle-bytes.ts';
import { scheme } from '../../support/returns.ts';

const folder = join(import.meta.dirname, '../../../fixtures/2024Q1');
const files: readonly FoundFile[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({ path: join(folder, name), name }));
const context: FileContext = {
  ...{ scheme, period: parsePeriodId('2024Q1'), asOf: '2024-04-20' },
  ...{ folder: '2024Q1', sources: { rows: [] }, printed: new Map() },
};

/** How many rows of a file count, and which bounds it goes over. */
async function rowsAndBounds(path: string) {
  const [compiled] = await compileFiles([{ path, name: '惠州市台账.csv' }], context, undefined, 0);
  const large = compiled?.findings.flatMap(({ code, args }) => (code === 'FILE_TOO_LARGE' ? [args] : []));
  return [compiled?.filed.activities.length, large];
}

describe('the files of a run', () => {
  test('say the same and stand in the same order, whatever thread compiles them', async () => {
    const told: [string, number][] = [];
    const alone = await compileFiles(files, context, undefined, 0);
    const shared = await compileFiles(files, context, ({ name }, done) => told.push([name, done]), 2);
    expect(alone.length).toBeGreaterThan(10);
    expect(shared).toEqual(alone);
    expect(told.every(([name]) => files.some((file) => file.name === name))).toBe(true);
    expect(told.map(([, done]) => done)).toEqual(told.map(([, done]) => done).toSorted((a, b) => a - b));
    expect(told.length).toBeLessThan(files.length);
  });

  test('end with what is thrown while they are read, as by Ctrl-C, and no worker goes on', async () => {
    const stopped = new Error('stopped');
    const told: number[] = [];
    const many = Array.from({ length: 40 }, () => files).flat();
    const compiling = compileFiles(
      many,
      context,
      (_, done) => {
        told.push(done);
        if (told.length > 20) throw stopped;
      },
      2,
    );
    await expect(compiling).rejects.toBe(stopped);
    expect(told).toHaveLength(21);
  });

  test('that a worker fails at are compiled by the main thread, which fails as ever', async () => {
    const broken: FileContext = { ...context, scheme: { ...scheme, columns: null as never } };
    await expect(compileFiles(files.slice(0, 9), broken, undefined, 1)).rejects.toThrow(TypeError);
  });

  test('are told before anyone waits for them, and one that cannot be read is told by itself', async () => {
    const [first, second] = files;
    if (!first || !second) throw new Error('the sample quarter holds files');
    const told: string[] = [];
    const missing = { path: join(folder, 'none.xlsx'), name: 'none.xlsx' };
    const compiled = await compileFiles([first, missing, second], context, ({ name }) => told.push(name), 0);
    expect(told).toEqual([first.name, 'none.xlsx', second.name]);
    expect(compiled.map(({ filed }) => filed.gate)).toEqual([null, 'file', null]);
    expect(compiled[1]?.findings.map(({ place }) => place.file)).toEqual(['none.xlsx']);
  });

  test('within a bundle share what eight of them may take, and each has its share in any case, whatever thread compiles the others', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-left-'));
    try {
      const row = `${'1,'.repeat(19)}1\n`;
      const rows = (count: number) => row.repeat(count);
      const names = [...'abcdefghij'].map((letter) => `${letter}.csv`);
      const bytes = bundleBytes(Object.fromEntries(names.map((name, at) => [name, rows(at < 8 ? 5 : at - 6)])));
      await writeFile(join(inside, '包.zip'), bytes);
      await writeFile(join(inside, 'e.csv'), rows(3));
      const limits = { ...DEFAULT_READ_LIMITS, cells: 100 };
      const found = (await findFiles([inside], { cwd: inside, root: null, limits })).files;
      for (const workers of [0, 2]) {
        const compiled = await compileFiles(found, { ...context, limits }, undefined, workers);
        const large = compiled.map(({ findings }) =>
          findings.flatMap(({ code, args }) => (code === 'FILE_TOO_LARGE' ? [args['counted'], args['limit']] : [])),
        );
        expect(found.map(({ name }) => name)).toEqual(['e.csv', ...names.map((name) => `包.zip/${name}`)]);
        const refused = ['bundleCells', '800'];
        expect(large).toEqual([[], ...names.map((_, at) => (at < 9 ? [] : refused))]);
      }
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('within a bundle share what may be wrong in two of them, and what is no more than a share is counted behind any others', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-wrong-'));
    try {
      const head = '惠州市2024年第一季度台账\n任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n';
      const wrong = (count: number) =>
        head +
        Array.from({ length: count }, (_, at) => `任务五,甲协会,招聘会${at},招聘活动,2024-02-20,若干${at}\n`).join('');
      const counts = { a: 50_001, b: 50_001, c: 900, d: 15_000 };
      const bytes = bundleBytes(
        Object.fromEntries(Object.entries(counts).map(([name, count]) => [`惠州市${name}.csv`, wrong(count)])),
      );
      await writeFile(join(inside, '包.zip'), bytes);
      const { files } = await findFiles([inside], { cwd: inside, root: null });
      const compiled = await compileFiles(files, context, undefined, 0);
      const refused = compiled.map(({ findings }) =>
        findings.flatMap(({ code, args }) => (code === 'FILE_TOO_LARGE' ? [args['counted'], args['limit']] : [])),
      );
      expect(refused).toEqual([['findings', '50000'], ['bundleFindings', '26500'], [], ['bundleFindings', '13750']]);
      expect(compiled.map(({ filed }) => filed.activities.length)).toEqual([0, 0, 900, 0]);
    } finally {
      await rm(inside, { recursive: true });
    }
  }, 60_000);

  test('a ledger of more rows than a sixteenth of the cells that a file may hold is refused as a whole', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-ledger-'));
    try {
      const path = join(inside, '惠州市台账.csv');
      const limits = { ...DEFAULT_READ_LIMITS, cells: 320 };
      const told = async (count: number) => {
        const head = '惠州市2024年第一季度台账\n任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n';
        await writeFile(path, head + '任务五,甲协会,,,,1\n'.repeat(count));
        const [compiled] = await compileFiles([{ path, name: '惠州市台账.csv' }], { ...context, limits }, undefined, 0);
        const large = compiled?.findings.flatMap(({ code, args }) => (code === 'FILE_TOO_LARGE' ? [args] : []));
        return [compiled?.filed.activities.length, large];
      };
      expect(await told(20)).toEqual([20, []]);
      expect(await told(21)).toEqual([0, [{ part: '', limit: '20', counted: 'ledgerRows' }]]);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('a ledger whose rows stand below ten thousand titles is refused as a whole', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-titles-'));
    try {
      const path = join(inside, '惠州市台账.csv');
      const head = '惠州市2024年第一季度台账\n社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n';
      const told = async (titles: number) => {
        const parts = Array.from({ length: titles }, (_, at) => `任务${'一二'[at % 2]}\n甲协会,招聘会,,,1\n`);
        await writeFile(path, head + parts.join(''));
        return rowsAndBounds(path);
      };
      expect(await told(100)).toEqual([100, []]);
      expect(await told(10_001)).toEqual([0, [{ part: '', limit: '10000', counted: 'sections' }]]);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('a ledger of more totals than a bureau adds up groups is refused as a whole', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-totals-'));
    try {
      const path = join(inside, '惠州市台账.csv');
      const head =
        '惠州市2024年第一季度台账\n任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n任务五,甲协会,,,,1\n';
      const told = async (totals: number) => {
        await writeFile(path, head + '小计,,,,,1\n'.repeat(totals));
        return rowsAndBounds(path);
      };
      expect(await told(10_000)).toEqual([1, []]);
      expect(await told(10_001)).toEqual([0, [{ part: '', limit: '10000', counted: 'totalRows' }]]);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('a summary of more rows than there are places is refused as a whole, one of fewer is read', async () => {
    const inside = await mkdtemp(join(tmpdir(), 'huizong-rows-'));
    try {
      const head = '惠州市2024年第一季度六项重点任务统计表\n地区,提供岗位数,达成就业意向人数,实现就业人数,,\n';
      const rows = (count: number) => head + Array.from({ length: count }, () => '惠城区,3,2,1,,\n').join('');
      const codes = async (count: number, below = '') => {
        const path = join(inside, '惠州市统计表.csv');
        await writeFile(path, rows(count) + below);
        const [compiled] = await compileFiles([{ path, name: '惠州市统计表.csv' }], context, undefined, 0);
        return [compiled?.filed.gate, compiled?.findings.some(({ code }) => code === 'FILE_TOO_LARGE')];
      };
      expect(await codes(20_001)).toEqual(['file', true]);
      expect(await codes(200)).toEqual([null, false]);
      // A ledger below it is no part of it.
      const ledger = '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n';
      const activities = Array.from({ length: 20_001 }, (_, at) => `任务五,甲协会,招聘会${at},招聘活动,2024-02-20,1\n`);
      expect(await codes(200, `\n${ledger}${activities.join('')}`)).toEqual([null, false]);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('may be fewer than the workers', async () => {
    expect(await compileFiles(files.slice(0, 2), context, undefined, 3)).toHaveLength(2);
    expect(await compileFiles([], context, undefined, 3)).toEqual([]);
  });

  test('whose names are no UTF-8 are found by their bytes', async () => {
    const [first, second] = files;
    if (!first || !second) throw new Error('the sample quarter holds files');
    const raw = { ...first, path: '/nowhere', rawPath: Buffer.from(first.path) };
    const [, ...shared] = await compileFiles([second, raw, raw, raw, raw, raw], context, undefined, 1);
    expect(shared.every(({ filed }) => filed.sha256 !== '' && filed.sha256 === shared[0]?.filed.sha256)).toBe(true);
    expect(shared[0]?.filed.format).not.toBe('unknown');
  });
});

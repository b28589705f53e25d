import { describe, expect, test } from 'vitest';
import { compileFiles } from '../../support/compile-files.ts';
import type { CellContent } from '../../support/write-files.ts';

const HEADER = ['县（市、区）', '任务类别', '社会组织名称', '活动名称', '活动类型', '开展时间', '参加人次', '是否采纳'];
const ROW: readonly CellContent[] = ['天河区', '5', '甲协会', '招聘会', '招聘活动', '2024-02-03', '若干', '否'];
const FILE = '广州市2024年第一季度台账.xlsx';

/** What is told of the participants of a row with such cells behind them. */
async function rawOf(personal: readonly string[], cells: readonly CellContent[], participants: string) {
  const rows = [
    [...HEADER, ...personal],
    [...ROW.with(6, participants), ...cells],
  ];
  const compiled = await compileFiles([{ file: FILE, sheets: [{ name: '台账', rows }] }], {
    period: '2024Q1',
    area: '440000',
  });
  return compiled.findings.flatMap(({ column, raw }) => (column === 'participants' ? [raw] : []));
}

const BOTH = ['联系人', '联系电话'];

describe('a text in a row whose personal data stand elsewhere is not repeated', () => {
  test.each<readonly [string, readonly string[], readonly CellContent[]]>([
    ['a number', BOTH, ['20', '']],
    ['a number cell', BOTH, [20, '']],
    ['an amount', ['联系人'], ['1234567.5']],
    ['a date', ['联系人'], ['2024-02-03']],
    ['a date in words', BOTH, ['2024年2月3日', '020-83331234']],
    ['a region', BOTH, ['天河区', '13912345678']],
    ['a yes or no', BOTH, ['否', '欧阳乙']],
    ['the telephone alone', BOTH, ['13912345678', '']],
  ])('%s in place of a name', async (_, personal, cells) => {
    expect(await rawOf(personal, cells, '欧阳甲')).toEqual([null]);
  });

  test('a figure that is only badly written is', async () => {
    expect(await rawOf(BOTH, ['20', ''], '3-5场')).toEqual(['3-5场']);
  });
});

describe('a text in an ordinary row is repeated', () => {
  test.each<readonly [string, readonly string[], readonly CellContent[]]>([
    ['name and telephone', BOTH, ['欧阳甲', '13912345678']],
    ['both in one cell', BOTH, ['欧阳甲 13912345678', '']],
    ['nothing', BOTH, ['', '']],
    ['a nil mark', BOTH, ['/', '/']],
    ['no such columns', [], []],
    ['a column for the telephone only', ['联系电话'], ['020-83331234']],
  ])('%s', async (_, personal, cells) => {
    expect(await rawOf(personal, cells, '若干')).toEqual(['若干']);
  });
});

import { describe, expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { findHeader } from '../../../src/recognise/header-block.ts';
import { headerTexts } from '../../../src/recognise/header-text.ts';
import { sheetView } from '../../../src/recognise/sheet-view.ts';
import { ACTIVITY, LEDGER, type Rows, SUMMARY, scheme } from './support.ts';

type Range = readonly [top: number, left: number, bottom: number, right: number];

function header(rows: Rows, ranges: readonly Range[] = []) {
  const merges = ranges.map(([top, left, bottom, right]) => ({ top, left, bottom, right }));
  const view = sheetView(gridFromRows(rows, { merges }));
  const block = findHeader(view, 0, view.rows, scheme);
  if (!block) return null;
  return { rows: block.rows, texts: headerTexts(view, block).map(({ levels }) => levels.join('/')) };
}

const COVER = ['填报单位：广州市民政局', null, null, '单位：万元'];

describe('a header of one row', () => {
  test('in the first row', () => {
    expect(header([LEDGER, ACTIVITY])?.rows).toEqual([1, 1]);
  });

  test('below titles, cover cells and blank rows', () => {
    expect(header([['附件1'], ['2024年第一季度活动台账'], [], COVER, [], LEDGER, ACTIVITY])?.rows).toEqual([6, 6]);
  });

  test('below a long list of instructions', () => {
    const lines = Array.from({ length: 20 }, (_, at) => [`${at + 1}. 请按要求填写本表各项内容`]);
    expect(header([...lines, LEDGER, ACTIVITY])?.rows).toEqual([21, 21]);
  });

  test('without any data below', () => {
    expect(header([['活动台账'], LEDGER])?.rows).toEqual([2, 2]);
  });

  test('right of empty columns', () => {
    expect(
      header([
        [null, null, ...LEDGER],
        [null, null, ...ACTIVITY],
      ])?.rows,
    ).toEqual([1, 1]);
  });

  test('of a table of another subject, over numbers', () => {
    const rows = [
      ['数据库：年度数据'],
      ['时间：最近20年'],
      ['指标', '2024年', '2023年'],
      ['总人口', 5, 6],
      ['男性', 2, 3],
    ];
    expect(header(rows)).toEqual({ rows: [3, 3], texts: ['指标', '2024年', '2023年'] });
  });

  test('of years as numbers', () => {
    expect(
      header([
        ['地区', 2020, 2021],
        ['北京', 1.5, 2.5],
        ['天津', 3, 4],
      ])?.rows,
    ).toEqual([1, 1]);
  });

  test('a title beside another text is no header', () => {
    const rows = [
      ['移动通信能力月报表', null, null, null, null, '当月指标填入本列'],
      ['代码', '名称', '单位', 201802, 201806, '原因'],
      ['A1', '基站', '个', 4, 5],
    ];
    expect(header(rows, [[1, 1, 1, 3]])?.rows).toEqual([2, 2]);
  });
});

describe('a header of several rows', () => {
  test('groups above, cells merged downwards', () => {
    const rows = [
      ['六项重点任务统计表'],
      ['地市', '助力就业', null, null, '备注'],
      [null, '招聘活动场次', '实现就业人数', '其中：高校毕业生人数'],
      ['广州市', 1, 2, 3],
    ];
    expect(
      header(rows, [
        [1, 1, 1, 5],
        [2, 1, 3, 1],
        [2, 2, 2, 4],
        [2, 5, 3, 5],
      ]),
    ).toEqual({
      rows: [2, 3],
      texts: ['地市', '助力就业/招聘活动场次', '助力就业/实现就业人数', '助力就业/其中：高校毕业生人数', '备注'],
    });
  });

  test('three levels', () => {
    const rows = [
      ['地区', '年末存栏', null, null],
      [null, '鸡', null, '鸭'],
      [null, '祖代', '父母代', null],
      ['北京', 1, 2, 3],
    ];
    const merges: Range[] = [
      [1, 1, 3, 1],
      [1, 2, 1, 4],
      [2, 2, 2, 3],
      [2, 4, 3, 4],
    ];
    expect(header(rows, merges)).toEqual({
      rows: [1, 3],
      texts: ['地区', '年末存栏/鸡/祖代', '年末存栏/鸡/父母代', '年末存栏/鸭'],
    });
  });

  test('groups without merges, over columns that have headers below', () => {
    const rows = [
      ['地区', '本期', null, '累计', null],
      ['名称', '场次', '人次', '场次', '人次'],
      ['广州', 1, 2, 3, 4],
      ['深圳', 1, 2, 3, 4],
    ];
    const texts = ['地区/名称', '本期/场次', '本期/人次', '累计/场次', '累计/人次'];
    expect(header(rows)?.texts).toEqual(texts);
    // Empty cells that are merged join nothing, beside the table or within it.
    expect(header(rows, [[1, 7, 1, 8]])?.texts).toEqual(texts);
    expect(header(rows, [[1, 5, 1, 6]])?.texts).toEqual(texts);
    expect(header(rows, [[1, 7, 2, 7]])?.texts).toEqual(texts);
  });

  test('spans without merges, the first of each under its name', () => {
    const rows = [
      ['地市', '县（市、区）', '期末登记行业协会商会数', '招聘（送岗）活动场次', null, '提供就业岗位数', null],
      [null, null, null, '本期', '累计', '本期', '累计'],
      ['惠州市', '惠城区', 30, 2, 5, 100, 300],
    ];
    expect(header(rows)).toEqual({
      rows: [1, 2],
      texts: [
        ...['地市', '县（市、区）', '期末登记行业协会商会数', '招聘（送岗）活动场次/本期', '招聘（送岗）活动场次/累计'],
        ...['提供就业岗位数/本期', '提供就业岗位数/累计'],
      ],
    });
  });

  test('no row of spans: one that says something else too, or how to fill in', () => {
    const names = ['地市', '县（市、区）', '期末登记行业协会商会数', '招聘（送岗）活动场次', null, '提供就业岗位数'];
    const data = ['惠州市', '惠城区', 30, 2, 5, 100];
    for (const row of [
      [null, null, null, '本期', '较多', null],
      [null, null, null, '累计', null, null],
      [null, null, '本期', '本期', null, '本期'],
    ]) {
      expect(header([names, row, data])?.rows).toEqual([1, 1]);
    }
  });

  test('units below', () => {
    const rows = [
      ['指标', 'GDP', '工业'],
      ['单位', '亿元', '亿元'],
      ['2018-06', 4.5, 6],
      ['2018-07', 4, 6],
    ];
    expect(header(rows)?.rows).toEqual([1, 2]);
  });

  test('merged into an empty row', () => {
    const rows = [['地区', '企业数'], [], ['北京', 4], ['天津', 5]];
    expect(
      header(rows, [
        [1, 1, 2, 1],
        [1, 2, 2, 2],
      ])?.rows,
    ).toEqual([1, 2]);
  });

  test('down to the row of column numbers', () => {
    const rows = [
      ['地区', 'A', 'B', 'C'],
      ['甲', 1, 2, 3],
      ['北京', 7, 8, 9],
    ];
    expect(header(rows)?.rows).toEqual([1, 1]);
  });
});

describe('a row that nearly is a header', () => {
  test.each<[string, Rows]>([
    [
      'cover cells',
      [
        ['填报单位：', '报告期：'],
        ['单位：万元', '填报日期：'],
      ],
    ],
    ['one cell in each row', [['说明'], ['内容'], ['其他']]],
    [
      'numbers',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      'prose',
      [
        ['一'.repeat(150), '二'.repeat(150)],
        ['三'.repeat(150), '四'.repeat(150)],
      ],
    ],
    ['nothing', []],
  ])('%s', (_, rows) => {
    expect(header(rows)).toBeNull();
  });

  test('a first row of nil marks or of numbers with units is data', () => {
    const below = [
      ['深圳市', 1, 2, 3],
      ['珠海市', 4, 5, 6],
      ['汕头市', 4, 5, 6],
    ];
    expect(header([SUMMARY.slice(1), ['广州市', '无', '无', '无'], ...below])?.rows).toEqual([1, 1]);
    expect(header([SUMMARY.slice(1), ['广州市', '3场', '约200个', '5人'], ...below])?.rows).toEqual([1, 1]);
  });

  test('a merge over the whole sheet, inverted merges and overlapping ones change nothing', () => {
    const merges: Range[] = [
      [1, 1, 1048576, 16384],
      [5, 5, 1, 1],
      [1, 1, 1, 3],
      [1, 2, 1, 8],
    ];
    expect(header([LEDGER, ACTIVITY], merges)).toEqual({ rows: [1, 1], texts: [...LEDGER] });
  });
});

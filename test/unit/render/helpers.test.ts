import { describe, expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { reportHelpers } from '../../../src/render/helpers/report-helpers.ts';

const region = {
  code: '440100',
  name: '广州市',
  shortName: '广州',
  level: 'city',
  parent: '440000',
  grouping: null,
  tile: null,
} as const;
const helpers = reportHelpers({ labels: REPORT_LABELS, regions: [region] });
const call = (name: string, ...values: unknown[]): unknown => helpers[name]?.(...values);
const cell = { value: null, reason: null, decimals: 0, complete: true, lacks: [] };

describe('helpers', () => {
  test.each<[string, unknown[], unknown]>([
    ['num', [0], '0'],
    ['num', [1234567], '1,234,567'],
    ['num', [999], '999'],
    ['num', [-1234.5, 1], '-1,234.5'],
    ['num', [12, 2], '12.00'],
    ['num', [1.005, 2], '1.01'],
    ['num', [2.5], '3'],
    ['num', [123456.789, 2], '123,456.79'],
    ['num', [1e21], '1,000,000,000,000,000,000,000'],
    ['num', [null, 2], '—'],
    ['where', [[{ a: 1 }, { a: 2 }, { a: '1' }], 'a', 1], [{ a: 1 }]],
    ['where', [[], 'a', null], []],
    [
      'without',
      [
        ['a', 'b', 'c'],
        ['b', 'x'],
      ],
      ['a', 'c'],
    ],
    ['without', [['a'], []], ['a']],
    ['regions', [['440100', '999999']], ['广州市', '999999']],
    ['pct', [12.25], '12.3%'],
    ['pct', [100], '100.0%'],
    ['pct', [null], '—'],
    ['delta', [12.3], '增长12.3%'],
    ['delta', [-4], '下降4.0%'],
    ['delta', [0], '基本持平'],
    ['delta', [null], '—'],
    ['numeral', [0], '零'],
    ['numeral', [6], '六'],
    ['numeral', [10], '十'],
    ['numeral', [11], '十一'],
    ['numeral', [20], '二十'],
    ['numeral', [99], '九十九'],
    ['numeral', [100], '100'],
    ['date', ['2024-04-05'], '2024年4月5日'],
    ['list', [['甲', '乙']], '甲、乙'],
    ['list', [['甲', '乙'], '；'], '甲；乙'],
    ['lacks', [[]], ''],
    ['lacks', [['甲', '乙']], '（缺甲、乙）'],
    ['lacks', [['丙'], ['甲']], '（另缺丙）'],
    ['lacks', [['1', '2', '3', '4', '5', '6', '7']], '（缺1、2、3、4、5等7个）'],
    ['short', ['一二三四', 4], '一二三四'],
    ['short', ['一二三四五', 4], '一二三四……（共5字）'],
    ['short', ['𠮷𠮷𠮷', 2], '𠮷𠮷……（共3字）'],
    ['cell', [{ ...cell, value: 1234.5, decimals: 2 }], '1,234.50'],
    ['cell', [{ ...cell, reason: 'notReported' }], '未报'],
    ['cell', [{ ...cell, reason: 'unreadable' }], '无法识别'],
    ['cell', [{ ...cell, reason: 'notInForm' }], '表中无此项'],
    ['cell', [{ ...cell, value: 0 }], '0'],
    ['level', [0, 100, 5], 0],
    ['level', [1, 100, 5], 1],
    ['level', [100, 100, 5], 5],
    ['level', [null, 100, 5], 0],
    ['level', [3, null, 5], 0],
    ['region', ['440100'], '广州市'],
    ['region', ['999999'], '999999'],
    ['first', [[1, 2, 3], 2], [1, 2]],
    ['slice', [[1, 2, 3], 1, 3], [2, 3]],
    ['pluck', [[{ name: 'a' }], 'name'], ['a']],
    ['size', [[1, 2]], 2],
    ['lookup', [{ a: 1 }, 'a'], 1],
    ['given', [0], true],
    ['given', [null], false],
    ['eq', [0, 0], true],
    ['eq', [null, 0], false],
    ['gt', [2, 1], true],
    ['gt', [null, 1], false],
    ['and', [true, []], false],
    ['or', [false, 1], true],
    ['not', [[]], true],
    ['default', [undefined, '—'], '—'],
    ['default', [0, '—'], 0],
    ['add', [1, 2], 3],
  ])('%s %j', (name, values, expected) => {
    expect(call(name, ...values)).toEqual(expected);
  });

  test.each<[string, unknown[], string]>([
    ['num', ['12'], '"12" is not a number'],
    ['num', [{}], 'a list or group is not a number'],
    ['date', ['soon'], '"soon" is not a date'],
    ['list', ['甲'], '"甲" is not a list'],
    ['numeral', [-1], '-1 is not a count'],
    ['lookup', [{}, 'constructor'], 'there is no "constructor"'],
    ['pluck', [[{}], '__proto__'], 'there is no "__proto__"'],
  ])('%s %j is refused', (name, values, message) => {
    expect(() => call(name, ...values)).toThrow(message);
  });
});

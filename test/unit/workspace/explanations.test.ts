import { describe, expect, test } from 'vitest';
import { parseExplanations } from '../../../src/workspace/explanations.ts';
import { scheme } from '../../support/returns.ts';

const HEADING = 'code,bureau,period,file,sheet,cell,region,item,association,activity,date,value,reason,remark';
const parsed = (...lines: string[]) => parseExplanations([HEADING, ...lines].join('\r\n'), scheme);

describe('explanations.csv', () => {
  test('reads what each cell says', () => {
    const { table, faults } = parsed(
      'NUMBER_APPROXIMATE,惠州市,2024Q1,,,,,参加人次,惠州市甲协会,春季招聘会,2024/2/20,约200,现场未登记,张三核',
      'L107,440100,,,,,天河区,t5_jobs_offered,,,,12 / 10,属实,',
      'rows_hidden,东莞市,,子\\台账.xlsx,台账,$b$3,,,,,,2,已核,',
    );
    expect(faults).toEqual([]);
    expect(
      table.rows.map(({ items, period, ...row }) => ({ ...row, items: items && [...items], period: period?.id })),
    ).toEqual([
      expect.objectContaining({
        line: 2,
        code: 'NUMBER_APPROXIMATE',
        bureau: '441300',
        period: '2024Q1',
        items: ['participants'],
        association: '惠州市甲协会',
        activity: '春季招聘会',
        date: '2024-02-20',
        value: '约200',
        reason: '现场未登记',
      }),
      expect.objectContaining({
        line: 3,
        code: 'L107',
        bureau: '440100',
        region: '440106',
        items: ['t5_jobs_offered'],
      }),
      expect.objectContaining({ line: 4, code: 'ROWS_HIDDEN', file: '子/台账.xlsx', sheet: '台账', cell: 'B3' }),
    ]);
  });

  test.each([
    ['NUMBER_APROXIMATE,惠州市,,,,,,,,甲活动,,5,属实,', 'VALUE_UNKNOWN'],
    [',惠州市,,,,,,,,甲活动,,5,属实,', 'VALUE_MISSING'],
    ['L107,,,,,,,,,甲活动,,5,属实,', 'VALUE_MISSING'],
    ['L107,火星,,,,,,,,甲活动,,5,属实,', 'REFERENCE_UNKNOWN'],
    ['L107,惠州市,一季度,,,,,,,甲活动,,5,属实,', 'PERIOD_WRONG'],
    ['L107,惠州市,,,,,,,,甲活动,2024-02-30,5,属实,', 'DATE_WRONG'],
    ['L107,惠州市,,,,,,,,甲活动,,5,,', 'VALUE_MISSING'],
    ['L107,惠州市,,,,,,,,,,5,属实,', 'PLACE_MISSING'],
    ['L107,惠州市,,,,,,参加人次,,,,5,属实,', 'PLACE_MISSING'],
    ['L107,惠州市,,,,D5,,,,,,5,属实,', 'NEEDS_OTHER'],
    ['L107,惠州市,,,台账,,,,,,,5,属实,', 'NEEDS_OTHER'],
    ['L107,惠州市,,a.xlsx,,D5:D7,,,,,,5,属实,', 'CELL_WRONG'],
    ['L107,惠州市,,a.xlsx,,5,,,,,,5,属实,', 'CELL_WRONG'],
    ['L107,惠州市,,,,,惠城区,,,,,5,属实,', 'NEEDS_OTHER'],
    ['L107,惠州市,,,,,火星,参加人次,,,,5,属实,', 'REFERENCE_UNKNOWN'],
    ['L107,惠州市,,,,,惠城区,参加人数量,,,,5,属实,', 'VALUE_UNKNOWN'],
  ])('%j has the fault %s', (line, code) => {
    expect(parsed(line).faults).toEqual([expect.objectContaining({ file: 'explanations.csv', line: 2, code })]);
  });

  test('two reasons for one place and value are a fault; another value or period is not', () => {
    const line = (value: string, period: string, reason: string) =>
      `L107,惠州市,${period},,,,,,,甲活动,,${value},${reason},`;
    expect(parsed(line('5', '', '甲'), line('6', '', '甲'), line('5', '2024Q1', '甲')).faults).toEqual([]);
    expect(parsed(line('5', '', '甲'), line('5', '', '乙')).faults).toEqual([
      expect.objectContaining({ line: 3, code: 'ROW_TWICE' }),
    ]);
  });

  test('all faults are told at once; columns that may be left out may', () => {
    expect(
      parsed('X1,火星,,,,,,,,,,5,,')
        .faults.map(({ code }) => code)
        .toSorted(),
    ).toEqual(['PLACE_MISSING', 'REFERENCE_UNKNOWN', 'VALUE_MISSING', 'VALUE_UNKNOWN']);
    expect(parseExplanations('code,bureau,activity,value,reason\nL107,惠州市,甲,5,属实', scheme).faults).toEqual([]);
    const misspelt = parseExplanations('code,bureau,activity,valu,reason', scheme);
    expect(misspelt.faults.map(({ code }) => code).toSorted()).toEqual(['COLUMN_MISSING', 'COLUMN_UNKNOWN']);
  });
});

import { describe, expect, test } from 'vitest';
import { labelKind, labelledParts } from '../../../src/recognise/labels.ts';
import { scheme } from './support.ts';

describe('labelled texts of a cover cell', () => {
  test.each([
    ['填报单位：广州市民政局', [['bureau', '广州市民政局']]],
    ['填报单位（盖章）：广州市民政局', [['bureau', '广州市民政局']]],
    ['填 报 单 位:  广州市民政局（盖章）', [['bureau', '广州市民政局（盖章）']]],
    ['报告期：2024年第一季度', [['period', '2024年第一季度']]],
    ['填报单位：', [['bureau', '']]],
    [
      '填报单位：广州市民政局    填报日期：2024年4月10日  单位：万元、家',
      [
        ['bureau', '广州市民政局'],
        ['date', '2024年4月10日'],
        ['unit', '万元、家'],
      ],
    ],
    ['统计表（单位：万元）', [['unit', '万元）']]],
    [
      '填表人：张三，联系电话：13800000000',
      [
        ['signOff', '张三'],
        ['signOff', '13800000000'],
      ],
    ],
  ])('%s', (text, parts) => {
    expect(labelledParts(text, scheme).map(({ kind, value }) => [kind, value])).toEqual(parts);
  });

  test.each(['其中：高校毕业生人数', '活动时间 8:00', '关于填报单位的说明', '会议主题：就业', '：', ''])(
    '%s has no label',
    (text) => {
      expect(labelledParts(text, scheme)).toEqual([]);
    },
  );
});

test('a whole label', () => {
  expect(labelKind('填报单位（盖章）：', scheme)).toBe('bureau');
  expect(labelKind('填表人', scheme)).toBe('signOff');
  expect(labelKind('填报单位名称要求', scheme)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { candidateExtension } from '../../../src/find/candidate.ts';
import { maskedNames } from '../../../src/normalise/masked-names.ts';
import { personalMask } from '../../../src/normalise/personal-text.ts';
import { scheme } from '../../support/returns.ts';

const mask = personalMask(scheme);

describe('behind the label of a person or a telephone', () => {
  test.each([
    ['填表人：张三', '填表人：张*'],
    ['填表人：张三 联系电话：020-83331234', '填表人：张* 联系电话：020****1234'],
    [
      '填 表 人：张三　联系电话：８３３３１２３４　填报日期：2024年4月1日',
      '填 表 人：张*　联系电话：83****34　填报日期：2024年4月1日',
    ],
    ['单位负责人（签字）：李四　审核人:王五六', '单位负责人（签字）：李*　审核人:王**'],
    ['联系人：张三（13812345678），参加120人', '联系人：张*（138****5678），参加120人'],
    ['请与负责人：张三丰联系', '请与负责人：张**'],
    ['负责人：张三 活动时间：3月5日', '负责人：张* 活动时间：3月5日'],
    ['身份证号：110105491231002', '身份证号：110****1002'],
    ['电话 83331234、83335678', '电话 83****34、83****78'],
    ['（电话020-83331234）', '（电话020****1234）'],
    // Without a colon, where a telephone number follows.
    ['约30（联系人张三丰13812345678）', '约30（联系人张**138****5678）'],
    ['联系人 欧阳小明，电话 13812345678', '联系人 欧**，电话 138****5678'],
    ['负责人张三020-83331234', '负责人张*020****1234'],
    // With its area code no label is needed.
    ['020-83331234', '020****1234'],
    ['详询（0752）2345678', '详询075****5678'],
    ['０７５２－２３４５６７８', '075****5678'],
    ['2020-23456789', '2020-23456789'],
    ['编号020-20240315', '编号020-20240315'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

describe('what stays', () => {
  test.each([
    '填报单位（盖章）：广州市民政局',
    '报告期：2024年第一季度',
    '单位：万元、个',
    '填报日期：2024年4月1日',
    '其中：制造业企业家次',
    '春季招聘会：提供岗位2000个',
    '共投入83331234元',
    '联系企业83331234家',
    '签约13812345678元',
    '签约 13812345678 万元',
    '51440300MJL1712376',
    '2024-03-05',
    '联系人培训班120人',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

test('a label before a number is no name', () => {
  expect(mask('会长电话13812345678')).toBe('会长电话138****5678');
  expect(mask('招聘会电话13812345678')).toBe('招聘会电话138****5678');
});

test('names of files keep their extension, and are numbered before it', () => {
  const names = ['13811112222.xlsx', '13833332222.xlsx', '填表人：张三.xlsx', '联系人：李四.CSV', '填表人：王五.docx'];
  expect([...maskedNames(names, mask, candidateExtension).values()]).toEqual([
    '138****2222.xlsx',
    '138****2222 (2).xlsx',
    '填表人：张*.xlsx',
    '联系人：李*.CSV',
    '填表人：王*.d**',
  ]);
});

test('names that a mask makes equal are told apart, and from names that look like it', () => {
  const names = ['13811112222.xlsx', '13833332222.xlsx', '138****2222.xlsx', '广州市.xlsx'];
  expect([...maskedNames(names, mask)]).toEqual([
    ['13811112222.xlsx', '138****2222.xlsx (2)'],
    ['13833332222.xlsx', '138****2222.xlsx (3)'],
  ]);
});

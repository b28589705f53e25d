import { expect, test } from 'vitest';
import { headerKey } from '../../../src/scheme/dictionary.ts';
import { scheme } from '../../support/returns.ts';

test.each([
  ['序号', '序号', null],
  ['签约金额（万元）', '签约金额', '万元'],
  ['签约金额(元)', '签约金额', '元'],
  ['签约金额 （ 亿元 ）', '签约金额', '亿元'],
  ['签约金额［万元］', '签约金额', '万元'],
  ['签约金额【万元】', '签约金额', '万元'],
  ['签约金额（单位：万元）', '签约金额', '万元'],
  ['签约金额/万元', '签约金额', '万元'],
  ['参加\n人次', '参加人次', null],
  ['参与企业（家次）', '参与企业', '家次'],
  ['１２月场次', '12月场次', null],
  // Brackets that hold no unit belong to the name.
  ['签约（意向）金额（万元）', '签约(意向)金额', '万元'],
  ['签约金额（意向）', '签约金额(意向)', null],
  ['县（市、区）', '县(市、区)', null],
  ['提供岗位数（本年累计）', '提供岗位数(本年累计)', null],
  ['新建服务平台数（两类合计）', '新建服务平台数(两类合计)', null],
  ['（万元）', '(万元)', null],
  // Marks of the form are no part of the name.
  ['*社会组织名称', '社会组织名称', null],
  ['社会组织名称＊', '社会组织名称', null],
  ['社会组织名称（必填）', '社会组织名称', null],
  ['投入资金（万元）（必填）', '投入资金', '万元'],
  ['*投入资金（万元）*', '投入资金', '万元'],
  // Quotation marks and the punctuation behind 其中 do not matter.
  ['服务“双区”和三大平台', '服务双区和三大平台', null],
  ['其中：制造业企业（家次）', '其中制造业企业', '家次'],
  ['其中,制造业企业', '其中制造业企业', null],
  ['其中制造业企业', '其中制造业企业', null],
  ['其中：', '其中:', null],
  // What says how to fill in may hold a unit: it is read, or the header is not known.
  ['签约金额（示例：1200，单位：元）', '签约金额', '元'],
  ['签约金额（格式：数字，单位：元）', '签约金额', '元'],
  ['签约金额（请填写：数字，元）', '签约金额', '元'],
  ['签约金额（填数字：元）', '签约金额(填数字:元)', null],
  ['签约金额（示例：1200元）', '签约金额(示例:1200元)', null],
  ['开展时间（格式：2024-03-05）', '开展时间', null],
  // A label of a cover cell keeps its colon.
  ['填报单位：', '填报单位:', null],
  ['单位：万元', '单位:万元', null],
  ['', '', null],
  ['*', '', null],
])('%j is looked up as %j with the unit %j', (text, key, unit) => {
  expect(headerKey(text, scheme)).toEqual({ key, unit });
});

import { type Part, plainRows } from './sheet-parts.ts';

/** What stands around a table: cover lines, notes and signatures. All persons are invented. */
export const PERIOD = '2024年第一季度';

export function cover(unit: string): Part {
  const period = `报告期：${PERIOD}`;
  return plainRows(['填报单位（盖章）：惠州市民政局', null, null, null, period, null, null, `单位：${unit}`]);
}

export const COVER_CELLS: Part = plainRows(
  ['填报单位：', '惠州市民政局', null, '统计期', PERIOD],
  ['计量单位：', '万元、家、场次、人次', null, '填报日期：', '2024年4月8日'],
);

export const NOTES: Part = plainRows(['注：1.本表按季报送，人次按场次累计。'], ['　　2.资金含物资折价。'], []);

export const SIGN_OFF: Part = plainRows([
  '单位负责人：张样例',
  null,
  null,
  '填表人：李样例',
  null,
  '联系电话：13800000001',
  null,
  '填报日期：2024年4月8日',
]);

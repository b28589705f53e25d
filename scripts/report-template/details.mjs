// 明细数据: every figure of every region in long form, for filters and pivots of the user's.
import { addSheet, column, heading, row } from './sheet.mjs';

const INDICATOR = '(lookup @root.views.indicators indicator)';
const ofIndicator = (key) => `{{lookup ${INDICATOR} "${key}"}}`;

const COLUMNS = [
  ['地区代码', '{{region}}', 'line', 12],
  ['地区', '{{../name}}', 'line', 16],
  ['层级', '{{lookup @root.labels.level ../level}}', 'line', 13],
  ['地区组', '{{../grouping}}', 'line', 13],
  ['任务', ofIndicator('taskName'), 'line', 22],
  ['指标', ofIndicator('name'), 'line', 34],
  ['单位', '{{unit}}', 'line', 9],
  ['口径', '{{lookup @root.labels.kind (lookup (lookup @root.views.indicators indicator) "kind")}}', 'line', 10],
  ['本期', '{{value}}', 'number', 13],
  ['本年累计', '{{ytd}}', 'number', 13],
  ['上期', '{{previous}}', 'number', 13],
  ['环比（%）', '{{qoq}}', 'rate', 11],
  ['上年同期', '{{yearAgo}}', 'number', 13],
  ['同比（%）', '{{yoy}}', 'rate', 11],
  ['上年同期累计', '{{ytdYearAgo}}', 'number', 14],
  ['累计同比（%）', '{{ytdYoy}}', 'rate', 13],
  ['数据依据', '{{#if basis}}{{lookup @root.labels.basis basis}}{{/if}}', 'line', 14],
  ['完整', '{{#if (given value)}}{{#if complete}}是{{else}}否{{/if}}{{/if}}', 'line', 8],
  ['无数原因', '{{#if reason}}{{lookup @root.labels.reason reason}}{{/if}}', 'line', 14],
  ['缺报单位', '{{list (regions lacks)}}', 'clipped', 30],
  ['环比不含', '{{list (regions comparedWithout.qoq)}}', 'clipped', 20],
  ['同比不含', '{{list (regions comparedWithout.yoy)}}', 'clipped', 20],
];

export function details(workbook) {
  const page = addSheet(workbook, '明细数据', { widths: COLUMNS.map(([, , , width]) => width), head: 4, frozen: 2 });
  heading(page, '{{title}}明细数据');
  row(page, 3, [['每个地区每项指标一行，可以筛选；做数据透视表时，数据源写“明细”。', 'facts']], 18);
  row(
    page,
    4,
    COLUMNS.map(([head]) => [head, 'head']),
    22,
  );
  const last = COLUMNS.length - 1;
  row(
    page,
    5,
    COLUMNS.map(([, text, look], at) => [
      (at === 0 ? '{{#each views.figures}}{{#each (slice @root.figures from to)}}' : '') +
        text +
        (at === last ? '{{/each}}{{/each}}' : ''),
      look,
    ]),
    17,
  );
  page.sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 5, column: COLUMNS.length } };
  workbook.definedNames.add(`明细数据!$A$4:$${column(COLUMNS.length)}$5`, '明细');
  return page;
}

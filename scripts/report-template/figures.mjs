// The sheets of figures by region.
import { barChart } from './charts.mjs';
import { addSheet, bars, greyWords, heading, line, link, row, shade } from './sheet.mjs';
import { furtherNotes, HEADLINE_NOTES, INCOMPLETE, LACKS, sentences } from './texts.mjs';

const KINDS = [
  ['area', 'area.'],
  ['group', 'group.'],
  ['unit', ''],
];
// Without dots, which LibreOffice takes for its own sign between sheet and cell.
const LINK = '明细数据!I{{#if (given figure)}}{{add figure 5}}{{else}}4{{/if}}';
const TIP = '看明细数据';

/** The rows of the area, of the groups and of the units, from row `from`. */
function regionRows(page, from, rows, cells, notes, linked) {
  KINDS.forEach(([kind, look], at) => {
    row(page, from + at, [
      [`{{#each (where ${rows} "kind" "${kind}")}}{{name}}`, `${look}line`],
      ...cells.map((text) => [text, `${look}figure`]),
      [`${notes}{{/each}}`, `${look}text`],
    ]);
    if (kind !== 'group') for (const [letter, location] of linked) link(page, `${letter}${from + at}`, location, TIP);
  });
  greyWords(page, `B${from}:${String.fromCharCode(65 + cells.length)}${from + 2}`);
}

/** 分市汇总: all regions by all indicators. */
export function regions(workbook) {
  const page = addSheet(workbook, '分市汇总', { widths: [16, 13, 44], head: 7, heads: '5:7', wide: true });
  // Column A is repeated on every page.
  heading(page, '{{area.name}}{{period.label}}分{{views.words.units}}汇总', 2);
  row(page, 3, [null, [INCOMPLETE, 'facts']], 18);
  const head = (at, words, look) =>
    row(page, at, [
      [at === 5 ? '地区' : '', 'head'],
      [`{{#across views.all.columns}}${words}{{/across}}`, look],
      [at === 5 ? '缺报说明' : '', 'head'],
    ]);
  head(5, '{{taskName}}', 'smallHead');
  head(6, '{{name}}', 'head');
  head(7, '{{unit}}', 'smallHead');
  page.sheet.mergeCells('A5:A7');
  page.sheet.mergeCells('C5:C7');
  regionRows(page, 8, 'views.all.rows', ['{{#across cells}}{{cell this}}{{/across}}'], LACKS, [['B', LINK]]);
  return page;
}

/** 地区×任务: the headline indicator of each task. */
export function matrix(workbook) {
  const page = addSheet(workbook, '地区×任务', { widths: [16, 17, 70], head: 6, heads: '5:6', pages: 1 });
  heading(page, '{{title}}地区×任务');
  row(page, 3, [[INCOMPLETE, 'facts']], 18);
  row(page, 5, [
    ['地区', 'head'],
    ['{{#across views.matrix.columns}}{{taskName}}{{/across}}', 'head'],
    ['缺报说明', 'head'],
  ]);
  row(page, 6, [
    ['', 'head'],
    ['{{#across views.matrix.columns}}{{name}}（{{unit}}）{{/across}}', 'smallHead'],
    ['', 'head'],
  ]);
  page.sheet.mergeCells('A5:A6');
  page.sheet.mergeCells('C5:C6');
  regionRows(
    page,
    7,
    'views.matrix.rows',
    ['{{#across cells}}{{cell this}}{{/across}}'],
    LACKS + furtherNotes('@root.views.matrix.columns'),
    [['B', LINK]],
  );
  shade(page, 'B9');
  return page;
}

/** 地区组构成: only where there are groups. */
export function groups(workbook) {
  const name = '{{#if views.groups}}地区组构成';
  const page = addSheet(workbook, name, { widths: [24, 40, 9, 16], head: 5 });
  heading(page, '{{title}}地区组构成');
  row(page, 3, [['{{labels.notes.incomplete}}', 'facts']], 18);
  row(page, 5, [
    ['任务', 'head'],
    ['代表性指标', 'head'],
    ['单位', 'head'],
    ['{{#across views.groups}}{{name}}{{/across}}', 'head'],
  ]);
  row(page, 6, [
    ['{{#each views.matrix.columns}}{{taskName}}', 'text'],
    ['{{name}}', 'text'],
    ['{{unit}}', 'center'],
    ['{{#across @root.views.groups}}{{cell (lookup cells @../index)}}{{/across}}{{/each}}', 'figure'],
  ]);
  greyWords(page, 'D6');
  page.charts.push({
    ...{ column: 1, row: 8, width: 24, height: 10 },
    name: '地区组构成图',
    description: '各任务代表性指标在各地区组之间的构成，数据见上表',
    xml: barChart({
      text: '{{labels.charts.allGroups}}',
      kind: 'stacked',
      hasLabels: true,
      all: [{ name: `'${name}'!$D$5`, categories: `'${name}'!$A$6:$A$6`, values: `'${name}'!$D$6:$D$6` }],
    }),
  });
  return page;
}

/** A sheet for each task. */
export function task(workbook) {
  const name = '{{#each views.sheets}}{{name}}';
  const page = addSheet(workbook, name, { widths: [16, 15, 15, 11, 15, 76], head: 6, heads: '5:6', pages: 1 });
  heading(page, '{{@root.area.name}}{{@root.period.label}}{{title}}');
  const none = '{{@root.period.label}}，{{@root.views.words.whole}}本项任务无可汇总数据。';
  line(
    page,
    3,
    `{{#each (where @root.views.sections "task" task)}}{{#with sentence}}{{#if clauses}}${sentences('parts', '{{#unless @first}}\n{{/unless}}　　')}{{else}}　　${none}{{/if}}{{/with}}{{/each}}`,
    'prose',
  );
  row(page, 4, [[INCOMPLETE.replace('{{labels', '{{@root.labels'), 'facts']], 18);
  const yoy = '{{#across (where @root.views.comparisons "rate" "yoy")}}';
  row(
    page,
    5,
    [
      ['地区', 'head'],
      ['{{headline.name}}（{{headline.unit}}）', 'head'],
      ['', 'head'],
      ['', 'head'],
      ['{{#across columns}}{{name}}（{{unit}}）{{/across}}', 'head'],
      ['缺报和口径说明', 'head'],
    ],
    44,
  );
  row(
    page,
    6,
    [
      ['', 'head'],
      ['{{@root.labels.columns.value}}', 'smallHead'],
      [`${yoy}{{lookup @root.labels.columns figure}}`, 'smallHead'],
      ['{{lookup @root.labels.columns rate}}{{/across}}', 'smallHead'],
      ['', 'head'],
      ['', 'head'],
    ],
    20,
  );
  for (const ref of ['A5:A6', 'B5:D5', 'E5:E6', 'F5:F6']) page.sheet.mergeCells(ref);
  regionRows(
    page,
    7,
    'rows',
    [
      '{{cell headline}}',
      `${yoy}{{num ../headline.yearAgo ../headline.decimals}}`,
      '{{num ../headline.yoy 1}}{{/across}}',
      '{{#across cells}}{{cell this}}{{/across}}',
    ],
    LACKS + HEADLINE_NOTES + furtherNotes('../../columns'),
    [
      ['B', LINK.replaceAll('figure', '(lookup headline "figure")')],
      ['E', LINK],
    ],
  );
  bars(page, 'B9');
  const at = (ref) => `'${name}'!${ref}`;
  page.charts.push({
    ...{ column: 1, row: 11, width: 32, height: 7.5 },
    name: '分市图',
    description: '代表性指标分地区情况，数据见上表',
    xml: barChart({
      text: '{{title}}：{{headline.name}}（{{headline.unit}}）',
      kind: 'columns',
      all: [
        { name: at('$B$6'), categories: at('$A$9:$A$9'), values: at('$B$9:$B$9') },
        { name: at('$C$6'), categories: at('$A$9:$A$9'), values: at('$C$9:$C$9') },
      ],
    }),
  });
  return page;
}

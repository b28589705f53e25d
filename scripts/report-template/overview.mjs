// 总览: the area on one sheet.
import { barChart } from './charts.mjs';
import { addSheet, greyWords, heading, line, link, row } from './sheet.mjs';
import { ACTIVITIES, COMMON, COVERAGE, INCOMPLETE, NOTES, sentences } from './texts.mjs';

const STATES = ['accepted', 'provisional', 'rejected', 'missing', 'exempt'];

const WIDTHS = [20, 40, 9, 15, 15, 12, 56];

/** The rows of a table of indicators, the head being at `at`. */
function indicators(page, at, open, close) {
  row(page, at, [
    ['任务', 'head'],
    ['指标', 'head'],
    ['单位', 'head'],
    ['本期', 'head'],
    ['{{#across views.comparisons}}{{lookup @root.labels.columns figure}}', 'head'],
    ['{{lookup @root.labels.columns rate}}{{/across}}', 'head'],
    ['缺报和口径说明', 'head'],
  ]);
  row(page, at + 1, [
    [`${open}{{taskName}}`, 'text'],
    ['{{name}}', 'text'],
    ['{{unit}}', 'center'],
    ['{{cell this}}', 'figure'],
    ['{{#across @root.views.comparisons}}{{num (lookup ../this figure) ../decimals}}', 'figure'],
    ['{{num (lookup ../this rate) 1}}{{/across}}', 'figure'],
    [`${NOTES}${close}`, 'text'],
  ]);
  greyWords(page, `D${at + 1}`);
  link(page, `D${at + 1}`, '明细数据!I{{#if (given figure)}}{{add figure 5}}{{else}}4{{/if}}', '看明细数据');
}

/** Paragraphs that people have written, under a heading. */
function written(page, at, words, block) {
  line(page, at, `{{#if narrative.${block}.texts}}${words}`, 'heading', 26);
  line(
    page,
    at + 1,
    `{{#each narrative.${block}.texts}}　　{{#if @root.narrative.${block}.list}}{{add @index 1}}. {{/if}}{{this}}{{/each}}{{/if}}`,
    'prose',
  );
}

export function overview(workbook) {
  const page = addSheet(workbook, '总览', { widths: WIDTHS });
  heading(page, '{{title}}');
  line(page, 3, `　　${COVERAGE}`, 'prose');
  line(page, 4, `{{#if views.base.clauses}}${sentences('views.base.parts', '　　')}{{/if}}`, 'prose');
  line(page, 5, `{{#if (gt activities.read 0)}}　　${ACTIVITIES}{{/if}}`, 'prose');
  line(page, 6, '一、主要数据', 'heading', 28);
  indicators(page, 7, '{{#each views.headlines}}', '{{/each}}');
  line(page, 9, COMMON, 'note');
  line(page, 10, INCOMPLETE, 'note');
  line(page, 11, '二、报送情况', 'heading', 28);
  row(page, 12, [
    ['报送状态', 'head'],
    ['单位数', 'head'],
  ]);
  STATES.forEach((state, at) => {
    row(page, 13 + at, [
      [`{{labels.state.${state}}}`, 'text'],
      [`{{coverage.${state}}}`, 'center'],
    ]);
  });
  row(page, 18, [
    ['应报', 'area.text'],
    ['{{coverage.due}}', 'area.center'],
  ]);
  for (const [at, key, words] of [
    [19, 'reported', '报送率（%）'],
    [20, 'accepted', '合格率（%）'],
    [21, 'onTime', '及时率（%）'],
  ]) {
    row(page, at, [
      [words, 'text'],
      [`{{num views.coverage.rates.${key} 1}}`, 'center'],
    ]);
  }
  page.charts.push({
    ...{ column: 3, row: 12, width: 16, height: 6 },
    name: '报送情况图',
    description: '各报送状态的单位数，数据见左侧表格',
    xml: barChart({
      text: '{{area.name}}{{period.label}}报送情况',
      kind: 'bars',
      hasLabels: true,
      alone: true,
      all: [{ name: '总览!$B$12', categories: '总览!$A$13:$A$17', values: '总览!$B$13:$B$17' }],
    }),
  });
  written(page, 23, '典型做法', 'cases');
  written(page, 25, '存在问题', 'problems');
  written(page, 27, '下一步工作', 'nextSteps');
  line(page, 29, '{{#if narrative.issuer}}{{narrative.issuer}}　{{date narrative.date}}{{/if}}', 'note');
  return page;
}

/** 汇总表: every indicator of the area. */
export function overall(workbook) {
  const page = addSheet(workbook, '汇总表', { widths: WIDTHS, frozen: 2, head: 6 });
  heading(page, '{{title}}汇总表');
  line(page, 3, COMMON, 'note');
  row(page, 4, [[INCOMPLETE, 'facts']], 18);
  indicators(page, 6, '{{#each views.overall}}{{#each rows}}', '{{/each}}{{/each}}');
  workbook.definedNames.add('汇总表!$A$6:$G$7', '全部指标');
  return page;
}

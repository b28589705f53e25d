// The sheets of lists: bureaus, findings, rows that do not count, files.
import { addSheet, heading, line, row } from './sheet.mjs';
import { BUREAU, forms } from './texts.mjs';

/** Looks of the cells of a list by its columns: [head, text, look, width]. */
function list(page, at, columns, open, close) {
  row(
    page,
    at,
    columns.map(([head]) => [head, 'head']),
  );
  row(
    page,
    at + 1,
    columns.map(([, text, look = 'text'], one) => [
      (one === 0 ? open : '') + text + (one === columns.length - 1 ? close : ''),
      look,
    ]),
  );
}

const widths = (columns) => columns.map(([, , , width]) => width);
const filter = (page, at, columns) => {
  page.sheet.autoFilter = { from: { row: at, column: 1 }, to: { row: at + 1, column: columns.length } };
};

const SILENT = '{{#if (or (eq state "missing") (eq state "rejected") (eq state "exempt"))}}—{{else}}';

/** 报送情况: the state of each bureau, who has to be chased, and who sent something beside those that are due. */
export function coverage(workbook) {
  const columns = [
    ['填报单位', '{{name}}', 'text', 24],
    ['报送状态', '{{lookup @root.labels.state state}}', 'center', 13],
    ['零报告', '{{#if nil}}是{{/if}}', 'center', 10],
    ['时效', `${SILENT}{{lookup @root.labels.timeliness timeliness}}{{/if}}`, 'center', 11],
    ['报送期限', '{{deadline}}', 'center', 13],
    ['收到日期', '{{received}}', 'center', 13],
    ['逾期天数', '{{daysLate}}', 'count', 10],
    ['表式', forms('forms'), 'text', 22],
    ['文件', '{{list files "\n"}}', 'text', 56],
  ];
  const page = addSheet(workbook, '报送情况', { widths: widths(columns), head: 4 });
  heading(page, '{{title}}报送情况');
  list(page, 4, columns, '{{#each coverage.bureaus}}', '{{/each}}');
  filter(page, 4, columns);
  line(page, 7, '{{#if views.chase}}催报名单', 'heading', 28);
  const chase = [
    ['填报单位', '{{name}}'],
    ['情况', '{{lookup @root.labels.chase why}}', 'center'],
    ['缺报表式', forms('lackingForms')],
    ['', ''],
    ['报送期限', '{{deadline}}', 'center'],
    ['收到日期', '{{received}}', 'center'],
    ['逾期天数', '{{daysLate}}', 'count'],
  ];
  list(page, 8, chase, '{{#each views.chase}}', '{{/each}}{{/if}}');
  page.sheet.mergeCells('C8:D8');
  page.sheet.mergeCells('C9:D9');
  line(page, 10, '{{#unless views.chase}}应报单位均已按要求报送。{{/unless}}', 'prose');
  line(page, 11, '{{#if coverage.offRoster}}不在应报名单、但已报送并计入的单位', 'heading', 28);
  const others = [
    ['填报单位', '{{name}}'],
    ['报送状态', '{{lookup @root.labels.state state}}', 'center'],
  ];
  list(page, 12, others, '{{#each coverage.offRoster}}', '{{/each}}{{/if}}');
  line(page, 14, '{{#if coverage.unknownSenders}}填报单位不在汇总范围内的文件', 'heading', 28);
  line(page, 15, '{{#each coverage.unknownSenders}}{{file}}（{{name}}）{{/each}}{{/if}}', 'prose');
  return page;
}

/** 审核问题: every entry of the findings. */
export function findings(workbook) {
  const columns = [
    ['填报单位', BUREAU, 'text', 22],
    ['级别', '{{lookup @root.labels.severity severity}}', 'center', 9],
    ['文件', '{{file}}', 'text', 34],
    ['工作表', '{{sheet}}', 'text', 18],
    ['单元格', '{{list cells " "}}', 'text', 22],
    ['处数', '{{this.count}}', 'count', 8],
    ['原值', '{{raw}}', 'text', 22],
    ['问题', '{{message}}', 'text', 60],
    ['修改建议', '{{hint}}', 'text', 52],
    ['情况说明', '{{#if explained}}{{explained.reason}}{{/if}}', 'text', 30],
    ['代码', '{{code}}', 'text', 28],
  ];
  const page = addSheet(workbook, '审核问题', { widths: widths(columns), head: 4 });
  heading(page, '{{title}}审核问题');
  row(
    page,
    3,
    [
      [
        '错误{{num views.findings.errors}}处（须修改）、提示{{num views.findings.warnings}}处（须核实说明）、提醒{{num views.findings.infos}}处；已附情况说明{{num views.findings.explained}}处。',
        'facts',
      ],
    ],
    18,
  );
  list(page, 4, columns, '{{#each findings}}', '{{/each}}');
  filter(page, 4, columns);
  return page;
}

/** 未计入: every row that does not count. */
export function setAside(workbook) {
  const columns = [
    ['文件', '{{file}}', 'text', 44],
    ['工作表', '{{sheet}}', 'text', 24],
    ['行', '{{row}}', 'count', 8],
    ['行数', '{{rows}}', 'count', 8],
    ['未计入原因', '{{lookup @root.labels.setAside reason}}', 'text', 28],
    ['与之重复', '{{#with of}}{{file}}{{#if sheet}} / {{sheet}}{{/if}} / {{row}}{{/with}}', 'text', 50],
  ];
  const page = addSheet(workbook, '未计入', { widths: widths(columns), head: 4 });
  heading(page, '{{title}}未计入');
  row(
    page,
    3,
    [['数据行{{num views.rows.data}}＝计入{{num views.rows.counted}}＋未计入{{num views.rows.setAside}}', 'facts']],
    18,
  );
  list(page, 4, columns, '{{#each setAside}}{{#unless (eq reason "earlierPeriod")}}', '{{/unless}}{{/each}}');
  filter(page, 4, columns);
  return page;
}

/** 数据来源: every file with what became of it; those of earlier periods apart. */
export function sources(workbook) {
  const columns = [
    ['文件', '{{file}}', 'text', 44],
    ['填报单位', '{{#if bureau}}{{region bureau}}{{/if}}', 'text', 22],
    ['表式', forms('forms'), 'text', 20],
    ['格式', '{{format}}', 'center', 8],
    ['处理结果', '{{lookup @root.labels.fileState state}}', 'text', 18],
    ...[
      ['数据行', 'data'],
      ['计入', 'counted'],
      ['未计入', 'setAside'],
      ['合计行', 'total'],
      ['注释行', 'note'],
      ['标题行', 'title'],
      ['表头行', 'header'],
      ['其他行', 'other'],
    ].map(([head, key]) => [head, `{{rows.${key}}}`, 'count', 9]),
    ['SHA-256', '{{sha256}}', 'text', 70],
  ];
  const page = addSheet(workbook, '数据来源', { widths: widths(columns), head: 4 });
  heading(page, '{{title}}数据来源');
  list(page, 4, columns, '{{#each sources}}{{#unless (eq state "earlierPeriod")}}', '{{/unless}}{{/each}}');
  filter(page, 4, columns);
  line(
    page,
    7,
    '{{#if views.earlierFiles}}往期数据（共{{num views.earlierFiles}}个文件，只用于同比、环比和累计，不计入本期）',
    'heading',
    28,
  );
  list(page, 8, columns, '{{#each (where sources "state" "earlierPeriod")}}', '{{/each}}{{/if}}');
  return page;
}

import type { Indicator } from '../../../src/scheme/scheme.ts';
import { scheme } from '../returns.ts';
import type { CellContent, Row, SheetContent } from '../write-files.ts';
import { COVER_CELLS, cover, NOTES, PERIOD, SIGN_OFF } from './frame.ts';
import { type Hand, nameOf, PLAIN, shifted, TEXTS } from './hand.ts';
import { lines, type Part, plainRows, sheetOf } from './sheet-parts.ts';
import { figure, type SummaryStyle, summaryHeader, summaryRows, summaryTotal, written } from './summary.ts';
import { cityValue, INDICATORS, UNITS } from './truth.ts';

const BASIC: SummaryStyle = { lead: ['seq', 'county'] };
const WIDTH = INDICATORS.length + 2;
const TITLE = '惠州市行业协会商会六项重点任务统计表';
const taskOf = ({ task }: Indicator) => scheme.tasks.find(({ id }) => id === task);

function table(style: SummaryStyle): readonly Part[] {
  return [summaryHeader(style), plainRows(...summaryRows(style))];
}

/** The summary in each style. */
export const SUMMARIES: Readonly<Record<string, readonly SheetContent[]>> = {
  plain: [sheetOf('统计表', table(BASIC))],
  'titles, covers, groups, totals, notes': [official()],
  'synonyms, GB18030': [sheetOf('统计表', [plainRows([TITLE], ['填报单位：惠州市民政局']), ...table(synonyms(0))])],
  'other columns, UTF-16': [sheetOf('统计表', table({ ...synonyms(1), indicators: INDICATORS.toReversed() }))],
  'sheets by task': [threeLevels()],
  'sections by task': byTask().map(([task, indicators]) => sheetOf(task, table({ ...BASIC, indicators }))),
  'merged regions and subtotals': [totalFirst()],
  'units of money': [inHundredMillions()],
  'numbers as texts': [sheetOf('统计表', [COVER_CELLS, ...table({ ...BASIC, hand: TEXTS })])],
  'codes and serial dates': [byCode()],
  'transposed, repeated headers': [transposed()],
  clutter: [cluttered()],
  'many files': halves().map((indicators, at) => sheetOf(`统计表${at + 1}`, table({ ...BASIC, indicators }))),
  'side by side and one below another': [sideBySide()],
  'regions written once': [ofWhich()],
  'sheets by region': UNITS.map((unit) => spans(unit)),
};

function official(): SheetContent {
  const style: SummaryStyle = {
    lead: ['seq', 'city', 'county'],
    name: (one) => [taskOf(one)?.name ?? '', withUnit(one)],
  };
  const total = plainRows(summaryTotal('合　计', style));
  return sheetOf('统计表', [
    lines(WIDTH + 1, '附件2', TITLE, `（${PERIOD}）`),
    cover('万元、家、场次'),
    ...table(style),
    total,
    NOTES,
    SIGN_OFF,
  ]);
}

function withUnit({ name, unit }: Indicator): string {
  return `${name}\n（${unit}）`;
}

function synonyms(nth: number): SummaryStyle {
  const name = ({ name: own, synonyms: others, unit }: Indicator) => `${others[nth] ?? own}（${unit}）`;
  return {
    lead: ['county'],
    leadHeaders: { county: '地区' },
    name,
    hand: { ...PLAIN, unit: (code) => (code.endsWith('-self') ? '市直' : nameOf(code)) },
  };
}

/** Task, indicator, and 其中 as a level of its own. */
function threeLevels(): SheetContent {
  const name = (one: Indicator) => {
    const [, part] = /^其中：(.+)$/.exec(one.name) ?? [];
    return [taskOf(one)?.shortName ?? '', ...(part === undefined ? [one.name] : ['其中：', part])];
  };
  const style: SummaryStyle = { ...BASIC, name };
  return sheetOf('汇总', [lines(WIDTH, TITLE), ...table(style), plainRows(summaryTotal('全市合计', style))]);
}

function byTask(): readonly (readonly [string, readonly Indicator[]])[] {
  return scheme.tasks
    .map(({ id, shortName }) => [shortName, INDICATORS.filter(({ task }) => task === id)] as const)
    .filter(([, indicators]) => indicators.length > 0);
}

function totalFirst(): SheetContent {
  return sheetOf('统计表', [
    lines(WIDTH, TITLE),
    summaryHeader(BASIC),
    plainRows(summaryTotal('合计', BASIC), ...summaryRows(BASIC)),
  ]);
}

function inHundredMillions(): SheetContent {
  const hand: Hand = { ...PLAIN, money: (value) => shifted(value, -4) };
  const name = ({ name: own, type }: Indicator) => (type === 'decimal' ? `${own}（亿元）` : own);
  return sheetOf('统计表', [plainRows([TITLE]), cover('家、个、场次、亿元'), ...table({ ...BASIC, name, hand })]);
}

function byCode(): SheetContent {
  const unit = (code: string) =>
    /^\d{6}$/.test(code) ? `${code}000000` : code.endsWith('-self') ? '市本级' : '大亚湾';
  return sheetOf(
    'summary',
    table({ lead: ['county'], leadHeaders: { county: '行政区划代码' }, hand: { ...PLAIN, unit } }),
  );
}

/** Rows are indicators, columns are the units of the city and their total. */
function transposed(): SheetContent {
  const head: Row = ['序号', '指标名称', '计量单位', '合计', ...UNITS.map((unit) => PLAIN.unit(unit))];
  const rows = INDICATORS.map((one, at): Row => {
    const cells = UNITS.map((unit) => figure(one, unit, PLAIN));
    return [at + 1, one.name, one.unit, written(one, cityValue(one.id), PLAIN), ...cells];
  });
  return sheetOf('统计表', [lines(head.length, TITLE, `（${PERIOD}）`), plainRows(head, ...rows), NOTES]);
}

/** One unit on a sheet of its own: rows are indicators, columns the period, the year to date and last year. */
function spans(unit: string): SheetContent {
  const head: Row = ['指标名称', '计量单位', '本期', '本年累计', '上年同期'];
  const rows = INDICATORS.map((one): Row => {
    const cell = figure(one, unit, PLAIN);
    return [one.name, one.unit, cell, cell, 1];
  });
  return sheetOf(String(PLAIN.unit(unit)), [plainRows(head, ...rows)]);
}

function cluttered(): SheetContent {
  const rows = summaryRows(BASIC).map((row, at): Row => [...row, at === 0 ? '已核' : null, 3]);
  const head = summaryHeader(BASIC).rows.map((row): Row => [...row, '备注', '核对人数']);
  return sheetOf('统计表', [plainRows(['2024年第一季度统计表'], ...head, ...rows), NOTES], {
    cells: { A120: '完', CA3: '县区', CA4: '惠城区', CA5: '惠阳区' },
  });
}

function halves(): readonly (readonly Indicator[])[] {
  const middle = INDICATORS.findIndex(({ task }) => task === 't4');
  return [INDICATORS.slice(0, middle), INDICATORS.slice(middle)];
}

function sideBySide(): SheetContent {
  const [left, right] = halves().map((indicators) => {
    const style: SummaryStyle = { lead: ['county'], indicators };
    return [...summaryHeader(style).rows, ...summaryRows(style), summaryTotal('合计', style)];
  });
  return sheetOf('统计表', [
    plainRows([TITLE], ...(left ?? []).map((row, at): Row => [...row, null, ...(right?.[at] ?? [])])),
  ]);
}

/** The city's stated total above its units, the first of them behind 其中. */
function ofWhich(): SheetContent {
  const unit = (code: string): CellContent => (code === UNITS[0] ? '其中：市本级' : PLAIN.unit(code));
  const style: SummaryStyle = { lead: ['county'], leadHeaders: { county: '地区' }, hand: { ...PLAIN, unit } };
  return sheetOf('统计表', [summaryHeader(style), plainRows(summaryTotal('惠州市', style), ...summaryRows(style))]);
}

import { scheme } from '../returns.ts';
import type { CellContent, Row, SheetContent } from '../write-files.ts';
import { DEEDS, type Deed } from './deeds.ts';
import { COVER_CELLS, cover, NOTES, SIGN_OFF } from './frame.ts';
import { CODES, dated, type Hand, NUMERALS, nameOf, PLAIN, shifted, TEXTS } from './hand.ts';
import { ALL, BY_TASK, BY_UNIT, type LedgerStyle, ledgerHeader, ledgerRows, ledgerTotal } from './ledger.ts';
import { lines, type Part, plainRows, sheetOf } from './sheet-parts.ts';

const FULL: LedgerStyle = { columns: ALL };
const TASKLESS: LedgerStyle = { columns: ALL.filter((id) => id !== 'task') };
const SHORT: LedgerStyle = { columns: ALL.filter((id) => !['outcome', 'evidence', 'supervisor'].includes(id)) };
const TITLE = '惠州市行业协会商会六项重点任务活动台账';

function table(style: LedgerStyle, deeds: readonly Deed[] = DEEDS): readonly Part[] {
  return [ledgerHeader(style), plainRows(...ledgerRows(deeds, style))];
}

/** The ledger in each style. */
export const LEDGERS: Readonly<Record<string, readonly SheetContent[]>> = {
  plain: [sheetOf('台账', table(FULL))],
  'titles, covers, groups, totals, notes': [official()],
  'synonyms, GB18030': [sheetOf('台账', [plainRows([TITLE], [], ['填报单位：惠州市民政局']), ...table(synonyms(1))])],
  'other columns, UTF-16': [sheetOf('活动明细', table({ ...synonyms(3), columns: SHORT.columns.toReversed() }))],
  'sheets by task': BY_TASK.map(([task, deeds], at) =>
    sheetOf(`${NUMERALS[at]}、${PLAIN.task(task)}`, table(TASKLESS, deeds)),
  ),
  'sections by task': [sectioned()],
  'merged regions and subtotals': [mergedRegions()],
  'units of money': [inYuan()],
  'numbers as texts': [sheetOf('台账', [COVER_CELLS, ...table({ ...FULL, hand: TEXTS })])],
  'codes and serial dates': [sheetOf('ledger', table({ columns: withCode(), hand: CODES }))],
  'transposed, repeated headers': [paged()],
  clutter: cluttered(),
  'many files': BY_TASK.map(([task, deeds]) => sheetOf(`${PLAIN.task(task)}台账`, table(TASKLESS, deeds))),
  'side by side and one below another': [twoTables()],
  'regions written once': [writtenOnce()],
  'sheets by region': BY_UNIT.map(([unit, deeds]) => {
    const columns = FULL.columns.filter((id) => id !== 'city' && id !== 'county');
    return sheetOf(`${unit.endsWith('-self') ? '市本级' : nameOf(unit)}台账`, table({ columns }, deeds));
  }),
};

/** Headers by their synonyms, for each column another one where there are enough. */
function synonyms(nth: number): LedgerStyle {
  const headers = scheme.columns.map(({ id, name, synonyms: others, unit }) => {
    const money = unit === '万元' ? '（万元）' : '';
    return [id, others[nth] === undefined ? name : `${others[nth]}${money}`] as const;
  });
  const task = (id: string) => scheme.tasks.find((one) => one.id === id)?.synonyms[nth] ?? id;
  const type = (id: string) => scheme.activityTypes.find((one) => one.id === id)?.synonyms[0] ?? id;
  const yes = (is: boolean) => (is ? '√' : '×');
  const hand: Hand = {
    ...PLAIN,
    city: '惠州',
    task,
    type,
    yes,
    days: (start, end) => `${start}${start === end ? '' : `至${end}`}`,
  };
  return { columns: ALL, headers: Object.fromEntries(headers), hand };
}

function official(): SheetContent {
  const group = (name: string, ...ids: readonly string[]) =>
    ids.map((id) => [id, [name, scheme.columns.find((column) => column.id === id)?.name ?? id]] as const);
  const headers = Object.fromEntries([
    ...group('社会组织', 'association', 'uscc', 'registration_authority', 'supervisor'),
    ...group('活动（项目）情况', 'title', 'activity_type', 'date', 'venue', 'part'),
    ...group('助力就业', 'jobs_offered', 'job_intents', 'jobs_filled', 'graduates_filled'),
  ]);
  const style: LedgerStyle = { ...FULL, headers, hand: { ...PLAIN, days: dated } };
  const above = lines(ALL.length, '附件1', TITLE, '（2024年第一季度）');
  const total = plainRows(ledgerTotal('合　计', 'city', DEEDS, style));
  return sheetOf('台账', [above, cover('万元'), ...table(style), total, NOTES, SIGN_OFF]);
}

function sectioned(): SheetContent {
  const width = TASKLESS.columns.length;
  const sections = BY_TASK.flatMap(([task, deeds], at) => [
    lines(width, `（${NUMERALS[at]}）${PLAIN.task(task)}`),
    plainRows(...ledgerRows(deeds, TASKLESS)),
  ]);
  return sheetOf('Sheet1', [lines(width, TITLE), ledgerHeader(TASKLESS), ...sections]);
}

function mergedRegions(): SheetContent {
  const [city, county] = [FULL.columns.indexOf('city') + 1, FULL.columns.indexOf('county') + 1];
  const groups = BY_UNIT.flatMap(([, deeds]): readonly Part[] => {
    const rows = ledgerRows(deeds, FULL).map((row, at) => (at === 0 ? row : without(row, city, county)));
    const down = rows.length > 1 ? [city, county].map((at) => [1, at, rows.length, at] as const) : [];
    return [{ rows, merges: down }, plainRows(ledgerTotal('小 计', 'city', deeds, FULL))];
  });
  return sheetOf('台账', [
    lines(FULL.columns.length, TITLE),
    ledgerHeader(FULL),
    plainRows(ledgerTotal('总计', 'seq', DEEDS, FULL)),
    ...groups,
  ]);
}

function without(row: Row, ...columns: readonly number[]): Row {
  return row.map((cell, at): CellContent => (columns.includes(at + 1) ? null : cell));
}

function inYuan(): SheetContent {
  const headers = { funds: '投入资金', amount_signed: '签约金额（元）' };
  const style: LedgerStyle = { ...FULL, headers, hand: { ...PLAIN, money: (value) => shifted(value, 4) } };
  return sheetOf('台账', [
    plainRows([TITLE]),
    cover('元'),
    ...table(style),
    plainRows(ledgerTotal('合计', 'seq', DEEDS, style)),
  ]);
}

function withCode(): readonly string[] {
  return ALL.flatMap((id) => (id === 'city' ? ['region_code'] : id === 'county' ? [] : [id]));
}

/** Pages of ten rows, each with title, header, column numbers once, and a subtotal. */
function paged(): SheetContent {
  const header = ledgerHeader(FULL);
  const rows = ledgerRows(DEEDS, FULL);
  const pages = [0, 10, 20].flatMap((from) => [
    lines(FULL.columns.length, TITLE),
    header,
    ...(from === 0 ? [plainRows(FULL.columns.map((_, at) => at + 1))] : []),
    plainRows(...rows.slice(from, from + 10), ledgerTotal('本页小计', 'seq', DEEDS.slice(from, from + 10), FULL), []),
  ]);
  return sheetOf('台账', [...pages, plainRows(ledgerTotal('合计', 'seq', DEEDS, FULL))]);
}

function cluttered(): readonly SheetContent[] {
  const columns = [...FULL.columns];
  columns.splice(6, 0, 'x_brand');
  columns.push('x_weather');
  const style: LedgerStyle = { columns, headers: { x_brand: '党建品牌', x_weather: '天气' } };
  const sample = ledgerRows(DEEDS.slice(0, 1), style).map((row) => ['例：', ...row.slice(1)]);
  const lists = scheme.tasks.map(({ shortName }, at) => [`BA${at + 1}`, shortName] as const);
  return [
    sheetOf('填表说明', [
      plainRows(['填报单位：填写全称，如广州市民政局'], ['1.任务类别从下拉选项中选择']),
      ...table(FULL, DEEDS.slice(0, 2)),
    ]),
    sheetOf('样表', table(FULL, DEEDS.slice(0, 3))),
    sheetOf('台账', [ledgerHeader(style), plainRows(...sample, ...ledgerRows(DEEDS, style)), NOTES], {
      cells: Object.fromEntries([...lists, ['BB200', '已核'], ['BC300', 5]]),
      hiddenRows: [9, 10],
      hiddenColumns: ['D'],
    }),
    sheetOf('上季度', table(FULL, DEEDS.slice(0, 5)), { state: 'hidden' }),
    sheetOf('数据字典', [
      plainRows(
        ['任务类别', '活动类型', '参与方式'],
        ['助力就业', '招聘活动', '主办'],
        ['乡村振兴', '乡村帮扶项目', '承办'],
      ),
    ]),
  ];
}

/** The first three tasks above the others, under headers of their own. */
function twoTables(): SheetContent {
  const [upper, lower] = [DEEDS.filter(({ task }) => task < 't4'), DEEDS.filter(({ task }) => task >= 't4')];
  const other: LedgerStyle = {
    columns: ['seq', 'county', 'date', ...ALL.filter((id) => !['seq', 'city', 'county', 'date'].includes(id))],
  };
  const title = (text: string) => lines(FULL.columns.length, text);
  return sheetOf('台账', [
    title('表一 前三项任务台账'),
    ...table(FULL, upper),
    plainRows([], []),
    title('表二 后三项任务台账'),
    ...table(other, lower),
  ]);
}

/** City and county only in the first row of each group, without merges. */
function writtenOnce(): SheetContent {
  const [city, county] = [FULL.columns.indexOf('city') + 1, FULL.columns.indexOf('county') + 1];
  const rows = BY_UNIT.flatMap(([, deeds]) =>
    ledgerRows(deeds, FULL).map((row, at) => (at === 0 ? row : without(row, city, county))),
  );
  return sheetOf('台账', [ledgerHeader(FULL), plainRows(...rows)]);
}

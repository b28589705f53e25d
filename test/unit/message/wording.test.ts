import { describe, expect, test } from 'vitest';
import { catalogue, describeFinding } from '../../../src/message/describe.ts';
import { LANGUAGES } from '../../../src/message/language.ts';
import { type Finding, type FindingCode, finding } from '../../../src/model/finding.ts';
import { DEFAULT_SEVERITY, type FindingArgs, type ProgramCode } from '../../../src/model/finding-codes.ts';
import { filePlace } from '../../../src/model/place.ts';
import type { ProblemArgs } from '../../../src/model/problem.ts';
import type { TemplateFaultArgs } from '../../../src/model/template-fault.ts';
import type { UnsupportedKind } from '../../../src/read/file-kind.ts';
import { FAULT_TEXT } from '../../../src/scheme/fault-text.ts';
import { scheme } from '../../support/returns.ts';

/** Plausible arguments of every code; tsc names a code that is missing here. */
const SAMPLES: { readonly [C in ProgramCode]: FindingArgs[C] } = {
  FILE_EMPTY: {},
  FILE_UNREADABLE: { detail: 'EACCES' },
  FILE_BUSY: {},
  FILE_DAMAGED: { detail: 'checksum' },
  FILE_TOO_LARGE: { part: 'xl/worksheets/sheet1.xml', limit: '2097152', counted: 'cells' },
  FILE_ENCRYPTED: {},
  FILE_UNSUPPORTED: { kind: 'pdf' },
  FILE_SUPERSEDED: { by: '惠州市第2版.xlsx' },
  FILE_PARTLY_SUPERSEDED: { by: '惠州市台账（更正）.xlsx', forms: ['ledger', 'summary'] },
  VERSION_NARROWER: { of: '惠州市.xlsx', lost: ['t1', '441302'] },
  VERSIONS_CONFLICT: { others: ['惠州市（二）.xlsx'], forms: ['ledger'] },
  FORM_NOT_SENT: { form: 'summary' },
  FILE_COPY: { of: '惠州市.xlsx' },
  FILE_TOO_SLOW: { seconds: 20 },
  SOURCES_ROW_UNUSED: { name: '台账.xlsx' },
  EXPLANATION_LAPSED: { about: 'NUMBER_APPROXIMATE', explained: '约200', now: '' },
  EXPLANATION_REFUSED: { about: 'NUMBER_UNREADABLE' },
  EXPLANATION_UNUSED: { about: 'NUMBER_APPROXIMATE' },
  FOLDER_UNREADABLE: {},
  LINK_BROKEN: {},
  FILE_PASSED_OVER: { kind: 'download' },
  SHEET_DAMAGED: { detail: 'markup' },
  SHEET_MISSING: {},
  CELL_REFERENCE_BAD: { reference: 'A0' },
  CELL_TWICE: {},
  CELL_DAMAGED: { stored: 'x' },
  CELL_STYLE_BAD: { style: '99' },
  CELL_TEXT_CUT: { limit: 32767 },
  MERGE_IGNORED: { references: ['A1:B2'], count: 1 },
  ENCODING_UNCLEAR: { encoding: 'GB18030' },
  ENCODING_GARBLED: {},
  ENCODING_BROKEN: { encoding: 'UTF-8' },
  TEXT_QUOTE_OPEN: {},
  TEXT_ROW_LENGTH: { expected: 20, found: 21 },
  FORM_UNKNOWN: { seen: '姓名、电话' },
  HEADER_NOT_FOUND: { seen: '' },
  SENDER_NOT_FOUND: {},
  SENDER_DISAGREES: { found: ['惠州市', '东莞市'] },
  SENDER_UNKNOWN: { name: '长沙市' },
  PERIOD_NOT_FOUND: {},
  PERIOD_DISAGREES: { found: ['2024Q1', '2023Q4'] },
  PERIOD_OTHER: { found: '2023Q4', expected: '2024Q1' },
  NO_DATA_ROWS: {},
  FORM_VERSION_OTHER: { found: 'guangdong-six-tasks 0', expected: 'guangdong-six-tasks 1' },
  SHEET_HIDDEN: { rows: 3 },
  SHEET_NOT_COMPILED: { kind: 'instructions' },
  SHEET_OTHER_PERIOD: { found: '2023Q4', expected: '2024Q1', rows: 2 },
  TABLE_NOT_COMPILED: { rows: 3 },
  ROWS_HIDDEN: { rows: 1 },
  COLUMN_MISSING: { name: '活动名称', nearest: ['活动'] },
  COLUMN_TWICE: { name: '活动名称', kept: 'C 活动名称', ignored: 'F 活动' },
  COLUMN_UNKNOWN: { header: '领导批示' },
  COLUMNS_UNKNOWN: { columns: 12, first: '领导批示' },
  COLUMNS_ASIDE: { columns: 2, first: '活动类型' },
  COLUMN_BY_CELLS: { header: '单位' },
  COLUMN_WITHOUT_HEADER: { numbers: 2, first: 'C2' },
  INDICATOR_UNKNOWN: { label: '领导批示数' },
  ROW_WITHOUT_INDICATOR: {},
  INDICATORS_UNKNOWN: { rows: 30, first: '领导批示数' },
  INDICATOR_TWICE: { kept: 'B5 招聘活动场次', ignored: 'B9 招聘会' },
  INDICATORS_MISSING: { names: ['招聘活动场次', '提供就业岗位数'] },
  TABLES_TOO_MANY: { limit: 400 },
  ROW_EMPTY: {},
  FIGURES_BLANK: { names: ['惠城区', '惠阳区'] },
  REQUIRED_BLANK: { name: 'title', wanted: 'text' },
  EXPECTED_BLANK: { name: 'participants', type: 't5_job_fair' },
  NUMBER_UNREADABLE: {},
  NUMBER_NEGATIVE: {},
  NUMBER_NOT_WHOLE: {},
  NUMBER_TELEPHONE: {},
  NUMBER_APPROXIMATE: { used: '200' },
  NUMBER_TOO_FINE: { used: '1.234567890123' },
  AMOUNT_LARGE: { amount: '350000', unit: '万元' },
  CELL_ERROR: {},
  FORMULA_UNCACHED: {},
  DATE_UNREADABLE: {},
  DATE_MISSING: {},
  DATE_AMBIGUOUS: { used: '2024-03-04' },
  DATE_REVERSED: { start: '2024-03-05', end: '2024-03-04' },
  DATE_OUTSIDE_PERIOD: { date: '2023-12-31', period: '2024Q1' },
  DATE_FUTURE: { date: '2024-05-01', asOf: '2024-04-20' },
  BOOLEAN_UNREADABLE: {},
  VALUE_NOT_LISTED: { allowed: ['主办', '承办'] },
  REGION_UNKNOWN: { nearest: ['惠城区'] },
  REGION_MISSING: {},
  REGION_FILLED: {},
  REGION_TWICE: { region: '441302', other: 'B5', name: 't5_job_fairs', kept: '3', ignored: '4', cells: 2 },
  REGION_REPEATED: { region: '441302', other: '统计表 › A5' },
  COUNTY_UNKNOWN: { city: '441300', nearest: [] },
  PART_UNKNOWN: { city: '441300', form: 'ledger' },
  REGION_OUTSIDE_SENDER: { region: '440100', sender: '441300' },
  TASK_UNKNOWN: {},
  TASK_MISSING: {},
  ACTIVITY_TYPE_UNKNOWN: { allowed: ['招聘活动'] },
  ACTIVITY_TYPE_MISSING: {},
  ACTIVITY_TYPE_OTHER_TASK: { type: 't5_job_fair', task: 't1', typeTask: 't5' },
  CREDIT_CODE_MISSING: {},
  CREDIT_CODE_WRONG: { reason: 'checkDigit' },
  CREDIT_CODE_DIGITS_LOST: {},
  CREDIT_CODE_UNUSUAL: { reason: 'division' },
  CREDIT_CODE_NAMES: { code: '51440300MJL1712376', name: '甲协会', other: '乙协会', at: '台账 › E5' },
  NAME_CREDIT_CODES: { name: '甲协会', code: '51440300MJL1712376', other: '5144030050267905XD', at: 'F5' },
  NIL_NOT_STATED: {},
  TOTAL_DIFFERS: { stated: '10', sum: '9', difference: '1' },
  SUMMARY_LEDGER_DIFFER: { summary: '10', ledger: '9', difference: '1' },
  DUPLICATE_ACTIVITY: { at: '惠州市.xlsx › 台账 › D9' },
  JOINT_EVENT_DIFFERS: { kept: '120', ignored: '100', at: 'D9' },
  CITY_COUNTY_DIFFER: { stated: '12', sum: '10', difference: '2', lacks: ['441302'] },
  YTD_DIFFERS: { reported: '12', sum: '10', difference: '2' },
  YTD_FALLS: { reported: '8', before: '10' },
  CHANGE_LARGE: { value: '30', was: '10', base: 'previous', percent: '200' },
  RATIO_LARGE: { value: '30000', was: '10', base: 'yearAgo', times: '3000' },
  SAME_AS_PREVIOUS: { same: 40, of: 42 },
  OUTLIER: { value: '900', bound: '120.5', bureaus: 9 },
  EARLIER_PERIOD_EMPTY: { period: '2023Q4' },
};

const codes = Object.keys(SAMPLES) as ProgramCode[];
const HOLE = /undefined|null|NaN|\[object|\bt\d_|\b44\d{4}\b/;
const PLACE = { ...filePlace('惠州市.xlsx'), sheet: '台账', row: 12, column: 8 };
const ABOUT = [
  { column: 'participants', raw: '若干' },
  { column: null, raw: null },
] as const;

test('every code has samples', () => {
  expect(codes.toSorted()).toEqual(Object.keys(DEFAULT_SEVERITY).toSorted());
});

describe.each(LANGUAGES)('findings in %s', (language) => {
  test.each(codes)('%s is said in full', (code) => {
    for (const about of ABOUT) {
      const { message, hint } = describeFinding(finding(code, PLACE, SAMPLES[code], about), scheme, language);
      for (const text of [message, hint]) {
        expect(text).not.toMatch(HOLE);
        expect(text).toMatch(language === 'en' ? /[.?]$/ : /[。？]$/);
        expect(text.length).toBeLessThanOrEqual(language === 'en' ? 200 : 100);
      }
    }
  });

  test.each(scheme.rules)('$id is said with both values', (rule) => {
    const args = { left: '12', right: '7', difference: '5' };
    const broken: Finding = { ...finding('CELL_TWICE', PLACE, {}), code: rule.id as FindingCode, args };
    const { message, hint } = describeFinding(broken, scheme, language);
    expect(message).toContain('12');
    expect(message).toContain('7');
    expect(message + hint).not.toMatch(HOLE);
  });
});

test('a rule names the period before', () => {
  const args = { left: '13', right: '12', difference: '1' };
  const broken: Finding = { ...finding('CELL_TWICE', PLACE, {}), code: 'X306', args };
  expect(describeFinding(broken, scheme, 'zh-CN').message).toContain(
    '期末校社共建实训基地数 13，上期的期末校社共建实训基地数 + 新建实训基地数 12，相差 1。',
  );
  expect(describeFinding(broken, scheme, 'en').message).toContain(
    'previous training bases at period end + training bases established: 12',
  );
});

test('a rule that the scheme no longer holds is named by its code', () => {
  const gone: Finding = { ...finding('CELL_TWICE', PLACE, {}), code: 'L999', args: {} };
  expect(describeFinding(gone, scheme, 'zh-CN')).toEqual({ message: 'L999', hint: '' });
});

test('names stand for ids, periods are spelled out, user texts are quoted, cut and made visible', () => {
  const say = (code: ProgramCode, raw: string | null = null) =>
    describeFinding(finding(code, PLACE, SAMPLES[code], { column: 'participants', raw }), scheme, 'zh-CN').message;
  expect(say('COUNTY_UNKNOWN')).toContain('惠州市');
  expect(say('PERIOD_OTHER')).toContain('2023年第四季度');
  expect(say('NUMBER_UNREADABLE', '若干')).toContain('“若干”');
  expect(say('NUMBER_UNREADABLE', '长'.repeat(500))).toMatch(/“长{39}…”/);
  expect(say('NUMBER_UNREADABLE', '1\u202E2\n3')).toContain('“1\\u202E2 3”');
});

test('a known bureau outside the area is named, and where to look is the area', () => {
  const say = (name: string) => describeFinding(finding('SENDER_UNKNOWN', PLACE, { name }), scheme, 'zh-CN');
  expect(say('441300').message).toContain('“惠州市”');
  expect(say('441300').hint).toContain('--area');
  expect(say('长沙市').hint).toContain('地区表');
});

test('kinds of files that are not read have words', () => {
  const kinds: Readonly<Record<UnsupportedKind, true>> = {
    xls: true,
    xlsb: true,
    ods: true,
    html: true,
    mhtml: true,
    xml: true,
    doc: true,
    docx: true,
    ppt: true,
    pptx: true,
    pdf: true,
    rtf: true,
    ofd: true,
    numbers: true,
    exchange: true,
    mail: true,
    image: true,
    zip: true,
    archive: true,
    volume: true,
    odt: true,
    unknown: true,
  };
  for (const kind of Object.keys(kinds)) {
    const { message } = describeFinding(finding('FILE_UNSUPPORTED', PLACE, { kind }), scheme, 'zh-CN');
    expect(message).toMatch(/（.*\p{Script=Han}.*）/u);
  }
});

test.each(LANGUAGES)('what cannot be saved as a workbook itself is not asked for as one, in %s', (language) => {
  const hintOf = (one: Finding) => describeFinding(one, scheme, language).hint;
  const SAVE = /另存|\bsave\b/i;
  const FORM = /表样|\bform\b/;
  const kinds: readonly FindingArgs['FILE_PASSED_OVER'][] = [
    {},
    { kind: 'download' },
    { kind: 'link' },
    { kind: 'archive' },
  ];
  const passedOver = kinds.map((args) => hintOf(finding('FILE_PASSED_OVER', PLACE, args)));
  expect(new Set(passedOver).size).toBe(kinds.length);
  const refused = ['pdf', 'image', 'docx', 'html', 'unknown'].map((kind) =>
    hintOf(finding('FILE_UNSUPPORTED', PLACE, { kind })),
  );
  for (const hint of passedOver) expect(hint).not.toMatch(SAVE);
  // It is the form that is filled in and saved.
  for (const hint of refused) expect(hint).toMatch(FORM);
  for (const kind of ['numbers', 'mhtml']) {
    const hint = hintOf(finding('FILE_UNSUPPORTED', PLACE, { kind }));
    expect(hint).toMatch(SAVE);
    expect(hint).not.toMatch(FORM);
  }
});

describe('scheme faults in Chinese', () => {
  const args = {
    detail: 'x',
    column: 'id',
    value: 'v',
    first: 'tasks.csv:3',
    wanted: 'y',
    because: 'z',
    table: 'tasks.csv',
    nearest: ['a', 'b'],
    allowed: ['c', 'd'],
    others: ['e'],
    values: ['f', 'g'],
    lists: ['h', 'i'],
    expected: 1,
    found: 2,
    form: 'ledger',
    kind: 'flow',
    rollup: 'count',
    unit: '个',
    columnUnit: '家',
    task: 't1',
    type: 'text',
    word: 'w',
    problem: 'p',
    least: 1,
    most: 9,
    columns: ['j', 'k'],
    other: 'l',
    than: 'm',
  };
  const faults = catalogue('zh-CN').faults ?? {};

  test.each(Object.keys(FAULT_TEXT))('%s', (code) => {
    const wording: unknown = Reflect.get(faults, code);
    if (typeof wording !== 'function') throw new Error(`no wording of ${code}`);
    const text: string = wording(args);
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  test('a table with a stray quotation mark is told without a word of English', () => {
    expect(catalogue('zh-CN').faults?.TABLE_UNREADABLE({ detail: 'Invalid Opening Quote' })).not.toMatch(/Invalid/);
  });
});

describe('template faults in Chinese', () => {
  const samples: TemplateFaultArgs = {
    TEMPLATE_SYNTAX: { found: '| x}}' },
    TEMPLATE_UNCLOSED: { tag: '{{#if x}}' },
    TEMPLATE_MISMATCH: { open: 'if', close: 'each' },
    TEMPLATE_RAW: {},
    TEMPLATE_TAG: {},
    TEMPLATE_ENCODING: {},
    TEMPLATE_TOO_LARGE: { most: 10 },
    TEMPLATE_DATA_UNKNOWN: { name: 'titel', nearest: ['title'], via: 'report.md:3' },
    TEMPLATE_NAME_CLOSED: { name: 'constructor' },
    TEMPLATE_NOT_LIST: { name: 'title' },
    TEMPLATE_NOT_PRINTABLE: {},
    TEMPLATE_HELPER_UNKNOWN: { name: 'nums', nearest: ['num'] },
    TEMPLATE_HELPER_ARGUMENTS: { usage: 'num value [decimals]' },
    TEMPLATE_HELPER_NAMED: { usage: 'pct value' },
    TEMPLATE_ARGUMENT_KIND: { helper: 'num', argument: 'title', wanted: 'number' },
    TEMPLATE_ARGUMENT_RANGE: { helper: 'num', argument: '99', least: 0, most: '12' },
    TEMPLATE_ARGUMENT_VALUE: { helper: 'chart', argument: 'pie', allowed: ['regions', 'map'] },
    TEMPLATE_HELPER_FAILED: { name: 'num', detail: '"12" is not a number' },
    TEMPLATE_BLOCK_UNKNOWN: { name: 'rows', allowed: ['if', 'each'] },
    TEMPLATE_BLOCK_VALUE: { name: 'if' },
    TEMPLATE_DECORATOR_UNKNOWN: { name: 'x' },
    TEMPLATE_MISSING: { name: 'report.md' },
    TEMPLATE_PART_UNKNOWN: { name: 'rwo.md', nearest: [] },
    TEMPLATE_PART_NAME: {},
    TEMPLATE_NO_BLOCK: {},
    TEMPLATE_PART_CIRCLE: { parts: ['a.md', 'a.md'] },
    TEMPLATE_PART_OUTSIDE: {},
    TEMPLATE_ENDLESS: {},
    TEMPLATE_FAILED: { detail: 'x' },
    WORKBOOK_DAMAGED: { part: 'xl/workbook.xml', fault: 'markup' },
    WORKBOOK_ENCRYPTED: {},
    WORKBOOK_OLD: {},
    WORKBOOK_NO_SHEET: {},
    WORKBOOK_BLOCK_UNCLOSED: { tag: '{{#each tasks}}' },
    WORKBOOK_BLOCK_CLOSE: { tag: '{{/each}}' },
    WORKBOOK_BLOCK_PLACE: { tag: '{{#each tasks}}' },
    WORKBOOK_BLOCK_CROSSING: { tag: '{{#each tasks}}' },
    WORKBOOK_ACROSS_LENGTHS: { length: 2, wanted: 3 },
    WORKBOOK_MERGE_CUT: { cells: 'A4:A6' },
    WORKBOOK_SHEET_FULL: {},
    WORKBOOK_SHEET_REPEATED: { sheet: '{{#each tasks}}{{name}}' },
    WORKBOOK_FORMULA_MARK: { tag: '{{title}}' },
    WORKBOOK_TEXT_LONG: { most: 32_767 },
    WORKBOOK_BLOCKS_DEEP: { most: 50 },
  };
  const faults = catalogue('zh-CN').faults ?? {};

  test.each(Object.entries(samples))('%s', (code, args) => {
    const wording: unknown = Reflect.get(faults, code);
    if (typeof wording !== 'function') throw new Error(`no wording of ${code}`);
    const text: string = wording(args);
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  test('name what was probably meant, and the call of the part', () => {
    const text = catalogue('zh-CN').faults?.TEMPLATE_DATA_UNKNOWN(samples.TEMPLATE_DATA_UNKNOWN);
    expect(text).toBe('这里的数据中没有“titel”（是不是 title？）（由 report.md:3 调用）');
  });
});

describe('problems in Chinese', () => {
  const samples: ProblemArgs = {
    SCHEME_FAULTY: { folder: '制度', faults: 3 },
    TEMPLATES_FAULTY: { faults: 2 },
    SETTINGS_FAULTY: { path: 'huizong.yaml', faults: 2 },
    PATH_NOT_FOUND: { path: '报送件' },
    PATH_UNREADABLE: { path: '报送件' },
    NO_CANDIDATE_FILE: { paths: ['报送件'] },
    WORKSPACE_SEVERAL: { folders: ['甲', '乙'] },
    RETURNS_NOT_FOUND: { folder: '汇总', wanted: 'returns/{period}' },
    PERIOD_NOT_NAMED: {},
    PERIOD_SEVERAL: { found: ['2024Q1', '2023Q4'] },
    SPAN_INCOMPLETE: { span: '2024H1', missing: ['2024Q2'] },
    AREA_UNKNOWN: { area: '长沙市' },
    AREA_NEEDED: {},
    OUTPUT_EXISTS: { path: 'report.md' },
    OUTPUT_IS_RETURN: { path: '惠州市.xlsx' },
    OUTPUT_IS_TABLE: { path: 'roster.csv' },
    OUTPUT_TWICE: { path: 'b.csv', other: 'a.csv' },
    OUTPUT_BUSY: { path: 'report.xlsx' },
    OUTPUT_LOCKED: { path: 'receipts.csv', lock: '.receipts.csv.lock' },
    STDOUT_UNWRITABLE: { detail: 'ENOSPC' },
    OUTPUT_UNWRITABLE: { path: 'out', detail: 'EACCES' },
  };

  test.each(Object.keys(samples))('%s', (code) => {
    const wording: unknown = Reflect.get(catalogue('zh-CN').problems ?? {}, code);
    if (typeof wording !== 'function') throw new Error(`no wording of ${code}`);
    const text: string = wording(Reflect.get(samples, code));
    expect(text).toMatch(/\p{Script=Han}.*[。：，]?/u);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

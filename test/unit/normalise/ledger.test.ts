import { describe, expect, test } from 'vitest';
import { format } from '../../../src/decimal/decimal.ts';
import { activityList } from '../../../src/model/activities.ts';
import type { Activity } from '../../../src/model/filed-return.ts';
import { gridBuilder } from '../../../src/model/grid-builder.ts';
import { adoptCodes } from '../../../src/normalise/adopt-codes.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { numberColumns } from '../../../src/scheme/dictionary.ts';
import { brief, type ColumnSpec, recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { filed, Q1, scheme } from '../../support/returns.ts';

const COLUMNS = [
  'city',
  'county',
  'task',
  'association',
  'title',
  'activity_type',
  'date',
  'venue',
  'part',
  'enterprises',
  'jobs_offered',
  'funds',
  'adopted',
] as const;
type Cells = Partial<Record<string, string | number | null>>;

const FAIR: Cells = {
  city: '惠州市',
  county: '惠城区',
  task: '任务五',
  association: '惠州市鞋业协会',
  title: '春季招聘会',
  activity_type: '招聘活动',
  date: '2024年3月5日',
  venue: '体育馆',
  part: '主办',
  enterprises: 30,
  jobs_offered: '1,200个',
  funds: '5000元',
  adopted: '否',
};

/** Normalises ledger rows, each given by what differs from a faultless one. */
function read(
  rows: readonly Cells[],
  options: Partial<SheetSpec> & { columns?: readonly ColumnSpec[]; sender?: string } = {},
) {
  const columns = options.columns ?? [...COLUMNS];
  const ids = columns.map((column) => (typeof column === 'string' ? column : (column.meaning ?? '')));
  const cells = rows.map((row) => ids.map((id) => ({ ...FAIR, ...row })[id] ?? null));
  const file = recognisedFile({ ...options, columns, rows: cells });
  return normalise(file, { scheme, sender: options.sender ?? '441300', period: Q1 });
}

function only(rows: readonly Cells[], options: Parameters<typeof read>[1] = {}): { row: Activity; findings: string[] } {
  const { value, findings } = read(rows, options);
  const [row] = activityList(value.activities);
  if (!row) throw new Error('no activity');
  return { row, findings: brief(findings) };
}

function numberOf(row: Activity, id: string): string | null {
  const value = row.numbers[numberColumns(scheme).findIndex((column) => column.id === id)] ?? null;
  return value === null ? null : format(value);
}

test('a faultless row gives an activity and no finding', () => {
  const { row, findings } = only([{}]);
  expect(findings).toEqual([]);
  expect(row).toMatchObject({
    table: 0,
    row: 2,
    region: '441302',
    task: 't5',
    type: 't5_job_fair',
    association: '惠州市鞋业协会',
    associationName: '惠州市鞋业协会',
    title: '春季招聘会',
    venue: '体育馆',
    start: '2024-03-05',
    end: '2024-03-05',
    part: '主办',
    defects: [],
    flags: [],
    setAside: null,
  });
  expect(['enterprises', 'jobs_offered', 'funds', 'participants'].map((id) => numberOf(row, id))).toEqual([
    '30',
    '1200',
    '0.5',
    null,
  ]);
});

test('a finding carries bureau, place, column, region and the text of the cell', () => {
  const { findings } = read([{}, { enterprises: '若干' }]);
  expect(findings).toEqual([
    {
      code: 'NUMBER_UNREADABLE',
      severity: 'error',
      place: { file: 'a.xlsx', sheet: '表', row: 3, column: 10 },
      bureau: '441300',
      region: '441302',
      column: 'enterprises',
      indicator: null,
      raw: '若干',
      args: {},
      explained: null,
    },
  ]);
});

describe('task', () => {
  test.each<[Cells, Partial<SheetSpec>, string | null, string | null, string[]]>([
    [{ task: '5' }, {}, 't5', null, []],
    [{ task: null }, { task: 't5' }, 't5', null, []],
    [{ task: null }, {}, null, 'noTask', ['TASK_MISSING C2']],
    [{ task: '/' }, {}, null, 'noTask', ['TASK_MISSING C2 /']],
    [{ task: '任务九' }, { task: 't5' }, null, 'noTask', ['TASK_UNKNOWN C2 任务九']],
  ])('%j in %j', (cells, options, task, setAside, findings) => {
    const read = only([cells], options);
    expect([read.row.task, read.row.setAside, read.findings]).toEqual([task, setAside, findings]);
  });

  test('a ledger without a task column says it once, at the header (recognise), and sets its rows aside', () => {
    const read = only([{}], { columns: COLUMNS.filter((id) => id !== 'task') });
    expect([read.row.setAside, read.findings]).toEqual(['noTask', []]);
  });

  test('a type alone does not give the task', () => {
    expect(only([{ task: null, activity_type: '政策建言' }]).row.setAside).toBe('noTask');
  });
});

describe('activity type', () => {
  test.each<[Cells, string | null, string[]]>([
    [{ activity_type: '招聘会' }, 't5_job_fair', []],
    [{ activity_type: null, enterprises: 3 }, null, ['ACTIVITY_TYPE_MISSING F2']],
    [{ activity_type: '聚餐' }, null, ['ACTIVITY_TYPE_UNKNOWN F2 聚餐']],
    [{ activity_type: '政策建言' }, null, ['ACTIVITY_TYPE_OTHER_TASK F2 政策建言']],
  ])('%j', (cells, type, findings) => {
    const read = only([cells]);
    expect([read.row.type, read.row.setAside, read.findings]).toEqual([type, null, findings]);
  });

  test('the finding lists the types of the task', () => {
    const { findings } = read([{ activity_type: '聚餐' }]);
    expect(findings[0]?.args).toEqual({ allowed: ['招聘活动', '专业培训', '实训基地', '校社合作'] });
  });
});

describe('region', () => {
  test('a row of another city is set aside', () => {
    const read = only([{ city: '广州市', county: null }]);
    expect([read.row.region, read.row.setAside, read.findings]).toEqual([
      '440100',
      'outOfArea',
      ['REGION_OUTSIDE_SENDER A2 广州市'],
    ]);
  });

  test('a row whose region cannot be told is set aside', () => {
    const read = only([{ city: '某某市' }]);
    expect([read.row.region, read.row.setAside, read.findings]).toEqual([
      null,
      'noRegion',
      ['REGION_UNKNOWN A2 某某市'],
    ]);
  });

  test('an unknown county counts for the own level of its city', () => {
    const { value, findings } = read([{ county: '惠成区' }]);
    expect(activityList(value.activities)[0]).toMatchObject({ region: '441300-self', setAside: null });
    expect(findings).toMatchObject([
      { code: 'COUNTY_UNKNOWN', region: '441300-self', args: { city: '441300', nearest: ['惠城区', '惠阳区'] } },
    ]);
  });

  test('a region cell merged over rows speaks for all of them, a number does not', () => {
    const rows = [
      { county: '惠阳区', enterprises: 3 },
      { county: null, enterprises: null, activity_type: '实训基地' },
      { county: null },
    ];
    const merges = [
      { top: 2, left: 2, bottom: 3, right: 2 },
      { top: 2, left: 10, bottom: 3, right: 10 },
    ];
    const { value } = read(rows, { frame: { merges } });
    expect(activityList(value.activities).map(({ region }) => region)).toEqual(['441303', '441303', '441300-self']);
    expect(activityList(value.activities).map((row) => numberOf(row, 'enterprises'))).toEqual(['3', null, '30']);
  });
});

describe('numbers', () => {
  test.each<[Cells, string | null, string[], string[]]>([
    [{ enterprises: '30家' }, '30', [], []],
    [{ enterprises: 0 }, '0', [], []],
    [{ enterprises: '无' }, '0', [], []],
    [{ enterprises: '约200' }, '200', [], ['NUMBER_APPROXIMATE J2 约200']],
    [{ enterprises: null }, null, ['enterprises'], ['EXPECTED_BLANK J2']],
    [{ enterprises: null, activity_type: '实训基地' }, null, [], []],
    [{ enterprises: '3-5' }, null, ['enterprises'], ['NUMBER_UNREADABLE J2 3-5']],
    [{ enterprises: -3 }, null, ['enterprises'], ['NUMBER_NEGATIVE J2 -3']],
    [{ enterprises: 2.5 }, null, ['enterprises'], ['NUMBER_NOT_WHOLE J2 2.5']],
    [{ enterprises: 1 / 3 }, null, ['enterprises'], ['NUMBER_NOT_WHOLE J2 0.333333333333333']],
    [{ enterprises: '5000元' }, null, ['enterprises'], ['NUMBER_UNREADABLE J2 5000元']],
    [{ enterprises: '85%' }, null, ['enterprises'], ['NUMBER_UNREADABLE J2 85%']],
  ])('enterprises of %j', (cells, value, defects, findings) => {
    const read = only([cells]);
    expect([numberOf(read.row, 'enterprises'), read.row.defects, read.findings]).toEqual([value, defects, findings]);
  });

  test.each<[Cells, string | undefined, string | undefined, string | null, string[]]>([
    [{ funds: 12.5 }, undefined, undefined, '12.5', []],
    [{ funds: 5000 }, '元', '万元', '0.5', []],
    [{ funds: 5000 }, undefined, '元', '0.5', []],
    [{ funds: '0.35亿元' }, '元', undefined, '3500', []],
    [{ funds: 1 / 3 }, undefined, undefined, '0.333333333333', ['NUMBER_TOO_FINE L2 0.333333333333333']],
    [{ funds: 0.1 + 0.2 }, undefined, undefined, '0.3', []],
    [{ funds: '20人' }, undefined, undefined, null, ['NUMBER_UNREADABLE L2 20人']],
  ])('funds of %j under %j, banner %j', (cells, unit, bannerUnit, value, findings) => {
    const columns = COLUMNS.map((meaning) => (meaning === 'funds' && unit !== undefined ? { meaning, unit } : meaning));
    const read = only([cells], { columns, ...(bannerUnit === undefined ? {} : { bannerUnit }) });
    expect([numberOf(read.row, 'funds'), read.findings]).toEqual([value, findings]);
  });

  test('a column that only another ledger of the file has is a defect of these rows', () => {
    const file = recognisedFile(
      {
        columns: ['task', 'association', 'title', 'activity_type', 'date', 'enterprises'],
        rows: [['五', '甲', '招聘会', '招聘会', '2024-03-05', 3]],
      },
      {
        columns: ['task', 'association', 'title', 'activity_type', 'date'],
        rows: [['五', '甲', '招聘会', '招聘会', '2024-03-06']],
      },
    );
    const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
    expect(value.ledgerColumns).toEqual(['task', 'association', 'title', 'activity_type', 'date', 'enterprises']);
    expect(activityList(value.activities).map(({ defects }) => defects)).toEqual([[], ['enterprises']]);
  });
});

describe('other cells', () => {
  test.each<[Cells, Partial<Activity>, string[]]>([
    [{ date: '2024年3月5日-7日' }, { start: '2024-03-05', end: '2024-03-07' }, []],
    [{ date: 45356 }, { start: '2024-03-05', end: '2024-03-05' }, []],
    [{ date: 20240305 }, { start: '2024-03-05' }, []],
    [{ date: 3.5 }, { start: '2024-03-05' }, ['DATE_AMBIGUOUS G2 3.5']],
    [{ date: 17 }, { start: null, end: null }, ['DATE_UNREADABLE G2 17']],
    [{ date: '三月前后' }, { start: null }, ['DATE_UNREADABLE G2 三月前后']],
    [{ date: null }, { start: null }, ['DATE_MISSING G2']],
    [{ date: '3月7日-3月5日' }, { start: '2024-03-07', end: null }, ['DATE_REVERSED G2 3月7日-3月5日']],
    [{ date: '2025-01-01' }, { start: '2025-01-01' }, []],
    [{ title: null }, { title: '' }, ['REQUIRED_BLANK E2']],
    [{ title: '无' }, { title: '' }, ['REQUIRED_BLANK E2 无']],
    [{ association: ' ' }, { association: '', associationName: '' }, ['REQUIRED_BLANK D2  ']],
    [{ part: '主 办' }, { part: '主办' }, []],
    [{ part: null }, { part: '' }, []],
    [{ part: '指导' }, { part: '' }, ['VALUE_NOT_LISTED I2 指导']],
    [{ adopted: '√' }, { flags: ['adopted'] }, []],
    [{ adopted: null }, { flags: [] }, []],
    [{ adopted: '待定' }, { flags: [] }, ['BOOLEAN_UNREADABLE M2 待定']],
  ])('%j', (cells, expected, findings) => {
    const read = only([cells]);
    expect(read.row).toMatchObject(expected);
    expect(read.findings).toEqual(findings);
  });

  test('broken cells are said, and are no blanks', () => {
    const builder = gridBuilder();
    const put = (id: (typeof COLUMNS)[number], kind: 'error' | 'uncached' | 'text', text: string) =>
      builder.text(2, COLUMNS.indexOf(id) + 1, kind, text);
    builder.text(1, 1, 'text', 'header');
    put('city', 'text', '惠州市');
    put('county', 'error', '#N/A');
    put('task', 'uncached', 'A1&B1');
    put('association', 'error', '#REF!');
    put('title', 'error', '#NAME?');
    put('activity_type', 'error', '#REF!');
    put('date', 'uncached', 'TODAY()');
    put('venue', 'error', '#REF!');
    put('part', 'error', '#REF!');
    put('enterprises', 'error', '#DIV/0!');
    put('funds', 'uncached', 'SUM(L3:L9)');
    put('adopted', 'error', '#REF!');
    const read = only([], { grid: builder.build({ sheet: '表' }) });
    expect(read.findings.toSorted()).toEqual([
      'CELL_ERROR B2 #N/A',
      'CELL_ERROR D2 #REF!',
      'CELL_ERROR E2 #NAME?',
      'CELL_ERROR F2 #REF!',
      'CELL_ERROR H2 #REF!',
      'CELL_ERROR I2 #REF!',
      'CELL_ERROR J2 #DIV/0!',
      'CELL_ERROR M2 #REF!',
      'FORMULA_UNCACHED C2 A1&B1',
      'FORMULA_UNCACHED G2 TODAY()',
      'FORMULA_UNCACHED L2 SUM(L3:L9)',
    ]);
    expect(read.row).toMatchObject({
      region: null,
      task: null,
      setAside: 'noTask',
      defects: ['adopted', 'enterprises', 'funds'],
    });
  });

  test('personal columns are read past', () => {
    const { value, findings } = read([{ contact: '王某某', phone: '13800001234' }], {
      columns: [...COLUMNS, 'contact', 'phone'],
    });
    expect(
      JSON.stringify({
        ...value,
        activities: activityList(value.activities).map((row) => ({ ...row, numbers: [] })),
        findings,
      }),
    ).not.toMatch(/王某某|13800001234/);
  });
});

describe('credit codes', () => {
  const columns = [...COLUMNS, 'uscc'];

  test.each<[string | number | null, string, string[]]>([
    ['51441300MJL171237J', '51441300MJL171237J', []],
    [' 51441300mjl171237j ', '51441300MJL171237J', []],
    ['51440300MJL1712376', '51440300MJL1712376', ['CREDIT_CODE_UNUSUAL N2 51440300MJL1712376']],
    [null, '惠州市鞋业协会', ['CREDIT_CODE_MISSING N2']],
    ['无', '惠州市鞋业协会', ['CREDIT_CODE_MISSING N2 无']],
    ['51440300MJL1712377', '惠州市鞋业协会', ['CREDIT_CODE_WRONG N2 51440300MJL1712377']],
    ['52440300MJL186084F', '52440300MJL186084F', ['CREDIT_CODE_UNUSUAL N2 52440300MJL186084F']],
    [514413000502679, '惠州市鞋业协会', ['CREDIT_CODE_DIGITS_LOST N2 514413000502679']],
    ['5.1441E+17', '惠州市鞋业协会', ['CREDIT_CODE_DIGITS_LOST N2 5.1441E+17']],
  ])('%j', (uscc, association, findings) => {
    const read = only([{ uscc }], { columns });
    expect([read.row.association, read.findings]).toEqual([association, findings]);
  });

  test('within a bureau a name that carries one code elsewhere takes it, one with two keeps its name', () => {
    const activities = (rows: readonly Cells[]) => read(rows, { columns }).value.activities;
    const files = [
      filed('441300', {
        activities: activities([
          { association: '甲协会', uscc: '51440300MJL1712376' },
          { association: '甲 协会' },
          { association: '乙协会（筹）', uscc: '51440300MJL1712376' },
        ]),
      }),
      filed('441300', {
        activities: activities([
          { association: '甲协会' },
          { association: '乙协会(筹)', uscc: '51100000500009247D' },
          { association: '乙协会【筹】' },
        ]),
      }),
      filed('441400', { activities: activities([{ association: '甲协会' }]) }),
    ];
    const adopted = adoptCodes(files).map((file) =>
      activityList(file.activities).map(({ association }) => association),
    );
    expect(adopted).toEqual([
      ['51440300MJL1712376', '51440300MJL1712376', '51440300MJL1712376'],
      ['51440300MJL1712376', '51100000500009247D', '乙协会筹'],
      ['甲协会'],
    ]);
  });
});

test('rows are counted by class, and every data row is an activity', () => {
  const { value } = read([{}, {}, {}, {}], { classes: { 4: 'total', 5: 'note' } });
  expect(value.rows).toEqual({ data: 2, total: 1, note: 1, title: 0, header: 1, other: 0 });
  expect(activityList(value.activities).map(({ row }) => row)).toEqual([2, 3]);
});

test('hidden sheets are listed, not compiled; sheets of instructions are neither', () => {
  const sheet = { columns: ['task', 'title'], rows: [['一', '甲']] };
  const file = recognisedFile(
    { ...sheet, sheet: '隐', compiled: false, frame: { visibility: 'hidden' } },
    { ...sheet, sheet: '样表', compiled: false },
    { ...sheet, sheet: '台账' },
  );
  const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
  expect(value.rowsAside).toEqual([{ sheet: '隐', row: 2, reason: 'hiddenSheet' }]);
  expect(activityList(value.activities).map(({ table, row }) => [table, row])).toEqual([[2, 2]]);
  expect(value.tables.map(({ sheet }) => sheet)).toEqual(['隐', '样表', '台账']);
  expect(value.rows).toMatchObject({ data: 2, other: 1, header: 3 });
  expect(value.forms).toEqual(['ledger']);
});

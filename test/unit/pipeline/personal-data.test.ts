import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { testEffects, testSink } from '../../support/effects.ts';
import { type CellContent, type FileContent, type Row, writeFiles } from '../../support/write-files.ts';

/** Everything planted, in plain digits or as a name, with the place where it was planted. */
const planted = new Map<string, string>();
let count = 0;

/** A new mobile number, written in one of the ways people write them. */
function mobile(where: string): string {
  count++;
  const digits = `139${String(70_000_000 + count * 10_007)}`;
  planted.set(digits, where);
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return (
    [digits, `${a} ${b} ${c}`, `${a}-${b}-${c}`, `+86${digits}`, `+86 ${a} ${b} ${c}`, wide(digits), `86-${digits}`][
      count % 7
    ] ?? digits
  );
}

function identity(where: string): string {
  count++;
  const body = `4401031990010${String(1000 + count)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const digits =
    body + '10X98765432'.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11);
  planted.set(digits, where);
  return digits;
}

function landline(where: string): string {
  count++;
  const digits = `8${String(3_000_000 + count * 1009)}`;
  planted.set(digits, where);
  return digits;
}

function person(where: string): string {
  count++;
  const name = `欧阳${'甲乙丙丁戊己庚辛壬癸'.charAt(Math.floor(count / 10) % 10)}${'子丑寅卯辰巳午未申酉'.charAt(count % 10)}`;
  planted.set(name, where);
  return name;
}

/** A telephone as a number cell. */
function numeric(where: string): number {
  count++;
  const digits = `137${String(60_000_000 + count * 10_007)}`;
  planted.set(digits, where);
  return Number(digits);
}

const HEADER = [
  '序号',
  '地市',
  '县（市、区）',
  '任务类别',
  '社会组织名称',
  '统一社会信用代码',
  '活动（项目）名称',
  '活动类型',
  '开展时间',
  '地点',
  '参与方式',
  '参加人次',
  '是否采纳（批示）',
  '联系人',
  '联系电话',
  '备注',
];

const GOOD: Row = [
  '1',
  '广州市',
  '天河区',
  '5',
  '甲协会',
  '',
  '招聘会',
  '招聘活动',
  '2024-02-03',
  '体育馆',
  '主办',
  '20',
  '否',
  '',
  '',
  '',
];

/** A ledger with something personal in every kind of cell, in a row of its own. */
function ledgerRows(form: string, city: string, sheet: boolean): Row[] {
  const at = (where: string) => `${form}: ${where}`;
  const rows = HEADER.slice(1, 13).flatMap((header, index): Row[] =>
    [mobile(at(header)), identity(at(header)), `负责人：${person(at(header))} 电话：${landline(at(header))}`].map(
      (text) =>
        GOOD.with(1, city)
          .with(2, '')
          .with(index + 1, text),
    ),
  );
  const contacts = GOOD.with(13, person(at('contact')))
    .with(14, mobile(at('phone')))
    .with(15, `联系 ${mobile(at('remark'))}`);
  return [
    [`${city}2024年第一季度活动台账 联系电话：${landline(at('title'))} ${mobile(at('title'))}`],
    [`填报单位：${city}民政局`, '', `填报人：${person(at('cover'))}`, `联系电话：${mobile(at('cover'))}`],
    ['联系人', person(at('cover pair')), '手机', mobile(at('cover pair'))],
    [
      ...HEADER,
      `经办情况${mobile(at('unknown header'))}`,
      `备注说明${mobile(at('header'))}`,
      `会长${mobile(at('header'))}`,
    ],
    ...(sheet ? [['例：', '广州市', '天河区', '5', `${person(at('sample'))}协会`, identity(at('sample'))]] : []),
    [...GOOD, mobile(at('unknown column'))],
    contacts,
    ...rows,
    // Slid to the left by one and two columns, and changed places with other columns.
    GOOD.with(12, person(at('slid'))).with(13, mobile(at('slid'))),
    GOOD.with(11, person(at('slid by two'))).with(12, mobile(at('slid by two'))),
    ...[1, 2, 3, 7, 8, 10, 11, 12].map((column) =>
      GOOD.with(1, city)
        .with(2, '')
        .with(13, GOOD[column] === '广州市' ? city : (GOOD[column] ?? ''))
        .with(column, person(at(`in place of ${HEADER[column]}`)))
        .with(14, mobile(at('phone'))),
    ),
    ...(sheet ? [GOOD.with(11, numeric(at('number'))).with(2, numeric(at('number in county')))] : []),
    ['合计', '', '', '', '', '', '', '', '', '', '', mobile(at('total'))],
    [`注：联系${mobile(at('note'))}`],
    [`填表人：${person(at('sign-off'))}　联系电话：020-${landline(at('sign-off'))}　${identity(at('sign-off'))}`],
    ['单位负责人：', person(at('sign-off pair')), '', '电话：', landline(at('sign-off pair'))],
  ];
}

const SUMMARY: Row[] = [
  ['惠州市2024年第一季度统计表'],
  ['地市', '招聘（送岗）活动场次', '提供就业岗位数', '实现就业人数', `其他${mobile('summary header')}`],
  [
    '惠州市',
    mobile('summary number'),
    `约${numeric('summary text')}人，${mobile('summary number')}`,
    identity('summary number'),
    '1',
  ],
  [`填表人：${person('summary region')} 电话：${landline('summary region')}`, '1', '2', '3', '4'],
  [mobile('summary region'), '1', '2', '3', '4'],
];

/** Rows are indicators here. */
const TRANSPOSED: Row[] = [
  ['东莞市2024年第一季度统计表'],
  ['指标名称', '计量单位', '本期', mobile('transposed header')],
  ['招聘（送岗）活动场次', '场次', identity('transposed'), '1'],
  ['提供就业岗位数', '个', '2', '2'],
  ['实现就业人数', '人', '1', '2'],
  [`其他事项${mobile('transposed label')}`, '个', '1', '1'],
];

const LEDGER_FILE = `活动台账${mobile('file name')}.xlsx`;

function files(): FileContent[] {
  return [
    {
      file: `广州市2024年第一季度 填报人${mobile('file name')}/${LEDGER_FILE}`,
      sheets: [
        { name: `台账${mobile('sheet name').slice(0, 20)}`, rows: ledgerRows('xlsx', '广州市', true) },
        {
          name: `停用${mobile('hidden sheet').slice(0, 20)}`,
          state: 'hidden',
          rows: ledgerRows('hidden', '广州市', true),
        },
        {
          name: '填报说明',
          rows: [[`填报说明：咨询${mobile('instructions')}`], ...ledgerRows('instructions', '广州市', false)],
        },
      ],
    },
    { file: `深圳市2024年第一季度台账.csv`, rows: ledgerRows('csv', '深圳市', false), encoding: 'gb18030' },
    { file: '惠州市2024年第一季度统计表.csv', rows: SUMMARY },
    { file: '东莞市2024年第一季度统计表.csv', rows: TRANSPOSED },
    // Stopped at each gate.
    {
      file: `名单${mobile('no form')}.csv`,
      rows: [
        ['姓名', '手机', mobile('no form')],
        [person('no form'), mobile('no form'), '1'],
      ],
    },
    { file: `台账${mobile('no sender')}.csv`, rows: [HEADER, GOOD, GOOD.with(6, mobile('no sender'))] },
    {
      file: '无名.csv',
      rows: [
        [`填报单位：某某会${mobile('unknown sender')}`],
        [`报告期：2024年第一季度${mobile('period')}`],
        HEADER,
        GOOD,
      ],
    },
    { file: `珠海市2023年第一季度${mobile('other period')}.csv`, rows: [HEADER, GOOD] },
    { file: `汕头市2024年第一季度${mobile('no rows')}.csv`, rows: [HEADER] },
  ];
}

function sheetOf(rows: readonly Row[]) {
  const plain = rows.map((row) =>
    row.map((cell: CellContent) => (typeof cell === 'number' ? cell : String(cell ?? ''))),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(plain), '台账');
  return book;
}

let folder = '';
const outputs = new Map<string, Buffer>();

async function huizong(name: string, ...argv: readonly string[]): Promise<number> {
  const stdout = testSink();
  const stderr = testSink({ isTTY: true, columns: 100 });
  const env = { SOURCE_DATE_EPOCH: '1713571200' };
  const code = await run(argv, testEffects({ cwd: folder, stdout, stderr, env }), argv.includes('en') ? 'en' : 'zh-CN');
  outputs.set(`${name} stdout`, Buffer.from(stdout.text()));
  outputs.set(`${name} stderr`, Buffer.from(stderr.text()));
  return code;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-personal-'));
  await writeFiles(join(folder, 'returns'), files());
  for (const [city, bookType] of [
    ['韶关市', 'biff8'],
    ['梅州市', 'ods'],
    ['汕尾市', 'html'],
    ['中山市', 'xlml'],
  ] as const) {
    const rows = ledgerRows(bookType, city, true);
    const bytes: Buffer = write(sheetOf(rows), { type: 'buffer', bookType, codepage: 936 });
    await writeFile(
      join(folder, 'returns', `${city}2024年第一季度台账${mobile(bookType)}.${bookType === 'ods' ? 'ods' : 'xls'}`),
      bytes,
    );
  }
  await writeFile(join(folder, 'returns', `江门市${mobile('damaged')}.xlsx`), 'PK\u0003\u0004 no zip');
  await writeFile(join(folder, 'returns', `阳江市${mobile('empty')}.csv`), '');
  await writeFile(join(folder, 'returns', `附件${mobile('passed over')}.docx`), 'x');
  await writeFile(
    join(folder, 'returns', 'sources.csv'),
    `file,bureau,period,form\n没有${mobile('sources.csv')}.csv,广州市,,\n`,
  );
  await huizong('before', 'check', 'returns', '--period', '2024Q1', '-f', 'json');
  const { findings } = JSON.parse(outputs.get('before stdout')?.toString('utf8') ?? '{}') as {
    findings: { code: string; args: { rows?: number } }[];
  };
  const hidden = findings.find(({ code }) => code === 'SHEET_HIDDEN')?.args.rows;
  const reasons = [
    `SHEET_HIDDEN,广州市,${LEDGER_FILE},${hidden},该表停用，联系${mobile('explanations.csv')}`,
    `DATE_AMBIGUOUS,深圳市,深圳市2024年第一季度台账.csv,${mobile('explanations.csv value')},${identity('explanations.csv')}`,
  ];
  await writeFile(
    join(folder, 'returns', 'explanations.csv'),
    ['code,bureau,file,value,reason', ...reasons].join('\n'),
  );
  await huizong(
    'report',
    'report',
    'returns',
    '--period',
    '2024Q1',
    '-o',
    'out',
    '-f',
    'md',
    '-f',
    'html',
    '-f',
    'xlsx',
    '-f',
    'json',
  );
  await huizong('check', 'check', 'returns', '--period', '2024Q1');
  await huizong('check -v', 'check', 'returns', '--period', '2024Q1', '-v', '--debug');
  await huizong('check -v en', 'check', 'returns', '--period', '2024Q1', '-v', '--lang', 'en');
  await huizong('check json', 'check', 'returns', '--period', '2024Q1', '-v', '-f', 'json');
  await huizong('several periods', 'check', 'returns', '--debug');
  await huizong('no file', 'check', `returns/没有${mobile('path')}.xlsx`, '--debug');
  const written = await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true });
  for (const entry of written.filter((one) => one.isFile())) {
    const name = relative(join(folder, 'out'), join(entry.parentPath, entry.name));
    const bytes = await readFile(join(folder, 'out', name));
    if (!name.endsWith('.xlsx')) outputs.set(name, bytes);
    else
      for (const [part, content] of Object.entries(unzipSync(bytes)))
        outputs.set(`${name} ${part}`, Buffer.from(content));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A text as a search sees through it: plain digits, nothing between them. */
function seen(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\-‐‑–—_.]/gu, '');
}

describe('names, telephones and identity numbers', () => {
  test('were read: every file came far enough to be told of', () => {
    const { findings, sources } = JSON.parse(outputs.get('check json stdout')?.toString('utf8') ?? '{}') as {
      findings: { code: string; explained: { reason: string } | null }[];
      sources: { file: string; state: string; rows: { data: number } }[];
    };
    const codes = new Set(findings.map(({ code }) => code));
    for (const code of [
      ...[
        'NUMBER_UNREADABLE',
        'DATE_UNREADABLE',
        'REGION_UNKNOWN',
        'TASK_UNKNOWN',
        'ACTIVITY_TYPE_UNKNOWN',
        'COLUMN_UNKNOWN',
      ],
      ...[
        'CREDIT_CODE_WRONG',
        'VALUE_NOT_LISTED',
        'BOOLEAN_UNREADABLE',
        'SHEET_HIDDEN',
        'FORM_UNKNOWN',
        'SENDER_NOT_FOUND',
      ],
      ...[
        'SENDER_UNKNOWN',
        'PERIOD_OTHER',
        'NO_DATA_ROWS',
        'FILE_EMPTY',
        'FILE_PASSED_OVER',
        'SOURCES_ROW_UNUSED',
        'INDICATOR_UNKNOWN',
      ],
    ]) {
      expect(codes).toContain(code);
    }
    const counted = sources.filter(({ state, rows }) => state === 'counted' && rows.data > 20);
    expect(counted.length).toBe(6);
    expect(findings.some(({ explained }) => /联系139\*{4}\d{4}/.test(explained?.reason ?? ''))).toBe(true);
    expect(sources.filter(({ file }) => /1\d\d\*{4}\d{4}/.test(file)).length).toBeGreaterThan(8);
  });

  test('stand in no byte of any output', () => {
    expect(outputs.size).toBeGreaterThan(25);
    const leaks: string[] = [];
    for (const [output, bytes] of outputs) {
      const text = bytes.toString('utf8');
      const through = seen(text);
      for (const [secret, where] of planted) {
        if (text.includes(secret) || through.includes(secret)) leaks.push(`${output}: ${secret} (${where})`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test('are shown masked', () => {
    expect(outputs.get('check -v stdout')?.toString('utf8')).toMatch(/139\*{4}\d{4}/);
  });
});

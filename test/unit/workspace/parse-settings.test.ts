import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../src/workspace/parse-settings.ts';
import { NO_SETTINGS, type Settings } from '../../../src/workspace/settings.ts';
import { scheme } from '../../support/returns.ts';
import { WORKSPACE_FAULTS } from './workspace-faults.ts';

const parse = (text: string | Uint8Array, context = {}) =>
  parseSettings(typeof text === 'string' ? Buffer.from(text) : text, { scheme, schemeFound: true, ...context });

/** The settings of a text without faults, the period by its id. */
function settingsOf(text: string | Uint8Array) {
  const { settings, faults } = parse(text);
  expect(faults).toEqual([]);
  return { ...settings, period: settings.period?.id ?? null };
}

const NOTHING = { ...NO_SETTINGS, period: null };

describe('a key with what it says', () => {
  test.each<[text: string, says: Partial<Record<keyof Settings, unknown>>]>([
    ['', {}],
    ['# nothing yet\n', {}],
    ['scheme: 我的制度', { scheme: '我的制度' }],
    ['scheme: D:\\制度\\六项', { scheme: 'D:/制度/六项' }],
    ['area: 惠州市', { area: '441300' }],
    ['area: 441300', { area: '441300' }],
    ['period: 2024Q1', { period: '2024Q1' }],
    ['period: 2024q1', { period: '2024Q1' }],
    ['returns: 报送件\\{period}\\', { returns: '报送件/{period}/' }],
    ['returns: 报送件/全部', { returns: '报送件/全部' }],
    ["returns: '{period}/报送'", { returns: '{period}/报送' }],
    ['returns: "报送件\\\\{period}"', { returns: '报送件/{period}' }],
    ['output: 报告/{period}期', { output: '报告/{period}期' }],
    ['counting: strict', { counting: 'strict' }],
    ['basis: ledger', { basis: 'ledger' }],
    ['lang: en', { lang: 'en' }],
    [
      'severity: { DATE_OUTSIDE_PERIOD: info, L107: warning }',
      { severity: { DATE_OUTSIDE_PERIOD: 'info', L107: 'warning' } },
    ],
    ['thresholds:\n  changePercent: 80', { thresholds: { changePercent: 80 } }],
    [
      'deadlines:\n  city: 12\n  2024Q1: 2024-04-18',
      { deadlines: { days: { city: 12 }, dates: new Map([['2024Q1', '2024-04-18']]) } },
    ],
    ['limits:\n  cells: 9\n  seconds: 60', { limits: { ...NO_SETTINGS.limits, cells: 9, seconds: 60 } }],
    ['templates: 模板', { templates: '模板' }],
    ['previous: 旧\\2023Q4', { previous: '旧/2023Q4' }],
    ['yearAgo: 旧/2023Q1.zip', { yearAgo: '旧/2023Q1.zip' }],
    ['area:\nseverity:\n  # DATE_FUTURE: warning\nperiod: 2024Q1', { period: '2024Q1' }],
    ['area: &here 惠州市\noutput: *here', { area: '441300', output: '惠州市' }],
    ['limits: { workerMegabytes: 64 }', { limits: { ...NO_SETTINGS.limits, workerMegabytes: 64 } }],
    ['thresholds: &limits { changePercent: 80 }\n', { thresholds: { changePercent: 80 } }],
  ])('%j', (text, says) => {
    expect(settingsOf(text)).toEqual({ ...NOTHING, ...says });
  });

  test('in any encoding that editors on Windows write', () => {
    const text = 'area: 惠州市\r\nperiod: 2024Q1\r\n';
    const wanted = { ...NOTHING, area: '441300', period: '2024Q1' };
    expect(settingsOf(`\uFEFF${text}`)).toEqual(wanted);
    expect(settingsOf(iconv.encode(text, 'gb18030'))).toEqual(wanted);
    expect(settingsOf(iconv.encode(text, 'utf16le', { addBOM: true }))).toEqual(wanted);
  });
});

/** `LINE CODE what the text must hold`, one for each fault, in order. */
const FAULTS: readonly (readonly [text: string, ...told: string[]])[] = [
  ['scheme: [a]', '1 KEY_SHAPE "scheme" must be a text'],
  ['area: 火星', '1 REFERENCE_UNKNOWN "火星", which does not stand in regions.csv'],
  ['area: 惠洲市', '1 REFERENCE_UNKNOWN did you mean'],
  ['period: 春季', '1 PERIOD_WRONG such as 2024Q1'],
  ['period: 2024Q5', '1 PERIOD_WRONG "2024Q5"'],
  ['period: 2024-03', '1 PERIOD_KIND reported by quarter, as in 2024Q1'],
  ['period: [2024Q1]', '1 KEY_SHAPE "period" must be a text'],
  ['returns: 报送/{quarter}', '1 PATH_WRONG the only word in braces is {period}'],
  ['output: "{period}/{period}"', '1 PATH_WRONG {period} stands in it twice'],
  ['output: "D:\\reports"', '1 PATH_WRONG control character'],
  ['output: "D:\\2024"', '1 YAML_UNREADABLE escape'],
  ['counting: lenient', '1 VALUE_NOT_ALLOWED must be one of: normal, strict'],
  ['basis: both', '1 VALUE_NOT_ALLOWED must be one of: summary, ledger'],
  ['lang: fr', '1 VALUE_NOT_ALLOWED must be one of: zh-CN, en'],
  ['lang: yes', '1 VALUE_NOT_ALLOWED "yes"'],
  ['severity: none', '1 KEY_SHAPE "severity" must be a mapping'],
  ['severity:\n  DATE_OUTSIDE_PERIO: info', '2 KEY_UNKNOWN did you mean DATE_OUTSIDE_PERIOD'],
  ['severity:\n  L101: fatal', '2 VALUE_NOT_ALLOWED severity.L101 is "fatal"'],
  ['limits:\n  cell: 50', '2 KEY_UNKNOWN did you mean cells'],
  ['limits:\n  cells: 0', '2 NUMBER_WRONG'],
  ['limits:\n  textMegabytes: 401', '2 NUMBER_WRONG'],
  ['limits:\n  workerMegabytes: 63', '2 NUMBER_WRONG'],
  ['limits:\n  seconds: 1.5', '2 KEY_SHAPE a whole number'],
  ['thresholds:\n  changePercents: 50', '2 KEY_UNKNOWN did you mean changePercent'],
  ['thresholds:\n  changePercent: -1', '2 NUMBER_WRONG'],
  ['thresholds:\n  changePercent: 5.5', '2 KEY_SHAPE a whole number'],
  ['deadlines:\n  cty: 15', '2 KEY_UNKNOWN did you mean city'],
  ['deadlines:\n  city: 0', '2 NUMBER_WRONG from 1 to 366'],
  ['deadlines:\n  city: 2024-04-15', '2 NUMBER_WRONG'],
  ['deadlines:\n  2024Q1: 2024-02-30', '2 DATE_WRONG "2024-02-30"'],
  ['deadlines:\n  2024Q1: 15', '2 DATE_WRONG such as 2024-04-20'],
  ['deadlines:\n  2024-03: 2024-04-15', '2 PERIOD_KIND "2024-03"'],
  ['templates: {}', '1 KEY_SHAPE "templates" must be a text'],
  ['previous: 5\nyearAgo: {a: b}', '2 KEY_SHAPE "yearAgo" must be a text'],
  ['perod: 2024Q1', '1 KEY_UNKNOWN "perod" is not known here (did you mean period?)'],
  ['period: 2024Q1\nperod: 2024Q1', '2 KEY_UNKNOWN did you mean period?'],
  ['xyz: 1', '1 KEY_UNKNOWN "xyz" is not known here'],
  ['- area', '1 YAML_NOT_MAPPING'],
  ['报送件', '1 YAML_NOT_MAPPING'],
  ['area: 惠州市\narea: 广州市', '2 YAML_UNREADABLE'],
  ['severity:\n\tL101: info', '2 YAML_UNREADABLE Tabs'],
  ['area: 惠州市\n---\narea: 广州市', '2 YAML_UNREADABLE'],
  ['output: *nowhere', '1 KEY_SHAPE "output" must be a text'],
  ['severity: &s\n  x: *s', '2 KEY_SHAPE "severity.x" must be a text'],
];

describe('a fault', () => {
  test.each(FAULTS)('of %j', (text, ...told) => {
    const { faults } = parse(text);
    const wanted = told.filter((one) => one !== '');
    expect(faults.map(({ file, line, code }) => `${file} ${line} ${code}`).toSorted()).toEqual(
      wanted.map((one) => `huizong.yaml ${one.split(' ').slice(0, 2).join(' ')}`).toSorted(),
    );
    for (const one of wanted) {
      const [, code, ...words] = one.split(' ');
      expect(faults.find((fault) => fault.code === code)?.text).toContain(words.join(' '));
    }
  });

  test('does not hide others: all are told at once, by line', () => {
    const text = 'area: 火星\nperod: 2024Q1\ncounting: maybe\nseverity:\n  X999: info\noutput: "{quarter}"\n';
    expect(parse(text).faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '1 REFERENCE_UNKNOWN',
      '2 KEY_UNKNOWN',
      '3 VALUE_NOT_ALLOWED',
      '5 KEY_UNKNOWN',
      '6 PATH_WRONG',
    ]);
  });

  test('of bytes that are no text', () => {
    expect(parse(Uint8Array.of(0x61, 0xff, 0xff, 0x0a)).faults).toEqual([
      expect.objectContaining({ file: 'huizong.yaml', line: null, code: 'ENCODING_UNREADABLE' }),
    ]);
  });

  test('of a scheme that is not there stands at its key; what needs the scheme is left out', () => {
    const { faults } = parse('area: 火星\nscheme: 无此\nseverity: { X999: info }', {
      scheme: null,
      schemeFound: false,
    });
    expect(faults).toEqual([expect.objectContaining({ line: 2, code: 'FOLDER_MISSING' })]);
  });
});

test('anchors that repeat each other cost nothing', () => {
  const lines = Array.from({ length: 40 }, (_, n) => `x${n}: &x${n} [${`*x${n - 1}, `.repeat(20)}1]`);
  const { faults } = parse(lines.join('\n').replace(/\*x-1, /g, ''));
  expect(faults).toHaveLength(40);
});

test('the faults of settings are among those of workspaces or of schemes', () => {
  const own = new Set(FAULTS.flatMap(([, ...told]) => told.map((one) => one.split(' ')[1] ?? '')));
  expect([...own].filter((code) => WORKSPACE_FAULTS.includes(code)).toSorted()).toEqual([
    'DATE_WRONG',
    'PATH_WRONG',
    'PERIOD_KIND',
    'PERIOD_WRONG',
  ]);
});

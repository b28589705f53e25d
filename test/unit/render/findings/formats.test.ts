import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { explainCode } from '../../../../src/message/explain.ts';
import { nameOfId } from '../../../../src/message/subject.ts';
import { type Finding, finding } from '../../../../src/model/finding.ts';
import { findingsCsv } from '../../../../src/render/findings/csv.ts';
import { findingsGithub } from '../../../../src/render/findings/github.ts';
import { findingsJson } from '../../../../src/render/findings/json.ts';
import { findingsJunit } from '../../../../src/render/findings/junit.ts';
import { findingsSarif } from '../../../../src/render/findings/sarif.ts';
import { findingsText } from '../../../../src/render/findings/text.ts';
import { inChunks } from '../../../../src/render/in-chunks.ts';
import { jsonParts } from '../../../../src/render/json-parts.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { HOSTILE, hostileModel, modelOf, plainFindings, TEXTS } from '../../../support/hostile.ts';
import { scheme } from '../../../support/returns.ts';
import { checkSchema, sarifSchema } from '../../../support/schemas.ts';

const texts = TEXTS['zh-CN'];
const plain = modelOf(plainFindings());
const hostile = hostileModel();
const same = (text: string) => text;
const paint = { bold: same, dim: same, red: same, yellow: same, cyan: same };

const nameOf = (id: string) => nameOfId(id, scheme, 'zh-CN');
const sarifIn = (language: 'zh-CN' | 'en', model: typeof plain) =>
  findingsSarif(model, TEXTS[language], language, (code) => explainCode(code, scheme, language));

const FORMATS: Readonly<Record<string, (model: typeof plain) => Iterable<string>>> = {
  text: (model) => findingsText(model, { texts, paint, width: null, all: true }),
  json: (model) => findingsJson(model, null),
  csv: (model) => findingsCsv(model, texts, nameOf),
  sarif: (model) => sarifIn('zh-CN', model),
  junit: (model) => findingsJunit(model, texts),
  github: (model) => findingsGithub(model, texts),
};
const printed = (format: string, model: typeof plain) => [...(FORMATS[format]?.(model) ?? [])].join('');

/** A failed rule of the scheme, whose words are the scheme's. */
const ruleFinding = (): Finding => ({
  ...finding('ROW_EMPTY', { file: 'a.csv', sheet: null, row: 3, column: 2 }, {}, { bureau: '440200' }),
  code: 'L101',
  args: { left: '5', right: '3', difference: '2' },
});

describe.each(Object.keys(FORMATS))('%s', (format) => {
  test('shows no hidden character of names and texts', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(printed(format, hostile).replace(/^\uFEFF/, '')).not.toMatch(/[\u0000-\u0008\u001B\u202E]|\p{Cs}/u);
  });

  test('tells every finding', () => {
    const text = printed(format, plain);
    for (const { code } of plain.findings) expect(text).toContain(code);
  });

  test('of a model without findings is well-formed', () => {
    expect(printed(format, modelOf([]))).not.toMatch(/undefined|null,null/);
  });
});

describe('json', () => {
  const validate = checkSchema();
  test.each([
    ['plain', plain],
    ['hostile', hostile],
    ['empty', modelOf([])],
  ])('of a %s model fits docs/check.schema.json and holds the model', (_, model) => {
    const value = JSON.parse(printed('json', model));
    expect(validate(value)).toEqual([]);
    expect(value.findings).toEqual(model.findings);
    expect(Object.keys(value)).not.toContain('figures');
  });

  test('the schema refuses figures and a finding without code', () => {
    const value = JSON.parse(printed('json', plain));
    expect(validate({ ...value, figures: [] })).not.toEqual([]);
    expect(validate({ ...value, findings: [{ ...value.findings[0], code: 3 }] })).not.toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an object', { a: 1, b: [1, { c: [] }], d: {}, e: 'x\ny', f: null }],
    ['nested lists', [[[]], [[1, 2], []], []]],
    ['a text', 'a"b'],
    [
      'lists longer than a batch',
      { list: [[101, 200, 201].map((n) => Array.from({ length: n }, (_, i) => ({ i, x: [i] })))] },
    ],
  ])('%s is laid out as JSON.stringify lays it out, at any depth', (_, value) => {
    for (const depth of [0, 1, 2, 3, 9]) {
      expect([...jsonParts(value, depth)].join('')).toBe(JSON.stringify(value, null, 2));
    }
  });

  test('long members of a list are not put into one string', () => {
    const list = Array.from({ length: 50 }, () => 'x'.repeat(1 << 20));
    const lengths = Array.from(jsonParts({ list }, 2), ({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThan(2 << 20);
    expect([...jsonParts(list, 1)].join('') === JSON.stringify(list, null, 2)).toBe(true);
  });

  test('lists may be made while they are printed; keys without value are left out', () => {
    const made = { list: new Set([1, 2]).values(), none: undefined };
    expect([...jsonParts(made, 2)].join('')).toBe(JSON.stringify({ list: [1, 2] }, null, 2));
    expect([...jsonParts(new Set().values(), 1)].join('')).toBe('[]');
  });
});

describe('csv', () => {
  const rows = (model: typeof plain) =>
    parse(printed('csv', model), { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

  test('begins with a byte order mark, ends lines with CRLF, has a line an entry', () => {
    const text = printed('csv', plain);
    expect(text).toMatch(
      /^\uFEFF填报单位,单位代码,级别,文件,工作表,单元格,处数,项目,填报值,代码,问题,可能的原因,修改建议\r\n/,
    );
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(rows(plain)).toHaveLength(plain.findings.length);
    expect(rows(plain).find((row) => row['代码'] === 'NUMBER_UNREADABLE')).toMatchObject({
      ...{ 填报单位: '韶关市', 单位代码: '440200', 级别: '错误', 文件: '韶关市/台账 1#.xlsx', 工作表: '台账' },
      ...{ 单元格: 'M5:M7 M9', 处数: '4', 代码: 'NUMBER_UNREADABLE', 项目: '参加人次', 填报值: '（各不相同）' },
      可能的原因: '数字里夹有字母 O（3 处）；只有文字，没有阿拉伯数字（1 处）',
    });
  });

  test('no cell is a formula, and none a time of day', () => {
    const cells = [...rows(hostile), ...rows(plain)].flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠|%\t\r]/.test(cell) || /^\d+:\d+$/.test(cell))).toEqual([]);
    expect(cells).toContain(`'${HOSTILE[1]}`);
    expect(cells).toContain("'5:5");
  });

  test('the header is English where English is asked for', () => {
    expect([...findingsCsv(plain, TEXTS.en, nameOf)][0]).toMatch(/^\uFEFFBureau,Bureau code,Severity,File/);
  });

  test('more ranges than a cell of Excel holds are cut between two of them', () => {
    const many = Array.from({ length: 9000 }, (_, at) =>
      finding('NUMBER_NEGATIVE', { file: 'a.csv', sheet: null, row: 2 * at + 1, column: 5 }, {}, { bureau: '440200' }),
    );
    const [row] = rows(modelOf(many));
    expect(row?.['单元格']?.length).toBeLessThan(32_767);
    expect(row?.['单元格']).toMatch(/ E\d+ …$/);
    expect(row?.['处数']).toBe('9000');
  });
});

describe('sarif', () => {
  const validate = sarifSchema();
  interface Result {
    readonly ruleId: string;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region?: { readonly startLine: number; readonly endLine: number };
      };
      readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
    }[];
    readonly properties: { readonly cells: readonly string[] };
  }
  const results = (model: typeof plain): readonly Result[] => JSON.parse(printed('sarif', model)).runs[0].results;

  test.each([
    ['plain', plain],
    ['hostile', hostile],
    ['empty', modelOf([])],
  ])('of a %s model is valid, a result an entry', (_, model) => {
    expect(validate(JSON.parse(printed('sarif', model)))).toEqual([]);
    expect(results(model)).toHaveLength(model.findings.length);
  });

  test('the schema refuses a level of ours', () => {
    const log = JSON.parse(printed('sarif', plain));
    log.runs[0].results[0].level = 'info';
    expect(validate(log)).not.toEqual([]);
  });

  test('rows are the region, sheet and cells the logical location, all ranges a property', () => {
    const found = results(plain).find(({ ruleId }) => ruleId === 'NUMBER_UNREADABLE');
    const [location] = found?.locations ?? [];
    expect(location?.physicalLocation).toEqual({
      artifactLocation: { uri: '%E9%9F%B6%E5%85%B3%E5%B8%82/%E5%8F%B0%E8%B4%A6%201%23.xlsx' },
      region: { startLine: 5, endLine: 7 },
    });
    expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toBe('台账!M5:M7');
    expect(found?.properties.cells).toEqual(['M5:M7', 'M9']);
    expect(found?.message.text).toMatch(/^韶关市 台账!M5:M7 M9（4 处）\n/);
  });

  test('a finding about a whole file, sheet or column has no region', () => {
    const without = results(plain).filter(({ locations }) => locations[0]?.physicalLocation.region === undefined);
    expect(without.map(({ ruleId }) => ruleId).toSorted()).toEqual([
      'COLUMN_UNKNOWN',
      'ROWS_HIDDEN',
      'SENDER_NOT_FOUND',
    ]);
  });

  test.each([
    ['zh-CN', '约数', '请核实后填写准确数字。'],
    ['en', 'Approximate number', 'Find out and write the exact number.'],
  ] as const)('rules are explained in %s', (language, title, mend) => {
    const value = JSON.parse([...sarifIn(language, modelOf([...plainFindings(), ruleFinding()], language))].join(''));
    expect(sarifSchema()(value)).toEqual([]);
    const { rules } = value.runs[0].tool.driver as { rules: (Record<string, { text: string }> & { id: string })[] };
    expect(rules.find(({ id }) => id === 'NUMBER_APPROXIMATE')).toMatchObject({
      shortDescription: { text: title },
      help: { text: mend },
    });
    expect(rules.some(({ id }) => id === 'L101')).toBe(true);
    for (const { id, shortDescription, fullDescription, help } of rules) {
      for (const one of [shortDescription, fullDescription, help]) expect(one?.text, id).toMatch(/\S/);
    }
  });

  test('severities are error, warning and note', () => {
    const levels = new Map(results(plain).map(({ ruleId, level }) => [ruleId, level]));
    expect(levels.get('NUMBER_UNREADABLE')).toBe('error');
    expect(levels.get('NUMBER_APPROXIMATE')).toBe('warning');
    expect(levels.get('ROWS_HIDDEN')).toBe('note');
  });

  test('a text that looks like a link is none', () => {
    const message = results(hostile).find(({ message: { text } }) => text.includes('[x]('))?.message.text;
    expect(message).toContain('\\[x](javascript');
    expect(message?.replaceAll('\\[x](', '')).not.toContain('[x](');
  });
});

describe('junit', () => {
  interface Case {
    readonly file: string;
    readonly name: string;
    failure: string | null;
  }
  function cases(model: typeof plain): readonly Case[] {
    const found: Case[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase')
        found.push({ file: attributes['classname'] ?? '', name: attributes['name'] ?? '', failure: null });
      const last = found.at(-1);
      if (name === 'failure' && last) last.failure = attributes['message'] ?? '';
    });
    parser.write(printed('junit', model)).close();
    return found;
  }

  test.each([
    ['plain', plain],
    ['hostile', hostile],
  ])('of a %s model is XML whose counts are right; errors alone fail', (_, model) => {
    const found = cases(model);
    const errors = model.findings.filter(({ severity }) => severity === 'error');
    expect(found.filter(({ failure }) => failure !== null)).toHaveLength(errors.length);
    expect(printed('junit', model)).toContain(`tests="${found.length}" failures="${errors.length}"`);
  });

  test('a file without errors passes', () => {
    expect(cases(plain)).toContainEqual({ file: '广州市.xlsx', name: '没有错误', failure: null });
  });

  test('names and messages come through as they are, hidden characters spelled out', () => {
    const files = cases(hostile).map(({ file }) => file);
    expect(files).toContain(`${HOSTILE[4]}.xlsx`);
    expect(files).toContain(`${HOSTILE[1]}.xlsx`);
    expect(files).toContain(']]>\\u0000\uFFFD\\uD800.xlsx');
  });
});

describe('github', () => {
  const lines = (model: typeof plain) => printed('github', model).trimEnd().split('\n');

  test('is a workflow command a finding, the errors first', () => {
    expect(lines(plain)).toHaveLength(plain.findings.length);
    expect(lines(plain)[1]).toBe(
      '::error file=韶关市/台账 1#.xlsx,title=韶关市  NUMBER_UNREADABLE  台账!M5%3AM7 M9（4 处）::' +
        '“参加人次”一栏的内容不是一个可以统计的数字，没有计入。%0A例如“12O”、“若干”。%0A' +
        '可能的原因：数字里夹有字母 O（3 处）；只有文字，没有阿拉伯数字（1 处）。%0A' +
        '请只填一个数，例如 120，单位与这一栏一致；不要写“若干”“3-5”“2场/150人”这样的文字。',
    );
    const commands = lines(plain).map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(commands.toSorted((a = '', b = '') => 'ewn'.indexOf(a.charAt(0)) - 'ewn'.indexOf(b.charAt(0)))).toEqual(
      commands,
    );
  });

  test('names the line in text files only', () => {
    const of = (code: string) => lines(plain).find((line) => line.includes(code));
    expect(of('NUMBER_NEGATIVE')).toContain('file=韶关.csv,line=28,');
    expect(of('NUMBER_APPROXIMATE')).not.toContain('line=');
  });

  test('no text becomes a command or a property', () => {
    expect(lines(hostile)).toHaveLength(hostile.findings.length);
    for (const line of lines(hostile)) {
      expect(line).toMatch(/^::(error|warning|notice) file=[^,:]*(,line=\d+)?,title=[^,:]*::[^\r]*$/);
      expect(line).not.toMatch(/%(?!25|0A|0D|3A|2C)/);
    }
  });
});

describe('text', () => {
  const text = (model: typeof plain, all: boolean) =>
    [...findingsText(model, { texts, paint, width: null, all })].join('');
  const broken = (row: number) =>
    finding(
      'DATE_FUTURE',
      { file: '韶关市.xlsx', sheet: '台账', row, column: 9 },
      { date: `2024-05-${String(row)}`, asOf: '2024-04-20' },
      { bureau: '440200', column: 'date' },
    );

  test('entries that differ in values only are told by two, their remedy once', () => {
    const many = modelOf([11, 12, 13, 14, 15].map(broken));
    const short = text(many, false);
    expect(short.match(/DATE_FUTURE/g)).toHaveLength(2);
    expect(short).toContain('… 同样的问题还有 3 条、3 处，例如 I13 I14 I15；用 --all 全部列出');
    expect(short.match(/→/g)).toHaveLength(1);
    expect(text(many, true).match(/DATE_FUTURE/g)).toHaveLength(5);
  });

  test('another fault of the bureau is not pushed out by a thousand of one kind', () => {
    const many = Array.from({ length: 1000 }, (_, at) => broken(at + 100));
    const short = text(modelOf([...many, ...plainFindings()]), false);
    expect(short).toContain('NUMBER_UNREADABLE');
    expect(short.split('\n').length).toBeLessThan(60);
  });

  describe.each([40, 80])('on a terminal of %i columns', (width) => {
    const long = `${'珠江三角洲行业协会商会活动台账'.repeat(4)}.xlsx`;
    const latin = `returns/${'ledger-of-activities-'.repeat(5)}.xlsx`;
    const named = (file: string, sheet: string | null, column = 2) =>
      finding('NUMBER_UNREADABLE', { file, sheet, row: 3, column }, {}, { bureau: '440200', raw: '若干' });
    const wide = [named(long, '第一季度活动台账（修订稿）'), named(latin, null), named('a.csv', null)];

    test.each(['zh-CN', 'en'] as const)('no line is longer in %s, and no code is cut', (language) => {
      for (const model of [modelOf([...wide, ...plainFindings()], language), hostileModel(language)]) {
        const shown = [...findingsText(model, { texts: TEXTS[language], paint, width, all: true })].join('');
        expect(shown.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
        for (const { code } of model.findings) expect(shown).toContain(code);
      }
    });

    test('the place goes on below where it began', () => {
      const [, ...head] = [...findingsText(modelOf([named(long, '台账')]), { texts, paint, width, all: true })]
        .join('')
        .split('\n');
      const [first, ...rest] = head.slice(0, head.findIndex((line) => line.includes('NUMBER_UNREADABLE')) + 1);
      expect(first).toMatch(/^ {2}错误 {2}珠江/);
      expect(rest.length).toBeGreaterThan(0);
      for (const line of rest) expect(line).toMatch(/^ {8}\S/);
      const joined = [first?.slice(6), ...rest.map((line) => line.slice(8))].join('').replaceAll(' ', '');
      expect(joined).toBe(`${long}›台账!B3NUMBER_UNREADABLE`);
    });
  });

  test('a head that fits stands on one line', () => {
    const one = finding('NUMBER_UNREADABLE', { file: 'a.csv', sheet: null, row: 3, column: 2 }, {}, { raw: '若干' });
    const shown = [...findingsText(modelOf([one]), { texts, paint, width: 40, all: true })].join('');
    expect(shown).toContain('\n  错误  a.csv › B3  NUMBER_UNREADABLE\n');
  });

  test('no name and no reason begins a line of its own', () => {
    const place = { file: 'a\n::error::b.csv', sheet: 'c\r::error::d', row: 3, column: 2 };
    const told = finding('NUMBER_APPROXIMATE', place, { used: '2' }, { raw: '约2\n::error::e' });
    const shown = text(modelOf([{ ...told, explained: '甲\n::error::f\r::error::g' }]), true);
    expect(shown).toContain('a\\u000A::error::b.csv › c\\u000D::error::d!B3');
    expect(shown.split(/[\r\n]/).filter((line) => line.startsWith('::'))).toEqual([]);
  });

  test('causes stand beside the message, but not what the quoted text shows by itself', () => {
    const cell = (raw: string) =>
      finding('NUMBER_UNREADABLE', { file: 'a.csv', sheet: null, row: 3, column: 2 }, {}, { raw });
    expect(text(modelOf([cell('12O')]), false)).toContain('可能的原因：数字里夹有字母 O。');
    expect(text(modelOf([cell('若干')]), false)).not.toContain('可能的原因');
  });
});

describe('an explained finding', () => {
  const warning = plainFindings().find(({ code }) => code === 'NUMBER_APPROXIMATE');
  const model = modelOf(warning ? [{ ...warning, explained: '现场没有逐一登记' }] : []);

  test.each(Object.keys(FORMATS))('is listed with its reason in %s', (format) => {
    expect(printed(format, model)).toContain('现场没有逐一登记');
  });

  test('is a notice on GitHub, which counts warnings', () => {
    expect(printed('github', model)).toMatch(/^::notice /);
  });

  test('counts for nothing and is suppressed in SARIF', () => {
    expect(printed('text', model)).toMatch(/^韶关市 {2}暂收待改 {2}已说明 1\n/);
    expect(printed('text', model)).not.toContain('→');
    const [result] = JSON.parse(printed('sarif', model)).runs[0].results;
    expect(result.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: '现场没有逐一登记' }]);
    expect(sarifSchema()(JSON.parse(printed('sarif', model)))).toEqual([]);
  });
});

test('chunks hold everything, and none is tiny but those before a large part and at the end', () => {
  const parts = Array.from({ length: 50_000 }, (_, at) => (at === 500 || at === 501 ? 'x'.repeat(70_000) : `${at}\n`));
  const chunks = [...inChunks(parts)];
  expect(chunks.join('')).toBe(parts.join(''));
  expect(chunks.length).toBeLessThan(10);
  expect([...inChunks([])]).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { outcome } from '../../../src/cli/outcome.ts';
import { PLAIN } from '../../../src/cli/paint.ts';
import type { Session } from '../../../src/cli/session.ts';
import { summary } from '../../../src/cli/summary.ts';
import { UI } from '../../../src/message/zh-CN/ui.ts';
import type { Compilation } from '../../../src/model/compilation.ts';
import { type Finding, finding } from '../../../src/model/finding.ts';
import { findingsText as textParts } from '../../../src/render/findings/text.ts';
import { buildReport } from '../../../src/report/build.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { bureauOf, compilationOf } from '../../support/compilation.ts';
import { testEffects, testSink } from '../../support/effects.ts';
import { scheme } from '../../support/returns.ts';

function sessionOf(fields: Partial<Session> = {}): Session {
  return {
    effects: testEffects(),
    language: 'zh-CN',
    texts: UI,
    command: 'check',
    workspace: null,
    operands: [],
    options: {},
    paint: { stdout: PLAIN, stderr: PLAIN },
    signal: new AbortController().signal,
    ...fields,
  };
}

/** The findings as a session prints them. */
function findingsText(model: ReturnType<typeof modelOf>, { texts, paint, effects, options }: Session): string {
  const style = { texts, paint: paint.stdout, width: effects.stdout.columns, all: options.all === true };
  return [...textParts(model, style)].join('');
}

function modelOf(fields: Partial<Compilation>) {
  return buildReport(compilationOf(fields), scheme, { version: '0.1.0', language: 'zh-CN' });
}

function at(file: string, row: number, column: number, raw: string, bureau: string | null): Finding {
  const place = { file, sheet: '台账', row, column };
  return finding('NUMBER_UNREADABLE', place, {}, { bureau, column: 'participants', raw });
}

describe('findings', () => {
  const bureaus = [bureauOf('440100', '广州市', 'accepted'), bureauOf('440200', '韶关市', 'provisional')];

  test('stand under their bureau, the worst bureau first, errors before warnings', () => {
    const place = { file: '韶关市.xlsx', sheet: '台账', row: 3, column: 2 };
    const model = modelOf({
      bureaus,
      findings: [
        finding(
          'ROWS_HIDDEN',
          { file: '广州市.xlsx', sheet: '台账', row: null, column: null },
          { rows: 2 },
          { bureau: '440100' },
        ),
        finding(
          'NUMBER_APPROXIMATE',
          place,
          { used: '200' },
          { bureau: '440200', column: 'participants', raw: '约200' },
        ),
        at('韶关市.xlsx', 12, 8, '若干', '440200'),
      ],
    });
    expect(findingsText(model, sessionOf()).split('\n')).toEqual([
      '韶关市  暂收待改  错误 1，提示 1',
      '  错误  韶关市.xlsx › 台账!H12  NUMBER_UNREADABLE',
      expect.stringMatching(/^ {8}“参加人次”一栏的“若干”/),
      expect.stringMatching(/^ {8}→ 请只填一个数/),
      '  提示  韶关市.xlsx › 台账!B3  NUMBER_APPROXIMATE',
      expect.stringMatching(/^ {8}“参加人次”一栏的“约200”/),
      expect.stringMatching(/^ {8}→ /),
      '',
      '广州市  合格  提醒 1',
      '  提醒  广州市.xlsx › 台账  ROWS_HIDDEN',
      expect.any(String),
      expect.any(String),
      '',
    ]);
  });

  test('that are explained show the reason in place of what to do, and are not counted', () => {
    const one = { ...at('韶关市.xlsx', 12, 8, '约200', '440200'), severity: 'warning' as const };
    const model = modelOf({ bureaus, findings: [{ ...one, explained: '现场\u202E未登记' }] });
    expect(findingsText(model, sessionOf()).split('\n')).toEqual([
      '韶关市  暂收待改  已说明 1',
      '  提示  韶关市.xlsx › 台账!H12  NUMBER_UNREADABLE',
      expect.any(String),
      '        情况说明：现场\\u202E未登记',
      '',
    ]);
  });

  test('of unknown senders stand under a heading of their own; none is no text', () => {
    const model = modelOf({ findings: [at('x.xlsx', 1, 1, '若干', null)] });
    expect(findingsText(model, sessionOf())).toMatch(/^填报单位不明 {2}错误 1\n/);
    expect(findingsText(modelOf({}), sessionOf())).toBe('');
  });

  test('are cut at ten entries a bureau, unless --all asks for all', () => {
    const findings = Array.from({ length: 13 }, (_, row) => at(`韶关市${row}.xlsx`, row + 1, 1, '若干', '440200'));
    const model = modelOf({ bureaus, findings });
    expect(findingsText(model, sessionOf()).match(/NUMBER_UNREADABLE/g)).toHaveLength(10);
    expect(findingsText(model, sessionOf())).toContain('还有 3 条');
    const all = findingsText(model, sessionOf({ options: { all: true } }));
    expect(all.match(/NUMBER_UNREADABLE/g)).toHaveLength(13);
    expect(all).not.toContain('--all');
  });

  test('show hidden characters of file names and are wrapped to a terminal', () => {
    const effects = testEffects({ stdout: testSink({ isTTY: true, columns: 50 }) });
    const text = findingsText(
      modelOf({ findings: [at('a\u202E\u001B[2J.xlsx', 1, 1, '若干', null)] }),
      sessionOf({ effects }),
    );
    expect(text).toContain('a\\u202E\\u001B[2J.xlsx');
    const wrapped = text.split('\n').filter((line) => line.startsWith('     '));
    expect(wrapped.length).toBeGreaterThan(2);
    expect(Math.max(...wrapped.map(displayWidth))).toBeLessThanOrEqual(50);
  });
});

describe('the summary', () => {
  const bureaus = [
    bureauOf('440100', '广州市', 'accepted', { nil: true }),
    bureauOf('440200', '韶关市', 'provisional'),
    ...Array.from({ length: 8 }, (_, n) => bureauOf(`44${n}300`, `第${n}市`, 'missing')),
  ];

  test('says who reported, what counts, what was found and where the report is', () => {
    const model = modelOf({ bureaus, findings: [at('韶关市.xlsx', 12, 8, '若干', '440200')] });
    const lines = summary(model, sessionOf(), ['reports/2024Q1/report.md']).split('\n');
    expect(lines[0]).toBe('广东省 2024年第一季度（截至 2024-04-20）');
    expect(lines[1]).toContain(
      '应报 10 个单位，合格 1，暂收待改 1（韶关市），未报 8（第0市、第1市、第2市、第3市、第4市、第5市等）',
    );
    expect(lines[1]).toContain('零报告 1');
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^ {2}数据 {2}共 0 行：计入 0，未计入 0$/),
      '  审核  错误 1',
      '  报告  reports/2024Q1/report.md',
    ]);
  });

  test('names files of unknown senders', () => {
    const model = modelOf({ unknownSenders: [{ file: '长沙市.xlsx', name: '湖南省长沙市' }] });
    expect(summary(model, sessionOf(), [])).toContain('长沙市.xlsx');
    expect(summary(model, sessionOf(), [])).toContain('没有发现问题');
  });
});

describe('the exit code', () => {
  const warning = finding('NUMBER_APPROXIMATE', { file: 'x.xlsx', sheet: null, row: 1, column: 1 }, { used: '200' });
  const missing = [bureauOf('440100', '广州市', 'missing')];

  test.each([
    ['a warning below the bar', { findings: [warning] }, 'error', {}, 0],
    ['a warning at the bar', { findings: [warning] }, 'warning', {}, 1],
    ['a warning above the bar', { findings: [warning] }, 'info', {}, 1],
    ['an explained warning at the bar', { findings: [{ ...warning, explained: '属实' }] }, 'info', {}, 0],
    ['a warning and no bar', { findings: [warning] }, 'never', {}, 0],
    ['somebody missing', { bureaus: missing }, 'error', {}, 0],
    ['somebody missing who must not', { bureaus: missing }, 'never', { requireComplete: true }, 1],
    ['nobody missing', { bureaus: [bureauOf('440100', '广州市', 'rejected')] }, 'never', { requireComplete: true }, 0],
  ] as const)('with %s', async (_, fields, failOn, options, code) => {
    expect(await outcome(sessionOf({ options }), modelOf(fields), failOn)).toBe(code);
  });

  test('that comes of missing bureaus is explained, unless --quiet', async () => {
    const stderr = testSink();
    const effects = testEffects({ stderr });
    await outcome(
      sessionOf({ effects, options: { requireComplete: true, quiet: true } }),
      modelOf({ bureaus: missing }),
      'never',
    );
    expect(stderr.text()).toBe('');
    await outcome(sessionOf({ effects, options: { requireComplete: true } }), modelOf({ bureaus: missing }), 'never');
    expect(stderr.text()).toContain('--require-complete');
  });
});

import { UI as EN } from '../../src/message/en/ui.ts';
import { UI as ZH } from '../../src/message/zh-CN/ui.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import { buildReport } from '../../src/report/build.ts';
import type { ReportModel } from '../../src/report/model.ts';
import { bureauOf, compilationOf, sourceOf } from './compilation.ts';
import { scheme } from './returns.ts';

export const TEXTS = { 'zh-CN': ZH, en: EN } as const;

/** Texts that mean something to a terminal, a spreadsheet, XML, a workflow log or a path. */
export const HOSTILE = [
  '\u001B[2J\u202Eevil',
  '=HYPERLINK("http://x.invalid";"a")',
  '@SUM(1)\t+1',
  '-1+cmd|"/c calc"!A0',
  '</failure><script>alert(1)</script>&amp;',
  ']]>\u0000\uFFFE\uD800',
  '100%\r\n::set-output name=x::y',
  'a,b:c"d\'e',
  '[x](javascript:alert(1))',
] as const;

/** A report in which files, sheets and cells are called so, a finding each. */
export function hostileModel(language: 'zh-CN' | 'en' = 'zh-CN'): ReportModel {
  const findings = HOSTILE.map((text, at) => hostileFinding(text, at));
  return modelOf([...findings, ...plainFindings()], language);
}

/** A report of these findings, with a faulty bureau, a clean one and one that is missing. */
export function modelOf(findings: readonly Finding[], language: 'zh-CN' | 'en' = 'zh-CN'): ReportModel {
  const files = new Set(findings.map(({ place }) => place.file));
  const compilation = compilationOf({
    bureaus: [
      bureauOf('440100', '广州市', 'accepted'),
      bureauOf('440200', '韶关市', 'provisional'),
      bureauOf('440300', '深圳市', 'missing'),
    ],
    findings,
    sources: [sourceOf('广州市.xlsx', '440100', 3, 0), ...[...files].map((file) => sourceOf(file, '440200', 1, 0))],
  });
  return buildReport(compilation, scheme, { version: '0.1.0', language });
}

/** Findings as they come: one cell, a range, a text file, a whole file, each severity. */
export function plainFindings(): readonly Finding[] {
  const at = (
    row: number | null,
    column: number | null,
    file = '韶关市/台账 1#.xlsx',
    sheet: string | null = '台账',
  ) => ({
    ...{ file, sheet, row, column },
  });
  const of = { bureau: '440200', column: 'participants' };
  return [
    ...[5, 6, 7, 9].map((row) =>
      finding('NUMBER_UNREADABLE', at(row, 13), {}, { ...of, raw: row < 9 ? '12O' : '若干' }),
    ),
    finding('NUMBER_APPROXIMATE', at(12, 13), { used: '200' }, { ...of, raw: '约200' }),
    finding('NUMBER_NEGATIVE', at(28, 13, '韶关.csv', null), {}, { ...of, raw: '-3' }),
    finding('ROWS_HIDDEN', at(null, null), { rows: 2 }, { bureau: '440200' }),
    finding('COLUMN_UNKNOWN', at(null, 4), { header: '领导' }, { bureau: '440200' }),
    finding('TEXT_ROW_LENGTH', at(5, null, '韶关.csv', null), { expected: 3, found: 4 }, { bureau: '440200' }),
    finding('SENDER_NOT_FOUND', at(null, null, '不明.xlsx', null), {}),
  ];
}

function hostileFinding(text: string, at: number): Finding {
  const place = { file: `${text}.xlsx`, sheet: text, row: at + 3, column: 2 };
  return finding('NUMBER_UNREADABLE', place, {}, { bureau: '440200', column: 'participants', raw: text });
}

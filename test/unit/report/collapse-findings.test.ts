import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '../../../src/model/finding.ts';
import { collapseFindings } from '../../../src/report/collapse-findings.ts';

const place = (row: number | null, column: number | null = 8, file = 'a.xlsx') => ({
  file,
  sheet: '台账',
  row,
  column,
});
const said: Finding[] = [];
const describeIt = (one: Finding) => {
  said.push(one);
  return { message: `${one.code} ${one.raw ?? '-'}`, hint: 'mend it' };
};
const order = (bureau: string) => ['440100', '440300', '440200'].indexOf(bureau);
const collapse = (findings: readonly Finding[]) => collapseFindings(findings, order, describeIt, ({ code }) => code);

describe('collapseFindings', () => {
  test('equal findings are one entry with compressed cells; raw and region stay when all agree', () => {
    const one = (row: number, raw: string, region: string) =>
      finding('NUMBER_UNREADABLE', place(row), {}, { bureau: '440100', column: 'participants', raw, region });
    const [same, ...rest] = collapse([one(5, '若干', '440103'), one(6, '若干', '440103'), one(7, '若干', '440103')]);
    expect(rest).toEqual([]);
    expect(same).toEqual({
      code: 'NUMBER_UNREADABLE',
      severity: 'error',
      file: 'a.xlsx',
      sheet: '台账',
      cells: ['H5:H7'],
      count: 3,
      bureau: '440100',
      region: '440103',
      column: 'participants',
      indicator: null,
      raw: '若干',
      examples: [],
      args: {},
      message: 'NUMBER_UNREADABLE 若干',
      causes: [{ code: 'NO_DIGITS', args: {}, count: 3, message: 'NO_DIGITS' }],
      hint: 'mend it',
      explained: null,
    });
    const [differing] = collapse([one(5, '若干', '440103'), one(6, '3-5', '440104')]);
    expect(differing).toMatchObject({ raw: null, region: null, count: 2, message: 'NUMBER_UNREADABLE -' });
    expect(differing?.examples).toEqual(['若干', '3-5']);
    expect(differing?.causes).toEqual([
      { code: 'NO_DIGITS', args: {}, count: 1, message: 'NO_DIGITS' },
      { code: 'SEVERAL_NUMBERS', args: {}, count: 1, message: 'SEVERAL_NUMBERS' },
    ]);
  });

  test('other arguments, columns, severities, bureaus and reasons are other entries', () => {
    const base = finding('NUMBER_APPROXIMATE', place(5), { used: '200' }, { bureau: '440100' });
    const others = [
      finding('NUMBER_APPROXIMATE', place(6), { used: '300' }, { bureau: '440100' }),
      { ...base, place: place(7), column: 'funds' },
      { ...base, place: place(8), severity: 'info' as const },
      { ...base, place: place(9), bureau: '440200' },
      { ...base, place: place(10), indicator: 't1_a' },
      { ...base, place: place(11), explained: '属实' },
    ];
    expect(collapse([base, ...others])).toHaveLength(7);
  });

  test('findings with one reason are an entry with that reason', () => {
    const one = finding('NUMBER_APPROXIMATE', place(5), { used: '200' }, { bureau: '440100' });
    const said = [one, { ...one, place: place(6) }].map((same) => ({ ...same, explained: '属实' }));
    expect(collapse(said)).toEqual([expect.objectContaining({ count: 2, explained: { reason: '属实' } })]);
  });

  test('entries stand by bureau, file, sheet, row, column, code; those without a bureau last', () => {
    const of = (bureau: string | null, file: string, row: number | null, column = 1) =>
      finding('CELL_ERROR', place(row, column, file), {}, { bureau, column: `${file}${row}${column}` });
    const wanted = [
      of('440100', 'a.xlsx', null),
      of('440100', 'a.xlsx', 3),
      of('440100', 'a.xlsx', 20, 2),
      of('440100', 'a.xlsx', 20, 5),
      of('440100', 'b.xlsx', 2),
      of('440300', 'a.xlsx', 1),
      of('440200', 'a.xlsx', 1),
      of(null, 'a.xlsx', 1),
    ];
    const seen = collapse([...wanted].reverse()).map(({ bureau, file, column }) => [bureau, file, column]);
    expect(seen).toEqual(wanted.map(({ bureau, place: { file }, column }) => [bureau, file, column]));
  });

  test('examples are the first three different texts in reading order, whatever the order of the findings', () => {
    const raws = ['丁', '丙', '乙', '甲', '乙', '丙'];
    const findings = raws.map((raw, at) =>
      finding('NUMBER_UNREADABLE', place(10 - at), {}, { bureau: '440100', column: 'participants', raw }),
    );
    expect(collapse(findings)[0]?.examples).toEqual(['丙', '乙', '甲']);
    expect(collapse(findings.toReversed())[0]?.examples).toEqual(['丙', '乙', '甲']);
  });
});

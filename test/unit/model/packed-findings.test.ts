import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '../../../src/model/finding.ts';
import { atRows, countOf, findingPacker, singly } from '../../../src/model/packed-findings.ts';

const at = (row: number | null, fields: { sheet?: string; column?: number; raw?: string; region?: string } = {}) =>
  finding(
    'NUMBER_UNREADABLE',
    { file: 'a.xlsx', sheet: fields.sheet ?? '台账', row, column: fields.column ?? 8 },
    {},
    { bureau: '440100', column: 'participants', raw: fields.raw ?? '若干', region: fields.region ?? '440103' },
  );

function packed(findings: readonly Finding[]): readonly Finding[] {
  const packer = findingPacker();
  for (const one of findings) packer.add(one);
  return packer.findings();
}

const rowsOf = (findings: readonly Finding[]) => findings.map(({ place, alsoRows }) => [place.row, alsoRows ?? []]);

describe('a packer', () => {
  test('keeps what is alike in all but its row as one, its rows ascending', () => {
    expect(packed([at(5), at(6), at(9)])).toEqual([{ ...at(5), alsoRows: [6, 9] }]);
    expect(rowsOf(packed([at(9), at(5), at(6)]))).toEqual([[5, [6, 9]]]);
    const rows = Array.from({ length: 1000 }, (_, row) => row + 1);
    expect(rowsOf(packed(rows.map((row) => at(row))))).toEqual([[1, rows.slice(1)]]);
  });

  test.each<[string, Finding]>([
    ['column', at(6, { column: 9 })],
    ['sheet', at(6, { sheet: '台账2' })],
    ['region', at(6, { region: '440104' })],
    ['file', { ...at(6), place: { ...at(6).place, file: 'b.xlsx' } }],
    ['severity', { ...at(6), severity: 'info' }],
    ['arguments', { ...at(6), args: { used: '200' } }],
    ['reason', { ...at(6), explained: '属实' }],
  ])('keeps another %s apart', (_name, other) => {
    expect(packed([at(5), other, at(7)])).toEqual([{ ...at(5), alsoRows: [7] }, other]);
  });

  test('keeps the texts of the rows where they are not all the same', () => {
    const [one, ...others] = packed([at(5), at(6, { raw: '3-5' }), at(7)]);
    expect(others).toEqual([]);
    expect(one).toEqual({ ...at(5), alsoRows: [6, 7], alsoRaws: ['3-5', '若干'] });
    expect(packed([at(7), at(6), at(5, { raw: '3-5' })])).toEqual([
      { ...at(5, { raw: '3-5' }), alsoRows: [6, 7], alsoRaws: ['若干', '若干'] },
    ]);
    const many = Array.from({ length: 1000 }, (_, row) => at(row + 1, { raw: `第${row}` }));
    const [all] = packed(many);
    expect([all?.raw, ...(all?.alsoRaws ?? [])]).toEqual(many.map(({ raw }) => raw));
  });

  test('counts a cell as often as it is told, and leaves alone what has no row', () => {
    expect(packed([at(5), at(5)]).map(countOf)).toEqual([2]);
    expect(packed([at(null), at(null)]).map(countOf)).toEqual([1, 1]);
  });
});

test('each by itself is what was packed', () => {
  const findings = [at(5), at(6), at(9), at(null), at(7, { raw: '3-5' })];
  const back = [...singly(packed(findings))];
  expect(back).toHaveLength(findings.length);
  expect(back).toEqual(expect.arrayContaining(findings));
});

describe('at some of its rows', () => {
  const [three = at(1)] = packed([at(5), at(6), at(9)]);
  test.each<[string, readonly number[], readonly number[] | null]>([
    ['all', [5, 6, 9], [5, 6, 9]],
    ['without the first', [6, 9], [6, 9]],
    ['without another', [5, 9], [5, 9]],
    ['one alone', [9], [9]],
    ['none', [], null],
  ])('%s', (_name, kept, expected) => {
    const left = atRows(three, (row) => kept.includes(row ?? 0));
    expect(left && [left.place.row, ...(left.alsoRows ?? [])]).toEqual(expected);
  });
});

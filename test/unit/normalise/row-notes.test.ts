import { expect, test, vi } from 'vitest';
import type { Remark } from '../../../src/normalise/reading.ts';
import { remark } from '../../../src/normalise/reading.ts';
import { type NoteAt, rowNotes } from '../../../src/normalise/row-notes.ts';
import { recognisedFile } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

const ROWS = 1000;
const file = recognisedFile({
  columns: ['county', 'participants'],
  rows: Array.from({ length: ROWS }, () => ['惠城区', '若干']),
});
const notes = () => {
  const [sheet] = file.sheets;
  const [table] = sheet?.tables ?? [];
  if (sheet === undefined || table === undefined) return expect.unreachable();
  return rowNotes({ file: file.file, sheet, table, index: 0 }, { scheme, sender: '441300', period: Q1 });
};
const at = (row: number, other: Partial<NoteAt> = {}): NoteAt => ({
  row,
  column: 2,
  cell: undefined,
  region: '441302',
  about: { column: 'participants' },
  ...other,
});

test('what each of a thousand rows lacks is made a finding once for each region', () => {
  const make = vi.fn<Remark>(remark('NUMBER_UNREADABLE', {}));
  const { add, findings } = notes();
  for (let row = 2; row < ROWS + 2; row++) add([make], at(row, { region: row % 2 === 0 ? '441302' : '441303' }));
  expect(make).toHaveBeenCalledTimes(2);
  expect(findings().map(({ region, place, alsoRows }) => [region, place.row, alsoRows?.length])).toEqual([
    ['441302', 2, 499],
    ['441303', 3, 499],
  ]);
});

test('what is found of a thousand texts is one finding with its texts', () => {
  const make = vi.fn<Remark>(remark('NUMBER_UNREADABLE', {}));
  const { add, findings } = notes();
  const textOf = (row: number) => `数${row}`;
  const cell = (row: number) => ({ kind: 'text', text: textOf(row) }) as NonNullable<NoteAt['cell']>;
  for (let row = 2; row < ROWS + 2; row++) add([make], at(row, { cell: cell(row) }));
  expect(make).toHaveBeenCalledTimes(1);
  const [one, ...others] = findings();
  expect(others).toEqual([]);
  expect([one?.raw, one?.alsoRaws?.length, one?.alsoRaws?.at(-1)]).toEqual(['数2', ROWS - 1, textOf(ROWS + 1)]);
});

test.each<[string, Partial<NoteAt>]>([
  ['column', { column: 3 }],
  ['region', { region: null }],
  ['column of the ledger', { about: { column: 'households' } }],
  ['indicator', { about: { indicator: 't5_job_fairs' } }],
])('another %s is another finding', (_, other) => {
  const { add, findings } = notes();
  const told = remark('NUMBER_UNREADABLE', {});
  add([told], at(2));
  add([told], at(3, other));
  add([told], at(4));
  expect(findings().map(({ place, alsoRows }) => [place.row, alsoRows ?? []])).toEqual([
    [2, [4]],
    [3, []],
  ]);
});

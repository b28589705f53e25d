import { expect, test } from 'vitest';
import { activityList } from '../../../src/model/activities.ts';
import { activityPacker } from '../../../src/model/activity-packer.ts';
import type { Activity } from '../../../src/model/filed-return.ts';
import { knownRows } from '../../../src/normalise/known-rows.ts';
import { ledgerColumnsReader } from '../../../src/normalise/ledger-columns.ts';
import { numberColumns } from '../../../src/scheme/dictionary.ts';
import { recognisedFile } from '../../support/recognised-files.ts';
import { activity, Q1, scheme } from '../../support/returns.ts';

const COLUMNS = ['county', 'task', 'title', 'date', 'participants'];
const NUMBERS = numberColumns(scheme);

/** Known rows of a table, of which the first is kept as a model, with what they add to. */
function after(first: Partial<Omit<Activity, 'numbers'>>, ...rows: readonly (readonly (string | number | null)[])[]) {
  const file = recognisedFile({ columns: COLUMNS, rows });
  const [sheet] = file.sheets;
  const [table] = sheet?.tables ?? [];
  if (sheet === undefined || table === undefined) return expect.unreachable();
  const view = { file: file.file, sheet, table, index: 0 };
  const packer = activityPacker(0, NUMBERS.length);
  const columns = ledgerColumnsReader({ scheme, sender: '441300', period: Q1 })(view);
  const known = knownRows(sheet.grid, columns, packer);
  packer.add(activity({ row: 2, numbers: { participants: '30' }, ...first }));
  known.keep(1);
  return { known, rows: () => activityList(packer.build()) };
}

const FAIR = ['惠城区', '任务五', '招聘会', '2024-03-05', '30'];

test('a row with the same words is known, whatever else it says', () => {
  const { known, rows } = after({ region: '441302' }, FAIR, ['惠城区', '任务五', '座谈会', '2024-03-06', '1,200人次']);
  expect(known.add(2)).toBe(true);
  const [first, second] = rows();
  const participants = NUMBERS.findIndex(({ id }) => id === 'participants');
  expect(second).toEqual({
    ...first,
    ...{ row: 3, title: '座谈会', start: '2024-03-06', end: '2024-03-06' },
    numbers: first?.numbers.map((own, at) => (at === participants ? 1200n * 10n ** 12n : own)),
  });
});

test.each([
  ['another word', ['惠阳区', '任务五', '招聘会', '2024-03-05', '30']],
  ['a blank cell', ['惠城区', '任务五', '招聘会', '2024-03-05', null]],
  ['a word in another column', [null, '惠城区', '招聘会', '2024-03-05', '30']],
  ['a cell that is not clear', ['惠城区', '任务五', '招聘会', '2024-03-05', '约30']],
  ['a cell that says nothing', ['惠城区', '任务五', '无', '2024-03-05', '30']],
])('a row with %s is not', (_, row) => {
  const { known, rows } = after({}, FAIR, row);
  expect(known.add(2)).toBe(false);
  expect(rows()).toHaveLength(1);
});

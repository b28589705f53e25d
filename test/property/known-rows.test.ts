import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityList } from '../../src/model/activities.ts';
import type { CellKind } from '../../src/model/grid.ts';
import { gridBuilder } from '../../src/model/grid-builder.ts';
import { singly } from '../../src/model/packed-findings.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { recognisedFile } from '../support/recognised-files.ts';
import { Q1, scheme } from '../support/returns.ts';

type CellSpec = null | string | readonly [CellKind, number | string];
type Row = Readonly<Record<string, CellSpec>>;

/** What a cell may hold, each a faultless content first. */
const HELD: Readonly<Record<string, readonly CellSpec[]>> = {
  county: ['惠城区', '惠阳区', null, '没有区', '越秀区', '  ', ['error', '#REF!']],
  task: ['任务五', '任务四', null, '任务九', ['uncached', '=A1']],
  activity_type: ['招聘活动', '公益慈善活动', null, '别的', ['number', 3]],
  part: ['主办', null, '协办', '帮忙', '无'],
  adopted: ['否', '是', null, ['boolean', 1], '也许'],
  association: ['惠州市鞋业协会', '惠州市鞋业 协会', '甲（商会）', null, '无', '""', ['error', '#N/A']],
  uscc: ['51441300MJL171237J', '51440300MJL1712376', null, '无', '5144', ['number', 5.1441e17]],
  title: ['春季招聘会', '秋季招聘会', null, '/', '“”', ['number', 12]],
  venue: ['体育馆', null, ' ', '无', ['date', 45_000]],
  date: ['2024-03-05', '3月', ['date', 45_356], null, '无', '某日', ['percent', 0.5]],
  enterprises: ['30', ['number', 30], null, '0', '无', ' ', '约30', '-1', '3.5', ['date', 30]],
  jobs_offered: ['1200个', null, ['number', 0.25], '若干', '13800138000', ['error', '#DIV/0!']],
  funds: ['0.02', ['number', 0.02], '5000元', null, '-', '200万元', ['percent', 0.02]],
  remark: ['好', null, '""', ' ', '无'],
};
const IDS = Object.keys(HELD);

/** Cells of which so many in a hundred may hold anything, others one of the first two contents. */
const anyCells = (odd: number) =>
  Object.fromEntries(
    IDS.map((id) => {
      const held = HELD[id] ?? [];
      const usual = { weight: 100 - odd, arbitrary: fc.constantFrom(...held.slice(0, 2)) };
      return [id, fc.oneof(usual, { weight: odd, arbitrary: fc.constantFrom(...held) })];
    }),
  );

/** Rows that differ from one of a few in some cells, so that many are known by those before. */
const someRows: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    fc.array(fc.record(anyCells(5)), { minLength: 3, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(2), fc.subarray(IDS, { maxLength: 5 }), fc.record(anyCells(70))), { maxLength: 60 }),
  )
  .map(([kinds, rows]) =>
    rows.map(([kind, changed, cells]) => ({
      ...kinds[kind],
      ...Object.fromEntries(changed.map((id) => [id, cells[id] ?? null])),
    })),
  );
const USUAL: Row = Object.fromEntries(IDS.map((id) => [id, HELD[id]?.[0] ?? null]));

/** Reads some rows of a table, which stand where they stand among all. */
function read(rows: readonly Row[], ids: readonly string[], isIn: (at: number) => boolean = () => true) {
  const builder = gridBuilder();
  ids.forEach((id, column) => {
    builder.text(1, column + 1, 'text', id);
  });
  rows.forEach((row, at) => {
    ids.forEach((id, column) => {
      const cell = row[id] ?? null;
      if (cell === null || !isIn(at)) return;
      const [kind, value] = typeof cell === 'string' ? (['text', cell] as const) : cell;
      if (typeof value === 'string') builder.text(at + 2, column + 1, kind, value);
      else builder.number(at + 2, column + 1, kind, value);
    });
  });
  const file = recognisedFile({ columns: ids, rows: [], grid: builder.build({ sheet: '表' }) });
  const { value, findings } = normalise(file, { scheme, sender: '441300', period: Q1 });
  return {
    activities: activityList(value.activities),
    findings: [...singly(findings)].map((one) => JSON.stringify(one)),
  };
}

test('a row says the same after any others as it does alone', () => {
  const columns = fc.subarray(IDS, { minLength: 8 }).map((ids) => (ids.includes('county') ? ids : ['county', ...ids]));
  fc.assert(
    fc.property(someRows, columns, (some, ids) => {
      // A region that is repeated right below is written in each row: none is filled in from above.
      const rows = [USUAL, USUAL, ...some];
      const together = read(rows, ids);
      const alone = rows.map((_, row) => read(rows, ids, (at) => at === row));
      expect(together.activities).toEqual(alone.flatMap(({ activities }) => activities));
      expect(together.findings.sort()).toEqual(alone.flatMap(({ findings }) => findings).sort());
    }),
    { numRuns: 150 },
  );
}, 60_000);

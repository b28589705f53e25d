import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { findHeader } from '../../../src/recognise/header-block.ts';
import { ceilingAt, rowScores } from '../../../src/recognise/header-score.ts';
import { rowWindow } from '../../../src/recognise/row-window.ts';
import { sheetView } from '../../../src/recognise/sheet-view.ts';
import { ACTIVITY, LEDGER, type Rows, SUMMARY, scheme } from './support.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom<string | number>(
    ...LEDGER,
    ...SUMMARY,
    ...ACTIVITY,
    '地区',
    '年份',
    2023,
    2024,
    3,
    1.5,
    '合计',
    '单位：',
  ),
);
const row = fc.oneof(
  fc.constantFrom<Rows[number]>(LEDGER, SUMMARY, ACTIVITY, ['标题'], []),
  fc.array(cell, { maxLength: 9 }),
);
const sheet = fc.array(row, { maxLength: 25 }).map((rows) => sheetView(gridFromRows(rows)));

test('no row scores higher than its texts and its place allow', () => {
  fc.assert(
    fc.property(sheet, (view) => {
      const scores = rowScores(view, rowWindow(view, 0, view.rows, scheme), scheme);
      for (let at = 0; at < view.rows; at++) {
        const total = scores.of(at)?.total ?? 0;
        expect(scores.most(at)).toBeGreaterThanOrEqual(total);
        expect(ceilingAt(at)).toBeGreaterThanOrEqual(scores.most(at));
      }
    }),
  );
});

test('the rows that are passed over are no better headers than the one that is found', () => {
  fc.assert(
    fc.property(sheet, (view) => {
      const scores = rowScores(view, rowWindow(view, 0, view.rows, scheme), scheme);
      const totals = Array.from({ length: view.rows }, (_, at) => scores.of(at));
      const best = Math.max(0, ...totals.map((score) => score?.total ?? 0));
      const header = findHeader(view, 0, view.rows, scheme);
      expect(header === null).toBe(best < 0.5);
      // A header that the scheme knows well may stand above the best one, and rows like it above an unknown one.
      const [first = null] = totals.filter((score) => score !== null && score.total === best);
      const above = totals.slice(0, totals.indexOf(first)).filter((score) => (score?.total ?? 0) >= 0.5);
      if (header !== null && above.length === 0) expect(header.score.total).toBe(best);
    }),
  );
});

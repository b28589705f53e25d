import { describe, expect, test } from 'vitest';
import { format } from '../../../src/decimal/decimal.ts';
import { deriveLedger } from '../../../src/derive/derive-ledger.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { filed, Q1, scheme } from '../../support/returns.ts';

const ADOPTED = 't6_proposals_adopted';
const PLAIN = ['county', 'title', 'activity_type'];
const WITH = [...PLAIN, 'adopted'];

type Sheets = readonly Pick<SheetSpec, 'columns' | 'rows'>[];

function tally(...sheets: Sheets) {
  const file = recognisedFile(...sheets.map((sheet, at) => ({ ...sheet, task: 't6', sheet: `表${at}` })));
  const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
  const { totalled: _, ...values } = value;
  const { byRegion, cannotGive } = deriveLedger([filed('441300', values)], scheme);
  const found = byRegion.get('441302')?.get(ADOPTED);
  return cannotGive.has(ADOPTED) ? null : found === undefined ? 'no rows' : [format(found.sum), found.complete];
}

const proposal = (...more: readonly (string | null)[]) => ['惠城区', '建言', '政策建言', ...more];

describe('an indicator that needs a yes', () => {
  test.each<readonly [string, Sheets, unknown]>([
    ['yes and no', [{ columns: WITH, rows: [proposal('是'), proposal('否'), proposal(null)] }], ['1', true]],
    ['neither', [{ columns: WITH, rows: [proposal('是'), proposal('待定')] }], ['1', false]],
    ['no column at all', [{ columns: PLAIN, rows: [proposal()] }], null],
    [
      'the column in one of two tables',
      [
        { columns: WITH, rows: [proposal('是')] },
        { columns: PLAIN, rows: [proposal()] },
      ],
      ['1', false],
    ],
    [
      'the column in the one of two tables that has such rows',
      [
        { columns: WITH, rows: [proposal('是')] },
        { columns: PLAIN, rows: [['惠城区', '调研', '开展调研']] },
      ],
      ['1', true],
    ],
    ['no such row', [{ columns: PLAIN, rows: [['惠城区', '调研', '开展调研']] }], 'no rows'],
  ])('%s', (_, sheets, expected) => {
    expect(tally(...sheets)).toEqual(expected);
  });
});

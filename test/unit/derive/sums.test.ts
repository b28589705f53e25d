import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, decimal, format, ZERO } from '../../../src/decimal/decimal.ts';
import { deriveLedger } from '../../../src/derive/derive-ledger.ts';
import { packedActivities } from '../../../src/model/activity-packer.ts';
import { activity, filed, scheme } from '../../support/returns.ts';

const REGIONS = ['441302', '441303'];
/** Large ones by themselves go beyond 2^53 when they are added up. */
const amount = fc.oneof(
  fc.constant(''),
  fc.nat(300).map(String),
  fc.nat(9999).map((hundredths) => (hundredths / 100).toFixed(2)),
  fc.constantFrom('0.000000000001', '2147483648', '2147483649', '999999999999999', '123456789.5'),
);

test('numbers of any size are added up exactly, each for its region', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom(...REGIONS), amount), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 3 }), (files) => {
      const returns = files.map((given, at) =>
        filed('441300', {
          file: `${at}.csv`,
          activities: given.map(([region, funds]) =>
            activity({ region, task: 't4', type: 't4_charity', ...(funds === '' ? {} : { numbers: { funds } }) }),
          ),
          ledgerColumns: ['association', 'activity_type', 'funds'],
        }),
      );
      const { byRegion } = deriveLedger(returns, scheme);
      for (const region of REGIONS) {
        const own = files.flat().filter(([of]) => of === region);
        const sum = own.reduce((total, [, funds]) => add(total, decimal(funds) ?? ZERO), ZERO);
        expect(format(byRegion.get(region)?.get('t4_charity_donations')?.sum ?? ZERO)).toBe(format(sum));
        expect(byRegion.get(region)?.get('t4_charity_events')?.sum ?? ZERO).toBe(decimal(String(own.length)));
      }
    }),
  );
});

test('so many small numbers that their sum is no longer exact as such', () => {
  const row = activity({ task: 't4', type: 't4_charity', numbers: { funds: '2147483647' } });
  const activities = packedActivities(Array.from({ length: 5000 }, () => row));
  const many = Array.from({ length: 900 }, (_, at) =>
    filed('440100', { file: `${at}.csv`, activities, ledgerColumns: ['association', 'activity_type', 'funds'] }),
  );
  expect(5000 * 900 * 2147483647).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  const { byRegion } = deriveLedger(many, scheme);
  const sum = byRegion.get('440103')?.get('t4_charity_donations')?.sum ?? ZERO;
  expect(format(sum)).toBe(String(5000n * 900n * 2147483647n));
});

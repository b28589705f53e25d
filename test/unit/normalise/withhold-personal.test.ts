import { expect, test } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { personalMask } from '../../../src/normalise/personal-text.ts';
import { maskedFinding } from '../../../src/normalise/withhold-personal.ts';
import { scheme } from '../../support/returns.ts';

const place = { file: 'a.xlsx', sheet: '台账', row: 5, column: 13 };
const masked = (raw: string) =>
  maskedFinding(
    finding('AMOUNT_LARGE', place, { amount: raw, unit: '万元' }, { column: 'funds', raw }),
    personalMask(scheme),
  );

test('a mobile number that was read as an amount of money is masked in the text and the arguments', () => {
  expect(masked('13987654321')).toMatchObject({ raw: '139****4321', args: { amount: '139****4321', unit: '万元' } });
});

test.each(['350000', '123456789012', '13987654.321'])('the amount %s is none', (raw) => {
  expect(masked(raw)).toMatchObject({ raw, args: { amount: raw } });
});

import { expect, test } from 'vitest';
import { withoutNumbering } from '../../../src/text/numbering.ts';

test.each([
  ['1.惠城区', '惠城区'],
  ['1、惠城区', '惠城区'],
  ['（二）招聘会', '招聘会'],
  ['( 3 ) 招聘会', '招聘会'],
  ['【一】培训', '培训'],
  ['十二、培训', '培训'],
  ['③招聘会', '招聘会'],
  ['培训、招聘会', '培训、招聘会'],
  ['广州、惠城区', '广州、惠城区'],
  ['1.5', '1.5'],
  ['1,234', '1,234'],
  ['2024年', '2024年'],
  ['一、', '一、'],
  ['三水区', '三水区'],
])('%s → %s', (text, rest) => {
  expect(withoutNumbering(text)).toBe(rest);
});

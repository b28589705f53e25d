import { expect, test } from 'vitest';
import { filePlace } from '../../../src/model/place.ts';
import { registrarCheck } from '../../../src/normalise/registrar.ts';
import { scheme } from '../../support/returns.ts';

const remarks = registrarCheck(scheme);

test.each([
  ['51440100MJL171237U', '440106', 'a county of the city that registered it', false],
  ['51440106MJL1712300', '440103', 'another county of the same city', false],
  ['51440183MJL1712373', '440112', 'a former county of the same city', false],
  ['51440000MJL171237N', '440106', 'the province', false],
  ['51100000MJL1712372', '440106', 'the ministry', false],
  ['51310000MJL171237K', '440106', 'elsewhere: said as a foreign division already', false],
  ['51440300MJL1712376', '440000-self', 'a row of the own level of the province', false],
  ['51440300MJL1712376', '440106', 'another city', true],
  ['51441283MJL1712300', '440106', 'a former county of another city', true],
  ['51440106MJL1712300', '441302', 'a county of another city', true],
])('%s in %s: %s', (code, region, _, told) => {
  const said = remarks(code, region).map((remark) => remark(filePlace('a.csv'), {}));
  expect(said.map(({ code: own, args }) => [own, args])).toEqual(
    told ? [['CREDIT_CODE_UNUSUAL', { reason: 'otherCity' }]] : [],
  );
});

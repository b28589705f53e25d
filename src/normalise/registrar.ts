import { cityOf, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { NO_REMARKS, type Remark, remark } from './reading.ts';

const OTHER_CITY = [remark('CREDIT_CODE_UNUSUAL', { reason: 'otherCity' })];

/** What is to be said of a credit code in a row of a region: one that the registrar of another city has issued. */
export function registrarCheck(scheme: Scheme): (code: string, region: string) => readonly Remark[] {
  const index = regionIndex(scheme);
  const successors = new Map(scheme.formerRegions.map((former) => [former.code, former.successors]));
  const citiesOf = new Map<string, ReadonlySet<string>>();
  const registrars = (division: string) => {
    const known = citiesOf.get(division);
    if (known) return known;
    const present = [division, ...(successors.get(division) ?? [])];
    const cities = new Set(present.flatMap((code) => cityOf(index, code)?.code ?? []));
    citiesOf.set(division, cities);
    return cities;
  };
  return (code, region) => {
    // The province and the ministry register for everywhere; a row of the province's own level may be of any city.
    const cities = registrars(code.slice(2, 8));
    const own = cityOf(index, region);
    return own === null || cities.size === 0 || cities.has(own.code) ? NO_REMARKS : OTHER_CITY;
  };
}

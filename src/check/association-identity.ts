import { activityAt } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { type Place, placeName } from '../model/place.ts';
import { type PlaceOf, placeFinder } from '../model/row-place.ts';
import { associationKey, CODE_LENGTH } from '../text/association-key.ts';

interface Said {
  /** As written: a name, or a code. */
  readonly text: string;
  readonly place: Place;
}

/** What a key was first said with, and what else already, so that each difference is told once. */
interface Known {
  readonly first: Said;
  readonly told: Set<string>;
}

/**
 * Holds the credit codes of a return against the names beside them: one code with several names, one name with several
 * codes. Each other name or code is told once, at its first cell, with the cell that says it first.
 */
export function identityFindings(files: readonly FiledReturn[]): readonly Finding[] {
  const findings: Finding[] = [];
  const codes = new Map<string, Known>();
  const names = new Map<string, Known>();
  for (const filed of files) {
    const placeOf = placeFinder(filed);
    const { activities } = filed;
    for (let at = 0; at < activities.length; at++) {
      const association = valueAt(activities.association, at);
      if (association.length !== CODE_LENGTH) continue;
      const name = associationKey(valueAt(activities.associationName, at));
      // A row without a code of its own goes by its name.
      if (name === '' || association === name) continue;
      findings.push(...held(activityAt(activities, at), name, codes, names, placeOf));
    }
  }
  return findings;
}

function held(
  row: Activity,
  nameKey: string,
  codes: Map<string, Known>,
  names: Map<string, Known>,
  placeOf: PlaceOf,
): readonly Finding[] {
  const { association: code, associationName: name, region } = row;
  const named = { text: name, place: placeOf(row, 'association') };
  const coded = { text: code, place: placeOf(row, 'uscc') };
  const otherName = differing(codes, code, nameKey, named);
  const otherCode = differing(names, nameKey, code, coded);
  const findings: Finding[] = [];
  if (otherName) {
    const args = { code, name, other: otherName.text, at: placeName(named.place, otherName.place) };
    findings.push(finding('CREDIT_CODE_NAMES', named.place, args, { column: 'association', region, raw: name }));
  }
  if (otherCode) {
    const args = { name, code, other: otherCode.text, at: placeName(coded.place, otherCode.place) };
    findings.push(finding('NAME_CREDIT_CODES', coded.place, args, { column: 'uscc', region, raw: code }));
  }
  return findings;
}

/** What was said first under a key, when it is something else and that is not told yet. */
function differing(known: Map<string, Known>, key: string, value: string, said: Said): Said | null {
  const own = known.get(key);
  if (own === undefined) {
    known.set(key, { first: said, told: new Set([value]) });
    return null;
  }
  if (own.told.has(value)) return null;
  own.told.add(value);
  return own.first;
}

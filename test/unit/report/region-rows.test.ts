import { describe, expect, test } from 'vitest';
import { groupUnits } from '../../../src/report/region-rows.ts';
import type { Region } from '../../../src/scheme/scheme.ts';

function city(code: string, grouping: string | null): Region {
  return { code, name: code, shortName: code, aliases: [], level: 'city', parent: '1', grouping, tile: null, order: 0 };
}

function grouped(units: readonly Region[], order: readonly string[]): readonly string[] {
  return groupUnits(units, order).map(
    ({ name, units: members }) => `${name}: ${members.map(({ code }) => code).join(' ')}`,
  );
}

describe('groups of units', () => {
  const units = [city('a', 'delta'), city('b', 'north'), city('c', 'west'), city('d', 'north'), city('e', null)];

  test.each([
    ['stand in the order of the scheme', ['delta', 'west', 'north'], ['delta: a', 'west: c', 'north: b d']],
    ['follow in the order of their first unit when it does not order them', [], ['delta: a', 'north: b d', 'west: c']],
    ['not ordered stand behind those that are', ['west'], ['west: c', 'delta: a', 'north: b d']],
    ['without units are left out', ['east', 'north', 'west'], ['north: b d', 'west: c', 'delta: a']],
  ])('%s', (_name, order, expected) => {
    expect(grouped(units, order)).toEqual(expected);
  });

  test('are none when all units share one', () => {
    expect(grouped([city('a', 'delta'), city('b', 'delta')], ['delta', 'north'])).toEqual([]);
  });
});

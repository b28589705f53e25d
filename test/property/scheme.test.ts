import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/model/recognised.ts';
import { findActivityType, findTask, headerDictionary, headerKey, nearest } from '../../src/scheme/dictionary.ts';
import { formatExpression, parseExpression } from '../../src/scheme/expression.ts';
import { findRegion, type RegionMatch, regionIndex } from '../../src/scheme/regions.ts';
import type { Region } from '../../src/scheme/scheme.ts';
import { scheme } from '../support/returns.ts';

const index = regionIndex(scheme);
const codes = scheme.regions.map(({ code }) => code);
const counties = scheme.regions.filter(({ level }) => level === 'county' || level === 'zone');
const cityOfCounty = (county: Region): Region => {
  const city = scheme.regions.find(({ code }) => code === county.parent);
  if (!city) throw new Error(`no city of ${county.code}`);
  return city;
};

/** Texts made of the very pieces that names are made of, so that they often nearly match. */
const nameLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(...scheme.regions.flatMap(({ name, shortName }) => [name, shortName])),
      fc.constantFrom(
        '市',
        '区',
        '本级',
        '市直',
        '、',
        '·',
        ' ',
        '（',
        '）',
        '民政局',
        '广东省',
        '新',
        '440100',
        '-self',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));
const within = fc.option(fc.constantFrom(...codes, 'x', '__proto__'));

function code(match: RegionMatch): string | null {
  return match.kind === 'region' ? match.region.code : null;
}

describe('regions', () => {
  test('no text crashes, and whatever is found is a region of the scheme', () => {
    fc.assert(
      fc.property(fc.oneof(nameLike, fc.string({ unit: 'binary' })), within, (text, area) => {
        const match = findRegion(index, text, area);
        if (match.kind === 'region') expect(codes).toContain(match.region.code);
        if (match.kind === 'several') expect(match.regions.length).toBeGreaterThan(1);
        if (match.kind === 'unknownCounty') expect(match.rest).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('what is found by code, full name or city and name does not depend on the sender', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counties), within, (county, area) => {
        const city = cityOfCounty(county);
        expect(code(findRegion(index, county.code, area))).toBe(county.code);
        for (const head of [city.name, city.shortName, `${city.name}·`, `广东省${city.name}`, `${city.name} `]) {
          expect(code(findRegion(index, head + county.name, area))).toBe(county.code);
          expect(code(findRegion(index, head + county.shortName, area))).toBe(county.code);
        }
      }),
    );
  });

  test('every region is found by its code and its full name', () => {
    for (const region of scheme.regions) {
      expect(code(findRegion(index, region.code, null))).toBe(region.code);
      expect(code(findRegion(index, region.name, null))).toBe(region.code);
      if (/^\d{6}$/.test(region.code)) expect(code(findRegion(index, `${region.code}000000`, null))).toBe(region.code);
    }
  });

  test('every region is found by its short name and aliases: within its city, and anywhere when they are unique', () => {
    const owners = new Map<string, Set<string>>();
    for (const region of scheme.regions.filter(({ level }) => level !== 'self')) {
      for (const name of [region.name, region.shortName, ...region.aliases]) {
        owners.set(name, (owners.get(name) ?? new Set()).add(region.code));
        expect(code(findRegion(index, name, region.parent)), name).toBe(region.code);
      }
    }
    for (const [name, [owner, ...others]] of owners) {
      if (others.length === 0) expect(code(findRegion(index, name, null)), name).toBe(owner);
    }
  });

  test('every former region is found by its code, and by its name behind its city', () => {
    for (const former of scheme.formerRegions) {
      for (const text of [former.code, former.parentName + former.name]) {
        const match = findRegion(index, text, null);
        const found = match.kind === 'several' ? match.regions : match.kind === 'region' ? [match.region] : [];
        expect(found.length, text).toBeGreaterThan(0);
        for (const region of found) expect(former.successors).toContain(region.code);
      }
    }
  });

  test('spaces, full width and separators between city and county change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...counties),
        fc.constantFrom('', ' ', '　', '\n', '\u200b', '·', '-', '—', '/', '／', '(', '（'),
        (county, separator) => {
          const text = cityOfCounty(county).name + separator + county.name;
          expect(code(findRegion(index, text, null))).toBe(county.code);
        },
      ),
    );
  });
});

describe('headers', () => {
  test.each<[Form]>([['ledger'], ['summary']])('in the %s form every name and synonym means its own entry', (form) => {
    const dictionary = headerDictionary(scheme, form);
    const columns = scheme.columns.filter(({ forms }) => forms.includes(form));
    for (const { id, name, synonyms } of form === 'ledger' ? columns : [...columns, ...scheme.indicators]) {
      for (const text of [name, ...synonyms, ` ${name}\n`, `*${name}`, `${name}（必填）`]) {
        expect(
          dictionary.get(headerKey(text, scheme).key)?.map((meaning) => meaning.id),
          text,
        ).toEqual([id]);
      }
    }
  });

  test('no text crashes, and a key is its own key', () => {
    const pieces = fc.constantFrom('（', '）', '万元', '单位：', '/', '*', '其中', '：', '必填', '人次', 'x', ' ');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (header) => {
        const { key } = headerKey(header, scheme);
        expect(headerKey(key, scheme).key).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test('a label of a cover cell is never a header', () => {
    for (const form of ['ledger', 'summary'] as const) {
      for (const key of headerDictionary(scheme, form).keys()) {
        expect(headerDictionary(scheme, form).has(headerKey(`${key}：`, scheme).key)).toBe(false);
      }
    }
  });
});

describe('tasks and types', () => {
  test('every name and synonym means its own task or type', () => {
    for (const task of scheme.tasks) {
      for (const text of [task.id, task.name, task.shortName, ...task.synonyms]) {
        expect(findTask(scheme, text)?.id, text).toBe(task.id);
      }
    }
    for (const type of scheme.activityTypes) {
      for (const text of [type.id, type.name, ...type.synonyms]) {
        expect(
          findActivityType(scheme, text, type.task).map(({ id }) => id),
          text,
        ).toEqual([type.id]);
      }
    }
  });

  test('no text crashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, task) => {
        findTask(scheme, text);
        findActivityType(scheme, text, task);
        expect(nearest(text, [task, '广州市', '']).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

test('an expression reads as it is spelled', () => {
  const term = fc.oneof(
    fc.constantFrom('a', 't1_x', 'b2', 'previous', 'previous(a)', 'previous(previous)'),
    fc.constantFrom('1', '0.5', '12.25'),
  );
  const spelling = fc
    .tuple(term, fc.array(fc.tuple(fc.constantFrom('+', '-'), term), { maxLength: 5 }))
    .map(([first, rest]) => [first, ...rest.map((pair) => pair.join(' '))].join(' '));
  fc.assert(
    fc.property(spelling, (text) => {
      const expression = parseExpression(text);
      expect(expression && formatExpression(expression)).toBe(text);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void parseExpression(text)));
});

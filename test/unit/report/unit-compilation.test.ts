import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { buildReport } from '../../../src/report/build.ts';
import { unitCompilation, unitsOf } from '../../../src/report/unit-compilation.ts';
import {
  bureauOf,
  compilationOf,
  figureOf,
  smallCompilation,
  smallScheme,
  sourceOf,
} from '../../support/compilation.ts';
import { scheme as builtin } from '../../support/returns.ts';

const scheme = smallScheme(builtin);
const place = (file: string) => ({ file, sheet: null, row: 2, column: 3 });
const activities = (read: number, counted: number, task: string) => ({
  ...{ read, counted, setAside: read - counted, events: counted },
  byTask: new Map([[task, counted]]),
});
const whole = compilationOf({
  area: '100000',
  bureaus: [bureauOf('100100', '东城市', 'accepted'), bureauOf('100200', '西城市', 'missing')],
  offRoster: [bureauOf('100101', '南湖区', 'accepted')],
  unknownSenders: [{ file: '长沙市.xlsx', name: '长沙市' }],
  figures: ['100000', '100100', '100101', '100200'].map((region) => figureOf(region, 't1_a', '10')),
  activities: activities(9, 7, 't1'),
  findings: [
    finding('NUMBER_NEGATIVE', place('东城市.xlsx'), {}, { bureau: '100100' }),
    finding('NUMBER_NEGATIVE', place('南湖区.xlsx'), {}, { bureau: '100101' }),
    finding('NUMBER_NEGATIVE', place('西城市.xlsx'), {}, { bureau: '100200' }),
    finding('FORM_UNKNOWN', place('长沙市.xlsx'), { seen: '' }),
  ],
  setAside: ['东城市.xlsx', '西城市.xlsx'].map((file) => {
    return { file, sheet: null, row: 3, rows: 1, reason: 'noTask', of: null } as const;
  }),
  sources: [
    { ...sourceOf('东城市.xlsx', '100100', 4, 1), activities: activities(5, 4, 't1') },
    { ...sourceOf('南湖区.xlsx', '100101', 2, 0), activities: activities(2, 2, 't2') },
    { ...sourceOf('西城市.xlsx', '100200', 1, 1), activities: activities(2, 1, 't1') },
    sourceOf('长沙市.xlsx', null, 0, 0),
  ],
});

describe('a unit of a run', () => {
  const unit = unitCompilation(whole, '100100', scheme);

  test('has what lies in it, and nothing of others', () => {
    expect(unit.area).toBe('100100');
    expect(unit.bureaus.map(({ bureau }) => bureau)).toEqual(['100100']);
    expect(unit.offRoster.map(({ bureau }) => bureau)).toEqual(['100101']);
    expect(unit.unknownSenders).toEqual([]);
    expect(unit.figures.map(({ region }) => region)).toEqual(['100100', '100101']);
    expect(unit.findings.map(({ bureau }) => bureau)).toEqual(['100100', '100101']);
    expect(unit.setAside.map(({ file }) => file)).toEqual(['东城市.xlsx']);
    expect(unit.sources.map(({ file }) => file)).toEqual(['东城市.xlsx', '南湖区.xlsx']);
  });

  test('counts the ledger rows that it sent', () => {
    const byTask = new Map([
      ['t1', 4],
      ['t2', 2],
    ]);
    expect(unit.activities).toEqual({ read: 7, counted: 6, setAside: 1, events: 6, byTask });
  });

  test('is a report of its own, with the parts of the unit as rows', () => {
    const { title, area, coverage, views } = buildReport(unit, scheme, { version: '0.1.0', language: 'zh-CN' });
    expect(title).toBe('东城市2024年第一季度重点任务进展情况');
    expect(area).toEqual({ code: '100100', name: '东城市' });
    expect(coverage).toMatchObject({ due: 1, accepted: 1, missing: 0 });
    expect(views.words.whole).toBe('全市');
    expect(views.matrix.rows.map(({ name }) => name)).toEqual(['全市', '南湖区']);
  });
});

test('units are the children of the area that are due, sent something or have figures, in their order', () => {
  const units = (compilation: typeof whole) => unitsOf(compilation, 'city', scheme).map(({ name }) => name);
  expect(units(whole)).toEqual(['东城市', '西城市']);
  expect(units(smallCompilation())).toEqual(['东城市', '西城市', '海城市', '山城市']);
  expect(units(unitCompilation(whole, '100100', scheme))).toEqual([]);
});

test('the units together hold every row and finding of known senders', () => {
  const units = unitsOf(whole, 'city', scheme).map(({ code }) => unitCompilation(whole, code, scheme));
  const read = units.reduce((sum, { activities: own }) => sum + own.read, 0);
  expect(read).toBe(whole.activities.read);
  expect(units.flatMap(({ findings }) => findings)).toHaveLength(whole.findings.length - 1);
});

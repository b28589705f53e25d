import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toNumber } from '../../src/decimal/decimal.ts';
import type { Compilation } from '../../src/model/compilation.ts';
import { singly } from '../../src/model/packed-findings.ts';
import { cellName } from '../../src/model/place.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { scheme } from '../support/returns.ts';

interface Truth {
  readonly coverage: {
    readonly due: number;
    readonly bureaus: readonly { bureau: string; state: string; nil: boolean }[];
  };
  readonly figures: readonly {
    region: string;
    indicator: string;
    value: number | null;
    reason: string | null;
    basis: string | null;
    complete: boolean;
    lacks: readonly string[];
  }[];
  readonly activities: {
    read: number;
    counted: number;
    setAside: number;
    events: number;
    byTask: Record<string, number>;
  };
  readonly sources: readonly {
    file: string;
    bureau: string;
    forms: readonly string[];
    rows: { data: number; counted: number; setAside: number; total: number };
  }[];
  readonly setAside: readonly { file: string; sheet: string | null; row: number; reason: string; of?: object }[];
  readonly findings: readonly {
    code: string;
    severity: string;
    file: string;
    sheet: string | null;
    cells: readonly string[];
    bureau: string;
  }[];
}

const root = join(import.meta.dirname, '../../fixtures');
/** A day after the last of the quarters. */
const asOf = '2024-07-20';

/** A quarter of the fixtures and the figures its generator wrote down. */
async function quarter(id: string): Promise<{ truth: Truth; compiled: Compilation }> {
  const truth = JSON.parse(readFileSync(join(root, 'expected', `${id}.json`), 'utf8')) as Truth;
  return { truth, compiled: await compiledQuarter(id) };
}

/** A quarter of the fixtures, compared with those before it that are named. */
async function compiledQuarter(id: string, before: readonly string[] = []): Promise<Compilation> {
  return compile({
    paths: [join(root, id)],
    cwd: root,
    scheme,
    period: null,
    area: null,
    asOf,
    counting: 'normal',
    basis: 'summary',
    earlier: () => async (period) => (before.includes(period.id) ? { path: join(root, period.id), named: true } : null),
  });
}

describe.each(['2023Q1', '2023Q4', '2024Q1', '2024Q2'])('%s', async (id) => {
  const { truth, compiled } = await quarter(id);

  test('every figure equals the truth', () => {
    const key = ({ region, indicator }: { region: string; indicator: string }) => `${region} ${indicator}`;
    const ours = new Map(
      compiled.figures.map(({ region, indicator, value, reason, basis, complete, lacks }) => [
        key({ region, indicator }),
        { region, indicator, value: value === null ? null : toNumber(value), reason, basis, complete, lacks },
      ]),
    );
    const differing = truth.figures.filter((figure) => {
      const own = ours.get(key(figure));
      return JSON.stringify(own) !== JSON.stringify({ ...own, ...figure }) || own === undefined;
    });
    expect(differing.map((figure) => ({ truth: figure, ours: ours.get(key(figure)) }))).toEqual([]);
    const expected = new Set(truth.figures.map(key));
    expect([...ours.keys()].filter((one) => !expected.has(one))).toEqual([]);
  });

  test('coverage', () => {
    expect(compiled.bureaus).toHaveLength(truth.coverage.due);
    expect(compiled.bureaus.map(({ bureau, state, nil }) => ({ bureau, state, nil }))).toEqual(
      truth.coverage.bureaus.map(({ bureau, state, nil }) => ({ bureau, state, nil })),
    );
  });

  test('rows reconcile in every source', () => {
    for (const { file, rows } of compiled.sources)
      expect({ file, rows: rows.counted + rows.setAside }).toEqual({ file, rows: rows.data });
    expect(
      compiled.sources.map(({ file, bureau, forms, rows: { data, counted, setAside, total } }) => ({
        file,
        bureau,
        forms,
        rows: { data, counted, setAside, total },
      })),
    ).toEqual(
      truth.sources.map(({ file, bureau, forms, rows: { data, counted, setAside, total } }) => ({
        file,
        bureau,
        forms,
        rows: { data, counted, setAside, total },
      })),
    );
    const { byTask, ...counts } = compiled.activities;
    expect({ ...counts, byTask: Object.fromEntries([...byTask].sort()) }).toMatchObject(truth.activities);
    const placed = compiled.setAside.map(({ file, sheet, row, reason, of }) => ({
      ...{ file, sheet, row, reason },
      ...(of === null ? {} : { of }),
    }));
    expect(placed).toHaveLength(truth.setAside.length);
    expect(placed).toEqual(expect.arrayContaining([...truth.setAside]));
  });

  test('the planted faults are found at their cells, and nothing else is doubted but by comparison', () => {
    const ours = [...singly(compiled.findings)].map(({ code, severity, place, bureau }) => ({
      code,
      severity,
      file: place.file,
      cell: place.row === null || place.column === null ? null : cellName(place.row, place.column),
      bureau,
    }));
    for (const planted of truth.findings) {
      for (const cell of planted.cells) {
        expect(ours).toContainEqual({
          code: planted.code,
          severity: planted.severity,
          file: planted.file,
          cell,
          bureau: planted.bureau,
        });
      }
    }
    const known = new Set(
      truth.findings.flatMap(({ code, file, cells }) => cells.map((cell) => `${code} ${file} ${cell}`)),
    );
    const unplanted = ours.filter(
      // Invented figures scatter: what only comparison doubts is held by its own tests.
      ({ severity, code, file, cell }) =>
        severity !== 'info' && code !== 'OUTLIER' && !known.has(`${code} ${file} ${cell}`),
    );
    expect(unplanted).toEqual([]);
  });
});

test.each([
  ['2024Q1', '2023Q4'],
  ['2024Q2', '2024Q1'],
])('the returns of %s break no rule over %s', async (id, before) => {
  const { findings, checks } = await compiledQuarter(id, [before]);
  const overBefore = scheme.rules.filter(({ left, right }) => [...left, ...right].some(({ previous }) => previous));
  const codes = new Set<string>(overBefore.map((rule) => rule.id));
  expect(findings.filter(({ code }) => codes.has(code))).toEqual([]);
  const counted = checks.filter(({ code }) => codes.has(code));
  expect(counted.map(({ code, failed }) => [code, failed])).toEqual(overBefore.map((rule) => [rule.id, 0]));
  expect(counted.filter(({ passed }) => passed === 0)).toEqual([]);
});

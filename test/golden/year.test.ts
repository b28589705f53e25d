import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { ReportFigure, ReportModel } from '../../src/report/model.ts';
import { testEffects, testSink } from '../support/effects.ts';

// Two years of returns and what is true of them, both written by fixtures/year: revisions, copies, late counties, a city
// of totals, an own level alone, a zone, joint events, gaps, forms of the year to date. No figure of it is huizong's.

const QUARTERS = ['2023Q1', '2023Q2', '2023Q3', '2023Q4', '2024Q1', '2024Q2', '2024Q3', '2024Q4'];
const generator = join(import.meta.dirname, '../../fixtures/year/generate.mjs');

interface TrueFigure {
  readonly region: string;
  readonly indicator: string;
  readonly value: number | null;
  /** Null where there is no value either: only the year to date is told, which is for comparing to judge. */
  readonly reason: string | null;
  /** Null beside a value: worked out from two years to date, for which no basis is laid down. */
  readonly basis: string | null;
  readonly complete: boolean;
  readonly lacks: readonly string[];
}

interface Truth {
  readonly coverage: {
    readonly bureaus: readonly { bureau: string; state: string; nil: boolean; timeliness: string }[];
    readonly offRoster: readonly string[];
  };
  readonly activities: ReportModel['activities'];
  readonly sources: readonly {
    file: string;
    bureau: string;
    state: string;
    data: number;
    counted: number;
    setAside: number;
  }[];
  readonly setAside: readonly { file: string; row: number | null; rows: number; reason: string; of: object | null }[];
  /** Every error, and the warnings that the story plants. */
  readonly findings: readonly { code: string; severity: string; bureau: string; file: string }[];
  /** As the returns of the quarter by themselves tell them. */
  readonly alone: readonly TrueFigure[];
}

let folder = '';

beforeAll(() => {
  folder = generated('UTC');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function generated(zone: string): string {
  const into = mkdtempSync(join(tmpdir(), 'huizong-year-'));
  execFileSync(process.execPath, [generator, into], { env: { ...process.env, TZ: zone }, stdio: 'inherit' });
  return into;
}

function truthOf<T = Truth>(id: string): T {
  return JSON.parse(readFileSync(join(folder, 'expected', `${id}.json`), 'utf8'));
}

/** The report of a period as the command line gives it. */
async function report(workspace: string, period: string): Promise<ReportModel> {
  const cwd = join(folder, workspace);
  const stderr = testSink();
  const argv = ['report', '--period', period, '-f', 'json', '--as-of', '2025-02-01'];
  const status = await run(argv, testEffects({ cwd, stderr }), 'zh-CN');
  if (status !== 0) throw new Error(stderr.text());
  return JSON.parse(readFileSync(join(cwd, 'reports', period, 'report.json'), 'utf8'));
}

/** What differs of a figure; what the truth does not lay down is passed over. */
function difference(expected: TrueFigure, own: ReportFigure | undefined): readonly object[] {
  if (own === undefined) return [{ expected, own: null }];
  const { region, indicator, value, reason, basis, complete, lacks } = own;
  const plain = {
    ...{ region, indicator, value, reason: value === null && expected.reason === null ? null : reason },
    ...{ basis: value !== null && expected.basis === null ? null : basis, complete, lacks },
  };
  return JSON.stringify(plain) === JSON.stringify(expected) ? [] : [{ expected, own: plain }];
}

const keyOf = ({ region, indicator }: { region: string; indicator: string }) => `${region} ${indicator}`;

describe.each(QUARTERS)('%s by itself', (id) => {
  let model: ReportModel;
  let truth: Truth;
  beforeAll(async () => {
    model = await report(join('alone', id), id);
    truth = truthOf(id);
  });

  test('value, completeness, basis and what is lacking of every figure', () => {
    const ours = new Map(model.figures.map((figure) => [keyOf(figure), figure]));
    expect(truth.alone.flatMap((expected) => difference(expected, ours.get(keyOf(expected))))).toEqual([]);
    expect(ours.size).toBe(truth.alone.length);
  });

  test('states and timeliness of bureaus', () => {
    const own = model.coverage.bureaus.map(({ bureau, state, nil, timeliness }) => ({
      ...{ bureau, state, nil, timeliness },
    }));
    expect(own).toHaveLength(truth.coverage.bureaus.length);
    expect(own).toEqual(expect.arrayContaining([...truth.coverage.bureaus]));
    expect(model.coverage.offRoster.map(({ bureau }) => bureau).toSorted()).toEqual(truth.coverage.offRoster);
  });

  test('files, rows that count and rows that do not', () => {
    expect(model.activities).toEqual(truth.activities);
    const sources = model.sources.map(({ file, bureau, state, rows: { data, counted, setAside } }) => ({
      ...{ file: basename(file), bureau, state, data, counted, setAside },
    }));
    expect(sources).toHaveLength(truth.sources.length);
    expect(sources).toEqual(expect.arrayContaining([...truth.sources]));
    const short = (of: { file: string } | null) => (of === null ? null : { ...of, file: basename(of.file) });
    const aside = model.setAside.map((row) => ({ ...row, file: basename(row.file), of: short(row.of) }));
    expect(aside).toHaveLength(truth.setAside.length);
    expect(aside).toEqual(expect.arrayContaining([...truth.setAside]));
  });

  test('the planted faults are said, and no other error', () => {
    const said = model.findings.map(({ code, severity, bureau, file }) => ({
      ...{ code, severity, bureau, file: basename(file) },
    }));
    const errors = ({ severity }: { severity: string }) => severity === 'error';
    expect(said).toEqual(expect.arrayContaining([...truth.findings]));
    expect(said.filter(errors)).toEqual(truth.findings.filter(errors));
  });
});

test('the same bytes are generated in another time zone', () => {
  const again = generated('America/Los_Angeles');
  try {
    const written = ['workspace', 'expected'].map((name) => hashes(join(folder, name)));
    expect(written.every(({ size }) => size >= QUARTERS.length)).toBe(true);
    expect(['workspace', 'expected'].map((name) => hashes(join(again, name)))).toEqual(written);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});

/** SHA-256 by path of every file below a folder but the reports. */
function hashes(below: string): Map<string, string> {
  const files = readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}reports${sep}`));
  return new Map(
    files
      .toSorted()
      .map((path) => [relative(below, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

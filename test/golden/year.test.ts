import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
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
  readonly reason: string | null;
  readonly basis: string | null;
  readonly complete: boolean;
  readonly lacks: readonly string[];
}

type TrueSum = Pick<TrueFigure, 'region' | 'indicator' | 'value' | 'lacks'>;

interface TrueComparison extends TrueFigure, Pick<ReportFigure, (typeof COMPARED)[number] | 'ytdLacks'> {
  /** Laid down where there is a rate. */
  readonly comparedWithout: ReportFigure['comparedWithout'];
}

const COMPARED = ['ytd', 'previous', 'qoq', 'yearAgo', 'yoy', 'ytdYearAgo', 'ytdYoy'] as const;
const RATES = ['qoq', 'yoy', 'ytdYoy'] as const;

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
  /** Beside all quarters before it. */
  readonly figures: readonly TrueComparison[];
}

let folder = '';
/** The same in another time zone. */
let again = '';

beforeAll(async () => {
  [folder, again] = await Promise.all([generated('UTC'), generated('America/Los_Angeles')]);
});
afterAll(() => {
  for (const one of [folder, again]) rmSync(one, { recursive: true, force: true });
});

async function generated(zone: string): Promise<string> {
  const into = mkdtempSync(join(tmpdir(), 'huizong-year-'));
  await promisify(execFile)(process.execPath, [generator, into], { env: { ...process.env, TZ: zone } });
  return into;
}

function truthOf<T = Truth>(id: string): T {
  return JSON.parse(readFileSync(join(folder, 'expected', `${id}.json`), 'utf8'));
}

/** The report of a period as the command line gives it. */
async function report(workspace: string, period: string, ...flags: readonly string[]): Promise<ReportModel> {
  const cwd = join(folder, workspace);
  const stderr = testSink();
  const argv = ['report', '--period', period, '-f', 'json', '--as-of', '2025-02-01', ...flags];
  const status = await run(argv, testEffects({ cwd, stderr }), 'zh-CN');
  if (status !== 0) throw new Error(stderr.text());
  return JSON.parse(readFileSync(join(cwd, 'reports', period, 'report.json'), 'utf8'));
}

/** What differs of a figure. */
function difference(expected: TrueFigure, own: ReportFigure | undefined): readonly object[] {
  if (own === undefined) return [{ expected, own: null }];
  const { region, indicator, value, reason, basis, complete, lacks } = own;
  const plain = { region, indicator, value, reason, basis, complete, lacks };
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

test.each([
  ['2023Q3', '441300'],
  ['2024Q1', '440100'],
  ['2024Q2', '440300'],
  ['2024Q3', '440800'],
])('%s: the figures of %s are the same when it is the area', async (id, area) => {
  const model = await report(join('alone', id), id, '--area', area);
  const expected = truthOf(id).alone.filter(
    ({ region, value }) => value !== null && region.startsWith(area.slice(0, 4)),
  );
  const ours = new Map(model.figures.map((figure) => [keyOf(figure), figure]));
  expect(expected.length).toBeGreaterThan(40);
  expect(expected.flatMap((figure) => difference(figure, ours.get(keyOf(figure))))).toEqual([]);
});

describe.each(QUARTERS)('%s beside the quarters before it', (id) => {
  let ours: ReadonlyMap<string, ReportFigure>;
  let model: ReportModel;
  let truth: Truth;
  beforeAll(async () => {
    model = await report('workspace', id);
    ours = new Map(model.figures.map((figure) => [keyOf(figure), figure]));
    truth = truthOf(id);
  });

  test('earlier files change no state and no count of the quarter', () => {
    expect(model.activities).toEqual(truth.activities);
    const own = model.coverage.bureaus.map(({ bureau, state, nil, timeliness }) => ({
      ...{ bureau, state, nil, timeliness },
    }));
    expect(own).toEqual(expect.arrayContaining([...truth.coverage.bureaus]));
    const files = model.sources.filter(({ state }) => state !== 'earlierPeriod').map(({ file }) => basename(file));
    expect(files.toSorted()).toEqual(truth.sources.map(({ file }) => file).toSorted());
  });

  test('value, completeness and what is lacking of every figure', () => {
    expect(
      truth.figures.flatMap((expected) => difference(withoutComparison(expected), ours.get(keyOf(expected)))),
    ).toEqual([]);
    expect(ours.size).toBe(truth.figures.length);
  });

  test.each(COMPARED)('%s', (field) => {
    const differing = truth.figures.flatMap((expected) => {
      const own = ours.get(keyOf(expected))?.[field] ?? null;
      return own === expected[field] ? [] : [`${keyOf(expected)}: ${expected[field]}, not ${own}`];
    });
    expect(differing).toEqual([]);
  });

  test('the history of the area is what its quarters themselves tell', () => {
    expect(model.history.at(-1)?.id).toBe(id);
    expect(model.history.map((period) => period.id)).toEqual(QUARTERS.filter((one) => isEarlier(one, id)));
    for (const { id: earlier, figures } of model.history) {
      const told = new Map(figures.map(({ indicator, ...figure }) => [indicator, figure]));
      const ofArea = truthOf(earlier).figures.filter(({ region }) => region === model.area.code);
      expect(ofArea.map(({ value, complete }) => ({ value, complete }))).toEqual(
        ofArea.map(({ indicator }) => told.get(indicator)),
      );
    }
  });

  test('whom a year to date lacks', () => {
    const differing = truth.figures.flatMap((expected) => {
      const [lacks, own] = [expected, ours.get(keyOf(expected))].map((one) => one?.ytdLacks.join(' '));
      return own === lacks ? [] : [`${keyOf(expected)}: ${lacks}, not ${own}`];
    });
    expect(differing).toEqual([]);
  });

  test.each(RATES)('bureaus left out of %s', (rate) => {
    const rated = truth.figures.filter((expected) => expected[rate] !== null);
    const differing = rated.flatMap((expected) => {
      const [without, own] = [expected, ours.get(keyOf(expected))].map((one) => one?.comparedWithout[rate].join(' '));
      return own === without ? [] : [`${keyOf(expected)}: ${without}, not ${own}`];
    });
    expect(differing).toEqual([]);
  });
});

/** The quarters that one is compared with, and itself. */
function isEarlier(one: string, id: string): boolean {
  if (one > id || one.slice(0, 4) === id.slice(0, 4)) return one <= id;
  return id.endsWith('Q1') || one.slice(4) <= id.slice(4);
}

function withoutComparison({ region, indicator, value, reason, basis, complete, lacks }: TrueComparison): TrueFigure {
  return { region, indicator, value, reason, basis, complete, lacks };
}

describe.each(['2024H1', '2024H2', '2024'])('%s compiled from its quarters', (id) => {
  test('flows added, the last stocks, associations only where they are reported, who is lacking', async () => {
    const model = await report('workspace', id);
    const lineOf = ({ region, indicator, value, lacks }: TrueSum) =>
      `${region} ${indicator} ${value} (${lacks.join(' ')})`;
    const valued = model.figures.filter(({ value }) => value !== null);
    const truth = truthOf<TrueSum[]>(id).map(lineOf);
    expect(truth.length).toBeGreaterThan(1000);
    expect(valued.map(lineOf).toSorted()).toEqual(truth.toSorted());
  });
});

// The truth itself by a second reading: worked out by hand from the cells of the files.
describe('figures worked out by hand', () => {
  const JOBS = 't5_jobs_offered';
  /** In 2024Q1 a fair of two associations of 广州 (1500 posts) stands in two rows; 天河 and 博罗 report by themselves. */
  const jobsOfGuangzhou = 4469 + 833 + 912;
  const jobs2024Q1 = jobsOfGuangzhou + (2005 + 2977) + 946 + 2494 + 5761 + 3170 + 0 + 6791 + 1547 + 2897;
  /** 省本级 does not report yet. */
  const jobs2023Q1 = 1250 + 3395 + 1026 + 2521 + (4074 + 3087) + 7787 + 2427 + 11482 + 2099;
  /** Without 湛江, which sends nothing; 阳江 gives only its years to date. */
  const jobs2023Q4 = 7178 + 3155 + 2391 + 2813 + 8651 + 223 + 1181 + 2122 + (8230 - 5810);
  /** To the third quarter, city by city. */
  const guangzhou2023 = 1250 + 5141 + 3610;
  const year2023Q3 =
    guangzhou2023 + (3395 + 4276 + 692) + (1026 + 1996 + 748) + (2521 + 2772 + 1553) + (17834 + 3271) + 13537;
  /** 省本级 begins in the third quarter and is missed in none. */
  const withOthers2023Q3 = year2023Q3 + (2427 + 1891 + 369) + 22774 + 5810 + 1026;
  /** Without 湛江, whose second quarter nobody knows; 省本级 is the last. */
  const year2024Q3 =
    jobsOfGuangzhou + 8925 + 1875 + (4982 + 3716 + 10054) + (946 + 681 + 1724) + (2494 + 2686 + 3617) + 22918;
  const withOthers2024Q3 = year2024Q3 + (0 + 2914 + 4933) + 11562 + 7977 + (2897 + 1283 + 514);
  const rate = (now: number, before: number) => Math.round(((now - before) / before) * 1000) / 10;

  test.each([
    // Flows: value, earlier periods, rates over those that have both.
    ['2024Q1', '440000', JOBS, 'value', jobs2024Q1],
    ['2024Q1', '440000', JOBS, 'previous', jobs2023Q4],
    ['2024Q1', '440000', JOBS, 'qoq', rate(jobs2024Q1 - 3170, jobs2023Q4)],
    ['2024Q1', '440000', JOBS, 'yearAgo', jobs2023Q1],
    ['2024Q1', '440000', JOBS, 'yoy', rate(jobs2024Q1 - 2897, jobs2023Q1)],
    ['2024Q2', '440300', JOBS, 'yoy', rate(5310, 13011)],
    ['2024Q2', '440400', JOBS, 'qoq', rate(4119, 6791)],
    ['2023Q4', '441700', JOBS, 'value', 8230 - 5810],
    ['2023Q4', '441700', JOBS, 'basis', 'summary'],
    ['2023Q3', '441700', JOBS, 'value', null],
    ['2023Q3', '441700', JOBS, 'reason', 'notInForm'],
    ['2023Q2', '440400', 't3_amount_signed', 'value', 0.2515 * 10000],
    ['2024Q3', '440400', 't3_amount_signed', 'value', 48277500 / 10000],
    // Year to date: summed, reported, unknown.
    ['2023Q3', '440100', JOBS, 'ytd', guangzhou2023],
    ['2023Q3', '440000', JOBS, 'ytd', withOthers2023Q3],
    ['2024Q3', '440000', JOBS, 'ytd', withOthers2024Q3],
    ['2024Q3', '440000', JOBS, 'ytdYoy', rate(withOthers2024Q3, withOthers2023Q3 - 13537)],
    ['2024Q3', '440400', JOBS, 'ytd', 11562],
    ['2024Q3', '440800', JOBS, 'ytd', null],
    ['2023Q3', '440000-self', JOBS, 'ytd', 1026],
    // The zone is silent in the second quarter, and tells in the third what it did then: 0 and 0, 1 since January.
    ['2024Q3', '440300-shenshan', 't2_joint_research_projects', 'value', 0],
    ['2024Q3', '440300-shenshan', 't2_joint_research_projects', 'ytd', 1],
    // A nil quarter falls by all of it and is no base.
    ['2024Q1', '445100', JOBS, 'qoq', -100],
    ['2024Q2', '445100', JOBS, 'qoq', null],
    // Stocks; nil says nothing of them.
    ['2024Q1', '440000', 't0_assoc_registered', 'value', 1212 + 128 + 313 + 401 + 242],
    ['2024Q1', '440000', 't0_assoc_registered', 'ytd', 1212 + 128 + 313 + 401 + 242],
    ['2024Q1', '440000', 't0_assoc_registered', 'qoq', rate(1340 + 401 + 242, 1321 + 398 + 236)],
    ['2024Q1', '445100', 't0_assoc_registered', 'value', null],
    // Associations: 56 in the ledgers together, 54 of them without 省本级; the numbers of summaries beside them.
    ['2023Q3', '440000', 't0_assoc_active', 'value', 56 + 42 + 3 + 13 + 10 + 14],
    ['2023Q3', '440000', 't0_assoc_active', 'qoq', rate(54 + 82, 138)],
    ['2023Q3', '440000', 't0_assoc_active', 'ytd', null],
    ['2023Q2', '440300', 't0_assoc_active', 'ytd', 54 + 4],
    ['2024Q2', '440300', 't0_assoc_active', 'ytdYoy', rate(56, 54)],
    // The joint donation of city and county is the county's, whose association leads.
    ['2023Q3', '441322', 't4_charity_events', 'value', 1],
  ] as const)('%s %s %s %s', (id, region, indicator, field, expected) => {
    const figure = truthOf<{ figures: Record<string, unknown>[] }>(id).figures.find(
      (one) => one['region'] === region && one['indicator'] === indicator,
    );
    expect(figure?.[field]).toBe(expected);
  });

  test('who is left out of a rate', () => {
    const without = (id: string, region: string) =>
      truthOf<{ figures: (TrueFigure & { comparedWithout: object })[] }>(id).figures.find(
        (one) => one.region === region && one.indicator === JOBS,
      )?.comparedWithout;
    expect(without('2024Q1', '440000')).toEqual({ qoq: ['440800'], yoy: ['440000-self'], ytdYoy: ['440000-self'] });
    const in2024Q2 = ['440000-self', '440300-shenshan', '441700', '440800'];
    expect(without('2024Q2', '440000')).toMatchObject({ qoq: ['440300-shenshan', '440800'], yoy: in2024Q2 });
    expect(without('2024Q3', '440000')).toMatchObject({ yoy: ['441700'], ytdYoy: ['440800'] });
    expect(without('2024Q2', '440300')).toMatchObject({ qoq: ['440300-shenshan'], yoy: ['440300-shenshan'] });
  });

  test('whom a year to date lacks', () => {
    const jobs = (id: string) =>
      truthOf<{ figures: TrueComparison[] }>(id).figures.find(
        ({ region, indicator }) => region === '440000' && indicator === JOBS,
      );
    const onlyIn = (one: readonly string[] = [], other: readonly string[] = []) =>
      one.filter((code) => !other.includes(code));
    // 湛江 is back in the third quarter, but nobody knows its second; of 阳江 only the year to date is known.
    expect(onlyIn(jobs('2024Q3')?.ytdLacks, jobs('2024Q3')?.lacks)).toEqual(['440800']);
    expect(onlyIn(jobs('2023Q3')?.lacks, jobs('2023Q3')?.ytdLacks)).toEqual(['441700']);
    expect(jobs('2023Q3')?.ytdLacks).not.toContain('440000-self');
  });

  test('a half year', () => {
    const half = truthOf<TrueFigure[]>('2024H1');
    const value = (region: string, indicator: string) =>
      half.find((one) => one.region === region && one.indicator === indicator)?.value;
    expect(value('440100', JOBS)).toBe(jobsOfGuangzhou + 8925);
    expect(value('441700', JOBS)).toBe(7177);
    expect(value('440800', JOBS)).toBeUndefined();
    expect(value('440000', 't0_assoc_registered')).toBe(1227 + 210 + 402 + 243);
  });
});

test('the same bytes are generated in another time zone', () => {
  const written = ['workspace', 'expected'].map((name) => hashes(join(folder, name)));
  expect(written.every(({ size }) => size >= QUARTERS.length)).toBe(true);
  expect(['workspace', 'expected'].map((name) => hashes(join(again, name)))).toEqual(written);
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

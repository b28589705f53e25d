import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { singly } from '../../src/model/packed-findings.ts';
import { cellName, columnName } from '../../src/model/place.ts';
import type { Period } from '../../src/period/period.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { builtinSchemeFolder, loadScheme } from '../../src/scheme/load.ts';
import type { Rule, Scheme, Term } from '../../src/scheme/scheme.ts';
import { periodOf, scheme } from '../support/returns.ts';
import { type Row, writeFiles } from '../support/write-files.ts';

/** A row of rules.csv beside this file: what stands in the operands of a rule, in their order, and whether it fails. */
interface Case {
  readonly rule: string;
  readonly left: string;
  readonly right: string;
  readonly fails: 'yes' | 'no';
}

const cases = parse(await readFile(join(import.meta.dirname, 'rules.csv')), { columns: true }) as readonly Case[];
const COUNTIES = ['天河区', '越秀区', '海珠区', '荔湾区', '白云区'];

const casesOf = (rule: Rule) => cases.filter((one) => one.rule === rule.id);
const operandsOf = ({ left, right }: Rule) => [...left, ...right].filter(({ id }) => id !== null);
const isOwn = ({ previous }: Term) => !previous;
const isPrevious = ({ previous }: Term) => previous;
const valuesOf = (text: string) => text.split('|');

/** A return with one row for each case of a rule: a summary or, for a row rule, a ledger; the operands stand last. */
function rowsOf(rule: Rule, belongs: (term: Term) => boolean = isOwn): readonly Row[] {
  const named = new Map([...scheme.indicators, ...scheme.columns].map(({ id, name }) => [id, name]));
  const terms = operandsOf(rule);
  const operands = terms.filter(belongs).map(({ id }) => named.get(id ?? '') ?? '');
  const values = casesOf(rule).map(({ left, right }) =>
    [...valuesOf(left), ...valuesOf(right)].filter((_, at) => {
      const term = terms[at];
      return term !== undefined && belongs(term);
    }),
  );
  if (rule.scope === 'return') {
    return [['县（市、区）', ...operands], ...values.map((own, at) => [COUNTIES[at] ?? '', ...own])];
  }
  const header = ['县（市、区）', '任务类别', '社会组织名称', '活动（项目）名称', '活动类型', '开展时间'];
  return [
    [...header, ...operands],
    ...values.map((own, at) => [COUNTIES[at] ?? '', '5', '甲协会', `活动${at}`, '招聘活动', '2024-02-03', ...own]),
  ];
}

/** Cells at which a rule is found to fail in its own return, under a scheme. */
async function failures(rule: Rule, under: Scheme): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-rule-'));
  try {
    const before = operandsOf(rule).some(isPrevious);
    await writeFiles(folder, [
      { file: '2024Q1/广州市2024年第一季度.csv', rows: rowsOf(rule) },
      ...(before ? [{ file: '2023Q4/广州市2023年第四季度.csv', rows: rowsOf(rule, isPrevious) }] : []),
    ]);
    const settings = { area: '440000', asOf: '2024-04-20', counting: 'normal', basis: 'summary' } as const;
    const earlier = () => async (period: Period) =>
      before && period.id === '2023Q4' ? { path: join(folder, period.id), named: true } : null;
    const run = { paths: [join(folder, '2024Q1')], cwd: folder, scheme: under, period: periodOf('2024Q1'), earlier };
    const { findings } = await compile({ ...run, ...settings });
    return [...singly(findings)]
      .filter(({ code }) => code === rule.id)
      .map(({ place: { row, column } }) => cellName(row ?? 0, column ?? 0));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The built-in scheme with each line of rules.csv changed. */
async function changedScheme(change: (rule: Record<string, string>) => Record<string, string>): Promise<Scheme> {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-scheme-'));
  try {
    await cp(builtinSchemeFolder(), folder, { recursive: true });
    const path = join(folder, 'rules.csv');
    const rules = parse(await readFile(path), { columns: true, bom: true }) as Record<string, string>[];
    const lines = rules.map((rule) => Object.values(change(rule)).join(','));
    await writeFile(path, `${[Object.keys(rules[0] ?? {}).join(','), ...lines].join('\n')}\n`);
    return await loadScheme(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const swapped = (rule: Record<string, string>) => ({ ...rule, left: rule['right'] ?? '', right: rule['left'] ?? '' });
const INVERSE: Readonly<Record<string, string>> = {
  '<': '>=',
  '>=': '<',
  '<=': '>',
  '>': '<=',
  '=': '!=',
  '!=': '=',
};
const BOUNDARY: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

/** The ways in which a rule may be written wrong. */
const MUTATIONS: readonly (readonly [
  name: string,
  applies: (rule: Rule) => boolean,
  change: (rule: Record<string, string>) => Record<string, string>,
])[] = [
  [
    'its operator inverted',
    () => true,
    (rule) => (rule['op'] === 'requires' ? swapped(rule) : { ...rule, op: INVERSE[rule['op'] ?? ''] ?? '' }),
  ],
  [
    'its boundary moved',
    ({ op }) => Object.hasOwn(BOUNDARY, op),
    (rule) => ({ ...rule, op: BOUNDARY[rule['op'] ?? ''] ?? rule['op'] ?? '' }),
  ],
  [
    'requires made an order',
    ({ op }) => op === 'requires',
    (rule) => ({ ...rule, op: rule['op'] === 'requires' ? '<=' : (rule['op'] ?? '') }),
  ],
  [
    'a sum made a difference',
    ({ left, right }) => left.length + right.length > 2,
    (rule) => ({ ...rule, right: rule['right']?.replace('+', '-') ?? '' }),
  ],
  [
    'the period before made this one',
    (rule) => operandsOf(rule).some(isPrevious),
    (rule) => ({ ...rule, right: rule['right']?.replaceAll(/previous\((\w+)\)/g, '$1') ?? '' }),
  ],
  [
    'the period before left out',
    (rule) => operandsOf(rule).some(isPrevious),
    (rule) => ({ ...rule, right: rule['right']?.replace(/previous\(\w+\) \+ /, '') ?? '' }),
  ],
];

describe.each(scheme.rules)('$id', (rule) => {
  test('has cases that fail and cases that pass', () => {
    expect(new Set(casesOf(rule).map(({ fails }) => fails))).toEqual(new Set(['yes', 'no']));
    expect(casesOf(rule).length).toBeLessThanOrEqual(COUNTIES.length);
  });

  test('fails where its cases say so, at its left operand', async () => {
    const left = columnName((rowsOf(rule)[0]?.length ?? 0) - operandsOf(rule).filter(isOwn).length + 1);
    const expected = casesOf(rule).flatMap(({ fails }, at) => (fails === 'yes' ? [`${left}${at + 2}`] : []));
    expect(await failures(rule, scheme)).toEqual(expected);
  });
});

test('every case is of a rule', () => {
  const known = new Set<string>(scheme.rules.map(({ id }) => id));
  expect(cases.filter(({ rule }) => !known.has(rule))).toEqual([]);
});

describe.each(MUTATIONS)('a rule with %s is caught', async (_, applies, change) => {
  const changed = await changedScheme(change);

  test.each(scheme.rules.filter(applies))('$id', async (rule) => {
    expect(await failures(rule, changed)).not.toEqual(await failures(rule, scheme));
  });
});

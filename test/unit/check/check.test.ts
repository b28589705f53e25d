import { describe, expect, test } from 'vitest';
import { checkReturn } from '../../../src/check/check-return.ts';
import { checkRows } from '../../../src/check/check-rows.ts';
import { judge } from '../../../src/check/expression.ts';
import { decimal, ZERO } from '../../../src/decimal/decimal.ts';
import { checkCounter } from '../../../src/model/check-count.ts';
import type { Activity, FiledReturn } from '../../../src/model/filed-return.ts';
import { type Part, stated } from '../../../src/model/holding.ts';
import { parseExpression } from '../../../src/scheme/expression.ts';
import type { Rule, RuleOperator } from '../../../src/scheme/scheme.ts';
import { activity, filed, Q1, scheme, summaryRow } from '../../support/returns.ts';
import { settledReturns } from '../../support/settled.ts';

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

function returnFindings(file: FiledReturn) {
  const [one] = settledReturns([file]).values();
  return one === undefined ? [] : checkReturn(one, scheme);
}

describe('judge', () => {
  const rule = (op: RuleOperator, tolerance = '0'): Rule => ({
    id: 'L1',
    severity: 'error',
    scope: 'return',
    left: parse('a'),
    op,
    right: parse('b - 1'),
    tolerance: decimal(tolerance) ?? decimal0,
    message: '',
    messageEn: '',
  });
  const decimal0 = deriveZero();

  test.each([
    ['<=', '4', '5', 'passed'],
    ['<=', '4.01', '5', 'failed'],
    ['<', '4', '5', 'failed'],
    ['<', '3.99', '5', 'passed'],
    ['=', '4', '5', 'passed'],
    ['=', '4.1', '5', 'failed'],
    ['=', '3.9', '5', 'failed'],
    ['>=', '4', '5', 'passed'],
    ['>=', '3', '5', 'failed'],
    ['>', '4', '5', 'failed'],
    ['>', '5', '5', 'passed'],
    ['!=', '4', '5', 'failed'],
    ['!=', '5', '5', 'passed'],
    ['requires', '0', '1', 'passed'],
    ['requires', '3', '1', 'failed'],
    ['requires', '3', '2', 'passed'],
  ] as const)('a %s b - 1 with a = %s, b = %s: %s', (op, a, b, state) => {
    expect(judge(rule(op), (id) => decimal(id === 'a' ? a : b)).state).toBe(state);
  });

  test.each(['a', 'b'])('without %s it is not evaluable', (missing) => {
    expect(judge(rule('<='), (id) => (id === missing ? null : decimal('1'))).state).toBe('notEvaluable');
  });

  test.each([
    ['all are known', { a: '12', b: '2' }, { a: '10' }, 'passed'],
    ['all are known, and it is too much', { a: '13', b: '2' }, { a: '10' }, 'failed'],
    ['the period before is 0', { a: '13', b: '2' }, { a: '0' }, 'failed'],
    ['the period before is not known', { a: '13', b: '2' }, {}, 'notApplicable'],
    ['nor is anything else', {}, {}, 'notApplicable'],
    ['one of this period is missing', { a: '13' }, { a: '10' }, 'notEvaluable'],
    ['all of this period are missing', {}, { a: '10' }, 'notApplicable'],
    ['only another is known of the period before', { a: '13', b: '2' }, { b: '10' }, 'notApplicable'],
  ] as const)('a <= previous(a) + b when %s', (_, now: Values, before: Values, state) => {
    const known = (values: Values) => (id: string) => decimal(values[id] ?? '');
    const over = { ...rule('<='), right: parse('previous(a) + b') };
    expect(judge(over, known(now), known(before)).state).toBe(state);
  });

  test.each([
    ['=', '4.4'],
    ['=', '3.6'],
    ['<=', '4.4'],
    ['>=', '3.6'],
  ] as const)('tolerance lets %s pass at %s', (op, a) => {
    expect(judge(rule(op, '0.5'), (id) => decimal(id === 'a' ? a : '5')).state).toBe('passed');
  });
});

type Values = Readonly<Record<string, string>>;

function deriveZero() {
  const zero = decimal('0');
  if (zero === null) throw new Error('zero');
  return zero;
}

describe('rows', () => {
  const context = { scheme, period: Q1, asOf: '2024-04-20' };
  const check = (fields: Parameters<typeof activity>[0]) =>
    checkRows(filed('440103', { activities: [activity(fields)] }), context);

  test('a part above its whole is found at the part', () => {
    const [one, ...rest] = check({ numbers: { jobs_filled: '3', graduates_filled: '4' } });
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      code: 'L302',
      severity: 'error',
      column: 'graduates_filled',
      args: { left: '4', right: '3', difference: '1' },
    });
    expect(one?.place).toMatchObject({ file: '440103.xlsx', sheet: '台账', row: 5 });
    expect(one?.place.column).toBeGreaterThan(1);
  });

  test('a part without its whole is not evaluable', () => {
    expect(check({ numbers: { graduates_filled: '4' } })).toEqual([]);
  });

  test.each([
    ['2024-01-01', []],
    ['2024-03-31', []],
    ['2023-12-31', ['DATE_OUTSIDE_PERIOD']],
    ['2024-04-01', ['DATE_OUTSIDE_PERIOD']],
    ['2024-04-20', ['DATE_OUTSIDE_PERIOD']],
    ['2024-04-21', ['DATE_FUTURE']],
    [null, []],
  ])('start %s: %j', (start, expected) => {
    expect(codes(check({ start, end: start }))).toEqual(expected);
  });
});

describe('returns', () => {
  test('a return rule is judged per region row, at the left operand', () => {
    const summary = [
      ...summaryRow('440103', 6, { t5_graduates_filled: '5', t5_jobs_filled: '4' }),
      ...summaryRow('440104', 7, { t5_graduates_filled: '3', t5_jobs_filled: '4' }),
    ];
    const findings = returnFindings(filed('440100', { summary }));
    expect(codes(findings)).toEqual(['L107']);
    expect(findings[0]).toMatchObject({
      region: '440103',
      indicator: 't5_graduates_filled',
      place: { row: 6, column: 3 },
    });
  });

  test('an unreadable operand makes a rule not evaluable, a blank one takes the ledger', () => {
    const rows = [activity({ numbers: { jobs_filled: '4' } })];
    const of = (state: string) =>
      codes(
        returnFindings(
          filed('440103', {
            activities: rows,
            summary: summaryRow('440103', 6, { t5_graduates_filled: '5', t5_jobs_filled: state }),
          }),
        ),
      );
    expect(of('unreadable')).not.toContain('L107');
    expect(of('blank')).toContain('L107');
  });

  test('summary and ledger that differ are told at the summary cell', () => {
    const findings = returnFindings(
      filed('440103', { activities: [activity()], summary: summaryRow('440103', 6, { t5_job_fairs: '3' }) }),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'SUMMARY_LEDGER_DIFFER',
        severity: 'warning',
        args: { summary: '3', ledger: '1', difference: '2' },
      }),
    ]);
  });

  test('they are not compared when they agree or the ledger is incomplete', () => {
    const agreeing = filed('440103', {
      activities: [activity()],
      summary: summaryRow('440103', 6, { t5_job_fairs: '1' }),
    });
    expect(returnFindings(agreeing)).toEqual([]);
    const incomplete = filed('440103', {
      activities: [activity({ defects: ['enterprises'] })],
      summary: summaryRow('440103', 6, { t5_recruiting_employers: '9' }),
    });
    expect(codes(returnFindings(incomplete))).not.toContain('SUMMARY_LEDGER_DIFFER');
  });

  test('the row of a city is held against all its rows', () => {
    const activities = [activity({ region: '440605' }), activity({ region: '440600-self' })];
    expect(
      returnFindings(filed('440600', { activities, summary: summaryRow('440600', 6, { t5_job_fairs: '2' }) })),
    ).toEqual([]);
  });
});

describe('return rules over the period before', () => {
  const stock = 't5_training_bases_total';
  const added = 't5_training_bases_new';
  /** What is said of 12 bases when 10 stood there before and 1 was built, and how the rule was counted. */
  const judged = (
    before: Part | null,
    { values = { [stock]: '12', [added]: '1' }, activities = [] }: Sent = {},
    under = scheme,
  ) => {
    const file = filed('440103', { summary: summaryRow('440103', 6, values), activities });
    const previous = before && new Map([[stock, new Map([['440103', before]])]]);
    const counter = checkCounter();
    const findings = [...settledReturns([file]).values()].flatMap((one) => checkReturn(one, under, counter, previous));
    return {
      said: findings.filter(({ code }) => code === 'X306'),
      counts: counter.counts().find(({ code }) => code === 'X306'),
    };
  };
  type Sent = { readonly values?: Readonly<Record<string, string>>; readonly activities?: readonly Activity[] };
  const ten = stated(decimal('10') ?? ZERO);

  test('what is more than before and new is told at the stock, with both values', () => {
    const { said, counts } = judged(ten);
    expect(said).toEqual([
      expect.objectContaining({
        severity: 'warning',
        region: '440103',
        indicator: stock,
        place: expect.objectContaining({ row: 6, column: 3 }),
        args: { left: '12', right: '11', difference: '1' },
      }),
    ]);
    expect(counts).toMatchObject({ passed: 0, failed: 1, notEvaluable: 0 });
  });

  test.each<[string, Part | null]>([
    ['nothing is known of the period before', null],
    ['it was not reported then', 'notReported'],
    ['it was incomplete then', { ...ten, complete: false }],
  ])('it is not judged when %s', (_, before) => {
    expect(judged(before)).toEqual({ said: [], counts: undefined });
  });

  test('an unreadable figure of this period makes it not evaluable', () => {
    const { said, counts } = judged(ten, { values: { [stock]: '12', [added]: 'unreadable' } });
    expect({ said, counts }).toMatchObject({ said: [], counts: { passed: 0, failed: 0, notEvaluable: 1 } });
  });

  test('what is new may be told by the ledger', () => {
    const activities = [1, 2].map((row) => activity({ type: 't5_base', row: row + 5 }));
    expect(judged(ten, { values: { [stock]: '12' }, activities }).counts).toMatchObject({ passed: 1 });
    expect(judged(ten, { values: { [stock]: '13' }, activities }).said).toMatchObject([{ args: { right: '12' } }]);
  });

  test('a left side of the period before leaves the finding at what was sent now', () => {
    const falls = scheme.rules.map((rule) =>
      rule.id === 'X306' ? { ...rule, left: parse(`previous(${stock})`), right: parse(added) } : rule,
    );
    const { said } = judged(ten, {}, { ...scheme, rules: falls });
    expect(said).toMatchObject([{ indicator: added, place: { row: 6, column: 4 }, args: { left: '10', right: '1' } }]);
  });

  test('a row rule that failed does not stand for it', () => {
    const rules = scheme.rules.map((rule) =>
      rule.id === 'X306'
        ? { ...rule, left: parse('t5_graduates_filled'), right: parse(`t5_jobs_filled - previous(${stock})`) }
        : rule,
    );
    const activities = [activity({ numbers: { jobs_filled: '3', graduates_filled: '4' } })];
    const { said } = judged(ten, { values: {}, activities }, { ...scheme, rules });
    expect(said).toMatchObject([{ args: { left: '4', right: '-7' } }]);
  });
});

function parse(text: string) {
  return parseExpression(text) ?? [];
}

import { aggregate } from '../../src/aggregate/aggregate.ts';
import { format } from '../../src/decimal/decimal.ts';
import { deriveLedger } from '../../src/derive/derive-ledger.ts';
import type { BureauReturn } from '../../src/model/bureau-return.ts';
import type { FiledReturn } from '../../src/model/filed-return.ts';
import { regionIndex } from '../../src/scheme/regions.ts';
import { assembleReturns } from '../../src/settle/assemble-returns.ts';
import { defaultRoster } from '../../src/settle/roster.ts';
import { settleCoverage } from '../../src/settle/settle-coverage.ts';
import { settleFiles } from '../../src/settle/settle-files.ts';
import { settleRows } from '../../src/settle/settle-rows.ts';
import { Q1, scheme } from './returns.ts';

/** The returns that files make together when all of them count, their rows settled. */
export function settledReturns(files: readonly FiledReturn[], period = Q1): ReadonlyMap<string, BureauReturn> {
  const rows = settleRows(files, scheme, regionIndex(scheme));
  return assembleReturns(files, period, scheme, (some, fates) => deriveLedger(some, scheme, fates), rows);
}

/** What comes of files together: coverage, findings of settling, figures by `region indicator` as text or reason. */
export function settledRun(files: readonly FiledReturn[], basis: 'summary' | 'ledger' = 'summary', of = scheme) {
  const regions = regionIndex(of);
  const roster = defaultRoster('440000', regions);
  const deadlines = { days: of.deadlines, dates: new Map<string, string>() };
  const context = { period: Q1, area: '440000', roster, regions, scheme: of, receiptOf: () => null, deadlines };
  const settled = settleFiles(files, new Set(), (some, fates) => deriveLedger(some, of, fates), context);
  const scope = { area: '440000', roster: roster.map(({ bureau }) => bureau) };
  const { returns } = settled;
  const figures = aggregate(of, scope, {
    returns,
    regions,
    basis,
    exempt: new Set(),
    due: new Set(),
    isFirst: true,
    before: null,
  });
  const values = new Map(
    figures.value.figures.map((figure) => [
      `${figure.region} ${figure.indicator}`,
      { ...figure, value: figure.value === null ? figure.reason : format(figure.value) },
    ]),
  );
  const coverage = settleCoverage(settled, new Set(), context);
  return {
    ...coverage,
    returns,
    findings: [...settled.findings, ...figures.findings],
    figure: (region: string, indicator: string) => values.get(`${region} ${indicator}`),
    value: (region: string, indicator: string) => values.get(`${region} ${indicator}`)?.value,
    /** Rows that do not count: `file row reason`, and the row they repeat. */
    aside: coverage.setAside.map(({ file, row, reason, of }) =>
      [file, row, reason, ...(of === null ? [] : ['of', of.file, of.row])].join(' '),
    ),
    /** `code file row args`. */
    said: [...settled.findings, ...figures.findings].map(({ code, place, args }) =>
      [code, place.file, place.row, ...Object.values(args).flat()].join(' '),
    ),
  };
}

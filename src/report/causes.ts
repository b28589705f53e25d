import type { Cause } from '../model/cause.ts';
import type { Finding } from '../model/finding.ts';
import { cellsOf, countOf } from '../model/packed-findings.ts';
import { parsePeriodId } from '../period/period.ts';
import { compareText } from '../text/compare.ts';
import { causeOfCreditCode, causeOfDate, causeOfError, causeOfNumber } from './cause-of-cell.ts';
import { causeOfDifference } from './cause-of-difference.ts';

/** A cause with the number of findings that show it. */
export type CountedCause = Cause & { readonly count: number };

/** Causes told of one entry. */
const MOST = 5;
/** Different texts looked at in one entry: those of a bad column repeat themselves. */
const MOST_TEXTS = 20_000;
const NONE: readonly CountedCause[] = [];

/**
 * What may have caused equal findings, the most frequent cause first; cells that show none are not counted.
 *
 * `ofColumn` tells what only a whole column shows, for cells of one text in one column alike.
 */
export function causesOf(
  findings: readonly Finding[],
  ofColumn: (finding: Finding) => Cause | null = () => null,
): readonly CountedCause[] {
  const known = new Map<string | null, Counted | null>();
  const counted = new Map<string, Counted>();
  const counterFor = (finding: Finding): Counted | null => {
    const before = known.get(finding.raw);
    if (before !== undefined) return before;
    const of = counterOf(ofColumn(finding) ?? causeOf(finding), counted);
    if (known.size < MOST_TEXTS) known.set(finding.raw, of);
    return of;
  };
  for (const finding of findings) {
    if (finding.alsoRaws === undefined) count(counterFor(finding), countOf(finding));
    else for (const { raw } of cellsOf(finding)) count(counterFor({ ...finding, raw }), 1);
  }
  if (counted.size === 0) return NONE;
  const frequent = [...counted].sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b));
  return frequent.slice(0, MOST).map(([, { cause, count }]) => ({ ...cause, count }));
}

interface Counted {
  readonly cause: Cause;
  count: number;
}

function count(of: Counted | null, cells: number): void {
  if (of !== null) of.count += cells;
}

function counterOf(cause: Cause | null, counted: Map<string, Counted>): Counted | null {
  if (cause === null) return null;
  const key = JSON.stringify([cause.code, cause.args]);
  const own = counted.get(key) ?? { cause, count: 0 };
  counted.set(key, own);
  return own;
}

/** The cause that a finding shows by itself. Equal findings with the same text have the same one. */
function causeOf({ code, raw, args }: Finding): Cause | null {
  switch (code) {
    case 'NUMBER_UNREADABLE':
      return raw === null ? null : causeOfNumber(raw);
    case 'DATE_UNREADABLE':
      return raw === null ? null : causeOfDate(raw);
    case 'DATE_OUTSIDE_PERIOD':
      return causeOfOtherYear(String(args['date']), String(args['period']));
    case 'CREDIT_CODE_WRONG':
      return raw === null ? null : causeOfCreditCode(raw, args['reason']);
    case 'CELL_ERROR':
      return raw === null ? null : causeOfError(raw);
    case 'TOTAL_DIFFERS':
      return causeOfDifference(args['stated'], args['sum']);
    case 'SUMMARY_LEDGER_DIFFER':
      return causeOfDifference(args['summary'], args['ledger']);
    default:
      return null;
  }
}

/** The day lies in the period but for its year. */
function causeOfOtherYear(date: string, id: string): Cause | null {
  const period = parsePeriodId(id);
  if (period === null) return null;
  const moved = period.start.slice(0, 4) + date.slice(4);
  if (date.startsWith(period.start.slice(0, 4)) || moved < period.start || moved > period.end) return null;
  return { code: 'OTHER_YEAR', args: { year: date.slice(0, 4) } };
}

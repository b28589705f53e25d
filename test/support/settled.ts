import { deriveLedger } from '../../src/derive/derive-ledger.ts';
import type { BureauReturn } from '../../src/model/bureau-return.ts';
import type { FiledReturn } from '../../src/model/filed-return.ts';
import { regionIndex } from '../../src/scheme/regions.ts';
import { assembleReturns } from '../../src/settle/assemble-returns.ts';
import { settleRows } from '../../src/settle/settle-rows.ts';
import { Q1, scheme } from './returns.ts';

/** The returns that files make together when all of them count, their rows settled. */
export function settledReturns(files: readonly FiledReturn[], period = Q1): ReadonlyMap<string, BureauReturn> {
  const rows = settleRows(files, scheme, regionIndex(scheme));
  return assembleReturns(files, period, scheme, (some, fates) => deriveLedger(some, scheme, fates), rows);
}

import type { ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { EarlierReturns } from './earlier-periods.ts';

/** What a run is asked to do. */
export interface CompileOptions {
  readonly paths: readonly string[];
  /** Finds the returns of the periods that a longer one is made of, in place of `paths`. */
  readonly within?: EarlierReturns;
  readonly cwd: string;
  /** Absolute folder of the workspace: its tables hold, and files are named from it. Null or left out for none. */
  readonly workspace?: string | null;
  /** Absolute paths that the caller will write to; a return among them is refused before anything is read. */
  readonly outputs?: readonly string[];
  /** Folders of returns beside `paths`, which are not written to either. */
  readonly kept?: readonly string[];
  readonly scheme: Scheme;
  /** Null: the one period that the returns name. A longer one than the scheme's is compiled from those within it. */
  readonly period: Period | null;
  /** Region code; null: the province, or the one city all senders lie in. */
  readonly area: string | null;
  /** ISO date. */
  readonly asOf: string;
  /** Under `strict` a file with any error is refused. */
  readonly counting: 'normal' | 'strict';
  /** Which form is believed when both give a value. */
  readonly basis: 'summary' | 'ledger';
  /** Last days by the id of a period, before the days of the scheme. */
  readonly deadlines?: ReadonlyMap<string, string>;
  /** Finds the returns of the periods that a period is compared with; left out: it is compared with none. */
  readonly earlier?: (run: Period) => EarlierReturns;
  /** Takes files whose receipt nobody noted as received on the as-of date. */
  readonly receiveNow?: boolean;
  /** What may be taken for one file; left out: the defaults. */
  readonly limits?: ReadLimits;
  /** Told before each file is read, and with null once all of a period are. */
  readonly onFile?: (name: string | null, done: number, total: number) => void;
}

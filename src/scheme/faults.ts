import type { Fault } from '../model/errors.ts';
import { compareText } from '../text/compare.ts';
import { FAULT_TEXT, type FaultArgs, type FaultCode } from './fault-text.ts';

/** Collects what is wrong with a scheme, so that all of it is told at once. */
export interface FaultList {
  add<C extends FaultCode>(file: string, line: number | null, code: C, args: FaultArgs[C]): void;
  /** By file in the order of `files`, then by line. */
  sorted(files: readonly string[]): readonly Fault[];
}

/** A new, empty list. */
export function faultList(): FaultList {
  const faults: Fault[] = [];
  return {
    add: (file, line, code, args) => {
      faults.push({ file, line, text: FAULT_TEXT[code](args), code, args: { ...args } });
    },
    sorted: (files) =>
      [...faults].sort(
        (a, b) =>
          files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.text, b.text),
      ),
  };
}

import { type CheckCount, sumCounts } from '../model/check-count.ts';
import type { Compilation, FileState } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { SettledSource } from '../settle/settle-coverage.ts';
import type { CompiledFile } from './file-road.ts';

/**
 * What was checked of a run: of every file that was not, why, and how often each rule was judged over those that count.
 *
 * `sources` are the files as settled, in the order of `files`; `ofReturns` are the judgements over whole returns.
 */
export function whatWasChecked(
  files: readonly CompiledFile[],
  sources: readonly SettledSource[],
  ofReturns: readonly CheckCount[],
  scheme: Scheme,
): Pick<Compilation, 'sources' | 'checks'> {
  const codes: readonly FindingCode[] = [...scheme.rules.map(({ id }) => id), 'TOTAL_DIFFERS', 'SUMMARY_LEDGER_DIFFER'];
  const byFile = new Map(files.map((file) => [file.filed.file, file]));
  const counted = sources.filter(({ state }) => state === 'counted');
  const ofFiles = counted.flatMap(({ file }) => byFile.get(file)?.checks ?? []);
  return {
    sources: sources.map((source) => {
      const file = byFile.get(source.file);
      return { ...source, notChecked: file ? reason(file.filed, source.state, file.findings) : null };
    }),
    checks: sumCounts(codes, [...ofFiles, ...ofReturns]),
  };
}

/** Codes by which a gate stops a file. */
const GATES: Readonly<Record<'form' | 'sender' | 'header', readonly FindingCode[]>> = {
  form: ['FORM_UNKNOWN'],
  header: ['HEADER_NOT_FOUND'],
  sender: ['SENDER_NOT_FOUND', 'SENDER_DISAGREES', 'SENDER_UNKNOWN'],
};

function reason(
  { gate }: Pick<FiledReturn, 'gate'>,
  state: FileState,
  findings: readonly Finding[],
): FindingCode | null {
  if (gate === 'file') return findings.find(({ severity }) => severity === 'error')?.code ?? null;
  if (gate !== null) return findings.find(({ code }) => GATES[gate].includes(code))?.code ?? null;
  switch (state) {
    case 'wrongPeriod':
      return 'PERIOD_OTHER';
    case 'superseded':
      return 'FILE_COPY';
    case 'unknownSender':
      return 'SENDER_UNKNOWN';
    default:
      return null;
  }
}

import { type CheckCount, sumCounts } from '../model/check-count.ts';
import type { Compilation, FileState } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { SettledSource } from '../settle/file-source.ts';
import type { CompiledFile } from './file-road.ts';

/**
 * What was checked of a run: of every file that was not, why, and how often each rule was judged over those that count.
 *
 * `sources` are the files as settled, in the order of `files`; `of.returns` are the judgements over whole
 * returns, `of.settling` the findings about files that settling made.
 */
export function whatWasChecked(
  files: readonly CompiledFile[],
  sources: readonly SettledSource[],
  of: { readonly returns: readonly CheckCount[]; readonly settling: readonly Finding[] },
  scheme: Scheme,
): Pick<Compilation, 'sources' | 'checks'> {
  const codes: readonly FindingCode[] = [...scheme.rules.map(({ id }) => id), 'TOTAL_DIFFERS', 'SUMMARY_LEDGER_DIFFER'];
  const byFile = new Map(files.map((file) => [file.filed.file, file]));
  const counted = sources.filter(({ state }) => state === 'counted');
  const ofFiles = counted.flatMap(({ file }) => byFile.get(file)?.checks ?? []);
  return {
    sources: sources.map((source) => {
      const file = byFile.get(source.file);
      const settling = of.settling.filter(({ place }) => place.file === source.file);
      return { ...source, notChecked: file ? reason(file.filed, source.state, file.findings, settling) : null };
    }),
    checks: sumCounts(codes, [...ofFiles, ...of.returns]),
  };
}

/** Codes by which a gate stops a file. */
const GATES: Readonly<Record<'form' | 'sender' | 'period' | 'header', readonly FindingCode[]>> = {
  form: ['FORM_UNKNOWN'],
  header: ['HEADER_NOT_FOUND'],
  period: ['PERIOD_NOT_FOUND'],
  sender: ['SENDER_NOT_FOUND', 'SENDER_DISAGREES', 'SENDER_UNKNOWN'],
};

/** Codes by which settling says that a file gives way. */
const SUPERSEDED: ReadonlySet<FindingCode> = new Set(['FILE_COPY', 'FILE_SUPERSEDED']);

function reason(
  { gate }: Pick<FiledReturn, 'gate'>,
  state: FileState,
  findings: readonly Finding[],
  settling: readonly Finding[],
): FindingCode | null {
  if (gate === 'file') return findings.find(({ severity }) => severity === 'error')?.code ?? null;
  if (gate !== null) return findings.find(({ code }) => GATES[gate].includes(code))?.code ?? null;
  switch (state) {
    case 'wrongPeriod':
      return 'PERIOD_OTHER';
    case 'superseded':
      return settling.find(({ code }) => SUPERSEDED.has(code))?.code ?? null;
    case 'unknownSender':
      return 'SENDER_UNKNOWN';
    default:
      return null;
  }
}

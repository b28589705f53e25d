import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import { singly } from '../model/packed-findings.ts';
import type { RecognisedFile } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { explainFindings } from '../workspace/explain-findings.ts';
import type { ExplanationsTable } from '../workspace/explanations.ts';
import { areaOf } from './earlier-figures.ts';
import { compileOpened } from './file-road.ts';
import { reported } from './reported.ts';
import { type KnownPeriods, settlePeriod } from './settle-period.ts';

/** What a return is judged with while it is made. */
export interface JudgeContext {
  readonly scheme: Scheme;
  readonly period: Period;
  /** ISO date. */
  readonly asOf: string;
  /** What earlier periods say. */
  readonly known: KnownPeriods;
  readonly explanations: ExplanationsTable;
}

/** A return by itself, as a run would count and judge it. */
export interface JudgedReturn {
  readonly filed: FiledReturn;
  /** Of its cells and rows alone, rated; each by itself. */
  readonly own: readonly Finding[];
  /** All of it, explained where a reason is given; each by itself. */
  readonly findings: readonly Finding[];
}

/** Judges a return that stands in no file yet, by the same road as one that does: its sender must be known. */
export function judgeReturn(recognised: RecognisedFile, context: JudgeContext): JudgedReturn {
  const { scheme, period, asOf, known, explanations } = context;
  const { file } = recognised;
  const opened = { recognised, sha256: '', format: 'xlsx', printed: file, findings: [], ofReading: [] } as const;
  const compiled = compileOpened(opened, { scheme, period, asOf });
  const bureau = recognised.sender?.value ?? '';
  const settled = settlePeriod(
    { files: [compiled], period },
    {
      scheme,
      area: areaOf(bureau, scheme),
      tables: { roster: [rosterOf(bureau)], receipts: [] },
      basis: 'summary',
      counting: 'normal',
      deadlines: new Map(),
      receiveNow: null,
    },
    known,
  );
  const own = reported(settled.own, settled.files.files);
  const all = explainFindings([...own, ...settled.findings], explanations, { period, filed: [compiled.filed] });
  return { filed: compiled.filed, own: [...singly(own)], findings: [...singly(all.findings)] };
}

function rosterOf(bureau: string) {
  return { bureau, name: null, forms: [], validFrom: null, validTo: null, exempt: false };
}

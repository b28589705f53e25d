import type { BureauState } from '../model/compilation.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding, ReportModel } from './model.ts';

/** What a later report needs to know of an earlier one (`report.json`, `check -f json`). */
export interface EarlierReport {
  readonly period: string;
  readonly area: string;
  readonly asOf: string;
  readonly bureaus: readonly { readonly bureau: string; readonly name: string; readonly state: BureauState }[];
  readonly findings: readonly EarlierFinding[];
  /** Whether it was compared with an earlier period. */
  readonly isCompared: boolean;
  readonly sources: readonly { readonly file: string; readonly sha256: string; readonly bureau: string | null }[];
}

export type EarlierFinding = Pick<
  ReportFinding,
  'code' | 'severity' | 'bureau' | 'file' | 'sheet' | 'cells' | 'count' | 'column' | 'indicator' | 'args' | 'message'
> & { readonly isExplained: boolean };

const STATES: readonly string[] = ['accepted', 'provisional', 'rejected', 'missing', 'exempt'];
const SEVERITIES: readonly string[] = ['error', 'warning', 'info'];

/** Reads what somebody's file says; null when it is no report of this program. */
export function readEarlierReport(text: string): EarlierReport | null {
  const root = parsed(text);
  if (!isObject(root) || root['schemaVersion'] !== 1) return null;
  const { period, area, asOf, coverage, findings, sources } = root as Partial<ReportModel>;
  if (!isObject(period) || !isObject(area) || !isObject(coverage)) return null;
  if (!(isText(period.id) && isText(area.code) && isDate(asOf))) return null;
  const lists = [coverage.bureaus, findings, sources];
  if (!lists.every(Array.isArray)) return null;
  const isWhole =
    coverage.bureaus.every(isBureau) && (findings ?? []).every(isFinding) && (sources ?? []).every(isSource);
  if (!isWhole) return null;
  return {
    ...{ period: period.id, area: area.code, asOf },
    bureaus: coverage.bureaus,
    findings: (findings ?? []).map((one) => ({ ...one, isExplained: one.explained !== null })),
    isCompared: (sources ?? []).some(({ state }) => state === 'earlierPeriod'),
    sources: (sources ?? []).filter(({ state }) => state !== 'earlierPeriod'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isBureau(one: unknown): boolean {
  return isObject(one) && isText(one['bureau']) && isText(one['name']) && STATES.includes(String(one['state']));
}

function isSource(one: unknown): boolean {
  return isObject(one) && isText(one['file']) && isText(one['sha256']) && isTextOrNull(one['bureau']);
}

function isFinding(one: unknown): boolean {
  if (!isObject(one) || !isObject(one['args']) || !Array.isArray(one['cells'])) return false;
  const texts = [one['code'], one['file'], one['message']];
  const others = [one['bureau'], one['sheet'], one['column'], one['indicator']];
  return (
    texts.every(isText) &&
    others.every(isTextOrNull) &&
    one['cells'].every(isText) &&
    Number.isSafeInteger(one['count']) &&
    Number(one['count']) > 0 &&
    SEVERITIES.includes(one['severity'] as Severity) &&
    (one['explained'] === null || isObject(one['explained']))
  );
}

function isDate(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

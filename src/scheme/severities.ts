import type { FindingCode, Severity } from '../model/finding.ts';
import { DEFAULT_SEVERITY, isProgramCode } from '../model/finding-codes.ts';
import { nearest } from './nearest.ts';
import type { Rule, Scheme } from './scheme.ts';
import type { YamlMap } from './yaml-map.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Every code that a finding can have under a scheme: those of the program, then its rules. */
export function findingCodes({ rules }: Pick<Scheme, 'rules'>): readonly FindingCode[] {
  const own = Object.keys(DEFAULT_SEVERITY) as (keyof typeof DEFAULT_SEVERITY)[];
  return [...own, ...rules.map(({ id }) => id)];
}

/**
 * Reads the `severity` mapping of a settings file, a scheme's or a workspace's: severities by code.
 *
 * An unknown code, with its nearest, and an unknown severity are told as faults at their lines.
 */
export function readSeverities(map: YamlMap, rules: readonly Rule[]): Readonly<Record<string, Severity>> {
  const codes = findingCodes({ rules });
  const found = Object.entries(map.texts('severity')).map(([code, text]) => {
    const column = `severity.${code}`;
    if (!codes.some((one) => one === code)) {
      map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(code, codes) });
    }
    const severity = SEVERITIES.find((one) => one === text);
    if (!severity) map.fault(column, 'VALUE_NOT_ALLOWED', { column, value: text, allowed: SEVERITIES });
    return [code, severity ?? 'info'] as const;
  });
  return Object.fromEntries(found);
}

/** The severity that findings of a code have under a scheme. */
export function severityOf(code: FindingCode, { severity, rules }: Pick<Scheme, 'severity' | 'rules'>): Severity {
  const own = severity[code];
  if (own !== undefined) return own;
  return isProgramCode(code) ? DEFAULT_SEVERITY[code] : (rules.find(({ id }) => id === code)?.severity ?? 'info');
}

import { plainNumber } from '../model/grid.ts';
import type { Answers } from './draft.ts';

/** Whether a value of JSON is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of an answer in JSON: a text, a number, or yes and no as TRUE and FALSE; null for anything else. */
export function answerText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' && Number.isFinite(value) ? plainNumber(value) : null;
}

/** An object of texts; null for anything else. */
export function textsOf(value: unknown): Answers | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string') ? (value as Answers) : null;
}

import type { Form } from '../model/recognised.ts';
import {
  type Answers,
  type Draft,
  type DraftActivity,
  type DraftSource,
  REASON_COLUMNS,
  type Reason,
  type Target,
} from './draft.ts';
import { isRecord, textsOf } from './json-value.ts';

/** Which shape a draft file has. */
const FORMAT = 1;

/** A draft as the text of its file. */
export function draftText(draft: Draft): string {
  return `${JSON.stringify({ huizongDraft: FORMAT, ...draft }, null, 1)}\n`;
}

/** The draft of a file; null when the text is none. */
export function parseDraft(text: string): Draft | null {
  const value = parsed(text);
  if (!isRecord(value) || value['huizongDraft'] !== FORMAT || !isRecord(value['scheme'])) return null;
  const { bureau, period, nil } = value;
  const { id, version } = value['scheme'];
  const forms = listOf(value['forms'], formOf);
  const regions = listOf(value['regions'], textOf);
  const activities = listOf(value['activities'], activityOf);
  const reasons = listOf(value['reasons'], reasonOf);
  const summary = summaryOf(value['summary']);
  const at = value['at'] === null ? null : targetOf(value['at']);
  const source = value['source'] === null ? null : sourceOf(value['source']);
  if (typeof bureau !== 'string' || typeof period !== 'string' || typeof nil !== 'boolean') return null;
  if (typeof id !== 'string' || typeof version !== 'string' || at === undefined || source === undefined) return null;
  if (forms === null || regions === null || activities === null || reasons === null || summary === null) return null;
  return { scheme: { id, version }, bureau, period, forms, regions, summary, activities, nil, reasons, at, source };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.flatMap((item) => read(item) ?? []);
  return items.length === value.length ? items : null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function formOf(value: unknown): Form | undefined {
  return value === 'summary' || value === 'ledger' ? value : undefined;
}

function summaryOf(value: unknown): Readonly<Record<string, Answers>> | null {
  if (!isRecord(value)) return null;
  const rows = Object.entries(value).map(([region, answers]) => [region, textsOf(answers)] as const);
  return rows.every((row): row is readonly [string, Answers] => row[1] !== null) ? Object.fromEntries(rows) : null;
}

function activityOf(value: unknown): DraftActivity | undefined {
  if (!isRecord(value)) return undefined;
  const answers = textsOf(value['answers']);
  const { number } = value;
  return answers !== null && typeof number === 'number' ? { number, answers } : undefined;
}

function reasonOf(value: unknown): Reason | undefined {
  const texts = textsOf(value);
  const isWhole = texts !== null && REASON_COLUMNS.every((column) => typeof texts[column] === 'string');
  return isWhole ? (texts as Reason) : undefined;
}

function targetOf(value: unknown): Target | undefined {
  if (!isRecord(value)) return undefined;
  const { form, region, activity, item } = value;
  if (typeof item !== 'string') return undefined;
  if (form === 'summary' && typeof region === 'string') return { form, region, item };
  return form === 'ledger' && typeof activity === 'number' ? { form, activity, item } : undefined;
}

function sourceOf(value: unknown): DraftSource | undefined {
  if (!isRecord(value)) return undefined;
  const { file, sha256, version } = value;
  const isSource = typeof file === 'string' && typeof sha256 === 'string' && typeof version === 'number';
  const without = listOf(value['without'] ?? [], textOf);
  return isSource && without !== null ? { file, sha256, version, without } : undefined;
}

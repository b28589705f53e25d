import type { Fault } from '../model/errors.ts';
import type { Form } from '../model/recognised.ts';
import { nearest } from '../scheme/nearest.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import {
  type Answers,
  type Draft,
  REASON_COLUMNS,
  type Reason,
  withActivity,
  withAnswer,
  withReason,
} from './draft.ts';
import { answerText, isRecord } from './json-value.ts';
import { ledgerColumns, partsOf } from './questions.ts';
import { readReasons } from './reason-lines.ts';
import { type Unwritable, unwritable } from './unwritable.ts';

/** Answers that come in one piece: from a JSON file or from flags. */
export interface GivenAnswers {
  /** As written; null where nothing is said. */
  readonly bureau: string | null;
  readonly period: string | null;
  readonly forms: readonly Form[] | null;
  /** `region` is as written; null: the bureau itself. */
  readonly figures: readonly { readonly region: string | null; readonly item: string; readonly text: string }[];
  readonly activities: readonly Answers[];
  /** Null where nothing is said. */
  readonly nil: boolean | null;
  readonly reasons: readonly Partial<Reason>[];
}

/** What is wrong with given answers: where, in the words of their file, and what. */
export interface AnswersFault {
  readonly at: string;
  readonly code:
    | 'notJson'
    | 'notObject'
    | 'notText'
    | 'notList'
    | 'unknownKey'
    | 'unknownItem'
    | 'unknownRegion'
    | 'notForm'
    | 'notBoolean'
    | Unwritable
    | 'notAsked'
    | 'notReason';
  readonly value: string;
  readonly nearest: readonly string[];
  /** What `explanations.csv` would refuse of a reason. */
  readonly fault?: Fault;
}

/** Keys of the file of answers. */
const KEYS = ['$schema', 'bureau', 'period', 'forms', 'summary', 'activities', 'nil', 'reasons'];

/** Reads a file of answers. Faults are told all at once; only without any the answers count. */
export function parseAnswers(text: string): { readonly given: GivenAnswers; readonly faults: readonly AnswersFault[] } {
  const faults: AnswersFault[] = [];
  const fault = (at: string, code: AnswersFault['code'], value: unknown = '', near: readonly string[] = []) => {
    faults.push({ at, code, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), nearest: near });
    return null;
  };
  const textAt = (value: unknown, at: string) => {
    const said = answerText(value) ?? fault(at, 'notText', value) ?? '';
    const why = unwritable(said);
    return why === null ? said : (fault(at, why) ?? '');
  };
  const textOrNull = (value: unknown, at: string) => (value === undefined ? null : textAt(value, at));
  const listAt = (value: unknown, at: string): readonly unknown[] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : (fault(at, 'notList', value) ?? []);
  };
  const textsAt = (value: unknown, at: string): Answers => {
    if (!isRecord(value)) return fault(at, 'notObject', value) ?? {};
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textAt(one, `${at}.${key}`)]));
  };
  const root = rootOf(text);
  if (root === undefined) fault('$', 'notJson');
  else if (!isRecord(root)) fault('$', 'notObject', root);
  const value = isRecord(root) ? root : {};
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key)) fault(`$.${key}`, 'unknownKey', key, nearest(key, KEYS));
  }
  const summary = value['summary'] ?? {};
  if (!isRecord(summary)) fault('$.summary', 'notObject', summary);
  const figures = Object.entries(isRecord(summary) ? summary : {}).flatMap(([key, one]): GivenAnswers['figures'] =>
    isRecord(one)
      ? Object.entries(textsAt(one, `$.summary.${key}`)).map(([item, said]) => ({ region: key, item, text: said }))
      : [{ region: null, item: key, text: textAt(one, `$.summary.${key}`) }],
  );
  const activities = listAt(value['activities'], '$.activities').map((one, at) => textsAt(one, `$.activities[${at}]`));
  const forms = value['forms'] === undefined ? null : listAt(value['forms'], '$.forms').flatMap(formAt);
  const reasons = listAt(value['reasons'], '$.reasons').map((one, at) => reasonAt(one, `$.reasons[${at}]`));
  const given = {
    bureau: textOrNull(value['bureau'], '$.bureau'),
    period: textOrNull(value['period'], '$.period'),
    ...{ forms, figures, activities, nil: nilIn(value['nil']), reasons },
  };
  return { given, faults };

  function nilIn(nil: unknown): boolean | null {
    if (nil === undefined || typeof nil === 'boolean') return nil ?? null;
    return fault('$.nil', 'notBoolean', nil);
  }

  function formAt(form: unknown, at: number): readonly Form[] {
    if (form === 'summary' || form === 'ledger') return [form];
    return fault(`$.forms[${at}]`, 'notForm', form) ?? [];
  }

  function reasonAt(one: unknown, at: string): Partial<Reason> {
    const texts = textsAt(one, at);
    for (const key of Object.keys(texts)) {
      if (!isReasonColumn(key)) fault(`${at}.${key}`, 'unknownKey', key, nearest(key, [...REASON_COLUMNS]));
    }
    for (const key of ['code', 'reason']) if (!texts[key]) fault(`${at}.${key}`, 'notText');
    return texts;
  }
}

function isReasonColumn(key: string): boolean {
  return REASON_COLUMNS.some((column) => column === key);
}

function rootOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Lays given answers over a draft; what names no question of it is a fault. */
export function withGiven(
  draft: Draft,
  given: GivenAnswers,
  scheme: Scheme,
): { readonly draft: Draft; readonly faults: readonly AnswersFault[] } {
  const faults: AnswersFault[] = [];
  const indicators = scheme.indicators.map(({ id }) => id);
  const columns = ledgerColumns(scheme, draft.bureau).map(({ id }) => id);
  let next = draft;
  const asks = (form: Form, at: string, isTold: boolean) => {
    const isAsked = draft.forms.includes(form);
    if (isTold && !isAsked) faults.push({ at, code: 'notAsked', value: form, nearest: [] });
    return isAsked;
  };
  const figures = asks('summary', 'summary', given.figures.length > 0) ? given.figures : [];
  const activities = asks('ledger', 'activities', given.activities.length > 0) ? given.activities : [];
  for (const { region: written, item, text } of figures) {
    const at = written === null ? `summary.${item}` : `summary.${written}.${item}`;
    const why = unwritable(text);
    const match = written === null ? null : findRegion(regionIndex(scheme), written, draft.bureau);
    const region = match === null ? draft.bureau : match.kind === 'region' ? match.region.code : '';
    if (!next.regions.includes(region)) next = withRegion(next, region, scheme);
    if (!next.regions.includes(region)) {
      faults.push({ at, code: 'unknownRegion', value: written ?? draft.bureau, nearest: draft.regions });
    } else if (!indicators.includes(item)) {
      faults.push({ at, code: 'unknownItem', value: item, nearest: nearest(item, indicators) });
    } else if (why !== null) faults.push({ at, code: why, value: '', nearest: [] });
    else next = withAnswer(next, { form: 'summary', region, item }, text);
  }
  activities.forEach((answers, at) => {
    for (const item of Object.keys(answers)) {
      if (columns.includes(item)) continue;
      faults.push({
        at: `activities[${at}].${item}`,
        code: 'unknownItem',
        value: item,
        nearest: nearest(item, columns),
      });
    }
    const filled = Object.entries(answers).filter(([, text]) => text !== '');
    next = withActivity(next, Object.fromEntries(filled)).draft;
  });
  given.reasons.forEach((given, at) => {
    const reason = wholeReason(given, draft);
    const { faults: refused, rows } = readReasons([reason], scheme);
    faults.push(
      ...refused.map(
        (fault): AnswersFault => ({ ...{ at: `reasons[${at}]`, value: '', nearest: [] }, ...NOT_REASON, fault }),
      ),
    );
    // By code, so that two spellings of one place are one.
    next = withReason(next, { ...reason, region: rows[0]?.region ?? reason.region });
  });
  return { draft: { ...next, nil: given.nil ?? next.nil, at: draft.at }, faults };
}

/** The draft of a return that is corrected with another part of its bureau, where it is told part by part. */
function withRegion(draft: Draft, region: string, scheme: Scheme): Draft {
  const parts = partsOf(scheme, draft.bureau).map(({ code }) => code);
  const isByPart = draft.regions.length > 0 && draft.regions.every((code) => parts.includes(code));
  if (draft.source === null || !isByPart || !parts.includes(region)) return draft;
  return { ...draft, regions: parts.filter((code) => code === region || draft.regions.includes(code)) };
}

const NOT_REASON = { code: 'notReason' } as const;

/** A reason with what goes without saying: whose it is, of when, and of which region where there is but one. */
function wholeReason(given: Partial<Reason>, { bureau, period, regions }: Draft): Reason {
  const reason = { ...BLANK_REASON, bureau, period, ...given };
  const isPlaced = [reason.activity, reason.association, reason.region].some((text) => text !== '');
  const [only, ...others] = regions;
  return isPlaced || only === undefined || others.length > 0 ? reason : { ...reason, region: only };
}

const BLANK_REASON = Object.fromEntries(REASON_COLUMNS.map((column) => [column, ''])) as Reason;

/** Nothing is said. */
export const NOTHING_GIVEN: GivenAnswers = {
  ...{ bureau: null, period: null, forms: null },
  ...{ figures: [], activities: [], nil: null, reasons: [] },
};

import type { Form } from '../model/recognised.ts';
import { type HeaderDictionary, headerDictionary, headerKey } from '../scheme/dictionary.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { initialsOf, mayBegin } from './initials.ts';
import type { RowLooks } from './row-looks.ts';
import { type SheetView, textAt } from './sheet-view.ts';

export const FORMS = ['ledger', 'summary'] as const;

/** Distinct meanings that the better of the two dictionaries knows of a row's texts. */
export function formHits(view: SheetView, row: RowLooks, scheme: Scheme): number {
  const texts = row.cells.flatMap((at, cell) =>
    row.looks[cell] === 'word' && mayBeHeader(textAt(view, at), scheme) ? [textAt(view, at)] : [],
  );
  return Math.max(...FORMS.map((form) => distinctMeanings(texts, headerDictionary(scheme, form), scheme).size));
}

/** Whether a text is a header of either form; most texts are refused by their first character. */
export function mayBeHeader(text: string, scheme: Scheme): boolean {
  if (text.length > 60 || !mayBegin(text, headerInitials(scheme))) return false;
  const texts = headerTexts(scheme);
  let known = texts.get(text);
  if (known === undefined) {
    const { key } = headerKey(text, scheme);
    known = FORMS.some((form) => headerDictionary(scheme, form).has(key));
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, known);
  }
  return known;
}

/** What was found of the latest texts: in a ledger the same few stand in every row. */
const headerTexts = perScheme(() => new Map<string, boolean>());
const MOST_TEXTS = 2000;

const headerInitials = perScheme((scheme) =>
  initialsOf(FORMS.flatMap((form) => [...headerDictionary(scheme, form).keys()])),
);

function distinctMeanings(texts: readonly string[], dictionary: HeaderDictionary, scheme: Scheme): ReadonlySet<string> {
  const ids = texts.map((text) => dictionary.get(headerKey(text, scheme).key)?.[0]?.id);
  return new Set(ids.filter((id) => id !== undefined));
}

/** What the headers of a table hit in each form's dictionary. */
export interface FormEvidence {
  /** Distinct ids known to the ledger's dictionary and to the summary's. */
  readonly ledger: ReadonlySet<string>;
  readonly summary: ReadonlySet<string>;
}

/** The form of a table, and whether its headers alone say so. */
export interface FormDecision {
  readonly form: Form | 'unknown';
  readonly by: 'headers' | 'name' | null;
}

interface FormKeys {
  /** Required ledger columns that the summary form does not show: who has them is a ledger. */
  readonly ledger: ReadonlySet<string>;
  /** Columns of numbers, by which an activity is measured. */
  readonly numbers: ReadonlySet<string>;
  /** Required ones that hold no choice: a list of choices for drop-downs has the others too. */
  readonly open: ReadonlySet<string>;
  /** Indicators. */
  readonly summary: ReadonlySet<string>;
}

const formKeys = perScheme((scheme): FormKeys => {
  const own = scheme.columns.filter(({ required, forms }) => required && !forms.includes('summary'));
  const open = own.filter(({ type }) => type !== 'task' && type !== 'activity_type' && type !== 'enum');
  return {
    ledger: new Set(own.map(({ id }) => id)),
    numbers: new Set(scheme.columns.flatMap(({ id, joint }) => (joint === null ? [] : [id]))),
    open: new Set(open.map(({ id }) => id)),
    summary: new Set(scheme.indicators.map(({ id }) => id)),
  };
});

/**
 * The form of a table by its headers. A ledger shows two of its required columns at least (a list of associations shows
 * one), or one with something that is counted; a summary an
 * indicator and something else. When both could be, the better evidence wins, then what the names say (`told`), then the
 * columns that only a ledger has.
 */
export function decideForm(evidence: FormEvidence, told: Form | null, scheme: Scheme): FormDecision {
  const keys = formKeys(scheme);
  const required = common(evidence.ledger, keys.ledger);
  const indicators = common(evidence.summary, keys.summary);
  const known = evidence.ledger.size;
  const counts = common(evidence.ledger, keys.numbers) > 0;
  const enough =
    required >= 2 || (required === 1 && known >= 4 && counts) || (told === 'ledger' && known >= 3 && counts);
  const ledger = enough && common(evidence.ledger, keys.open) > 0;
  const summary = indicators >= 1 && evidence.summary.size >= 2;
  if (!ledger && !summary) return { form: 'unknown', by: null };
  if (ledger !== summary) return { form: ledger ? 'ledger' : 'summary', by: 'headers' };
  const lead = known + required - evidence.summary.size;
  if (lead !== 0) return { form: lead > 0 ? 'ledger' : 'summary', by: 'headers' };
  if (told) return { form: told, by: 'name' };
  return { form: required > 0 ? 'ledger' : 'summary', by: 'headers' };
}

/** Whether a table that is no form has headers of one all the same, so that it may be a damaged return. */
export function hasTrace(evidence: FormEvidence, scheme: Scheme): boolean {
  const keys = formKeys(scheme);
  return common(evidence.ledger, keys.open) > 0 || common(evidence.summary, keys.summary) > 0;
}

function common(found: ReadonlySet<string>, keys: ReadonlySet<string>): number {
  return [...found].filter((id) => keys.has(id)).length;
}

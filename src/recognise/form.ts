import type { Form } from '../model/recognised.ts';
import { headerDictionary, headerKey } from '../scheme/dictionary.ts';
import { perScheme, rememberTexts } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { finalsOf, initialsOf, mayBeOneOf } from './initials.ts';
import type { RowLooks } from './row-looks.ts';
import { type SheetView, textAt } from './sheet-view.ts';

export const FORMS = ['ledger', 'summary'] as const;

/** Distinct meanings that the better of the two dictionaries knows of a row's texts. */
export function formHits(view: SheetView, row: RowLooks, scheme: Scheme): number {
  const known: FormMeanings[] = [];
  for (const [cell, at] of row.cells.entries()) {
    const meanings = row.looks[cell] === 'word' ? meaningsOf(textAt(view, at), scheme) : null;
    if (meanings !== null) known.push(meanings);
  }
  if (known.length < 2) return known.length;
  return Math.max(...FORMS.map((form) => differentIn(form, known)));
}

function differentIn(form: Form, known: readonly FormMeanings[]): number {
  const ids = new Set(known.map((meanings) => meanings[form]));
  return ids.size - Number(ids.has(null));
}

/** Whether a text is a header of either form. */
export function isHeader(text: string, scheme: Scheme): boolean {
  return meaningsOf(text, scheme) !== null;
}

/** What a text means first as a header of each form; null for most, which show by their ends that they are none. */
function meaningsOf(text: string, scheme: Scheme): FormMeanings | null {
  return text.length <= LONGEST && mayBeOneOf(text, headerEnds(scheme)) ? knownMeanings(text, scheme) : null;
}

type FormMeanings = Readonly<Record<Form, string | null>>;

const LONGEST = 60;

const knownMeanings = rememberTexts((text, scheme): FormMeanings | null => {
  const { key } = headerKey(text, scheme);
  const [ledger = null, summary = null] = FORMS.map((form) => headerDictionary(scheme, form).get(key)?.[0]?.id ?? null);
  return ledger === null && summary === null ? null : { ledger, summary };
});

const headerEnds = perScheme((scheme) => {
  const { moneyUnits, countUnits } = wordSets(scheme);
  const names = FORMS.flatMap((form) => [...headerDictionary(scheme, form).keys()]);
  return { initials: initialsOf(names), finals: finalsOf([...names, ...moneyUnits.keys(), ...countUnits]) };
});

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

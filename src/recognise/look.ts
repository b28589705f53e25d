import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { labelledParts } from './labels.ts';
import { kindAt, type SheetView, textAt } from './sheet-view.ts';

/** How a cell looks to one who does not know what it means. */
export type Look = 'empty' | 'word' | 'long' | 'label' | 'year' | 'number';

/** Longer texts are sentences; bilingual headers reach some eighty characters. */
const LONG = 120;
const YEAR = /^(?:19|20)\d{2}(?:[.\-/](?:0?[1-9]|1[0-2])|0[1-9]|1[0-2])?$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?%?$/;

/** The look of a cell. A year or month stands for a header as well as for a number, so it is told apart. */
export function lookAt(view: SheetView, at: number, scheme: Scheme): Look {
  switch (kindAt(view, at)) {
    case 'text':
      return textLook(textAt(view, at), view.keyAt(at), scheme);
    case 'number': {
      const value = view.grid.values[at] ?? 0;
      return YEAR.test(String(value)) ? 'year' : 'number';
    }
    default:
      return 'number';
  }
}

function textLook(text: string, key: string, scheme: Scheme): Look {
  if (key === '') return 'empty';
  if (YEAR.test(key)) return 'year';
  if (NUMBER.test(key)) return 'number';
  if (isLabel(text, key, scheme)) return 'label';
  return key.length > LONG ? 'long' : 'word';
}

/** `label：` alone, or a known label with a text behind it; `其中：` and what follows is a header. */
function isLabel(text: string, key: string, scheme: Scheme): boolean {
  const colon = key.indexOf(':');
  if (colon <= 0) return false;
  const words = wordSets(scheme);
  if (words.ofWhich.has(key.slice(0, colon))) return false;
  if (words.notes.has(key.slice(0, colon))) return true;
  return colon === key.length - 1 || labelledParts(text, scheme).length > 0;
}

/** Whether a text is nothing but a number as people write it. */
export function isNumeral(text: string): boolean {
  return NUMBER.test(matchKey(text));
}

import { type Finding, finding } from '../model/finding.ts';
import { parseFormMark } from '../scheme/form-mark.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { SettledSheet } from './sheet-findings.ts';
import { isInstructions } from './sheet-kind.ts';
import type { Source } from './source.ts';

/** What the mark of the standard form says of a file. */
export interface StandardForm {
  /** The sheets with what the form brings along (instructions, choices, hidden or not) known as such. */
  readonly known: (sheets: readonly SettledSheet[]) => readonly SettledSheet[];
  /** The sheets of which something is to be said: of what the form brings along nothing is. */
  readonly told: (sheets: readonly SettledSheet[]) => readonly SettledSheet[];
  readonly findings: readonly Finding[];
}

/** Tells whether a file is a standard form, and whether one of this version of the scheme. */
export function standardForm(sources: readonly Source[], scheme: Scheme): StandardForm {
  const marks = sources.flatMap((source) => {
    const mark = source.label === 'form' && !source.vague ? parseFormMark(source.text) : null;
    return mark === null ? [] : [{ mark, source }];
  });
  const other = marks.find(({ mark }) => mark.scheme !== scheme.id || mark.version !== scheme.version);
  const args = other && {
    found: `${other.mark.scheme} ${other.mark.version}`,
    expected: `${scheme.id} ${scheme.version}`,
  };
  const isOwn = ({ read }: SettledSheet) => marks.length > 0 && isInstructions(read.grid.sheet, scheme);
  return {
    known: (sheets) => sheets.map((sheet) => (isOwn(sheet) ? { ...sheet, kind: 'instructions' } : sheet)),
    told: (sheets) => sheets.filter((sheet) => !isOwn(sheet)),
    findings: other && args ? [finding('FORM_VERSION_OTHER', other.source.place, args)] : [],
  };
}

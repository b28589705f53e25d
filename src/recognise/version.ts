import type { StatedVersion } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { versionNumber } from '../text/version-mark.ts';
import { dayIn } from './day-in-text.ts';
import { readName } from './file-name.ts';
import type { Source } from './source.ts';

/**
 * Which version of a return a file is, as it says itself. Number and revision word stand in the file's name, else in
 * those of its folders: titles on the sheets are the form's own. Of several dates on covers the last counts.
 */
export function statedVersion(sources: readonly Source[], scheme: Scheme): StatedVersion {
  const names = sources.filter(({ from }) => from === 'fileName' || from === 'folder').map(({ text }) => text);
  const dates = sources.flatMap(({ label, text, vague }) => (label === 'date' && !vague ? (dayIn(text) ?? []) : []));
  return {
    number: names.map(versionNumber).find((number) => number !== null) ?? null,
    revised: names.some((name) => readName(name, scheme).revised),
    date: dates.toSorted().at(-1) ?? null,
  };
}

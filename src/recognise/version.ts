import type { StatedVersion, VersionMark } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { versionNumber } from '../text/version-mark.ts';
import { dayIn } from './day-in-text.ts';
import { readName } from './file-name.ts';
import type { Source } from './source.ts';

/**
 * Which version of a return a file is, as it says itself. Number and revision word stand in the file's name or in
 * those of its folders: titles on the sheets are the form's own. Of several dates on covers the last counts.
 */
export function statedVersion(sources: readonly Source[], scheme: Scheme): StatedVersion {
  const marks = (of: Source['from']) =>
    sources.flatMap(({ from, text }) => (from === of ? [markOf(text, scheme)] : []));
  const [own] = marks('fileName');
  const dates = sources.flatMap(({ label, text, vague }) => (label === 'date' && !vague ? (dayIn(text) ?? []) : []));
  return {
    number: own?.number ?? null,
    revised: own?.revised ?? false,
    folders: marks('folder'),
    date: dates.toSorted().at(-1) ?? null,
  };
}

function markOf(name: string, scheme: Scheme): VersionMark {
  return { number: versionNumber(name), revised: readName(name, scheme).revised };
}

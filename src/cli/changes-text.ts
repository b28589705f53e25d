import type { ChangesTexts, UiTexts } from '../message/ui-texts.ts';
import type { BureauChange, Changes, SeverityCounts } from '../report/changes.ts';

/** Files named of a bureau. */
const FILES = 3;

/** What changed since an earlier report, in one line. */
export function changesLine({ since, findings }: Changes, texts: ChangesTexts): string {
  const counts = { new: sum(findings.new), mended: sum(findings.mended), standing: sum(findings.standing) };
  return texts.counts(since, counts);
}

/** The bureaus of which something changed, as rows of a table. */
export function changedBureaus({ bureaus }: Changes, texts: UiTexts): readonly (readonly string[])[] {
  const state = (of: BureauChange['was']) => of && texts.state[of];
  return bureaus.map((one) => [
    one.name,
    texts.changes.state(state(one.was), state(one.now)),
    texts.changes.findings(one),
    texts.changes.files(few(one.added), few(one.removed)),
  ]);
}

function few(files: readonly string[]): readonly string[] {
  return files.length > FILES ? [...files.slice(0, FILES), '…'] : files;
}

function sum({ errors, warnings, infos }: SeverityCounts): number {
  return errors + warnings + infos;
}

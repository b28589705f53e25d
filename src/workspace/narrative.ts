import { type Narrative, NO_NARRATIVE } from '../model/narrative.ts';
import { isoDate, type Period } from '../period/period.ts';

export const NARRATIVE_FILE = 'narrative.yaml';

/** What `narrative.yaml` says. */
export interface NarrativeFile {
  readonly narrative: Narrative;
  /** The period that its texts are about; null when it does not say. */
  readonly period: Period | null;
}

export const NO_NARRATIVE_FILE: NarrativeFile = { narrative: NO_NARRATIVE, period: null };

/** The ISO date that a text is; null when it is none. */
export function narrativeDate(text: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  return year === undefined ? null : isoDate(Number(year), Number(month), Number(day));
}

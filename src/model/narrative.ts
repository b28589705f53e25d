/** A block of the report that people write: paragraphs, or the points of a list; plain text. */
export interface NarrativeBlock {
  readonly list: boolean;
  readonly texts: readonly string[];
}

/** What people write into the report beside the figures; empty blocks are still to be filled in. */
export interface Narrative {
  /** 文号. */
  readonly documentNumber: string | null;
  /** 典型做法. */
  readonly cases: NarrativeBlock;
  /** Beside what the checks find. */
  readonly problems: NarrativeBlock;
  /** 下一步工作. */
  readonly nextSteps: NarrativeBlock;
  /** 落款: the office that issues the report. */
  readonly issuer: string | null;
  /** ISO date below the issuer; null: the report's as-of date. */
  readonly date: string | null;
}

export const NO_BLOCK: NarrativeBlock = { list: false, texts: [] };

export const NO_NARRATIVE: Narrative = {
  documentNumber: null,
  cases: NO_BLOCK,
  problems: NO_BLOCK,
  nextSteps: NO_BLOCK,
  issuer: null,
  date: null,
};

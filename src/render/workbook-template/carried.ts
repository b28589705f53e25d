import { type Book, relationships } from './book.ts';

/** What is kept as it is and does not follow what is filled in, or may not follow as meant: by its sort and where it is. */
export interface Carried {
  readonly sort: 'pivot' | 'macros' | 'externalLink' | 'threadedNotes' | 'query' | 'chartSheet' | 'singleCell';
  /** Name of the sheet; null for the whole workbook. */
  readonly sheet: string | null;
  readonly cell?: string;
}

const OF_BOOK: Readonly<Record<string, Carried['sort']>> = {
  vbaProject: 'macros',
  externalLink: 'externalLink',
  connections: 'query',
  chartsheet: 'chartSheet',
};
const OF_SHEETS: Readonly<Record<string, Carried['sort']>> = {
  pivotTable: 'pivot',
  threadedComment: 'threadedNotes',
  queryTable: 'query',
};

/** What a template has that huizong keeps without looking into it. */
export function carriedBy({ parts, part, sheets }: Book): readonly Carried[] {
  const found: Carried[] = [];
  const add = (sort: Carried['sort'] | undefined, sheet: string | null) => {
    if (sort && !found.some((one) => one.sort === sort && one.sheet === sheet)) found.push({ sort, sheet });
  };
  for (const { kind } of relationships(parts, part)) add(OF_BOOK[kind], null);
  for (const sheet of sheets) for (const { kind } of relationships(parts, sheet.part)) add(OF_SHEETS[kind], sheet.name);
  return found;
}

import type { Fault } from '../../model/errors.ts';
import { type TemplateFaults, templateFaults } from '../template-faults.ts';
import type { SourceOf } from './plan.ts';

/** Faults of a workbook, told with sheet and cell. */
export interface BookFaults extends TemplateFaults {
  readonly sourceOf: SourceOf;
  /** What `sourceOf` has named. */
  readonly sources: ReadonlyMap<string, CellSource>;
}

/** A text of a workbook, which faults tell by sheet and cell. */
export interface CellSource {
  readonly sheet: string;
  readonly cell: string | null;
  readonly text: string;
}

/** An empty collection for the workbook at the path, of which `known` are named already. */
export function bookFaults(file: string, known: BookFaults['sources'] = new Map()): BookFaults {
  const sources = new Map<string, CellSource>();
  const byPlace = new Map<string, string>();
  for (const [source, one] of known) name(source, one);
  const faults = templateFaults((source) => sources.get(source)?.text.split(/\r?\n/) ?? []);
  return {
    ...faults,
    sources,
    sourceOf(sheet, cell, text) {
      const place = placeOf({ sheet, cell });
      const named = text === '' ? byPlace.get(place) : byPlace.get(place + text);
      if (named !== undefined) return named;
      // The order of sheets and cells is the order that they are named in.
      const source = String(sources.size).padStart(7, '0');
      name(source, { sheet, cell, text });
      return source;
    },
    all: () => faults.all().map((fault) => placed(fault, sources.get(fault.file), file)),
  };

  function name(source: string, one: CellSource): void {
    const place = placeOf(one);
    sources.set(source, one);
    if (!byPlace.has(place)) byPlace.set(place, source);
    byPlace.set(place + one.text, source);
  }
}

function placeOf({ sheet, cell }: Pick<CellSource, 'sheet' | 'cell'>): string {
  return JSON.stringify([sheet, cell]);
}

function placed(fault: Fault, source: CellSource | undefined, file: string): Fault {
  if (!source) return fault;
  const { column, excerpt, ...rest } = fault;
  const cell = source.cell === null ? {} : { cell: source.cell };
  // The excerpt tells the place in the text.
  return {
    ...rest,
    file,
    line: null,
    sheet: source.sheet,
    ...cell,
    ...(source.text === '' ? {} : { excerpt: excerpt ?? [] }),
  };
}

import type { Fault } from '../../model/errors.ts';
import { type TemplateFaults, templateFaults } from '../template-faults.ts';
import type { SourceOf } from './plan.ts';

/** Faults of a workbook, told with sheet and cell. */
export interface BookFaults extends TemplateFaults {
  readonly sourceOf: SourceOf;
}

interface Source {
  readonly sheet: string;
  readonly cell: string | null;
  readonly text: string;
}

/** An empty collection for the workbook at the path. */
export function bookFaults(file: string): BookFaults {
  const sources = new Map<string, Source>();
  const byPlace = new Map<string, string>();
  const faults = templateFaults((source) => sources.get(source)?.text.split(/\r?\n/) ?? []);
  return {
    ...faults,
    sourceOf(sheet, cell, text) {
      const place = JSON.stringify([sheet, cell]);
      const known = text === '' ? byPlace.get(place) : byPlace.get(place + text);
      if (known !== undefined) return known;
      // The order of sheets and cells is the order that they are named in.
      const source = String(sources.size).padStart(7, '0');
      sources.set(source, { sheet, cell, text });
      if (!byPlace.has(place)) byPlace.set(place, source);
      byPlace.set(place + text, source);
      return source;
    },
    all: () => faults.all().map((fault) => placed(fault, sources.get(fault.file), file)),
  };
}

function placed(fault: Fault, source: Source | undefined, file: string): Fault {
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

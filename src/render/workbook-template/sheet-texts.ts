import { type Book, type BookSheet, relationships, tree } from './book.ts';
import { addressOf, parseArea } from './cell-address.ts';
import { hasMarks } from './markers.ts';
import { hintsOf, rangesOf } from './ranged-part.ts';
import { stringText } from './sheet-cells.ts';
import { child, descend, elements, everywhere, prefixed, textOf } from './xml-query.ts';

/** A text outside of cells that is filled in, at the cell whose values it sees; row and column are 0 for the whole sheet. */
export interface SheetText {
  readonly text: string;
  readonly address: string | null;
  readonly row: number;
  readonly column: number;
}

/** The texts of links, notes, page heads and feet, and charts of a sheet that have something to be filled in. */
export function sheetTexts(book: Book, { root, part }: BookSheet): readonly SheetText[] {
  const relations = relationships(book.parts, part);
  const links = descend(root, 'hyperlinks', 'hyperlink').flatMap((link) => {
    const target = relations.find(({ id }) => id === prefixed(link, 'id')?.value)?.element.attributes['Target'];
    const { location, tooltip, ref = '' } = link.attributes;
    return [location, tooltip, target && readTarget(target)].flatMap((text) => at(ref, text));
  });
  const heads = elements(child(root, 'headerFooter') ?? root)
    .filter(({ name }) => /(?:odd|even|first)(?:Header|Footer)$/.test(name))
    .flatMap((element) => whole(textOf(element)));
  const notes = relations
    .filter(({ kind }) => kind === 'comments')
    .flatMap(({ part: notesPart }) =>
      notesPart === null ? [] : descend(tree(book.parts, notesPart), 'commentList', 'comment'),
    )
    .flatMap((note) => at(note.attributes['ref'] ?? '', descend(note, 'text').map(stringText).join('')));
  const charts = chartParts(book, part).flatMap((chart) =>
    everywhere(tree(book.parts, chart), 't').flatMap((text) => whole(textOf(text))),
  );
  const hints = everywhere(root, 'dataValidation').flatMap((element) => {
    const [range = ''] = rangesOf(element).text.split(/\s+/);
    return Object.values(hintsOf(element)).flatMap((text) => at(range, text));
  });
  return [...links, ...heads, ...notes, ...charts, ...hints].filter(({ text }) => hasMarks(text));
}

/** Excel keeps the target of a link as an address: with its braces spelled as bytes. */
export function readTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** The parts of the charts that a sheet shows. */
export function chartParts({ parts }: Book, sheet: string): readonly string[] {
  const drawings = relationships(parts, sheet).filter(({ kind }) => kind === 'drawing');
  return drawings.flatMap(({ part }) =>
    part === null
      ? []
      : relationships(parts, part).flatMap(({ kind, part: chart }) => (isChart(kind) && chart !== null ? [chart] : [])),
  );
}

export function isChart(kind: string): boolean {
  return kind === 'chart' || kind === 'chartEx';
}

function at(ref: string, text: string | undefined): readonly SheetText[] {
  const area = parseArea(ref);
  if (text === undefined || !area) return [];
  return [{ text, address: addressOf(area.top, area.left), row: area.top, column: area.left }];
}

function whole(text: string): readonly SheetText[] {
  return [{ text, address: null, row: 0, column: 0 }];
}

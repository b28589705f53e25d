import type { Place } from '../model/place.ts';
import type { Stated } from '../model/recognised.ts';
import type { Cover, CoverText } from './cover.ts';

/** A text that may say who sent a file and for when. */
export interface Source {
  readonly from: Stated<unknown>['from'];
  /** What a label says the text is; null for titles and names. */
  readonly label: Exclude<CoverText['kind'], 'title'> | null;
  readonly text: string;
  readonly place: Place;
  /** From a sheet that is no return (instructions): believed when it is understood, else passed over. */
  readonly vague: boolean;
  /** A title over some of the rows of a sheet only, which names a part of what the sender sends. */
  readonly part?: true;
  /** The name of a sheet with a table of the scheme. */
  readonly tabled?: boolean;
}

/** A sheet as a source: its name and what stands around its tables. */
export interface SheetSource {
  readonly sheet: string | null;
  readonly cover: Cover;
  readonly vague: boolean;
  /** Whether it holds a table of the scheme. */
  readonly tabled: boolean;
  /** Titles between its rows that name regions. */
  readonly parts: readonly string[];
}

/** The sources of a file, best first: labelled cover cells, titles, sheet names, the file's name, its folders and those they lie in. */
export function sourcesOf(
  file: string,
  sheets: readonly SheetSource[],
  outer: readonly string[] = [],
): readonly Source[] {
  const filed = (from: Source['from'], text: string): Source => {
    return { from, label: null, text, place: { file, sheet: null, row: null, column: null }, vague: false };
  };
  const folders = file.split('/');
  const name = folders.pop() ?? file;
  return [
    ...sheets.flatMap(({ sheet, cover, vague }) => cover.labelled.map((text) => ofCover(file, sheet, text, vague))),
    ...sheets.flatMap(({ sheet, cover, vague }) =>
      vague ? [] : cover.titles.map((text) => ofCover(file, sheet, text, false)),
    ),
    ...sheets.flatMap(({ sheet, vague, tabled }) => {
      if (sheet === null || vague) return [];
      return [{ ...filed('sheet', sheet), place: { file, sheet, row: null, column: null }, tabled }];
    }),
    ...sheets.flatMap(({ sheet, parts, vague }) => {
      const place = { file, sheet, row: null, column: null };
      return vague ? [] : parts.map((text): Source => ({ ...filed('sheet', text), place, part: true }));
    }),
    filed('fileName', withoutExtension(name)),
    ...[...folders.reverse(), ...outer].map((folder) => filed('folder', folder)),
  ];
}

/** A text of a sheet's cover, or of a title below, as a source. */
export function ofCover(
  file: string,
  sheet: string | null,
  { kind, text, row, column }: CoverText,
  vague: boolean,
): Source {
  return { from: 'cover', label: kind === 'title' ? null : kind, text, place: { file, sheet, row, column }, vague };
}

function withoutExtension(name: string): string {
  return name.replace(/\.[A-Za-z]{1,5}$/, '');
}

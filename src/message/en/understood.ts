import type { UnderstoodTexts } from '../ui-texts.ts';

/** What `-v` says of each file. */
export const UNDERSTOOD: UnderstoodTexts = {
  bureau: (name, saidBy) => `bureau  ${name === null ? 'not found' : `${name}${basis(saidBy)}`}`,
  period: (id, saidBy) => `period  ${id === null ? 'not named in the file' : `${id}${basis(saidBy)}`}`,
  from: {
    sources: () => 'sources.csv',
    cover: (place) => `cover ${place}`,
    sheet: (place) => `sheet name ${place}`,
    fileName: () => 'file name',
    folder: () => 'folder name',
  },
  unknownForm: 'no form of this scheme',
  table: (sheet, form, header, data, totals, compiled) =>
    [
      `${sheet === null ? '' : `${sheet}: `}${form}`,
      `header ${rows(header)}`,
      data === null ? 'no data rows' : `data ${rows(data)}`,
      ...(totals.length === 0 ? [] : [`totals in ${totals.length === 1 ? 'row' : 'rows'} ${list(totals)}`]),
      ...(compiled ? [] : ['not compiled']),
    ].join(', '),
  columns: (known, renamed) =>
    `${known} known ${known === 1 ? 'column' : 'columns'}${renamed === '' ? '' : `, by another name: ${renamed}`}`,
  unknownColumns: (columns) => `unknown columns  ${columns}`,
  rows: ({ data, counted, setAside, total, note, title, header, other }) =>
    `rows  data ${data} (counted ${counted}, set aside ${setAside}), totals ${total}, notes ${note}, titles ${title}, headers ${header}, other ${other}`,
};

/** Of many total rows only the first are listed. */
const LISTED = 8;

function list(totals: readonly number[]): string {
  return totals.slice(0, LISTED).join(', ') + (totals.length > LISTED ? ` … (${totals.length})` : '');
}

function basis(saidBy: string | null): string {
  return saidBy === null ? '' : ` (by ${saidBy.trim()})`;
}

function rows([first, last]: readonly [number, number]): string {
  return first === last ? `row ${first}` : `rows ${first}–${last}`;
}

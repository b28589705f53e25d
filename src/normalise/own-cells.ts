import type { ActivityPacker } from '../model/activity-packer.ts';
import { type OpenCodes, type OpenColumn, putValue } from '../model/coded-column.ts';
import type { CellContent } from '../model/grid.ts';
import { associationKey } from '../text/association-key.ts';
import { matchKey } from '../text/match-key.ts';
import { cellWord } from './cell-text.ts';
import type { Field } from './field.ts';
import type { LedgerColumns } from './ledger-columns.ts';

/** The cells of a column that mostly say what they say by themselves, whatever else stands in their rows. */
export interface OwnCells {
  /** What they tell of a row. */
  readonly tells: readonly OpenCodes[];
  /** Puts what a cell says there, for the row at a place; false when it says nothing, or not clearly. */
  readonly put: (cell: CellContent, at: number) => boolean;
}

type Own = readonly [slot: number, OwnCells];

/** The columns of a ledger table whose cells speak for themselves, by slot: all but those whose words depend on each other. */
export function ownCells(columns: LedgerColumns, { open }: ActivityPacker): readonly (OwnCells | undefined)[] {
  const { regions, authority, registeredIn, task, type, flags, lists, isNil } = columns;
  const own: readonly Own[] = [
    text(columns.title, open.title, isNil),
    text(columns.venue, open.venue, isNil),
    ...association(columns, open),
    date(columns, open),
    ...columns.numbers.flatMap((field, at) => number(field, open.numbers[at])),
  ];
  const bySlot = new Map(own);
  const words = [
    ...Object.values(regions),
    ...(registeredIn === null ? [] : [authority]),
    task,
    type,
    ...flags,
    ...lists,
  ];
  const depending = new Set(words.map(({ slot }) => slot));
  const unread = { tells: [], put: (cell: CellContent) => saidIn(cell, isNil) !== '' };
  return columns.slots.map((_, slot) => (depending.has(slot) ? undefined : (bySlot.get(slot) ?? unread)));
}

type Open = ActivityPacker['open'];

const LETTER = /[0-9A-Za-z\u4e00-\u9fff]/;

/** What a cell says; empty where that is nothing, as of quotation marks alone. */
function saidIn(cell: CellContent, isNil: LedgerColumns['isNil']): string {
  const word = cellWord(cell, isNil);
  return LETTER.test(word) || matchKey(word) !== '' ? word : '';
}

function text({ slot }: Field, column: OpenColumn<string>, isNil: LedgerColumns['isNil']): Own {
  const put = (cell: CellContent, at: number) => {
    const word = saidIn(cell, isNil);
    if (word !== '') putValue(column, at, word);
    return word !== '';
  };
  return [slot, { tells: [column], put }];
}

/** An association goes by its code; where no code is asked for, by its name. */
function association(columns: LedgerColumns, open: Open): readonly Own[] {
  const { association: name, creditCode, readCreditCode, isNil } = columns;
  const [slot, named] = text(name, open.associationName, isNil);
  if (creditCode.column === null) {
    const put = (cell: CellContent, at: number) => {
      if (!named.put(cell, at)) return false;
      putValue(open.association, at, associationKey(cellWord(cell, isNil)));
      return true;
    };
    return [[slot, { tells: [open.associationName, open.association], put }]];
  }
  const put = (cell: CellContent, at: number) => {
    const { value, remarks } = readCreditCode(cell);
    if (value === null || remarks.length > 0) return false;
    putValue(open.association, at, value);
    return true;
  };
  return [
    [slot, named],
    [creditCode.slot, { tells: [open.association], put }],
  ];
}

function date({ date: { slot }, readDate }: LedgerColumns, { start, end }: Open): Own {
  const put = (cell: CellContent, at: number) => {
    const days = readDate(cell);
    if (days === null || days.remarks.length > 0) return false;
    putValue(start, at, days.value.start);
    putValue(end, at, days.value.end);
    return true;
  };
  return [slot, { tells: [start, end], put }];
}

function number(
  { slot, column: present, read }: LedgerColumns['numbers'][number],
  column: Open['numbers'][number] | undefined,
): readonly Own[] {
  if (present === null || column === undefined) return [];
  const put = (cell: CellContent, at: number) => {
    const { value, remarks } = read(cell);
    if (value === null || remarks.length > 0) return false;
    putValue(column, at, value);
    return true;
  };
  return [[slot, { tells: [column], put }]];
}

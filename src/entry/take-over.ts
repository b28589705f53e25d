import { type Decimal, format } from '../decimal/decimal.ts';
import { activityList } from '../model/activities.ts';
import type { Activity, FiledReturn, SummaryCell } from '../model/filed-return.ts';
import { type Grid, gridRow, rowIndex } from '../model/grid.ts';
import type { RecognisedFile } from '../model/recognised.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Answers, type Draft, emptyDraft } from './draft.ts';
import { draftReturn } from './draft-return.ts';
import { ledgerColumns, partsTold, regionColumn, summaryRegions } from './questions.ts';

/** A return as a draft, and how many of its figures the draft has no question for. */
export interface TakenOver {
  readonly draft: Draft;
  /** Year-to-date figures, and those of regions that the bureau does not tell beside the others. */
  readonly leftOut: number;
  /** Headers of filled-in ledger columns that it has no question for: unknown ones, and those of people. */
  readonly leftColumns: readonly string[];
}

/** Reads a draft as a return is read: for comparing both. */
export type ReadDraft = (recognised: RecognisedFile) => Pick<FiledReturn, 'activities' | 'summary'>;

/**
 * Makes a draft of a return, in the texts of its own cells: what was unreadable can then be seen and mended. A number
 * whose text would say something else here (for its unit stood above the table) is given as its value.
 */
export function takeOver(
  recognised: RecognisedFile,
  filed: FiledReturn,
  period: string,
  scheme: Scheme,
  read: ReadDraft,
): TakenOver {
  const bureau = filed.sender?.value ?? '';
  const cells = filed.summary.filter((cell) => !cell.yearToDate);
  const told = cells.map(({ region }) => region);
  // What the return does not hold is not asked for: a zone or county may report by itself.
  const parts = summaryRegions(scheme, bureau, partsTold(scheme, bureau, told));
  const held = parts.filter((code) => told.includes(code));
  const regions = held.length > 0 ? held : parts;
  const asked = cells.filter(({ region }) => regions.includes(region));
  const textAt = textReader(recognised);
  const start = emptyDraft({
    ...{ scheme, bureau, period },
    forms: (['summary', 'ledger'] as const).filter((form) => filed.forms.includes(form)),
    regions: filed.forms.includes('summary') ? regions : [],
    source: {
      file: filed.file,
      sha256: filed.sha256,
      version: filed.version.number ?? 1,
      without: figuresWithout(recognised, scheme),
    },
  });
  const rows = activityList(filed.activities);
  const raw: Draft = {
    ...start,
    summary: summaryOf(asked, (cell) => textAt(cell.table, cell.row, cell.column)),
    activities: rows.map((one, at) => ({
      number: at + 1,
      answers: answersOf(one, bureau, textAt, scheme),
    })),
    nil: filed.nilStatement,
  };
  const leftOut =
    filed.summary.filter(({ value }) => value !== null).length - asked.filter(({ value }) => value !== null).length;
  return {
    draft: withValues(raw, asked, rows, scheme, read),
    leftOut,
    leftColumns: columnsLeft(recognised, rows, textAt, scheme),
  };
}

const FIGURES: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean']);

/** Figures that no table of activities has a column for. */
function figuresWithout({ sheets }: RecognisedFile, { columns }: Scheme): readonly string[] {
  const ledgers = sheets.flatMap(({ tables }) => tables.filter(({ form }) => form === 'ledger'));
  const known = new Set(ledgers.flatMap((table) => table.columns.map(({ meaning }) => meaning)));
  return ledgers.length === 0 ? [] : columns.flatMap(({ id, type }) => (FIGURES.has(type) && !known.has(id) ? id : []));
}

function columnsLeft(
  { sheets }: RecognisedFile,
  activities: readonly Activity[],
  textAt: TextAt,
  { columns }: Scheme,
): readonly string[] {
  const personal = new Set(columns.flatMap(({ id, type }) => (type === 'personal' ? id : [])));
  const headers = sheets
    .flatMap(({ tables }) => tables)
    .flatMap((table, at) => {
      const left = table.columns.filter(({ meaning }) => meaning === null || personal.has(meaning));
      const rows = activities.filter((one) => one.table === at);
      const filled = left.filter(({ column }) => rows.some(({ row }) => textAt(at, row, column) !== ''));
      return filled.map(({ header }) => header);
    });
  return [...new Set(headers)];
}

/** Text of a cell by the place of its table, its row, and its column or what that means. */
type TextAt = (table: number, row: number, column: number | string) => string;

function summaryOf(cells: readonly SummaryCell[], textOf: (cell: SummaryCell) => string): Draft['summary'] {
  const rows: Record<string, Record<string, string>> = {};
  for (const cell of cells) {
    const text = textOf(cell);
    rows[cell.region] ??= {};
    const row = rows[cell.region] ?? {};
    if (text !== '') row[cell.indicator] ??= text;
  }
  return rows;
}

function answersOf(row: Activity, bureau: string, textAt: TextAt, scheme: Scheme): Answers {
  const ofRegion = regionColumn(scheme, bureau);
  const region = row.region === bureau ? null : row.region;
  const entries = ledgerColumns(scheme, bureau).map(({ id, type }) => {
    if (id === ofRegion?.id && region !== null) return [id, regionOf(regionIndex(scheme), region)?.name ?? ''] as const;
    if (type === 'task' && row.task !== null) return [id, taskName(scheme, row.task)] as const;
    if (type === 'activity_type' && row.type !== null) return [id, nameIn(scheme.activityTypes, row.type)] as const;
    return [id, textAt(row.table, row.row, id)] as const;
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function taskName({ tasks }: Scheme, id: string): string {
  return tasks.find((one) => one.id === id)?.shortName ?? id;
}

function nameIn(named: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return named.find((one) => one.id === id)?.name ?? id;
}

function textReader({ sheets }: RecognisedFile): TextAt {
  const tables = sheets.flatMap(({ grid, tables }) => tables.map(({ columns }) => ({ grid, columns })));
  return (at, row, asked) => {
    const table = tables[at];
    const column = typeof asked === 'number' ? asked : table?.columns.find(({ meaning }) => meaning === asked)?.column;
    return table === undefined || column === undefined ? '' : cellText(table.grid, row, column);
  };
}

/** The text of a cell or of the merged one that covers it, on one line. */
function cellText(grid: Grid, row: number, column: number): string {
  const over = grid.merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  const index = rowIndex(grid, over?.top ?? row);
  const cell = index < 0 ? undefined : gridRow(grid, index).cells.find((one) => one.column === (over?.left ?? column));
  return cell?.text.replace(/\p{Cc}+/gu, ' ').trim() ?? '';
}

/** The draft with the values of the return wherever its texts read otherwise by themselves. */
function withValues(
  raw: Draft,
  cells: readonly SummaryCell[],
  activities: readonly Activity[],
  scheme: Scheme,
  read: ReadDraft,
): Draft {
  const again = read(draftReturn(raw, scheme).recognised);
  const figures = new Map(again.summary.map((cell) => [`${cell.region} ${cell.indicator}`, cell]));
  const summary = new Map(Object.entries(raw.summary).map(([region, answers]) => [region, { ...answers }]));
  for (const { region, indicator, value, state } of cells) {
    const own = figures.get(`${region} ${indicator}`);
    const row = summary.get(region);
    if (row !== undefined && state !== 'unreadable' && differs(value, own?.value)) row[indicator] = textOf(value);
  }
  const columns = numberColumns(scheme).map(({ id }) => id);
  const rowsAgain = activityList(again.activities);
  return {
    ...raw,
    summary: Object.fromEntries(summary),
    activities: raw.activities.map((one, at) => {
      const [was, is] = [activities[at], rowsAgain[at]];
      const answers: Record<string, string> = { ...one.answers };
      for (const [place, id] of columns.entries()) {
        const value = was?.numbers[place] ?? null;
        const isUnread = value === null && was?.defects.includes(id);
        if (!isUnread && differs(value, is?.numbers[place])) answers[id] = textOf(value);
      }
      return { ...one, answers: Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== '')) };
    }),
  };
}

function differs(value: Decimal | null, own: Decimal | null | undefined): boolean {
  return value !== (own ?? null);
}

function textOf(value: Decimal | null): string {
  return value === null ? '' : format(value);
}

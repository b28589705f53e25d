import { gridFromRows } from '../model/grid-builder.ts';
import type { Place } from '../model/place.ts';
import { filePlace } from '../model/place.ts';
import {
  type Form,
  type RecognisedFile,
  type RecognisedSheet,
  ROW_CLASSES,
  type Stated,
  type TableColumn,
} from '../model/recognised.ts';
import { type Period, parsePeriodId } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { columnsWithout, type Draft, type Target } from './draft.ts';
import { ledgerColumns } from './questions.ts';

/** A draft as a file whose tables are already understood, and where each of its answers stands. */
export interface DraftReturn {
  readonly recognised: RecognisedFile;
  readonly targetAt: (place: Place) => Target | null;
}

interface Sheet {
  readonly form: Form;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly texts: readonly string[]; readonly target: (item: string) => Target }[];
}

/** Holds the code of a region, by which every region can be told. */
const REGION_CODE = 'region_code';

const HEADER = ROW_CLASSES.indexOf('header');
const DATA = ROW_CLASSES.indexOf('data');
/** Below the header. */
const FIRST_ROW = 2;

/** The row in which an activity stands. */
export function rowOfActivity({ activities }: Draft, number: number): number {
  return activities.findIndex((one) => one.number === number) + FIRST_ROW;
}

/** Lays the answers out as the sheets of a return: what files go through can then be asked of a draft. */
export function draftReturn(draft: Draft, scheme: Scheme): DraftReturn {
  const file = `${draft.bureau}-${draft.period}`;
  const sheets = [summarySheet(draft, scheme), ledgerSheet(draft, scheme)].filter((sheet) => sheet !== null);
  const stated = <T>(value: T): Stated<T> => ({ value, from: 'cover', place: filePlace(file), text: '' });
  const period: Period | null = parsePeriodId(draft.period);
  return {
    recognised: {
      file,
      sender: stated(draft.bureau),
      period: period === null ? null : stated(period),
      nilStatement: draft.nil,
      sheets: sheets.map(recognisedSheet),
      gate: null,
      unknownSender: null,
      version: { number: null, revised: false, folders: [], date: null },
    },
    targetAt({ sheet, row, column }) {
      const found = sheets.find(({ form }) => form === sheet);
      const line = row === null ? undefined : found?.rows[row - FIRST_ROW];
      return line?.target(found?.columns[(column ?? 0) - 1] ?? '') ?? null;
    },
  };
}

function summarySheet({ forms, regions, summary }: Draft, scheme: Scheme): Sheet | null {
  if (!forms.includes('summary')) return null;
  const items = scheme.indicators.map(({ id }) => id);
  return {
    form: 'summary',
    columns: [REGION_CODE, ...items],
    rows: regions.map((region) => ({
      texts: [region, ...items.map((item) => summary[region]?.[item] ?? '')],
      target: (item) => ({ form: 'summary', region, item }),
    })),
  };
}

/** A ledger without a row is none yet: it would say that nothing took place. */
function ledgerSheet(draft: Draft, scheme: Scheme): Sheet | null {
  const { bureau, forms, activities } = draft;
  if (!forms.includes('ledger') || activities.length === 0) return null;
  const without = columnsWithout(draft);
  const items = ledgerColumns(scheme, bureau).flatMap(({ id }) => (without.includes(id) ? [] : id));
  return {
    form: 'ledger',
    columns: items,
    rows: activities.map(({ number, answers }) => ({
      texts: items.map((item) => answers[item] ?? ''),
      target: (item) => ({ form: 'ledger', activity: number, item }),
    })),
  };
}

function recognisedSheet({ form, columns, rows }: Sheet): RecognisedSheet {
  const grid = gridFromRows([columns, ...rows.map(({ texts }) => texts)], { sheet: form });
  return {
    grid,
    classes: Uint8Array.from(grid.rowNumbers, (row) => (row === 1 ? HEADER : DATA)),
    tables: [
      {
        form,
        headerRows: [1, 1],
        dataRows: rows.length === 0 ? null : [FIRST_ROW, FIRST_ROW + rows.length - 1],
        columns: columns.map(tableColumn),
        lines: null,
        task: null,
        region: null,
        bannerUnit: null,
        why: NO_REASONS,
      },
    ],
    compiled: true,
    aside: null,
  };
}

function tableColumn(meaning: string, at: number): TableColumn {
  return { column: at + 1, header: meaning, meaning, unit: null, yearToDate: false };
}

const NO_REASONS = {
  header: { total: 1, coverage: 1, wording: 1, contrast: 1, distinct: 1, hits: 0 },
  form: { by: null, ledger: 0, summary: 0, lines: 0 },
} as const;

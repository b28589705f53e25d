import { decimal } from '../../src/decimal/decimal.ts';
import type { Activities } from '../../src/model/activities.ts';
import { packedActivities } from '../../src/model/activity-packer.ts';
import type { Activity, FiledReturn, FiledTable, SummaryCell } from '../../src/model/filed-return.ts';
import { filePlace } from '../../src/model/place.ts';
import { type Period, parsePeriodId } from '../../src/period/period.ts';
import { numberColumns } from '../../src/scheme/dictionary.ts';
import { builtinSchemeFolder, loadScheme } from '../../src/scheme/load.ts';
import { NO_REASONS } from './recognised-files.ts';

/** The built-in scheme, for tests of later stages. */
export const scheme = await loadScheme(builtinSchemeFolder());

const NUMBERS = numberColumns(scheme).map(({ id }) => id);

export function periodOf(id: string): Period {
  const period = parsePeriodId(id);
  if (period === null) throw new Error(`no period: ${id}`);
  return period;
}

export const Q1 = periodOf('2024Q1');

let activities = 0;

/** A ledger row with plain defaults, an event of its own unless it is given a title; numbers by column id. */
export function activity(
  fields: Partial<Omit<Activity, 'numbers'>> & { readonly numbers?: Readonly<Record<string, string>> } = {},
): Activity {
  const { numbers = {}, ...rest } = fields;
  return {
    table: 0,
    row: 5,
    region: '440103',
    task: 't5',
    type: 't5_job_fair',
    association: '甲协会',
    associationName: '甲协会',
    title: `春季招聘会（第${++activities}场）`,
    venue: '体育馆',
    start: '2024-02-20',
    end: '2024-02-20',
    part: '',
    flags: [],
    defects: [],
    setAside: null,
    ...rest,
    numbers: NUMBERS.map((id) => {
      const text = numbers[id];
      return text === undefined ? null : decimal(text);
    }),
  };
}

/** Summary cells of one region row: a number, `nil`, `blank` or `unreadable` by indicator. */
export function summaryRow(region: string, row: number, values: Readonly<Record<string, string>>): SummaryCell[] {
  return Object.entries(values).map(([indicator, text], index) => ({
    region,
    indicator,
    yearToDate: false,
    value: text === 'nil' ? decimal('0') : text === 'blank' || text === 'unreadable' ? null : decimal(text),
    state: text === 'nil' || text === 'blank' || text === 'unreadable' ? text : 'given',
    table: 0,
    row,
    column: index + 3,
  }));
}

/** A filed return of a sender; forms follow from what it holds. */
export function filed(
  sender: string,
  {
    activities = [],
    ...fields
  }: Partial<Omit<FiledReturn, 'activities'>> & {
    readonly activities?: readonly Activity[] | Activities;
  } = {},
): FiledReturn {
  const file = fields.file ?? `${sender}.xlsx`;
  const summary = fields.summary ?? [];
  const rows = new Map(summary.map((cell) => [`${cell.table} ${cell.row}`, cell]));
  const forms = fields.forms ?? [
    ...(activities.length > 0 ? ['ledger' as const] : []),
    ...(summary.length > 0 ? ['summary' as const] : []),
  ];
  const summaryRows =
    fields.summaryRows ?? [...rows.values()].map(({ table, row, region }) => ({ table, row, region }));
  const rowsAside = fields.rowsAside ?? [];
  return {
    file,
    sha256: file,
    format: 'xlsx',
    sender: { value: sender, from: 'fileName', place: filePlace(file), text: sender },
    unknownSender: null,
    period: { value: Q1, from: 'cover', place: filePlace(file), text: '2024年第一季度' },
    version: { number: null, revised: false, folders: [], date: null },
    forms,
    gate: null,
    nilStatement: false,
    activities: 'rows' in activities ? activities : packedActivities(activities),
    summary,
    statedTotals: [],
    summarySetAside: [],
    summaryRows,
    rowsAside,
    ledgerColumns: ['association', 'activity_type', ...NUMBERS, 'adopted', 'leader_led'],
    tables: [ledgerTable],
    understood: [],
    rows: {
      data: activities.length + summaryRows.length + rowsAside.length,
      total: 0,
      note: 0,
      title: 0,
      header: 1,
      other: 0,
    },
    ...fields,
  };
}

const ledgerTable: FiledTable = {
  sheet: '台账',
  form: 'ledger',
  headerRows: [4, 4],
  dataRows: [5, 100],
  columns: ['date', ...NUMBERS].map((meaning, index) => ({
    column: index + 1,
    header: meaning,
    meaning,
    unit: null,
    yearToDate: false,
  })),
  task: null,
  bannerUnit: null,
  region: null,
  lines: null,
  why: NO_REASONS,
};

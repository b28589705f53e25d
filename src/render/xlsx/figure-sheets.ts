import type { ReportLabels } from '../../message/report-labels.ts';
import type { ReportIndicator, ReportModel, ReportTask } from '../../report/model.ts';
import type { OverallRow, RegionCell, RegionColumn, RegionRow, RegionTable } from '../../report/views.ts';
import { filled, lacks } from '../helpers/words.ts';
import { numberColumn, type SheetRow, type SheetSpec, textColumn } from './sheet-spec.ts';

const FIGURES = { filter: false, shaded: false } as const;

/** 总览: every indicator of the area with its comparisons. */
export function overviewSheet({ views, labels, title }: ReportModel, lines: readonly string[]): SheetSpec {
  const { columns: words } = labels;
  const { compared } = views;
  return {
    ...FIGURES,
    name: labels.sheets.overview,
    title,
    lines,
    columns: [
      textColumn(words.task, 22),
      textColumn(words.indicator, 44),
      textColumn(words.unit, 8),
      numberColumn(words.value),
      ...(compared.previous ? [numberColumn(words.previous), numberColumn(words.qoq)] : []),
      ...(compared.yearAgo ? [numberColumn(words.yearAgo), numberColumn(words.yoy)] : []),
      ...(compared.ytd ? [numberColumn(words.ytd)] : []),
      textColumn(words.lacks, 56),
    ],
    rows: views.overall.flatMap(({ rows }) => rows.map((row) => overviewRow(row, compared, labels))),
    frozen: 2,
  };
}

function overviewRow(row: OverallRow, compared: ReportModel['views']['compared'], labels: ReportLabels): SheetRow {
  const base = (value: number | null) => (value === null ? '—' : { ...row, value, complete: true });
  return {
    kind: row.part ? 'part' : 'unit',
    cells: [
      row.taskName,
      row.name,
      row.unit,
      row,
      ...(compared.previous ? [base(row.previous), { rate: row.qoq }] : []),
      ...(compared.yearAgo ? [base(row.yearAgo), { rate: row.yoy }] : []),
      ...(compared.ytd ? [base(row.ytd)] : []),
      notesOf(row, compared, labels),
    ],
  };
}

/** What a row lacks, in the year to date beyond that, and what its rates leave out or have for a base. */
function notesOf(row: OverallRow, compared: ReportModel['views']['compared'], labels: ReportLabels): string {
  const of = (values: readonly string[]) => lacks(values, [], labels, values.length);
  const year = row.ytdLacks.filter((name) => !row.lacks.includes(name));
  const rates = [
    { key: 'qoq', base: row.previous, isShown: compared.previous },
    { key: 'yoy', base: row.yearAgo, isShown: compared.yearAgo },
  ] as const;
  return [
    row.value === null ? '' : of(row.lacks),
    compared.ytd && row.ytd !== null && year.length > 0 ? `${labels.columns.ytd}${of(year)}` : '',
    ...rates.map(({ key, base, isShown }) => {
      const names = row.comparedWithout[key].join(labels.listSeparator);
      const rate = labels.rates[key];
      if (!isShown || row.value === null) return '';
      if (row[key] === null) return base === 0 ? filled(labels.rateNotes.zeroBase, { rate }) : '';
      return names === '' ? '' : filled(labels.rateNotes.comparable, { rate, names });
    }),
  ].join('');
}

/** 分市汇总: indicators by task down, the area, groups and units across. */
export function regionsSheet(model: ReportModel, lines: readonly string[]): SheetSpec {
  const { views, labels } = model;
  const { columns: words } = labels;
  const all = tasksShown(model).map((task) => taskTable(model, task));
  const regions = all[0]?.rows ?? [];
  return {
    ...FIGURES,
    name: labels.sheets.regions,
    title: `${model.title}${labels.sheets.regions}`,
    lines,
    columns: [
      textColumn(words.task, 22),
      textColumn(words.indicator, 40),
      textColumn(words.unit, 8),
      ...regions.map(({ name }) => numberColumn(name)),
      textColumn(words.lacks, 40),
    ],
    rows: all.flatMap(({ columns, rows }) =>
      columns.map((column, at): SheetRow => {
        const cells = rows.map((row) => row.cells[at] ?? null);
        const area = cells[0] ?? null;
        const note = area === null || area.value === null ? '' : `${views.words.whole}${lacks(area.lacks, [], labels)}`;
        return {
          kind: column.parent === null ? 'unit' : 'part',
          cells: [column.taskName, column.name, column.unit, ...cells, area?.lacks.length ? note : ''],
        };
      }),
    ),
    frozen: 3,
  };
}

/** 地区×任务: the headline indicator of each task by region. */
export function matrixSheet({ views, labels, title }: ReportModel, lines: readonly string[]): SheetSpec {
  const headers = views.matrix.columns.map(
    ({ taskName, name, unit }) => `${taskName}\n${filled(labels.measured, { name, unit })}`,
  );
  return {
    ...regionSheet(labels.sheets.matrix, `${title}${labels.sheets.matrix}`, lines, views.matrix, headers, labels),
    shaded: true,
  };
}

/** One sheet a task: all its indicators by region. */
export function taskSheets(model: ReportModel, lines: readonly string[]): readonly SheetSpec[] {
  return tasksShown(model).map((task) => {
    const table = taskTable(model, task);
    const headers = table.columns.map(({ name, unit }) => filled(model.labels.measured, { name, unit }));
    return regionSheet(
      task.shortName,
      `${model.area.name}${model.period.label}${task.name}`,
      lines,
      table,
      headers,
      model.labels,
    );
  });
}

function regionSheet(
  name: string,
  title: string,
  lines: readonly string[],
  table: RegionTable,
  headers: readonly string[],
  labels: ReportLabels,
): SheetSpec {
  return {
    ...FIGURES,
    name,
    title,
    lines,
    columns: [
      textColumn(labels.columns.region, 14),
      ...headers.map(numberColumn),
      textColumn(labels.columns.lacks, 40),
    ],
    rows: table.rows.map((row) => ({
      kind: row.kind,
      cells: [row.name, ...row.cells, rowNote(row, table.columns, labels)],
    })),
    frozen: 1,
  };
}

/** What a row lacks, and what single indicators lack beyond that. */
function rowNote(row: RegionRow, columns: readonly RegionColumn[], labels: ReportLabels): string {
  const further = row.cells.map((cell, at) =>
    cell.value === null || cell.further.length === 0
      ? ''
      : `${columns[at]?.name ?? ''}${lacks(cell.further, row.lacks, labels)}`,
  );
  return [lacks(row.lacks, [], labels), ...further].filter((part) => part !== '').join('\n');
}

function tasksShown({ tasks, views }: ReportModel): readonly ReportTask[] {
  const shown = new Set(views.overall.map(({ task }) => task));
  return tasks.filter(({ id }) => shown.has(id));
}

/** All indicators of a task by region, from the section's table and the annex's. */
function taskTable({ views }: ReportModel, task: ReportTask): RegionTable {
  const parts = [...views.sections.map(({ table }) => table), ...views.others].filter(({ id }) => id === task.id);
  const columnOf = (indicator: ReportIndicator) => {
    for (const part of parts) {
      const at = part.columns.findIndex(({ id }) => id === indicator.id);
      const column = part.columns[at];
      if (column) return [{ column, part, at }];
    }
    return [];
  };
  const found = task.indicators.flatMap(columnOf);
  const rows = (parts[0]?.rows ?? []).map((row, number): RegionRow => {
    const cells = found.flatMap(
      ({ part, at }): readonly RegionCell[] => part.rows[number]?.cells.slice(at, at + 1) ?? [],
    );
    return { ...row, cells };
  });
  return { id: task.id, name: task.name, columns: found.map(({ column }) => column), rows };
}

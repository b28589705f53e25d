import type { ReportModel } from '../../report/model.ts';
import { numberColumn, type SheetRow, type SheetSpec, textColumn } from './sheet-spec.ts';

const LIST = { frozen: 1, filter: true, shaded: false } as const;

/** 报送情况: the state of each bureau of the roster. */
export function coverageSheet({ coverage, labels, title }: ReportModel, lines: readonly string[]): SheetSpec {
  const { columns: words } = labels;
  const { listSeparator } = labels;
  return {
    ...LIST,
    name: labels.sheets.coverage,
    title: `${title}${labels.sheets.coverage}`,
    lines,
    columns: [
      textColumn(words.bureau, 24),
      textColumn(words.state, 12),
      textColumn(words.nil, 10),
      textColumn(words.timeliness, 10),
      textColumn(words.deadline, 12),
      textColumn(words.received, 12),
      numberColumn(words.daysLate),
      textColumn(words.forms, 22),
      textColumn(words.files, 70),
    ],
    rows: coverage.bureaus.map(({ name, state, nil, timeliness, deadline, received, daysLate, forms, files }) => {
      const silent = state === 'missing' || state === 'rejected' || state === 'exempt';
      return plain([
        name,
        labels.state[state],
        nil ? words.yes : '',
        silent ? '—' : labels.timeliness[timeliness],
        deadline ?? '',
        received ?? '',
        daysLate,
        forms.map((form) => labels.form[form]).join(listSeparator),
        files.join('\n'),
      ]);
    }),
  };
}

/** 审核问题: every entry of the findings, bureau by bureau. */
export function findingsSheet(model: ReportModel, lines: readonly string[]): SheetSpec {
  const { labels } = model;
  const { columns: words } = labels;
  const nameOf = bureauNames(model);
  return {
    ...LIST,
    name: labels.sheets.findings,
    title: `${model.title}${labels.sheets.findings}`,
    lines,
    columns: [
      textColumn(words.bureau, 20),
      textColumn(words.severity, 8),
      textColumn(words.file, 36),
      textColumn(words.sheet, 20),
      textColumn(words.cells, 24),
      numberColumn(words.count),
      textColumn(words.raw, 24),
      textColumn(words.message, 56),
      textColumn(words.hint, 56),
      textColumn(words.explained, 40),
      textColumn(words.code, 30),
    ],
    rows: model.findings.map((finding) =>
      plain([
        nameOf(finding.bureau),
        labels.severity[finding.severity],
        finding.file,
        finding.sheet ?? '',
        finding.cells.join(' '),
        finding.count,
        finding.raw ?? '',
        finding.message,
        finding.hint,
        finding.explained?.reason ?? '',
        finding.code,
      ]),
    ),
  };
}

/** 未计入: every row that does not count, with its reason. */
export function setAsideSheet({ setAside, labels, title }: ReportModel, lines: readonly string[]): SheetSpec {
  const { columns: words } = labels;
  return {
    ...LIST,
    name: labels.sheets.setAside,
    title: `${title}${labels.sheets.setAside}`,
    lines,
    columns: [
      textColumn(words.file, 44),
      textColumn(words.sheet, 24),
      numberColumn(words.row),
      numberColumn(words.rows),
      textColumn(words.reason, 28),
      textColumn(words.of, 50),
    ],
    rows: setAside
      .filter(({ reason }) => reason !== 'earlierPeriod')
      .map(({ file, sheet, row, rows, reason, of }) =>
        plain([file, sheet ?? '', row, rows, labels.setAside[reason], of === null ? '' : placeOf(of)]),
      ),
  };
}

/** 数据来源: every file with what became of it and of its rows. */
export function sourcesSheet(model: ReportModel, lines: readonly string[]): SheetSpec {
  const { sources, labels } = model;
  const { columns: words } = labels;
  const nameOf = bureauNames(model);
  return {
    ...LIST,
    name: labels.sheets.sources,
    title: `${model.title}${labels.sheets.sources}`,
    lines,
    columns: [
      textColumn(words.file, 44),
      textColumn(words.bureau, 24),
      textColumn(words.forms, 22),
      textColumn(words.format, 8),
      textColumn(words.fileState, 16),
      numberColumn(words.data),
      numberColumn(words.counted),
      numberColumn(words.setAside),
      numberColumn(words.total),
      numberColumn(words.note),
      numberColumn(words.title),
      numberColumn(words.header),
      numberColumn(words.other),
      textColumn(words.sha256, 66),
    ],
    rows: sources.map(({ file, bureau, forms, format, state, rows, sha256 }) =>
      plain([
        file,
        bureau === null ? '' : nameOf(bureau),
        forms.map((form) => labels.form[form]).join(labels.listSeparator),
        format,
        labels.fileState[state],
        rows.data,
        rows.counted,
        rows.setAside,
        rows.total,
        rows.note,
        rows.title,
        rows.header,
        rows.other,
        sha256,
      ]),
    ),
  };
}

function plain(cells: SheetRow['cells']): SheetRow {
  return { kind: 'unit', cells };
}

function bureauNames({ regions, labels }: ReportModel): (bureau: string | null) => string {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return (bureau) => (bureau === null ? labels.unknownBureau : (names.get(bureau) ?? bureau));
}

function placeOf({
  file,
  sheet,
  row,
}: {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}): string {
  return [file, sheet, String(row)].filter((part) => part !== null).join(' / ');
}

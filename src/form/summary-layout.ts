import { FORM_LABELS } from '../message/form-labels.ts';
import { childrenOf, regionIndex } from '../scheme/regions.ts';
import type { Column, Region, Scheme } from '../scheme/scheme.ts';
import { fixedTexts, NIL_FIELD, signOffFields } from './cover.ts';
import type { FormRequest } from './form-request.ts';
import type { CoverCell, SummaryLayout } from './layout.ts';

const COVER_ROW = 2;
const NIL_ROW = 3;
const HEADER_ROW = 4;

/** The summary form: a row per indicator under its task, a column per region of the bureau. */
export function summaryLayout(request: FormRequest, sheet: string): SummaryLayout {
  const { scheme } = request;
  const numberColumn = 1;
  const nameColumn = 2;
  const unitColumn = 3;
  const asked = regionsAsked(request);
  const total = scheme.columns.find((column) => isOwnColumn(column) && !column.forms.includes('ledger'));
  const totalColumn = asked.length > 1 && total !== undefined ? unitColumn + 1 : null;
  const first = (totalColumn ?? unitColumn) + 1;
  const regions = asked.map((region, at) => ({ region, column: first + at }));
  const lastFigure = first + asked.length - 1;
  const check = scheme.columns.find((column) => isOwnColumn(column) && column !== total);
  const checkColumn = check === undefined ? null : lastFigure + 1;
  const lastColumn = checkColumn ?? lastFigure;
  const { sections, lines, lastRow } = rowsOf(scheme);
  return {
    sheet,
    title: scheme.title + sheet,
    titleEnd: lastColumn,
    lastColumn,
    cover: coverOf(request, { numberColumn, nameColumn, unitColumn, lastColumn }),
    fields: fieldsOf(request, lastRow + 2, first, lastFigure),
    headerRow: HEADER_ROW,
    firstRow: HEADER_ROW + 1,
    checkColumn,
    heads: {
      number: scheme.columns.find(({ type, forms }) => type === 'ignore' && forms.includes('summary'))?.name ?? '',
      name: FORM_LABELS.heads.indicator,
      unit: FORM_LABELS.heads.unit,
      total: total?.name ?? '',
      check: check?.name ?? '',
    },
    numberColumn,
    nameColumn,
    unitColumn,
    regions,
    totalColumn,
    sections,
    lines,
    lastRow,
  };
}

/** A column of the summary that is worked out by the form itself: that of sums stands in no ledger. */
function isOwnColumn({ type, forms }: Column): boolean {
  return type === 'check' && forms.includes('summary');
}

function regionsAsked({ scheme, bureau, parts: wanted, regions }: FormRequest): readonly Region[] {
  const children = wanted === 'none' ? [] : childrenOf(regionIndex(scheme), bureau.code);
  const parts = children.filter(
    ({ code, level }) => (wanted !== 'own' || level === 'self') && (regions?.includes(code) ?? true),
  );
  return parts.length > 0 ? parts : [bureau];
}

function rowsOf(scheme: Scheme): Pick<SummaryLayout, 'sections' | 'lines' | 'lastRow'> {
  const sections: SummaryLayout['sections'][number][] = [];
  const lines: SummaryLayout['lines'][number][] = [];
  let row = HEADER_ROW;
  for (const task of scheme.tasks) {
    const indicators = scheme.indicators.filter((indicator) => indicator.task === task.id);
    if (indicators.length === 0) continue;
    sections.push({ row: ++row, text: task.name });
    for (const indicator of indicators) lines.push({ indicator, row: ++row });
  }
  return { sections, lines, lastRow: row };
}

type Bounds = Pick<SummaryLayout, 'numberColumn' | 'nameColumn' | 'unitColumn' | 'lastColumn'>;

function coverOf(request: FormRequest, bounds: Bounds): SummaryLayout['cover'] {
  const [bureau, period, mark] = fixedTexts(request);
  const { numberColumn, nameColumn, unitColumn, lastColumn: markColumn } = bounds;
  const periodEnd = Math.max(unitColumn, Math.min(unitColumn + 2, markColumn - 1));
  return [
    { text: bureau, row: COVER_ROW, column: numberColumn, lastColumn: nameColumn },
    { text: period, row: COVER_ROW, column: unitColumn, lastColumn: periodEnd },
    { text: mark, row: COVER_ROW, column: Math.max(markColumn, periodEnd + 1), lastColumn: markColumn },
  ];
}

/** The nil statement above the table, the sign-offs below it. */
function fieldsOf(request: FormRequest, below: number, first: number, last: number): readonly CoverCell[] {
  const labelColumns = [1, 2] as const;
  const valueColumns = [3, Math.min(last, Math.max(first, 5))] as const;
  return [
    { ...NIL_FIELD, row: NIL_ROW, labelColumns, valueColumns },
    ...signOffFields(request).map((field, at) => ({ ...field, row: below + at, labelColumns, valueColumns })),
  ];
}

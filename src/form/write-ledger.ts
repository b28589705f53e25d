import type { Worksheet } from 'exceljs';
import { FORM_LABELS } from '../message/form-labels.ts';
import { cellName, columnName } from '../model/place.ts';
import type { Period } from '../period/period.ts';
import type { Column, Scheme } from '../scheme/scheme.ts';
import { columnPrompt } from './column-words.ts';
import { activityTexts, type LedgerColumn, type LedgerLayout } from './layout.ts';
import { cellContent, type ReturnValues } from './return-values.ts';
import { allNumbers, quoted, ruleFormula } from './rule-formula.ts';
import type { CellRole } from './styles.ts';
import {
  codeValidation,
  dateValidation,
  listValidation,
  noteValidation,
  numberValidation,
  type Validation,
  validate,
} from './validation.ts';
import { cellValue, entrySheet, LINE_HEIGHT, linesIn, type Pen, put, textValue, writeCover } from './write-cells.ts';
import type { Options } from './write-options.ts';
import { verdictColours } from './write-summary.ts';

/** Rows kept free below what is written. */
const SPARE = 20;
const CODE_LENGTH = 18;
/** Rows are at most 409 points high. */
const MOST_LINES = 25;

/** Writes the ledger form. */
export async function writeLedger(
  pen: Pen,
  layout: LedgerLayout,
  values: ReturnValues,
  options: Options,
  period: Period,
  scheme: Scheme,
): Promise<void> {
  const leading = layout.columns.filter(({ definition }) => definition.type === 'ignore').length;
  const sheet = await entrySheet(pen, layout, { frozen: leading, pagesWide: 2, orientation: 'landscape' });
  for (const { column, width } of layout.columns) sheet.getColumn(column).width = width;
  writeCover(pen, sheet, layout, values);
  for (const { field, row, valueColumns } of layout.fields) {
    if (field === 'nil') validate(sheet, cellName(row, valueColumns[0]), listValidation('', options.nil));
  }
  const heads = layout.columns.map(({ header, column, width, definition }) => {
    put(
      pen,
      sheet,
      [layout.headerRow, column],
      isNeeded(definition) ? 'requiredHead' : 'head',
      textValue(unitBelow(header)),
    );
    return linesIn(unitBelow(header), width);
  });
  sheet.getRow(layout.headerRow).height = Math.max(2, ...heads) * LINE_HEIGHT;
  const rows = Math.max(layout.rows, values.activities.length + SPARE);
  for (let at = 0; at < rows; at++) writeRow(pen, sheet, layout, at, values.activities[at] ?? {}, scheme);
  const last = layout.firstRow + rows - 1;
  const task = layout.columns.find(({ definition }) => definition.type === 'task') ?? null;
  for (const column of layout.columns) {
    const validation = validationOf(column, { layout, task, options, period, scheme });
    if (validation === null) continue;
    const letter = columnName(column.column);
    validate(sheet, `${letter}${layout.firstRow}:${letter}${last}`, validation);
  }
  colourBlanks(sheet, layout, last);
  if (layout.checkColumn !== null) verdictColours(sheet, layout.checkColumn, layout.firstRow, last);
}

/** A header with what stands in brackets at its end on a line of its own. */
function unitBelow(header: string): string {
  return header.replace(/(?=（[^（）]*）$)/u, '\n');
}

function roleOf({ type }: Column): CellRole {
  switch (type) {
    case 'ignore':
      return 'number';
    case 'integer':
    case 'decimal':
      return 'entryNumber';
    case 'date_range':
      return 'entryDay';
    case 'check':
      return 'check';
    default:
      return 'entry';
  }
}

function writeRow(
  pen: Pen,
  sheet: Worksheet,
  layout: LedgerLayout,
  at: number,
  activity: Readonly<Record<string, string>>,
  scheme: Scheme,
): void {
  const row = layout.firstRow + at;
  const textOf = activityTexts(layout, activity);
  let lines = 1;
  const isFilled = Object.values(activity).some((text) => text.trim() !== '');
  for (const { definition, column, width } of layout.columns) {
    const role = roleOf(definition);
    if (definition.type === 'ignore') {
      const result = isFilled ? at + 1 : '';
      put(pen, sheet, [row, column], role, {
        formula: `IF(${isBlank(layout, row)},"",ROW()-${layout.headerRow})`,
        result,
      });
    } else if (definition.type === 'check') {
      const formula = rowVerdict(layout, row, scheme);
      put(pen, sheet, [row, column], role, formula === null ? undefined : { formula, result: '' });
    } else {
      const text = textOf(definition);
      put(pen, sheet, [row, column], role, cellValue(cellContent(text, definition.type)));
      lines = Math.max(lines, linesIn(text, width));
    }
  }
  // Blank rows grow with what is typed into them.
  if (isFilled) sheet.getRow(row).height = Math.min(lines, MOST_LINES) * LINE_HEIGHT + 4;
}

/** Columns that the clerk fills in. */
function entries({ columns }: LedgerLayout): readonly LedgerColumn[] {
  return columns.filter(({ definition }) => definition.type !== 'ignore' && definition.type !== 'check');
}

/** Whether nothing stands in a row. */
function isBlank(layout: LedgerLayout, row: number): string {
  const own = entries(layout);
  return `COUNTA($${cellName(row, own[0]?.column ?? 1)}:$${cellName(row, own.at(-1)?.column ?? 1)})=0`;
}

/** What the rules of a row say of it. */
function rowVerdict(layout: LedgerLayout, row: number, scheme: Scheme): string | null {
  const columns = new Map(layout.columns.map(({ definition, column }) => [definition.id, column]));
  const judged = scheme.rules.flatMap((rule) => {
    if (rule.scope !== 'row') return [];
    const formula = ruleFormula(rule, (id) => {
      const column = columns.get(id);
      return column === undefined ? null : cellName(row, column);
    });
    return formula === null ? [] : [{ rule, formula }];
  });
  if (judged.length === 0) return null;
  const fails = judged.map(({ formula }) => `AND(${allNumbers(formula)},NOT(${formula.condition}))`);
  const words = judged.map(
    ({ rule }, at) => `IF(${fails[at]},${quoted(FORM_LABELS.failedRule(rule.id, rule.message))},"")`,
  );
  const evaluated = judged.map(({ formula }) => allNumbers(formula));
  return `IF(OR(${fails.join(',')}),${words.join('&')},IF(OR(${evaluated.join(',')}),${quoted(FORM_LABELS.passed)},""))`;
}

interface Choices {
  readonly layout: LedgerLayout;
  readonly task: LedgerColumn | null;
  readonly options: Options;
  readonly period: Period;
  readonly scheme: Scheme;
}

function validationOf(
  { definition, header, column }: LedgerColumn,
  { layout, task, options, period, scheme }: Choices,
): Validation | null {
  const cell = `$${columnName(column)}${layout.firstRow}`;
  const words = columnPrompt(definition, scheme);
  const { choice, typeChoice } = FORM_LABELS.prompts;
  switch (definition.type) {
    case 'region':
      return listValidation(header, options.regions, choice + words);
    case 'task':
      return listValidation(header, options.tasks, choice + words);
    case 'activity_type':
      return task === null
        ? null
        : listValidation(
            header,
            options.typesOf(`$${columnName(task.column)}${layout.firstRow}`),
            typeChoice(task.header) + words,
          );
    case 'enum':
      return listValidation(header, options.valuesOf(definition.id), choice + words);
    case 'boolean':
      return listValidation(header, options.booleans, choice + words);
    case 'integer':
    case 'decimal':
      return numberValidation(header, definition.unit, definition.type === 'decimal', words);
    case 'date_range':
      return dateValidation(header, cell, period, words);
    case 'uscc':
      return codeValidation(header, CODE_LENGTH);
    default:
      return words === '' ? null : noteValidation(header, words);
  }
}

/** A blank region would be read as that of the row above. */
function isNeeded({ required, type }: Column): boolean {
  return required || type === 'region';
}

/** Cells that a row of entries must have are red while they are blank. */
function colourBlanks(sheet: Worksheet, layout: LedgerLayout, last: number): void {
  const row = layout.firstRow;
  layout.columns.forEach(({ definition, column }, at) => {
    if (!isNeeded(definition)) return;
    const cell = cellName(row, column);
    sheet.addConditionalFormatting({
      ref: `${cell}:${cellName(last, column)}`,
      rules: [
        {
          type: 'expression',
          priority: 20 + at,
          formulae: [`AND(NOT(${isBlank(layout, row)}),LEN(TRIM(${cell}))=0)`],
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
        },
      ],
    });
  });
}

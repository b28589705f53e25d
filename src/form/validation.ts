import type { DataValidation, Worksheet } from 'exceljs';
import { FORM_LABELS } from '../message/form-labels.ts';
import type { Period } from '../period/period.ts';

/** Longest texts that a spreadsheet shows beside a cell. */
const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;

/** What a cell takes, with the words beside it. */
export type Validation = Omit<DataValidation, 'type'> & { readonly type: DataValidation['type'] | 'any' };

/** The types of exceljs leave out the validations of a whole sheet, and those that only say something. */
interface Validated {
  readonly dataValidations: { readonly add: (range: string, validation: Validation) => void };
}

/** Lets a cell or range take only what the validation says. */
export function validate(sheet: Worksheet, range: string, validation: Validation): void {
  (sheet as Worksheet & Validated).dataValidations.add(range, validation);
}

interface Words {
  readonly title: string;
  readonly prompt: string;
  readonly error?: string;
}

const { prompts } = FORM_LABELS;

/** Numbers from 0 on. */
export function numberValidation(title: string, unit: string, decimals: boolean, more = ''): Validation {
  return {
    type: decimals ? 'decimal' : 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    ...said({
      title,
      prompt: prompts.number(unit, decimals) + more,
      error: prompts.numberWrong(unit, decimals),
    }),
  };
}

/** An entry of a list: a range or a formula that gives one. */
export function listValidation(title: string, list: string, more = prompts.choice): Validation {
  return { type: 'list', formulae: [list], ...said({ title, prompt: more, error: prompts.choiceWrong }) };
}

/** Days of the period, or a text such as a range of days; others only after a question. */
export function dateValidation(title: string, cell: string, period: Period, more: string): Validation {
  const [start, end] = [period.start, period.end].map((day) => `DATE(${day.split('-').map(Number).join(',')})`);
  return {
    type: 'custom',
    formulae: [`OR(ISTEXT(${cell}),AND(ISNUMBER(${cell}),${cell}>=${start},${cell}<${end}+1))`],
    ...said({ title, prompt: prompts.date(period) + more, error: prompts.dateWrong(period) }),
    errorStyle: 'warning',
  };
}

export function codeValidation(title: string, length: number): Validation {
  return {
    type: 'textLength',
    operator: 'equal',
    formulae: [length],
    ...said({ title, prompt: prompts.code, error: prompts.codeWrong }),
    errorStyle: 'warning',
  };
}

/** Only words beside the cell. */
export function noteValidation(title: string, prompt: string): Validation {
  return { type: 'any', formulae: [], ...said({ title, prompt }) };
}

function said({ title, prompt, error }: Words): Partial<DataValidation> & { readonly formulae?: never } {
  const short = title.slice(0, LONGEST_TITLE);
  return {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: short,
    prompt: prompt.slice(0, LONGEST_PROMPT),
    ...(error === undefined
      ? {}
      : { showErrorMessage: true, errorStyle: 'stop', errorTitle: short, error: error.slice(0, LONGEST_PROMPT) }),
  };
}

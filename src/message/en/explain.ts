import type { Explanations, ExplanationTexts } from '../explanation.ts';
import { CELL } from './explain/cell.ts';
import { COMPARE } from './explain/compare.ts';
import { FILE } from './explain/file.ts';
import { FORM } from './explain/form.ts';
import { ROW } from './explain/row.ts';
import { SETTLE } from './explain/settle.ts';

const CODES: Explanations = { ...FILE, ...FORM, ...CELL, ...ROW, ...SETTLE, ...COMPARE };

/** What each code means. */
export const EXPLANATIONS: ExplanationTexts = {
  codes: CODES,
  groups: [
    { title: 'File', explanations: FILE },
    { title: 'Form, bureau, period and columns', explanations: FORM },
    { title: 'Cells', explanations: CELL },
    { title: 'Rows and the return', explanations: ROW },
    { title: 'Between rows and returns', explanations: SETTLE },
    { title: 'Against earlier periods and other bureaus', explanations: COMPARE },
  ],
  rules: {
    title: 'Rules of the scheme',
    holds: {
      '<=': (left, right) => `"${left}" must not exceed "${right}"`,
      '<': (left, right) => `"${left}" must be less than "${right}"`,
      '=': (left, right) => `"${left}" must equal "${right}"`,
      '>=': (left, right) => `"${left}" must not be less than "${right}"`,
      '>': (left, right) => `"${left}" must exceed "${right}"`,
      '!=': (left, right) => `"${left}" must not equal "${right}"`,
      requires: (left, right) => `where "${left}" is above 0, "${right}" must be above 0 too`,
    },
    tolerance: (allowed) => `; a difference of ${allowed} is allowed`,
    scope: {
      return:
        'Checked by region of the summary (a blank is taken from the ledger), unless a figure is missing or unreadable.',
      row: 'Checked in every row of the ledger, unless a figure is missing or unreadable.',
      previous: 'By region, where both periods are known.',
    },
    why: {
      error: 'These figures contradict each other, so one is wrong; they count as written for now.',
      warning: 'This is rare and mostly a mistake; the figures count as written.',
      info: 'A reminder only; the figures count as written.',
    },
    mend: {
      error: 'Check these figures and correct what is wrong.',
      warning: 'Check and correct what is wrong; if it is so, explain why.',
      info: 'Have a look; if all is well there is nothing to do.',
    },
  },
  headings: { what: 'What', why: 'Why it matters', mend: 'What to do' },
  page: {
    title: 'Findings',
    madeBy: 'Made by `npm run docs:findings`; `huizong explain CODE` prints the same.',
    introduction: [
      'An **error** must be mended; a **warning** must be verified, and explained if it is so; a **notice** is for information. The `severity` of `scheme.yaml` or `huizong.yaml` changes them.',
      'Rules come from the sample scheme (`rules.csv`) and may be changed.',
    ],
  },
  severities: { error: 'error', warning: 'warning', info: 'notice' },
};

import type { CheckedTexts } from '../ui-texts.ts';

/** What was checked, and what was not. */
export const CHECKED: CheckedTexts = {
  labels: { rules: 'Rules', unchecked: 'Not checked' },
  counts: ({ passed, failed, notEvaluable }) =>
    `${passed} passed, ${failed} failed, ${notEvaluable} not evaluable for want of a value`,
  unchecked: (files, more) =>
    `the rows of ${files.map(({ file, because }) => `${file} (${because})`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  notChecked: (because) => `rows not checked because of ${because}`,
};

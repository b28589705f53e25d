import type { UiTexts } from '../message/ui-texts.ts';
import type { ReportModel } from '../report/model.ts';
import { displayWidth, padEnd } from '../text/width.ts';

/** How many files are named in a line. */
const NAMES = 6;

type Line = readonly [label: string, text: string];

/** How many judgements of rules came out how, and which files were not checked because of what. */
export function checkedLines({ checks, sources }: ReportModel, { checked }: UiTexts): readonly Line[] {
  const sum = (of: 'passed' | 'failed' | 'notEvaluable') => checks.reduce((total, one) => total + one[of], 0);
  const counts = { passed: sum('passed'), failed: sum('failed'), notEvaluable: sum('notEvaluable') };
  const files = sources.flatMap(({ file, notChecked }) => (notChecked === null ? [] : [{ file, because: notChecked }]));
  return [
    ...(counts.passed + counts.failed + counts.notEvaluable === 0
      ? []
      : [[checked.labels.rules, checked.counts(counts)] as const]),
    ...(files.length === 0
      ? []
      : [
          [
            checked.labels.unchecked,
            checked.unchecked(files.slice(0, NAMES), Math.max(0, files.length - NAMES)),
          ] as const,
        ]),
  ];
}

/** The same rule by rule, for `-v`. */
export function ruleLines({ checks }: ReportModel, { checked }: UiTexts): readonly string[] {
  const width = Math.max(...checks.map(({ code }) => displayWidth(code)));
  return checks.map((one) => `    ${padEnd(one.code, width)}  ${checked.counts(one)}`);
}

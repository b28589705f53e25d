import type { TemplateTexts } from '../ui-texts.ts';
import { count } from './plural.ts';

/** Templates. */
export const TEMPLATE: TemplateTexts = {
  columns: { part: 'part', format: 'format', from: 'from', state: 'state' },
  builtin: 'built-in',
  states: {
    builtin: 'built-in',
    own: 'own',
    unchanged: 'as built-in',
    edited: 'edited',
    stale: 'built-in changed',
  },
  made: (folder) => `written to ${folder}:`,
  next: (folder) =>
    `edit them with any text editor (report.xlsx with Excel or WPS), then run huizong template check ${folder}.`,
  unfinished: 'Files with a wrongly written tag were not examined to their end: check again once it is mended.',
  well: (parts) => `no faults in ${count(parts, 'part')}.`,
  faults: (faults) => `${count(faults, 'fault')}.`,
  warnings: (warnings) => `${count(warnings, 'warning')}.`,
  stale: (edited, header) =>
    edited
      ? `the built-in part was changed since this copy was made; do the same here, then make ${header} the first line`
      : 'the built-in part was changed since this copy was made, which nobody edited; huizong template eject renews it',
  staleWorkbook:
    'the built-in workbook was changed since this copy was made; huizong template eject report.xlsx renews a copy that nobody edited; else take the present one (-o OTHER-FOLDER) and do your changes again',
  changes: 'changes of the built-in part (- before, + now):',
  changesUnknown: (part) =>
    `what it was before is not there any more; huizong template eject ${part} -o OTHER-FOLDER gives it as it is now`,
  moreChanges: (lines) => `… and ${count(lines, 'more line')}`,
  unused: (nearest) => `no report uses this part${nearest.length === 0 ? '' : `; is it ${nearest.join(' or ')}?`}`,
  odd: 'by its name this file is no template; it should end in .md.hbs or .html.hbs, or be report.xlsx',
  marks: (marks) => `${count(marks, 'cell')} to be filled in:`,
  leftAlone: {
    pivot:
      'the pivot table is kept as it is; it shows new data when it is refreshed, and only from the range that it names now',
    macros: 'the macros do not come along: a report is a workbook without macros',
    externalLink: 'links to other workbooks are kept as they are',
    threadedNotes: 'comments with replies stay at their cells; notes (without replies) follow',
    query: 'data from outside is kept as it is',
    singleCell:
      'the formula refers from outside to one cell of repeated rows and takes the first copy only; a range, as in SUM(C3:C3), takes all',
    chartSheet: 'a chart on a sheet of its own is kept as it is; a chart on a sheet with cells follows',
  },
  staleNote: (files) =>
    `the built-in templates have changed since these copies: ${files.join(', ')}; see huizong template check.`,
};

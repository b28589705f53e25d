import { quotation } from '../quotation.ts';
import type { ErrorTexts, UiTexts } from '../ui-texts.ts';
import { CHANGES } from './changes.ts';
import { CHECKED } from './checked.ts';
import { FILL } from './fill.ts';
import { INIT } from './init.ts';
import { count } from './plural.ts';
import { STATUS } from './status.ts';
import { TEMPLATE } from './template.ts';
import { UNDERSTOOD } from './understood.ts';

const ERRORS: ErrorTexts = {
  seeHelp: (command) => ` (see ${command} --help)`,
  unknownCommand: (name, suggestion) => `there is no command "${name}"${didYouMean(suggestion)}`,
  unknownOption: (flag, suggestion) => `there is no option ${flag}${didYouMean(suggestion)}`,
  valueMissing: (flag) => `${flag} needs a value.`,
  tooMany: 'too many arguments; put names with spaces in quotation marks.',
  pathMissing: (command) =>
    `name the folder or files of the returns, as in huizong ${command} returns/2024Q1; only in a workspace (huizong.yaml) they may be left out.`,
  operandEmpty: (name) => `${name} is empty.`,
  unknownCode: (code, nearest) =>
    `there is no code "${code}"${nearest.length === 0 ? ';' : `; did you mean ${nearest.join(', ')}?`} huizong explain lists all codes.`,
  writeWrong: (value, formats) =>
    `--write takes FORMAT=FILE, such as csv=findings.csv, not "${value}"; formats: ${formats.join(', ')}.`,
  writeTwice: (file) => `two --write name "${file}"; give each a file of its own.`,
  notAllowed: (flag, value, allowed) => `${flag} cannot be "${value}"; it can be ${allowed.join(', ')}.`,
  periodWrong: (value) => `"${value}" is no period; write it like 2024Q1.`,
  periodKind: (value, kind) => `the scheme is reported by ${kind}, which "${value}" is not; write it like 2024Q1.`,
  spanEarlier: (flag, span) =>
    `${flag} names the returns of one period; ${span} is compared by the folders of its periods: leave ${flag} out.`,
  since: (file, because, found, wanted) => {
    const reasons = {
      missing: 'there is no such file',
      noReport: 'it is no report.json of huizong',
      period: `it is for ${found}, this run for ${wanted}`,
      area: `it is for the area ${found}, this run for ${wanted}`,
      inOutput: 'it lies in the folder of reports and would be replaced: copy it elsewhere first',
    };
    return `--since cannot compare with ${file}: ${reasons[because]}.`;
  },
  dateWrong: (flag, value) => `${flag}: "${value}" is no date; write it like 2024-04-20.`,
  epochWrong: (value) => `SOURCE_DATE_EPOCH is "${value}", not a number of seconds; mend it or use --as-of.`,
  areaSeveral: (value, candidates) => `"${value}" may be ${candidates.join(', ')}; write the full name or the code.`,
  areaUnknown: (value, flag) => `the scheme has no region "${value}"; check ${flag}.`,
  workspaceExists: (folder) =>
    `there is a huizong.yaml in ${folder} already; nothing was changed. Edit it to change settings.`,
  flagNeeded: (flag) => `there is no terminal to ask on; use ${flag}, or --yes for the defaults.`,
  formRegion: 'say for which bureau by --region, such as --region 441300, or use --all for each bureau that is due.',
  formTwice: 'the place was given twice: use PATH or -o.',
  formFile: '--all needs a folder, not a file.',
  formNobody: 'no bureau is due, so there is no form to make; check roster.csv, --region and --period.',
  recordNeedsWorkspace:
    '--record notes days of receipt in receipts.csv of a workspace, and there is none here; make one with huizong init.',
  templateUnknown: (value, names) =>
    `--template: there is no folder or file "${value}"${names.length === 0 ? '' : `, nor templates of that name in the workspace (there are ${names.join(', ')})`}.`,
  templateFileName: (file) =>
    `"${file}" is no template by its name; it should end in .md.hbs, .html.hbs or .xlsx (save an old .xls as xlsx in Excel or WPS).`,
  partUnknown: (name, nearest) =>
    `there is no built-in part "${name}"${nearest.length === 0 ? '; ' : `; did you mean ${nearest.join(', ')}? `}huizong template list lists all parts.`,
  ejectNeedsFolder: 'name a folder for the copies with -o; only in a workspace (huizong.yaml) it may be left out.',
  oneFormat: '-o - prints a single format; choose it with -f, as in -f md.',
  setWrong: (value, keys) => `--set takes KEY=TEXT, not "${value}"; KEY may be ${keys.join(', ')}.`,
  setUnknown: (key, nearest, keys) =>
    `--set: there is no "${key}"${nearest.length === 0 ? '.' : `; did you mean ${nearest.join(', ')}?`} The keys are ${keys.join(', ')}.`,
  splitToStdout: '--split writes several reports and cannot print them with -o -; name a folder with -o.',
  splitNothing: '--split city is for a province: there are no cities below the area of this run.',
  binaryToTerminal: 'a workbook cannot be shown on a screen; name a folder, as in -o out.',
  line: (file, line, column) => `${file}:${line}${column === null ? '' : `:${column}`}`,
  fault: (place, text) => `${place}: ${text}`,
  interrupted: 'interrupted; no report was written.',
  bug: (message, version) => `this is a bug in huizong ${version}, not in your files: ${message}. Please report it.`,
  withDebug: ' Run again with --debug to see more.',
};

/** Words of the terminal. */
export const UI: UiTexts = {
  severity: { error: 'error', warning: 'warning', info: 'notice' },
  state: {
    accepted: 'accepted',
    provisional: 'provisional',
    rejected: 'rejected',
    missing: 'missing',
    exempt: 'exempt',
  },
  fileState: {
    counted: 'counted',
    superseded: 'superseded',
    rejected: 'rejected',
    wrongPeriod: 'another period',
    unknownSender: 'unknown sender',
    notAReturn: 'not a return',
    earlierPeriod: 'earlier period',
  },
  setAside: {
    noTask: 'task unknown',
    noRegion: 'region unknown',
    duplicate: 'duplicate',
    replacedByCounty: "replaced by the county's own",
    outOfArea: 'outside the area',
    hiddenSheet: 'hidden sheet',
    superseded: 'superseded',
    rejected: 'rejected',
    wrongPeriod: 'another period',
    unknownSender: 'unknown sender',
    earlierPeriod: 'earlier period',
  },
  form: { ledger: 'ledger', summary: 'summary form' },
  kind: { flow: 'flow', stock: 'stock', distinct: 'distinct' },
  tier: { core: 'core', ext: 'extended', opt: 'optional' },
  comma: ', ',
  semicolon: ', ',
  heading: (period, area, asOf) => `${area} ${period} (as of ${asOf})`,
  labels: { returns: 'Returns', rows: 'Rows', findings: 'Findings', written: 'Report', others: 'Others' },
  due: (due) => `${due} due`,
  stateCount: (state, number, names, more) => `${number} ${state}${named(names, more)}`,
  nil: (number) => `${number} nil`,
  rows: (data, counted, setAside, reasons) =>
    `${data}: ${counted} counted, ${setAside} set aside${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
  earlierFiles: (files) => `${count(files, 'file')} of earlier periods to compare with`,
  reason: (reason, number) => `${number} ${reason}`,
  severityCount: (severity, number) => count(number, severity),
  explainedCount: (number) => `${number} explained`,
  noFindings: 'no findings',
  unknownSenders: (files, more) =>
    `outside the area and not counted: ${files.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  filesRead: (done, total) => `${done}/${total} read`,
  timeLeft: (seconds) => (seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`),
  readingFile: (name) => `reading ${name}`,
  addingUp: 'adding up',
  source: (file, state, forms, data, counted) =>
    `${file}: ${[state, ...forms].join(', ')}, ${count(data, 'data row')}, ${counted} counted`,
  incomplete: (missing) => `${count(missing, 'bureau has', 'bureaus have')} not reported (--require-complete): exit 1.`,
  areaOfSenders: (area) => `All senders lie in ${area}, so the report is for ${area}; name another area with --area.`,
  narrativeOfOther: (file, period) => `${file} is about ${period}; its texts are not used.`,
  settingsOf: (path) => `With the settings of ${path}.`,
  unknownBureau: 'bureau unknown',
  places: (number) => ` (${number} places)`,
  moreFindings: (number) => `${number} more; list them with --all`,
  explained: (reason) => `Explained: ${reason}`,
  moreOfKind: (entries, places, cells) =>
    `${entries} more of the same kind in ${count(places, 'place')}, such as ${cells}; list them with --all`,
  examples: (texts) => `For example ${texts.map((text) => quotation(text, 'en')).join(', ')}.`,
  causeSeparator: '; ',
  causes: (list) => `Possible causes: ${list}.`,
  noErrors: 'no errors',
  findingColumns: {
    bureauName: 'Bureau',
    bureau: 'Bureau code',
    severity: 'Severity',
    file: 'File',
    sheet: 'Sheet',
    cells: 'Cells',
    count: 'Places',
    item: 'Item',
    value: 'Value',
    code: 'Code',
    message: 'What is wrong',
    causes: 'Possible causes',
    hint: 'What to do',
  },
  severalValues: '(several)',
  schemeWell: (id, version, { tasks, indicators, columns, regions, rules }) =>
    `${id} version ${version} has no faults: ${count(tasks, 'task')}, ${count(indicators, 'indicator')}, ${count(columns, 'ledger column')}, ${count(regions, 'region')}, ${count(rules, 'rule')}`,
  schemeHeading: (id, version, title) => `${title} (${id}, version ${version})`,
  schemeParts: { columns: 'Ledger columns', rules: 'Rules' },
  checked: CHECKED,
  understood: UNDERSTOOD,
  status: STATUS,
  changes: CHANGES,
  blankForms: {
    made: (folder, forms) =>
      `${count(forms, 'blank form')} in ${folder}; huizong check reads them when they are filled in.`,
  },
  init: INIT,
  fill: FILL,
  template: TEMPLATE,
  errors: ERRORS,
};

function named(names: readonly string[], more: number): string {
  if (names.length === 0) return '';
  return ` (${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '.' : `; did you mean ${suggestion}?`;
}

import type { Form } from '../../model/recognised.ts';
import type { FillTexts } from '../fill-texts.ts';
import { count } from './plural.ts';

const FORMS: Readonly<Record<Form, string>> = { summary: 'summary', ledger: 'ledger of activities' };

/** Typing a return in. */
export const FILL: FillTexts = {
  askBureau: 'Bureau (name, code or pinyin initials)',
  askPeriod: 'Period',
  askForm: 'What to fill in',
  forms: { ...FORMS, both: 'summary and ledger' },
  askParts: (bureau) => `Summary of ${bureau}`,
  byPart: (parts, apart) =>
    `by region (${parts}, own level included${apart.length === 0 ? '' : `; ${apart.join(', ')} report themselves by the roster`})`,
  ownLevel: 'own level alone (the regions below report themselves)',
  asWhole: 'one figure for the whole',
  askDraft: 'There are unfinished drafts',
  newReturn: 'Another return',
  draftLine: (bureau, period, answers, activities) => `${bureau} ${period} (${filled(answers, activities)})`,
  goOn: (answers, activities) => `Going on with the draft: ${filled(answers, activities)}.`,
  askOtherDraft: (file) => `There is a draft of this bureau and period that does not correct "${file}"`,
  keepDraft: 'Go on with the draft',
  startAnew: (aside) => `Correct the file (the draft is kept as ${aside})`,
  otherScheme: (was, now) =>
    `The draft was made by scheme ${was}, now it is ${now}; items that are gone are not asked.`,
  formAdded: (form) => `The draft had no ${form}: added.`,
  readingEarlier: (periods) => `Reading the returns of ${periods} to compare with…`,
  opened: (file, figures, activities) =>
    `Opened "${file}": ${filled(figures, activities)}. The file itself stays as it is.`,
  leftOut: (figures) =>
    `${count(figures, 'figure')} (year to date, or of regions not asked here) have no place in the standard form and are left out.`,
  leftColumns: (headers) => `Columns that the standard form does not have are left out: ${headers.join(', ')}.`,

  listKeys: '↑↓ move, Enter choose',
  nothingFound: 'nothing found',
  dropped: (lines) => `${count(lines, 'further line')} not taken: check before you go on.`,
  keys: (hasPrevious) => `Enter skip  < back  ? help${hasPrevious ? '  = as before' : ''}  clear remove  . menu`,
  commands: {
    back: ['<', 'back'],
    help: ['?', 'help'],
    previous: ['='],
    menu: ['.', 'menu'],
    clear: ['clear'],
  },
  back: '← back',
  toMenu: '← menu',
  noAnswer: '(none)',

  heading: (bureau, period) => `${bureau}  ${period}`,
  figuresDone: (answered, of) => `summary ${answered}/${of}`,
  activitiesDone: (activities) => count(activities, 'activity', 'activities'),
  askMenu: 'What next',
  menu: {
    next: 'Go on with the summary',
    tasks: 'Summary: choose a task',
    show: 'Show what is filled in',
    leave: 'Leave, and go on another time',
  },
  menuActivities: (activities) => `Activities (${activities})`,
  menuReview: (errors, warnings) => `To settle: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
  menuFinish: (missing) =>
    missing === 0 ? 'All done: write the return' : `Write the return (${missing} needed answers missing)`,

  askRegion: 'Which region',
  askTask: 'Which task',
  progress: (name, answered, of) => `${name}  ${answered}/${of}`,
  question: (name, unit, previous) =>
    `${name}${unit === '' ? '' : ` (${unit})`}${previous === null ? '' : `, last period ${previous}`}:`,
  noPrevious: 'There is no value of the last period.',
  helpKind: {
    flow: 'What took place in the period, not since January.',
    stock: 'What there is at the end of the period.',
    distinct: 'Associations of the period, each counted once.',
  },
  helpNil: (core) =>
    `Type 0 if nothing took place; ${core ? 'skip it for now if unknown, but it is needed' : 'skip it if unknown'}.`,
  helpRule: (rule) => `Rule: ${rule}.`,

  askActivities: 'Activities',
  addActivity: '+ another activity',
  activityLine: (at, date, title, association) =>
    [`${at}.`, date, title, association === '' ? '' : `(${association})`].filter((part) => part !== '').join(' '),
  untitled: '(no title)',
  askActivity: (line) => line,
  activityActions: {
    rest: 'Go on with what is not told',
    all: 'Change all',
    one: 'Change one item',
    copy: 'Copy as a new one',
    remove: 'Delete',
    up: '← back',
  },
  askColumn: 'Which item',
  askRemove: (line) => `Delete "${line}"`,
  yesNo: { yes: 'yes', no: 'no' },
  columnLine: (name, text) => `${name}: ${text === '' ? '(empty)' : text}`,
  helpExpected: 'Activities of this type should tell it.',
  helpType: {
    date_range: 'Such as 2024-03-15; of several days 2024-03-15至2024-03-17.',
    uscc: 'The unified social credit code of 18 characters; it may be left out.',
    integer: 'A whole number; 0 if there is none.',
    decimal: 'A number, such as 3.5; 0 if there is none.',
    boolean: 'Yes or no.',
    text: 'A text.',
  },
  newActivity: (at) => `Activity ${at}`,

  error: 'error',
  warning: 'warning',
  understood: (value, unit) => `taken as ${value}${unit === '' ? '' : ` ${unit}`}`,
  askWrong: 'What to do',
  again: 'Answer again',
  changeOther: (name, text) => `Change "${name}"${text === '' ? '' : ` (${text})`}`,
  leaveForNow: 'Leave it for now and mend it before the end',
  askReason: 'If it is right, say why (Enter: later):',
  reasonNoWords: 'A reason needs words; press Enter if there is none yet.',

  askReview: 'To settle',
  allWell: 'No errors, and nothing to verify.',
  reviewLine: (severity, subject, message) => `${severity} ${subject}${subject === '' ? '' : ': '}${message}`,
  errorsBlock: (errors) => `${count(errors, 'error')} must be mended before the return is written:`,
  missing: (missing, names, more) =>
    `${count(missing, 'needed answer')} missing: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  noActivities: 'The ledger has no activity yet; the file will not have one.',
  nothingYet: 'Nothing is filled in yet.',
  askMissing: 'What to do about them',
  fillMissing: 'Fill them in',
  writeAnyway: 'Write the return as it is (they will be asked for)',
  unexplained: (warnings) => `${count(warnings, 'warning')} without a reason:`,
  askUnexplained: 'What to do about them',
  explainEach: 'Settle them one by one',
  askNil: 'All figures are 0. Did nothing take place in the period (nil return)',
  askNilBlank: 'Nothing is filled in. Did nothing take place in the period (nil return)',
  written: (file) => `Wrote ${file}`,
  readBack: 'It was read back and says what was typed.',
  readBackDiffers: (file, draft, answer) =>
    `${file} would say something else than was typed when it is read, so it was not written${draft === null ? '' : ` (the draft ${draft} is kept)`}. ${
      answer === ''
        ? 'Please report this.'
        : `What would differ is "${answer}": word it otherwise (合计 or 示例 alone is taken for a total or a sample). If that does not help, please report this.`
    }`,
  unwritable: {
    tooLong: 'The text is too long: a cell of a workbook holds 32,767 characters.',
    control: 'The text holds control characters, which no workbook can hold; type it again without them.',
  },
  reasonsWritten: (reasons, file) => `${count(reasons, 'reason')} noted in ${file}`,
  original: (file) => `${file} is left as it was; the new version takes its place.`,
  left: (draft, command) => `Kept as the draft ${draft}. To go on: ${command}`,
  total: (name, value, unit) => `  ${name}: ${value} ${unit}`,

  version: (stem, number) => `${stem} v${number}`,

  needsFlag: (flag, example) => `nobody can be asked here: use ${flag}, for example ${example}`,
  needsAnswers: 'nobody can be asked here: give the answers with --answers FILE.json or --set ID=VALUE',
  bureauUnknown: (value) => `the scheme has no bureau "${value}": check --bureau`,
  cannotOpen: (file) => `"${file}" cannot be opened as a return:`,
  answersFault: ({ at, code, value, nearest, detail }) => {
    const what: Readonly<Record<string, string>> = {
      notJson: 'no JSON',
      notObject: 'must be an object { }',
      notText: 'must be a text, a number, true or false',
      notList: 'must be a list [ ]',
      unknownKey: 'unknown key',
      unknownItem: `there is no indicator or column "${value}"`,
      unknownRegion: `"${value}" is no region of this return`,
      notForm: 'must be "summary" or "ledger"',
      notBoolean: 'must be true or false',
      tooLong: 'is too long: a cell of a workbook holds 32,767 characters',
      control: 'holds control characters, which no workbook can hold',
      notAsked: `this return has no ${FORMS[value as Form] ?? value} to put it into: use --form both, or leave it out`,
      notReason: `no line of explanations.csv: ${detail}`,
    };
    return `${at}: ${what[code] ?? code}${nearest.length === 0 ? '' : `; did you mean ${nearest.join(', ')}?`}`;
  },
  answersFaulty: (file, faults) => `${file} has ${count(faults, 'fault')}; nothing was written:`,
  formsOfFile: (file, forms) =>
    `"${file}" holds a ${forms.map((form) => FORMS[form]).join(' and a ')}, which its new version keeps: --form can only add one, so give --form both or none`,
  partsOfFile: (file) => `the summary of "${file}" keeps its regions: leave out --parts`,
  answersOfOther: (other, file, of) => `the answers are of ${other}, but "${file}" is the return of ${of}`,
  nilWithAnswers:
    '"nil": true says that nothing took place, but there are figures above 0 or activities: leave out "nil", or those',
  setWrong: (value) => `--set must be ID=VALUE or REGION.ID=VALUE, not "${value}"`,
  draftHeld: (draft, pid, host, lock) =>
    `the draft ${draft} is being filled in elsewhere (process ${pid} on ${host}): leave it there first. If it is not, delete ${lock} and try again`,
  draftDamaged: (draft) => `the draft ${draft} cannot be read: rename or move it and try again`,
  oneFormCsv: 'a csv file holds one form: use --form summary or --form ledger, or write an .xlsx file',
  outputType: (file) => `the file of --output must end with .xlsx or .csv, not "${file}"`,
  outputIsSource: (file) => `--output cannot be "${file}", which is being corrected and stays as it is`,
};

function filled(answers: number, activities: number): string {
  return `${count(answers, 'figure')}, ${count(activities, 'activity', 'activities')}`;
}

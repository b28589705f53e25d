import type { HelpTexts } from '../help-texts.ts';

/** Help pages. */
export const HELP: HelpTexts = {
  language: 'English',
  usage: 'Usage: ',
  colon: ':',
  usageCommand: '<command>',
  usageOptions: '[options]',
  commandsHeading: 'Commands',
  groups: { scope: 'What is compiled', result: 'Result', exit: 'When to exit 1', general: 'General options' },
  examplesHeading: 'Examples',
  exitHeading: 'Exit codes',
  environmentHeading: 'Environment',
  commands: {
    '': {
      summary: '',
      description:
        'huizong (汇总) reads the returns that local bureaus send, checks every cell, says who has not reported, adds up by region and task, and writes the report. It never goes online and never changes a file that was sent.',
      examples: [
        ['huizong report returns/2024Q1', 'check, compile and write the report to reports/2024Q1/'],
        ['huizong check returns/2024Q1', 'only check: what each bureau has to mend'],
        ['huizong report returns/2024Q1 -f xlsx -o out', 'only the Excel report, in a folder of your choice'],
        ['huizong explain NUMBER_UNREADABLE', 'what a code means and what to do'],
      ],
    },
    report: {
      summary: 'check, compile and write the report',
      description:
        'Reads all returns of the folders, checks and compiles them and writes the report. Faulty returns are listed in it; they do not spoil those of the others. In a workspace, a folder with huizong.yaml, PATH may be left out: the returns of the period are read.',
      examples: [
        ['huizong report returns/2024Q1', 'Markdown, HTML and Excel'],
        ['huizong report --period 2024Q1', 'in a workspace: the returns of this period'],
        ['huizong report returns/2024Q1 -f xlsx -f json', 'Excel and JSON only'],
        ['huizong report returns/2024Q1 --area 441300', 'one city only'],
        ['huizong report returns/2024Q1 --template brief', 'with templates of your own'],
        ['huizong report returns/2024Q1 --split city', 'also a report for each city'],
        ['huizong report returns/2024Q1 -f json -o -', 'JSON to the screen or a pipe'],
      ],
    },
    check: {
      summary: 'only check and list the findings',
      description:
        'Reads and checks the returns and lists what is wrong by bureau: in which file and cell, why it matters and what to do. Writes no report. In a workspace PATH may be left out.',
      examples: [
        ['huizong check returns/2024Q1', 'the worst bureau comes first'],
        ['huizong check returns/2024Q1/惠州市.xlsx', 'one file only'],
        ['huizong check returns/2024Q1 --all', 'every finding, uncut'],
        ['huizong check returns/2024Q1 --write csv=findings.csv', 'a table for Excel beside it'],
        ['huizong check returns/2024Q1 -f json', 'for other programs'],
      ],
    },
    status: {
      summary: 'who has reported, who has not, and the chase list',
      description:
        'Reads the returns and lists for each bureau that is due whether it has reported, in time, or was rejected, and who has to be chased. Who is due stands in roster.csv of the workspace, else it is the regions right below the area. In a workspace PATH may be left out.',
      examples: [
        ['huizong status', 'in a workspace: who has reported for the period'],
        ['huizong status --record', 'note in receipts.csv that new files were received today'],
        ['huizong status --chase -f md > chase.md', 'the chase list alone'],
        ['huizong status returns/2024Q1 -f csv > status.csv', 'a table that opens in Excel'],
      ],
    },
    form: {
      summary: 'make blank forms to fill in',
      description:
        'Makes a blank Excel form for a bureau from the scheme: bureau and period filled in, dropdowns, prompts, check cells, instructions, heads locked. huizong check reads it when it is filled in. PATH is a folder, or a file that ends in .xlsx; without it the forms go to forms/PERIOD of the workspace, or to the current folder.',
      examples: [
        ['huizong form --region 441300 --period 2024Q1', 'one for Huizhou'],
        ['huizong form forms --all', 'one for each bureau that is due'],
        ['huizong form --region 440103 --form summary', 'the summary only'],
        ['huizong form --region 441300 --parts own', 'the own level of the city, where its counties report themselves'],
      ],
    },
    init: {
      summary: 'make a workspace',
      description:
        'Makes a workspace: huizong.yaml with comments, roster.csv with those who are due, empty tables, folders for returns and reports. What is there is never replaced. Without DIR it is made in the current folder.',
      examples: [
        ['huizong init work --area 441300 --period 2024Q1', 'without questions'],
        ['huizong init', 'in the current folder; asks for what is not said'],
        ['huizong init work --yes', 'all defaults: the province, the last period that has ended'],
      ],
    },
    fill: {
      summary: 'type a return in',
      description:
        'Types a return in at prompts; every answer is checked at once and kept as a draft, so that an interrupted return can be gone on with. With FILE a return that is there is corrected: a new version is written, the file stays as it is. With --answers or --set nothing is asked.',
      examples: [
        ['huizong fill', 'choose bureau, period and forms, then answer'],
        ['huizong fill --bureau 441300 --period 2024Q1', 'the return of this bureau and period'],
        ['huizong fill returns/2024Q1/441300.xlsx', 'correct a return, as its version 2'],
        ['huizong fill 441300.xlsx --set t5_jobs_offered=1200', 'ask nothing, change one figure'],
        ['huizong fill --answers 441300.json -o 441300.xlsx', 'ask nothing, write what a file says'],
      ],
    },
    explain: {
      summary: 'say what a code means and how to mend it',
      description:
        'Explains a code of the findings, or a rule of the scheme by its number: what it says, why it matters and what to do. Without CODE it lists all of them.',
      examples: [
        ['huizong explain NUMBER_UNREADABLE', 'what a code means; capitals do not matter'],
        ['huizong explain L107', 'a rule of the scheme'],
        ['huizong explain', 'all codes and rules'],
      ],
    },
    scheme: {
      summary: 'check or show a scheme',
      description:
        'A scheme (报表制度) is a folder that says which tasks, indicators, columns, regions and rules there are, in tables that open in Excel.',
      examples: [
        ['huizong scheme check my-scheme', 'after a change: is it well-formed?'],
        ['huizong scheme show', 'the built-in sample scheme'],
      ],
    },
    'scheme check': {
      summary: 'say what is wrong with a scheme',
      description:
        'Checks the folder of a scheme and tells all faults at once, with file and line. Without DIR it checks that of the workspace, else the built-in sample scheme.',
      examples: [['huizong scheme check my-scheme', 'a scheme of your own']],
    },
    'scheme show': {
      summary: 'list its tasks, indicators, columns and rules',
      description:
        'Lists the tasks, indicators, ledger columns and rules of a scheme. Without DIR it lists those that the workspace uses, else those of the built-in sample scheme.',
      examples: [['huizong scheme show', 'the built-in sample scheme']],
    },
    template: {
      summary: 'change the templates of the report',
      description:
        'The report is put together from parts. Take out those that you want to change, into the folder templates of the workspace; all others stay built-in. How to write them: docs/templates.md.',
      examples: [
        ['huizong template list', 'which parts there are and where they come from'],
        ['huizong template eject overview', 'take out the part overview'],
        ['huizong template check', 'after a change: is it well-formed?'],
      ],
    },
    'template list': {
      summary: 'list the parts of the templates',
      description:
        'Lists the parts of the templates with their format, whether they are built-in or from a folder of yours, edited, or copies of what the built-in part was before.',
      examples: [
        ['huizong template list', 'the templates that the workspace uses'],
        ['huizong template list --template brief', 'with the templates brief'],
      ],
    },
    'template eject': {
      summary: 'copy built-in parts, to be edited',
      description:
        'Writes built-in parts as files for editing; without PART all of them. They go to the folder templates of the workspace, or to that of -o. Edited files are not replaced without --force.',
      examples: [
        ['huizong template eject overview.md', 'the overview of the Markdown report'],
        ['huizong template eject overview style.css', 'the overview in both formats, and the style sheet'],
        ['huizong template eject -o my-templates', 'all parts, to this folder'],
      ],
    },
    'template check': {
      summary: 'say what is wrong with templates',
      description:
        'Checks templates and tells all faults at once, with file, line and column: unknown data, helpers and parts, wrong arguments, unclosed blocks, circles; and copies of built-in parts that have changed since. TEMPLATE is a folder, a file or a name in the workspace; without it those of the workspace are checked, else the built-in ones. Exits with 2 when there are faults.',
      examples: [
        ['huizong template check', 'the templates that the workspace uses'],
        ['huizong template check brief.md.hbs', 'a single file'],
      ],
    },
  },
  helpCommand: 'how to use a command',
  options: {
    period: 'period, such as 2024Q1; 2024H1 and 2024 are made of their quarters (default: the one the returns name)',
    area: 'region that the report is for, by name or code, such as 惠州市 or 441300 (default: the province, or the one city that all returns are of)',
    asOf: 'date of the report, such as 2024-04-20 (default: today in China)',
    scheme: 'folder of the scheme (default: the built-in sample scheme)',
    counting: 'normal or strict; strict: a return with any error does not count (default: normal)',
    basis: 'which form is believed when both give a value: summary or ledger (default: summary)',
    previous: 'returns of the previous period, to compare with; default: its folder in the workspace',
    yearAgo: 'returns of the same period a year ago, to compare with; default: their folder in the workspace',
    since: 'an earlier report.json, to tell what is new, mended and as it was; not in the folder of reports',
    reportFormat: 'md, html, xlsx or json; may be repeated (default: md html xlsx)',
    output: 'folder of the report (default: reports/PERIOD); - prints a single format to stdout',
    set: 'fill in a text of the report, as in issuer=NAME; may be repeated, beats narrative.yaml (docs/workspace.md)',
    split: 'also a report for each unit below: city; in the folder cities',
    force: 'replace files that huizong did not write, too',
    checkFormat: 'text, json, csv, sarif, junit or github (default: text)',
    write: 'also write a file, such as csv=findings.csv; may be repeated, so that one run feeds several',
    textFormat: 'text or json (default: text)',
    statusFormat: 'text, json, csv or md (default: text)',
    template:
      'templates: a folder, a file, or the name of a folder in templates of the workspace; missing parts are the built-in ones',
    ejectOutput: 'folder of the copies (default: templates of the workspace)',
    ejectForce: 'replace edited files, too',
    chase: 'only the chase list: bureaus that are missing, rejected, incomplete or late',
    record: 'note new files in receipts.csv of the workspace as received on the date of --as-of',
    initArea: 'region that reports are for, by name or code, such as 惠州市 or 441300',
    initPeriod: 'first period, such as 2024Q1; names the folder of its returns',
    initScheme: 'folder of the scheme (default: the built-in sample scheme)',
    initAsOf: 'the period proposed is the last that ended before this date (default: today in China)',
    formRegion: 'bureau by name or code, such as 惠州市 or 441300; with --all the area',
    formAll: 'one for each bureau that is due: by roster.csv of the workspace, else the regions below the area',
    formPeriod: 'period, such as 2024Q1 (default: of the workspace, else the last that has ended)',
    formAsOf: 'the default period is the last that ended before this date (default: today in China)',
    formForms: 'summary, ledger or both (default both; with --all by roster.csv)',
    formParts: 'columns of the summary: all own level and counties, own the own level, none a single one (default all)',
    formOutput: 'folder, the same as PATH',
    formForce: 'replace other files of that name too, such as forms that were filled in',
    yes: 'ask nothing; take defaults for what is not said',
    bureau: 'bureau, by name or code of its region, such as 441300 or 441300-self',
    fillPeriod: 'period, such as 2024Q1; else that of the workspace, or it is asked',
    fillForm: 'what to fill in: summary, ledger or both',
    answers: 'ask nothing: the answers are in this JSON file (see docs/fill.md)',
    fillSet:
      'ask nothing: one figure, ID=VALUE or REGION.ID=VALUE, such as 441302.t5_job_fairs=3; repeatable, over --answers',
    fillOutput: 'file to write, .xlsx or .csv; else in the folder of the period, or the current one',
    fillAsOf: 'later days of activities are errors; else today (Beijing time)',
    all: 'list every finding of every bureau',
    reportFailOn: 'on findings of this severity or above: error, warning, info, never (default: never)',
    checkFailOn: 'on findings of this severity or above: error, warning, info, never (default: error)',
    requireComplete: 'when a bureau has not reported',
    lang: 'language of the program: zh-CN or en',
    color: 'colours: always, never or auto (default: auto)',
    noColor: 'no colours',
    quiet: 'only the product and errors',
    verbose: 'say what became of each file',
    debug: 'show the stack of errors',
    help: 'show help',
    version: 'show the version',
  },
  exitCodes: [
    ['0', 'done'],
    ['1', 'done, but with findings at or above --fail-on, or with bureaus missing (--require-complete)'],
    ['2', 'not done: wrong usage or settings, no file to read, nowhere to write, a bug'],
    ['130', 'interrupted by Ctrl-C'],
    ['143', 'told to stop by the system or another program'],
  ],
  environment: [
    ['HUIZONG_LANG', 'language of the program, as --lang'],
    ['SOURCE_DATE_EPOCH', 'date of the report when there is no --as-of (Unix seconds)'],
    ['NO_COLOR, FORCE_COLOR', 'never, always use colours'],
  ],
  more: 'Help on a command: huizong <command> --help',
};

import type { CommandId, OptionGroup, OptionId } from '../message/help-texts.ts';

/** An option as data: parsing, help pages and docs/cli.md come from here. */
export interface OptionSpec {
  /** As commander reads it; values in angle brackets. */
  readonly flags: string;
  readonly group: OptionGroup;
  /** May stand several times; its values are collected. */
  readonly repeatable?: true;
}

/** A command as data. */
export interface CommandSpec {
  readonly id: CommandId;
  /** As commander reads them; empty for none. */
  readonly operands: string;
  readonly options: readonly OptionId[];
}

export const OPTIONS: Readonly<Record<OptionId, OptionSpec>> = {
  period: { flags: '--period <PERIOD>', group: 'scope' },
  area: { flags: '--area <REGION>', group: 'scope' },
  asOf: { flags: '--as-of <DATE>', group: 'scope' },
  scheme: { flags: '--scheme <DIR>', group: 'scope' },
  counting: { flags: '--counting <MODE>', group: 'scope' },
  basis: { flags: '--basis <FORM>', group: 'scope' },
  previous: { flags: '--previous <PATH>', group: 'scope' },
  since: { flags: '--since <FILE>', group: 'scope' },
  yearAgo: { flags: '--year-ago <PATH>', group: 'scope' },
  reportFormat: { flags: '-f, --format <FORMAT>', group: 'result', repeatable: true },
  output: { flags: '-o, --output <DIR>', group: 'result' },
  force: { flags: '--force', group: 'result' },
  set: { flags: '--set <KEY=TEXT>', group: 'result', repeatable: true },
  split: { flags: '--split <LEVEL>', group: 'result' },
  checkFormat: { flags: '-f, --format <FORMAT>', group: 'result' },
  write: { flags: '--write <FORMAT=FILE>', group: 'result', repeatable: true },
  textFormat: { flags: '-f, --format <FORMAT>', group: 'result' },
  statusFormat: { flags: '-f, --format <FORMAT>', group: 'result' },
  template: { flags: '--template <NAME|PATH>', group: 'result' },
  ejectOutput: { flags: '-o, --output <DIR>', group: 'result' },
  ejectForce: { flags: '--force', group: 'result' },
  chase: { flags: '--chase', group: 'result' },
  record: { flags: '--record', group: 'result' },
  initArea: { flags: '--area <REGION>', group: 'scope' },
  initPeriod: { flags: '--period <PERIOD>', group: 'scope' },
  initScheme: { flags: '--scheme <DIR>', group: 'scope' },
  initAsOf: { flags: '--as-of <DATE>', group: 'scope' },
  formRegion: { flags: '--region <REGION>', group: 'scope' },
  formAll: { flags: '--all', group: 'scope' },
  formPeriod: { flags: '--period <PERIOD>', group: 'scope' },
  formAsOf: { flags: '--as-of <DATE>', group: 'scope' },
  formForms: { flags: '--form <FORM>', group: 'result' },
  formParts: { flags: '--parts <PARTS>', group: 'result' },
  formOutput: { flags: '-o, --output <DIR>', group: 'result' },
  formForce: { flags: '--force', group: 'result' },
  yes: { flags: '-y, --yes', group: 'scope' },
  bureau: { flags: '--bureau <REGION>', group: 'scope' },
  fillPeriod: { flags: '--period <PERIOD>', group: 'scope' },
  fillForm: { flags: '--form <FORM>', group: 'scope' },
  answers: { flags: '--answers <FILE>', group: 'result' },
  fillSet: { flags: '--set <ID=VALUE>', group: 'result', repeatable: true },
  fillOutput: { flags: '-o, --output <FILE>', group: 'result' },
  fillAsOf: { flags: '--as-of <DATE>', group: 'scope' },
  all: { flags: '--all', group: 'result' },
  reportFailOn: { flags: '--fail-on <SEVERITY>', group: 'exit' },
  checkFailOn: { flags: '--fail-on <SEVERITY>', group: 'exit' },
  requireComplete: { flags: '--require-complete', group: 'exit' },
  lang: { flags: '--lang <LANG>', group: 'general' },
  color: { flags: '--color <WHEN>', group: 'general' },
  noColor: { flags: '--no-color', group: 'general' },
  quiet: { flags: '-q, --quiet', group: 'general' },
  verbose: { flags: '-v, --verbose', group: 'general' },
  debug: { flags: '--debug', group: 'general' },
  help: { flags: '-h, --help', group: 'general' },
  version: { flags: '-V, --version', group: 'general' },
};

/** Options of every command; they may also stand before its name. */
export const GENERAL_OPTIONS: readonly OptionId[] = [
  'lang',
  'color',
  'noColor',
  'quiet',
  'verbose',
  'debug',
  'help',
  'version',
];

const SCOPE: readonly OptionId[] = ['period', 'area', 'asOf', 'scheme', 'counting', 'basis'];

/** What the period is compared with. */
const EARLIER: readonly OptionId[] = ['previous', 'yearAgo'];

/** In the order of the help page. */
export const COMMANDS: readonly CommandSpec[] = [
  { id: '', operands: '', options: [] },
  {
    id: 'report',
    operands: '[PATH...]',
    options: [
      ...SCOPE,
      ...EARLIER,
      'since',
      'reportFormat',
      'output',
      'template',
      'set',
      'split',
      'force',
      'reportFailOn',
      'requireComplete',
    ],
  },
  {
    id: 'check',
    operands: '[PATH...]',
    options: [...SCOPE, ...EARLIER, 'checkFormat', 'write', 'force', 'all', 'checkFailOn', 'requireComplete'],
  },
  {
    id: 'status',
    operands: '[PATH...]',
    options: [...SCOPE, ...EARLIER, 'since', 'statusFormat', 'template', 'chase', 'record', 'requireComplete'],
  },
  {
    id: 'form',
    operands: '[PATH]',
    options: [
      'formRegion',
      'formAll',
      'formPeriod',
      'formAsOf',
      'initScheme',
      'formForms',
      'formParts',
      'formOutput',
      'formForce',
    ],
  },
  { id: 'init', operands: '[DIR]', options: ['initArea', 'initPeriod', 'initScheme', 'initAsOf', 'yes'] },
  {
    id: 'fill',
    operands: '[FILE]',
    options: [
      ...(['bureau', 'fillPeriod', 'fillForm', 'formParts', 'fillAsOf', 'scheme', 'previous', 'yearAgo'] as const),
      ...(['answers', 'fillSet', 'fillOutput', 'force'] as const),
    ],
  },
  { id: 'explain', operands: '[CODE]', options: ['scheme', 'textFormat'] },
  { id: 'scheme', operands: '', options: [] },
  { id: 'scheme check', operands: '[DIR]', options: [] },
  { id: 'scheme show', operands: '[DIR]', options: ['textFormat'] },
  { id: 'template', operands: '', options: [] },
  { id: 'template list', operands: '', options: ['template', 'textFormat'] },
  { id: 'template eject', operands: '[PART...]', options: ['ejectOutput', 'ejectForce'] },
  { id: 'template check', operands: '[TEMPLATE...]', options: ['scheme', 'textFormat'] },
];

/** Whether the operands of a command are returns, which may lie in a workspace. */
export function takesReturns(id: CommandId): boolean {
  return COMMANDS.some(
    (command) => command.id === id && (command.operands === '[PATH...]' || command.operands === '[FILE]'),
  );
}

/** Commands that only hold others. */
export function isGroup(id: CommandId): boolean {
  return COMMANDS.some((command) => id !== '' && command.id.startsWith(`${id} `));
}

/** The options of a command line as commander gives them. */
export interface OptionValues {
  readonly period?: string;
  readonly area?: string;
  readonly asOf?: string;
  readonly scheme?: string;
  readonly counting?: string;
  readonly basis?: string;
  readonly previous?: string;
  readonly yearAgo?: string;
  readonly bureau?: string;
  readonly answers?: string;
  readonly since?: string;
  readonly format?: string | readonly string[];
  readonly write?: readonly string[];
  readonly output?: string;
  readonly template?: string;
  readonly force?: boolean;
  readonly set?: readonly string[];
  readonly split?: string;
  readonly all?: boolean;
  readonly chase?: boolean;
  readonly record?: boolean;
  readonly yes?: boolean;
  readonly region?: string;
  readonly form?: string;
  readonly parts?: string;
  readonly failOn?: string;
  readonly requireComplete?: boolean;
  readonly lang?: string;
  readonly color?: string | false;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

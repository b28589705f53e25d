import type { CommandId, HelpTexts, OptionGroup, OptionId } from '../message/help-texts.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { COMMANDS, type CommandSpec, GENERAL_OPTIONS, isGroup, OPTIONS } from './options.ts';

/** No line of a help page is wider, Chinese characters counted as two columns. */
const HELP_WIDTH = 80;
const GROUPS: readonly OptionGroup[] = ['scope', 'result', 'exit', 'general'];
/** Terms wider than this stand on a line of their own. */
const WIDEST_TERM = 24;

/** The help page of a command, in the language of the texts. */
export function helpPage(id: CommandId, texts: HelpTexts): string {
  const command = COMMANDS.find((one) => one.id === id);
  return command === undefined ? '' : `${page(command, texts).join('\n')}\n`;
}

function page(command: CommandSpec, texts: HelpTexts): readonly string[] {
  const { description, examples } = texts.commands[command.id];
  const isProgram = command.id === '';
  return [
    ...wrap(description, HELP_WIDTH),
    '',
    texts.usage + usage(command, texts),
    ...commandList(command, texts),
    ...GROUPS.flatMap((group) => optionList(command, group, texts)),
    '',
    texts.examplesHeading + texts.colon,
    ...examples.flatMap(([line, purpose]) => [`  ${line}`, ...indented(purpose, 6)]),
    ...(isProgram || command.options.includes('requireComplete')
      ? definitions(texts.exitHeading + texts.colon, texts.exitCodes)
      : []),
    ...(isProgram ? [...definitions(texts.environmentHeading + texts.colon, texts.environment), '', texts.more] : []),
  ];
}

function usage({ id, operands }: CommandSpec, texts: HelpTexts): string {
  const name = id === '' ? 'huizong' : `huizong ${id}`;
  const rest = id === '' || isGroup(id) ? texts.usageCommand : spelled(operands);
  return [name, rest, texts.usageOptions].filter((part) => part !== '').join(' ');
}

/** Operands as people read them: `[PATH…]`, `[DIR]`. */
function spelled(operands: string): string {
  return operands.replace('...', '…');
}

/** Commands below this one, with the help command on the program's page. */
function commandList({ id }: CommandSpec, texts: HelpTexts): readonly string[] {
  const isProgram = id === '';
  const below = COMMANDS.filter(
    (one) => !isGroup(one.id) && one.id !== '' && (isProgram || one.id.startsWith(`${id} `)),
  );
  const rows = below
    .filter((one) => one.id !== id)
    .map((one) => [`${one.id} ${spelled(one.operands)}`.trim(), texts.commands[one.id].summary] as const);
  if (rows.length === 0) return [];
  return definitions(texts.commandsHeading + texts.colon, isProgram ? [...rows, ['help', texts.helpCommand]] : rows);
}

function optionList({ id, options }: CommandSpec, group: OptionGroup, texts: HelpTexts): readonly string[] {
  const general = GENERAL_OPTIONS.filter((option) => id === '' || option !== 'version');
  const ids = group === 'general' ? general : options.filter((option) => OPTIONS[option].group === group);
  if (ids.length === 0) return [];
  return definitions(
    texts.groups[group] + texts.colon,
    ids.map((option) => [flags(option), texts.options[option]] as const),
  );
}

/** Flags with the long names in one column: `-f, --format FORMAT`, `    --area REGION`. */
function flags(option: OptionId): string {
  const text = OPTIONS[option].flags.replace(/[<>]/g, '');
  return text.startsWith('--') ? `    ${text}` : text;
}

/** A heading with terms and their meanings in two columns. */
function definitions(heading: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  const widths = rows.map(([term]) => displayWidth(term)).filter((width) => width <= WIDEST_TERM);
  const column = Math.max(...widths, 0) + 4;
  return ['', heading, ...rows.flatMap(([term, meaning]) => definition(term, meaning, column))];
}

function definition(term: string, meaning: string, column: number): readonly string[] {
  const lines = indented(meaning, column);
  if (displayWidth(term) > WIDEST_TERM) return [`  ${term}`, ...lines];
  const [first = '', ...rest] = lines;
  return [padEnd(`  ${term}`, column) + first.slice(column), ...rest];
}

function indented(text: string, by: number): readonly string[] {
  return wrap(text, HELP_WIDTH - by).map((line) => ' '.repeat(by) + line);
}

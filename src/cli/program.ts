import { Command, CommanderError, Option } from 'commander';
import type { CommandId, OptionId } from '../message/help-texts.ts';
import type { ErrorTexts } from '../message/ui-texts.ts';
import { UsageError } from '../model/errors.ts';
import { COMMANDS, GENERAL_OPTIONS, isGroup, OPTIONS, type OptionValues, takesReturns } from './options.ts';

/** What a command line asks for. */
export interface Invocation {
  readonly id: CommandId;
  readonly operands: readonly string[];
  readonly options: OptionValues;
  /** Asked for instead of the command's work. */
  readonly instead: 'help' | 'version' | null;
}

/** Parses a command line. Throws `UsageError` in the language of the texts, with a suggestion where there is one. */
export function parseArguments(argv: readonly string[], texts: ErrorTexts): Invocation {
  const parsed: Parsed = { id: '', operands: [], options: {} };
  try {
    buildProgram(parsed).parse([...argv], { from: 'user' });
    refuseEmpty(parsed, texts);
    return { ...parsed, instead: null };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.version') return { ...parsed, instead: 'version' };
    if (HELP_CODES.has(error.code)) return { ...parsed, id: helpTopic(argv, parsed.id, texts), instead: 'help' };
    throw new UsageError(mistake(error, texts) + texts.seeHelp(`huizong ${parsed.id}`.trim()));
  }
}

/** The page that `help NAME` asks for; commander itself shows the main page for any name. */
function helpTopic(argv: readonly string[], id: CommandId, texts: ErrorTexts): CommandId {
  const [first, ...names] = argv;
  const topic = names.filter((name) => !name.startsWith('-')).join(' ');
  if (first !== 'help' || topic === '' || COMMANDS.some((command) => command.id === topic)) return id;
  throw new UsageError(texts.unknownCommand(topic, null) + texts.seeHelp('huizong'));
}

/** An empty argument is an unset variable of a script; taken for the current folder it would do harm. */
function refuseEmpty({ id, operands, options }: Parsed, texts: ErrorTexts): void {
  const empty = Object.entries(options).find(([, value]) => [value].flat().includes(''));
  if (empty) throw new UsageError(texts.valueMissing(`--${empty[0]}`) + texts.seeHelp(`huizong ${id}`));
  if (!operands.includes('')) return;
  const name = COMMANDS.find((command) => command.id === id)?.operands.replace(/[^A-Z]/g, '') ?? '';
  const missing = name === 'PATH' && takesReturns(id) ? texts.pathMissing(id) : texts.operandEmpty(name);
  throw new UsageError(missing + texts.seeHelp(`huizong ${id}`));
}

/** Filled in by commander's callbacks; `id` is the command that spoke last. */
interface Parsed {
  id: CommandId;
  operands: readonly string[];
  options: OptionValues;
}

const HELP_CODES: ReadonlySet<string> = new Set(['commander.help', 'commander.helpDisplayed']);
/** Answered by main's own pages; anything but empty makes commander offer the option. */
const VERSION = '-';

function buildProgram(parsed: Parsed): Command {
  const commands = new Map<string, Command>();
  for (const { id, operands, options } of COMMANDS) {
    const path = id.split(' ');
    const parent = commands.get(path.slice(0, -1).join(' '));
    const command = new Command(path.at(-1)).helpOption(OPTIONS.help.flags);
    // Help pages are ours: what commander would print is only a sign of what was asked.
    command.configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} });
    command.exitOverride((error) => {
      parsed.id = id;
      throw error;
    });
    if (id === '') addOptions(command.version(VERSION, OPTIONS.version.flags), GENERAL_OPTIONS);
    else parent?.addCommand(command);
    if (!isGroup(id) && id !== '') addWork(command, { id, operands, options }, parsed);
    commands.set(id, command);
  }
  return commands.get('') ?? new Command();
}

function addWork(command: Command, spec: (typeof COMMANDS)[number], parsed: Parsed): void {
  addOptions(command, spec.options);
  if (spec.operands !== '') command.argument(spec.operands);
  command.action(() => {
    parsed.id = spec.id;
    parsed.operands = command.args;
    parsed.options = command.optsWithGlobals<OptionValues>();
  });
}

function addOptions(command: Command, ids: readonly OptionId[]): void {
  for (const id of ids.filter((one) => one !== 'help' && one !== 'version')) {
    const option = new Option(OPTIONS[id].flags);
    if (OPTIONS[id].repeatable) option.argParser((value, before: readonly string[] = []) => [...before, value]);
    command.addOption(option);
  }
}

/** A mistake of use in our own words; commander's English is taken apart for what it names. */
function mistake({ code, message }: CommanderError, texts: ErrorTexts): string {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  const flag = named.replace(/ <.*$/, '');
  const suggestion = /\(Did you mean (?:one of )?([^)]+)\?\)/.exec(message)?.[1] ?? null;
  switch (code) {
    case 'commander.unknownCommand':
      return texts.unknownCommand(named, suggestion);
    case 'commander.unknownOption':
      return texts.unknownOption(flag, suggestion);
    case 'commander.optionMissingArgument':
      return texts.valueMissing(flag);
    case 'commander.excessArguments':
      return texts.tooMany;
    default:
      return message;
  }
}

import type { CommandId } from '../message/help-texts.ts';

/** What can be answered without parsing the whole command line. */
export type HelpRequest = { readonly page: CommandId } | 'version';

const COMMANDS: ReadonlySet<string> = new Set<CommandId>([
  '',
  'report',
  'check',
  'status',
  'init',
  'form',
  'fill',
  'explain',
  'scheme',
  'scheme check',
  'scheme show',
  'template',
  'template list',
  'template eject',
  'template check',
]);
const ALONE: ReadonlySet<string> = new Set(['', 'scheme', 'template']);
const HELP: ReadonlySet<string> = new Set(['-h', '--help']);

/**
 * A command line that only asks for help or the version; null for all others.
 *
 * Answered before commander is loaded, which alone would take longer than the rest of the start.
 */
export function helpRequest(argv: readonly string[]): HelpRequest | null {
  const words = withoutLanguage(argv);
  const names = words.filter((word) => !HELP.has(word));
  const asked = names.length < words.length;
  if (!asked && names.length === 1 && (names[0] === '-V' || names[0] === '--version')) return 'version';
  const isHelpCommand = names[0] === 'help';
  const id = (isHelpCommand ? names.slice(1) : names).join(' ');
  return isCommand(id) && (asked || isHelpCommand || ALONE.has(id)) ? { page: id } : null;
}

/** The value of `--lang`, wherever it stands; null when there is none. */
export function languageFlag(argv: readonly string[]): string | null {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  if (word === undefined) return null;
  return word === '--lang' ? (argv[at + 1] ?? null) : word.slice('--lang='.length);
}

function withoutLanguage(argv: readonly string[]): readonly string[] {
  return argv.filter((word, at) => word !== '--lang' && !word.startsWith('--lang=') && argv[at - 1] !== '--lang');
}

function isCommand(id: string): id is CommandId {
  return COMMANDS.has(id);
}

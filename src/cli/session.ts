import type { CommandId } from '../message/help-texts.ts';
import { type Language, languageOf } from '../message/language.ts';
import type { UiTexts } from '../message/ui-texts.ts';
import type { Workspace } from '../workspace/find-workspace.ts';
import type { Effects } from './effects.ts';
import type { OptionValues } from './options.ts';
import type { Paint } from './paint.ts';

/** What a command works with. */
export interface Session {
  readonly effects: Effects;
  readonly language: Language;
  readonly texts: UiTexts;
  /** Id of the command. */
  readonly command: CommandId;
  readonly operands: readonly string[];
  readonly options: OptionValues;
  /** The workspace of the run; null for none. Its settings are checked when they are used. */
  readonly workspace: Workspace | null;
  /** Colours of each stream; without colours they change nothing. */
  readonly paint: { readonly stdout: Paint; readonly stderr: Paint };
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command: does its work and returns the exit code. */
export type Work = (session: Session) => Promise<number>;

/** Says something beside the product, unless `--quiet`. */
export async function say(session: Session, text: string): Promise<void> {
  if (!session.options.quiet && text !== '') await session.effects.stderr.write(`${text}\n`);
}

/** What a machine reads must not depend on the locale, so only `--lang` chooses its wording. */
export function jsonLanguage({ options }: Session): Language {
  return languageOf(options.lang ?? '') ?? 'zh-CN';
}

import { chooseLanguage } from '../message/language.ts';
import { type Effects, processEffects } from './effects.ts';
import { helpRequest, languageFlag } from './help-request.ts';
import { showHelp, showVersion } from './show.ts';

/**
 * Runs a command line (without node and script) and returns the exit code.
 *
 * 0 done; 1 findings at or above `--fail-on`, or bureaus missing; 2 the work could not be done; 130 interrupted.
 */
export async function main(argv: readonly string[], effects: Effects = processEffects()): Promise<number> {
  const { env, locale } = effects;
  const language = chooseLanguage({ flag: languageFlag(argv), env, setting: null, locale });
  const request = helpRequest(argv);
  if (request === 'version') return showVersion(effects);
  if (request !== null) return showHelp(request.page, language, effects);
  return (await import('./run.ts')).run(argv, effects, language);
}

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
  try {
    if (request === 'version') return await showVersion(effects);
    if (request !== null) return await showHelp(request.page, language, effects);
  } catch (error) {
    const { uiTexts } = await import('./load-texts.ts');
    return (await import('./run.ts')).failed(error, argv, effects, { language, texts: await uiTexts(language) });
  }
  return (await import('./run.ts')).run(argv, effects, language);
}

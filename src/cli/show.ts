import type { CommandId, HelpTexts } from '../message/help-texts.ts';
import type { Language } from '../message/language.ts';
import type { Effects } from './effects.ts';

/** Prints the version. */
export async function showVersion({ stdout }: Effects): Promise<number> {
  const { VERSION } = await import('./version.ts');
  await stdout.write(`${VERSION}\n`);
  return 0;
}

/** Prints a help page. */
export async function showHelp(id: CommandId, language: Language, { stdout }: Effects): Promise<number> {
  const [{ helpPage }, texts] = await Promise.all([import('./help.ts'), helpTexts(language)]);
  await stdout.write(helpPage(id, texts));
  return 0;
}

/** What help pages say in a language. */
export async function helpTexts(language: Language): Promise<HelpTexts> {
  const { HELP } = await (language === 'en' ? import('../message/en/help.ts') : import('../message/zh-CN/help.ts'));
  return HELP;
}

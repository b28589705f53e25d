import type { CommandId } from '../message/help-texts.ts';
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
  const { PAGES } = await (language === 'en'
    ? import('../message/en/help-pages.ts')
    : import('../message/zh-CN/help-pages.ts'));
  await stdout.write(PAGES[id] ?? '');
  return 0;
}

import type { HelpTexts } from '../message/help-texts.ts';
import type { Language } from '../message/language.ts';

/** What help pages say in a language. */
export async function helpTexts(language: Language): Promise<HelpTexts> {
  const { HELP } = await (language === 'en' ? import('../message/en/help.ts') : import('../message/zh-CN/help.ts'));
  return HELP;
}

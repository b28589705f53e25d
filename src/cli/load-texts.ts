import type { Language } from '../message/language.ts';
import type { UiTexts } from '../message/ui-texts.ts';

/** What the terminal says in a language; only that language is loaded. */
export async function uiTexts(language: Language): Promise<UiTexts> {
  return language === 'en' ? (await import('../message/en/ui.ts')).UI : (await import('../message/zh-CN/ui.ts')).UI;
}

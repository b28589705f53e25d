import { shorten } from '../text/shorten.ts';
import { visible } from '../text/visible.ts';
import type { Language } from './language.ts';

/** Longest quotation of a user's text, in characters. */
const QUOTED = 40;

/** Marks around a quotation, and what stands between several. */
export const QUOTATION: Readonly<
  Record<Language, { readonly open: string; readonly close: string; readonly comma: string }>
> = {
  'zh-CN': { open: '“', close: '”', comma: '、' },
  en: { open: '"', close: '"', comma: ', ' },
};

/** A user's text as a quotation: on one line, shortened, hidden characters spelled out. */
export function quotation(text: string, language: Language): string {
  const { open, close } = QUOTATION[language];
  return open + shorten(visible(text), QUOTED) + close;
}

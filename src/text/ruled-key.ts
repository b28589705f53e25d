import { compatible } from './compatible.ts';

/** All of it that is dropped: spaces, what is invisible, quotation marks. */
const DROPPED = /[\s\p{Default_Ignorable_Code_Point}"'“”‘’「」『』〝〞]/gu;

/** The match key of a text by Unicode's own rules, step by step. */
export function ruledKey(text: string): string {
  // Capitals of composed letters may come apart: they are composed again.
  return compatible(compatible(text).replace(DROPPED, '').toUpperCase());
}

const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/gu;
const QUOTES = /["'“”‘’「」『』〝〞]/gu;

/**
 * The key by which two texts count as the same: NFKC, upper case, without spaces, line breaks,
 * invisible characters and quotation marks. Never shown: what is printed is the text itself.
 */
export function matchKey(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(QUOTES, '').toUpperCase();
}

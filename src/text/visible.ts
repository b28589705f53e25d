/**
 * Characters that print nothing or turn the text around them: controls (but not tab and line breaks),
 * bidirectional marks and overrides, zero-width characters, line separators, tag characters, lone surrogates.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Cs}/gu;

/** Units of which hidden characters are made, and others with them: most texts have none, which shows sooner by these. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB]/;

/** User text with every hidden character spelled out (`\u202E`), so that what is printed is what is there. */
export function visible(text: string): string {
  return SUSPECT.test(text) ? text.replace(HIDDEN, escaped) : text;
}

/** Such a text on one line: tabs and line breaks are spelled out too, as a name should hold none. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\t\r\n]/g, escaped);
}

/** The `\uXXXX` spelling of each UTF-16 unit of a text; valid inside a JSON string. */
function escaped(character: string): string {
  let spelled = '';
  for (let at = 0; at < character.length; at++) {
    spelled += `\\u${character.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return spelled;
}

const OPENS = '<style';
const CLOSES = '</style';
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
/** Styles of pages are short; of longer ones no more is looked at. */
const LONGEST = 262_144;
const SELECTOR = /^\s*[a-z]*\.([\w-]+)\s*$/i;
const CLASS = /\.([\w-]+)/g;
const DISPLAY = /(?<![\w-])display\s*:\s*([a-z-]+)/i;

/** The classes whose elements nobody sees, by the page's own styles: no rule that names them in any way shows them. */
export function hiddenClasses(html: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const [selectors, declarations] of rulesOf(stylesOf(html))) {
    const display = DISPLAY.exec(declarations)?.[1]?.toLowerCase();
    if (display === undefined) continue;
    if (display !== 'none') for (const [, name = ''] of selectors.matchAll(CLASS)) shown.add(name);
    else for (const one of selectors.split(',')) hidden.add(SELECTOR.exec(one)?.[1] ?? '');
  }
  hidden.delete('');
  for (const name of shown) hidden.delete(name);
  return hidden;
}

function stylesOf(html: string): string {
  let styles = '';
  for (let at = 0; styles.length < LONGEST; ) {
    const opens = indexOfTag(html, OPENS, at);
    const from = opens < 0 ? -1 : html.indexOf('>', opens);
    const to = from < 0 ? -1 : indexOfTag(html, CLOSES, from);
    if (to < 0) break;
    styles += html.slice(from + 1, Math.min(to, from + LONGEST));
    at = to;
  }
  return styles.replace(COMMENT, '').replace(/<!--|-->/g, '');
}

/** Tags of styles are written in small letters, or in capitals. */
function indexOfTag(html: string, tag: string, from: number): number {
  const places = [html.indexOf(tag, from), html.indexOf(tag.toUpperCase(), from)].filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** Selectors and declarations of each rule; those for other media than screens are left out. */
function rulesOf(styles: string): readonly (readonly [string, string])[] {
  const rules: [string, string][] = [];
  let isWithin = false;
  for (const piece of styles.split('}')) {
    const [selectors = '', declarations, inner] = piece.split('{');
    if (declarations === undefined) isWithin = false;
    else if (inner !== undefined) isWithin = true;
    else if (!isWithin) rules.push([selectors, declarations]);
  }
  return rules;
}

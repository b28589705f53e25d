import { PackageError } from './package-error.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Longest reference that is looked at: `&#x10FFFF;` with some leading zeros. */
const REFERENCE = /&([^;&]{0,16})(;?)|\r\n?/g;

/** Character data with references replaced and line ends made `\n`; throws `PackageError` on an unknown reference. */
export function unescapeXml(text: string): string {
  return text.replace(REFERENCE, (match: string, name: string | undefined, end: string | undefined) => {
    if (name === undefined) return '\n';
    if (end !== ';') throw new PackageError('markup');
    return ENTITIES.get(name) ?? remembered(match);
  });
}

/** A text of references alone has millions of them, of few kinds. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 1024;

function remembered(reference: string): string {
  const known = KNOWN.get(reference);
  if (known !== undefined) return known;
  const character = characterReference(reference);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(reference, character);
  return character;
}

/** An attribute's value: as character data, but its own line ends and tabs count as spaces. */
export function unescapeAttribute(text: string): string {
  return unescapeXml(text.replace(/\r\n?|[\n\t]/g, ' '));
}

function characterReference(reference: string): string {
  const match = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(reference);
  if (!match) throw new PackageError('markup');
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw new PackageError('markup');
  return String.fromCodePoint(code);
}

/** The `_xHHHH_` escapes by which OOXML strings hold characters that XML cannot (`_x000D_`, `_x005F_` for `_`). */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

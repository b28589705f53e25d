import { PackageError } from './package-error.ts';

/** What is written `<!`…`>` or `<?`…`?>`: a comment, an instruction, character data. */
export interface Section {
  readonly start: Buffer;
  readonly end: Buffer;
}

const section = (start: string, end: string): Section => ({ start: Buffer.from(start), end: Buffer.from(end) });
export const CDATA = section('<![CDATA[', ']]>');
const SECTIONS: readonly Section[] = [section('<!--', '-->'), section('<?', '?>'), CDATA];
const DOCTYPE = Buffer.from('<!DOCTYPE');

/** The section that begins here; null when too few bytes are there to tell. Throws `PackageError` when none does. */
export function sectionAt(bytes: Buffer, at: number): Section | null {
  for (const one of SECTIONS) if (isAt(bytes, at, one.start)) return one;
  if (isAt(bytes, at, DOCTYPE)) throw new PackageError('doctype');
  if (at + DOCTYPE.length > bytes.length) return null;
  throw new PackageError('markup');
}

/**
 * Where the end of a section stands, looked for from its content on; negative when it has not come yet.
 *
 * A part may be nothing but short comments: no call to the engine for each.
 */
export function sectionEnd({ end }: Section, bytes: Buffer, from: number): number {
  const last = bytes.length - end.length;
  const first = end[0];
  for (let at = from; at <= last; at++) if (bytes[at] === first && isAt(bytes, at, end)) return at;
  return -1;
}

function isAt(bytes: Buffer, from: number, word: Buffer): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word[at]) return false;
  return true;
}

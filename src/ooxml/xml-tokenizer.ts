import { isUtf8 } from 'node:buffer';
import { transitional } from './namespaces.ts';
import { PackageError } from './package-error.ts';
import { attributeSlots, type XmlAttributes } from './xml-attributes.ts';
import { utf8Pieces } from './xml-encoding.ts';
import { type XmlName, type XmlVocabulary, xmlNames } from './xml-names.ts';
import { CDATA, sectionAt, sectionEnd } from './xml-sections.ts';
import { unescapeXml, type XmlTextKind } from './xml-text.ts';

/** What a part is told as. Elements are told by their code in the vocabulary; 0 for those it does not know. */
export interface XmlHandler {
  readonly shortcut?: XmlShortcut;
  /** A start tag; `depth` is 1 for the root. `attributes` hold until the call returns. */
  open(element: number, attributes: XmlAttributes, depth: number): void;
  /** An end tag, also that of an empty element. */
  close(element: number, depth: number): void;
  /**
   * All text between two tags as UTF-8: references replaced, CDATA and pieces around comments joined.
   * The bytes hold until the call returns.
   */
  text(bytes: Buffer, from: number, to: number): void;
}

/**
 * Reads whole elements of one depth in their most ordinary spelling, where they are too many to be told one by one.
 *
 * Asked only where names without prefix are those of the vocabulary and no text stands before the element.
 */
export interface XmlShortcut {
  /** Depth of the elements. */
  readonly depth: number;
  /**
   * Index after the element that begins at `at` and those right behind it that were read too; `NOT_TAKEN` to have it
   * told, with nothing noted of it.
   */
  read(bytes: Buffer, at: number): number;
}

export const NOT_TAKEN = -1;

/** Takes the bytes of a part piece by piece. Every method throws `PackageError` on what is not well-formed. */
export interface XmlTokenizer {
  feed(piece: Buffer): void;
  end(): void;
}

const MAX_DEPTH = 64;
const MAX_TOKEN = 16 * 1024 * 1024;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** What a scanning function returns when the token has not come wholly. */
const STARVED = -1;

/**
 * A complete tokenizer for the XML of packages.
 *
 * Refused: a document type (so nothing can be expanded or fetched), more than 64 levels, a tag or text above 16 MB,
 * invalid UTF-8. Works on bytes and makes no strings of what nobody asks for.
 */
export function xmlTokenizer(vocabulary: XmlVocabulary, handler: XmlHandler): XmlTokenizer {
  const names = xmlNames(vocabulary, transitional);
  const { letterElements, letterAttributes } = names;
  const attributes = attributeSlots();
  const { shortcut } = handler;
  const shortcutParent = shortcut === undefined ? 0 : shortcut.depth - 1;
  const asUtf8 = utf8Pieces();

  // Open elements, outermost first.
  const openNames = new Array<Uint8Array | null>(MAX_DEPTH).fill(null);
  /** Byte of a name that is one letter, else 0. */
  const openLetters = new Uint8Array(MAX_DEPTH);
  const openCodes = new Int32Array(MAX_DEPTH);
  const openScopes = new Uint8Array(MAX_DEPTH);
  let depth = 0;
  let seenRoot = false;

  // Bytes of a token that has not come wholly.
  let held: Buffer[] = [];
  let heldSize = 0;
  /** No use in looking again before so many bytes are there: a long token costs linear time. */
  let wanted = 0;

  // Text before a comment, CDATA section or instruction, told with what follows.
  let fragments: Buffer[] = [];
  let fragmentSize = 0;

  // The start tag last scanned.
  let declarations: Map<string, string> | null = null;
  let unresolved = false;
  let empty = false;

  function take(piece: Buffer, last: boolean): void {
    if (piece.length > 0) held.push(piece);
    heldSize += piece.length;
    if (heldSize < wanted && !last) return;
    const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    const used = scan(bytes, last);
    if (!isUtf8(bytes.subarray(0, used))) throw new PackageError('encoding');
    heldSize = bytes.length - used;
    if (heldSize > MAX_TOKEN) throw new PackageError('token');
    if (last && heldSize > 0) throw new PackageError('truncated');
    held = heldSize === 0 ? [] : [bytes.subarray(used)];
    wanted = heldSize * 2;
  }

  /** Tells all whole tokens and returns how many bytes they took; text is told together with the tag after it. */
  function scan(bytes: Buffer, last: boolean): number {
    const size = bytes.length;
    let at = 0;
    for (;;) {
      const from = at;
      let plain = true;
      while (at < size) {
        const byte = bytes[at] ?? 0;
        if (byte === LESS) break;
        if (byte === AMPERSAND || byte === RETURN) plain = false;
        at++;
      }
      if (at + 1 >= size) {
        if (!last || at < size) return from;
        tellText(bytes, from, at, plain);
        return at;
      }
      const kind = bytes[at + 1] ?? 0;
      let next: number;
      if (depth === shortcutParent && at === from && kind !== SLASH && names.ownDefault() && fragments.length === 0) {
        next = shortcut?.read(bytes, at) ?? NOT_TAKEN;
        if (next !== NOT_TAKEN) {
          at = next;
          continue;
        }
      }
      if (kind === SLASH) next = endTag(bytes, at + 2, from, plain);
      else if (kind === EXCLAMATION || kind === QUESTION) next = special(bytes, at, from, plain);
      else next = startTag(bytes, at + 1, from, plain);
      if (next === STARVED) return from;
      at = next;
    }
  }

  function startTag(bytes: Buffer, from: number, textFrom: number, plain: boolean): number {
    const size = bytes.length;
    const letter = bytes[from] ?? 0;
    let at = from + 1;
    let hash = letter;
    while (at < size) {
      const byte = bytes[at] ?? 0;
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
      at++;
    }
    const nameEnd = at;
    declarations = null;
    unresolved = false;
    attributes.clear();
    const next = scanAttributes(bytes, at, false);
    if (next === STARVED) return STARVED;
    const scoped = declarations !== null;
    if (declarations !== null) names.openScope(declarations);
    if (scoped || unresolved) {
      attributes.clear();
      scanAttributes(bytes, nameEnd, true);
    }
    const isLetter = nameEnd === from + 1;
    let code = isLetter ? (letterElements[letter] ?? -1) : -1;
    let spelling: Uint8Array | null = null;
    if (code < 0 || !isLetter) {
      const name = names.spelled(bytes, from, nameEnd, hash);
      if (!names.isResolved(name)) names.resolve(name);
      code = name.element;
      spelling = name.bytes;
    }
    tellText(bytes, textFrom, from - 1, plain);
    if (depth === 0 && seenRoot) throw new PackageError('markup');
    if (depth === MAX_DEPTH) throw new PackageError('nesting');
    seenRoot = true;
    openNames[depth] = spelling;
    openLetters[depth] = isLetter ? letter : 0;
    openCodes[depth] = code;
    openScopes[depth] = scoped ? 1 : 0;
    depth++;
    handler.open(code, attributes, depth);
    if (empty) closeElement();
    return next;
  }

  /**
   * Scans attributes up to the end of the tag. The first pass collects declarations and the values whose names are
   * known; the second, only where a declaration or a new prefix calls for it, takes the rest.
   */
  function scanAttributes(bytes: Buffer, start: number, secondPass: boolean): number {
    const size = bytes.length;
    let at = start;
    for (;;) {
      while (at < size && (bytes[at] ?? 0) <= SPACE) at++;
      if (at >= size) return STARVED;
      const first = bytes[at];
      if (first === GREATER) {
        empty = false;
        return at + 1;
      }
      if (first === SLASH) {
        if (at + 1 >= size) return STARVED;
        if (bytes[at + 1] !== GREATER) throw new PackageError('markup');
        empty = true;
        return at + 2;
      }
      const nameStart = at;
      const letter = bytes[at] ?? 0;
      let hash = letter;
      at++;
      while (at < size) {
        const byte = bytes[at] ?? 0;
        if (byte <= SPACE || byte === EQUALS || byte === GREATER || byte === LESS) break;
        hash = (Math.imul(hash, 31) + byte) | 0;
        at++;
      }
      const nameEnd = at;
      if (bytes[at] !== EQUALS) at = afterSpace(bytes, at);
      if (at < size && bytes[at] !== EQUALS) throw new PackageError('markup');
      at++;
      if (bytes[at] !== QUOTE) at = afterSpace(bytes, at);
      if (at >= size) return STARVED;
      const quote = bytes[at] ?? 0;
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new PackageError('markup');
      const valueStart = ++at;
      let plain = true;
      while (at < size) {
        const byte = bytes[at] ?? 0;
        if (byte === quote) break;
        if (byte < SPACE || byte === AMPERSAND) plain = false;
        else if (byte === LESS) throw new PackageError('markup');
        at++;
      }
      if (at >= size) return STARVED;
      const known = nameEnd === nameStart + 1 ? (letterAttributes[letter] ?? -1) : -1;
      if (known > 0) attributes.set(known, bytes, valueStart, at, plain);
      else if (known < 0) {
        const name = names.spelled(bytes, nameStart, nameEnd, hash);
        noteAttribute(name, bytes, valueStart, at, plain, secondPass);
      }
      at++;
    }
  }

  function noteAttribute(
    name: XmlName,
    bytes: Buffer,
    from: number,
    to: number,
    plain: boolean,
    secondPass: boolean,
  ): void {
    if (name.declares !== null) {
      declarations ??= new Map();
      if (!secondPass) declarations.set(name.declares, unescapeXml(bytes, from, to, 'attribute').toString());
      return;
    }
    if (!names.isResolved(name)) {
      // A prefix may be declared further on in the same tag.
      if (!secondPass && name.prefix !== '') unresolved = true;
      else names.resolve(name);
    }
    if (name.attribute > 0 && names.isResolved(name)) attributes.set(name.attribute, bytes, from, to, plain);
  }

  function endTag(bytes: Buffer, from: number, textFrom: number, plain: boolean): number {
    if (depth === 0) throw new PackageError('markup');
    let at = from + 1;
    if (bytes[from] !== openLetters[depth - 1]) {
      at = afterName(bytes, from, openNames[depth - 1] ?? NOTHING);
      if (at === STARVED) return STARVED;
    }
    if (bytes[at] !== GREATER) {
      at = afterSpace(bytes, at);
      if (at >= bytes.length) return STARVED;
      if (bytes[at] !== GREATER) throw new PackageError('markup');
    }
    tellText(bytes, textFrom, from - 2, plain);
    closeElement();
    return at + 1;
  }

  function closeElement(): void {
    depth--;
    handler.close(openCodes[depth] ?? 0, depth + 1);
    if (openScopes[depth] === 1) names.closeScope();
  }

  /** Comments and instructions are passed over, CDATA becomes text. */
  function special(bytes: Buffer, at: number, textFrom: number, plain: boolean): number {
    const section = sectionAt(bytes, at);
    if (section === null) return STARVED;
    const end = sectionEnd(section, bytes, at + section.start.length);
    if (end < 0) return STARVED;
    addFragment(bytes, textFrom, at, plain);
    if (section === CDATA) {
      if (depth === 0) throw new PackageError('markup');
      const data = bytes.subarray(at + CDATA.start.length, end);
      addFragment(data, 0, data.length, !data.includes(RETURN), 'cdata');
    }
    return end + section.end.length;
  }

  function addFragment(bytes: Buffer, from: number, to: number, plain: boolean, kind: XmlTextKind = 'text'): void {
    if (from === to) return;
    fragments.push(plain ? Buffer.from(bytes.subarray(from, to)) : unescapeXml(bytes, from, to, kind));
    fragmentSize += to - from;
    if (fragmentSize > MAX_TOKEN) throw new PackageError('token');
  }

  function tellText(bytes: Buffer, from: number, to: number, plain: boolean): void {
    if (fragments.length > 0) {
      addFragment(bytes, from, to, plain);
      const joined = Buffer.concat(fragments);
      fragments = [];
      fragmentSize = 0;
      if (depth > 0) handler.text(joined, 0, joined.length);
      else expectSpace(joined, 0, joined.length);
    } else if (depth === 0) {
      expectSpace(bytes, from, to);
    } else if (from < to) {
      if (plain) {
        handler.text(bytes, from, to);
      } else {
        const text = unescapeXml(bytes, from, to, 'text');
        handler.text(text, 0, text.length);
      }
    }
  }

  return {
    feed: (piece) => take(asUtf8(piece, false), false),
    end() {
      take(asUtf8(NOTHING, true), true);
      if (!seenRoot || depth > 0) throw new PackageError('truncated');
    },
  };
}

const NOTHING = Buffer.alloc(0);

/** The end of a name that must stand here. */
function afterName(bytes: Buffer, from: number, name: Uint8Array): number {
  const end = from + name.length;
  if (end >= bytes.length) return STARVED;
  if (name.length === 0) throw new PackageError('markup');
  for (let at = from; at < end; at++) if (bytes[at] !== name[at - from]) throw new PackageError('markup');
  return end;
}

function afterSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE) at++;
  return at;
}

function expectSpace(bytes: Buffer, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB) throw new PackageError('markup');
  }
}

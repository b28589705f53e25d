import { PackageError } from './package-error.ts';

/**
 * Which names a reader of a part cares for: each gives a small positive code, everything else 0.
 *
 * Names are compared by namespace and local name, so a prefix makes no difference.
 */
export interface XmlVocabulary {
  /** Whether the elements of a namespace are those that it knows. */
  owns(namespace: string): boolean;
  element(namespace: string, local: string): number;
  attribute(namespace: string, local: string): number;
}

/** A name as spelled in the part; its codes hold within one scope of namespace declarations. */
export interface XmlName {
  readonly bytes: Buffer;
  readonly prefix: string;
  readonly local: string;
  /** The prefix it declares as an attribute (`''` for the default namespace); null when it is no declaration. */
  readonly declares: string | null;
  element: number;
  attribute: number;
  scope: number;
}

/** Names and namespace declarations of one part. */
export interface XmlNames {
  /** The name spelled at `from` … `to`; its codes hold once `isResolved`. */
  spelled(bytes: Buffer, from: number, to: number, hash: number): XmlName;
  isResolved(name: XmlName): boolean;
  /** Sets the codes of a name in the present scope; throws `PackageError` on an undeclared prefix. */
  resolve(name: XmlName): void;
  /** Opens a scope of declarations. */
  openScope(declarations: ReadonlyMap<string, string>): void;
  closeScope(): void;
  /** Whether elements without prefix are those of the vocabulary in the present scope. */
  ownDefault(): boolean;
  /**
   * Codes of names that are one letter, by its byte, in the present scope; -1 where not asked for yet. Nearly all
   * names of a sheet are such, and this spares them the table.
   */
  readonly letterElements: Int32Array;
  readonly letterAttributes: Int32Array;
}

const SLOTS = 512;
const MAX_NAMES = 256;
const XML = 'http://www.w3.org/XML/1998/namespace';

interface Scope {
  readonly id: number;
  readonly declarations: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

/** The table of one part's names; `canonical` gives the spelling of a namespace that the vocabulary knows. */
export function xmlNames(vocabulary: XmlVocabulary, canonical: (namespace: string) => string): XmlNames {
  const slots = new Array<XmlName | undefined>(SLOTS).fill(undefined);
  let known = 0;
  let scopes = 1;
  let ownDefault = vocabulary.owns('');
  let scope: Scope = { id: 1, declarations: new Map([['xml', XML]]), outer: null };

  function spelled(bytes: Buffer, from: number, to: number, hash: number): XmlName {
    let slot = hash & (SLOTS - 1);
    for (;;) {
      const name = slots[slot];
      if (name === undefined) break;
      if (sameBytes(name.bytes, bytes, from, to)) return name;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const name = newName(bytes, from, to);
    // A flood of different names is read all the same, only not remembered.
    if (known < MAX_NAMES) {
      slots[slot] = name;
      known++;
    }
    return name;
  }

  const letterElements = new Int32Array(256).fill(-1);
  const letterAttributes = new Int32Array(256).fill(-1);

  function enter(next: Scope): void {
    scope = next;
    ownDefault = vocabulary.owns(namespaceOf(''));
    letterElements.fill(-1);
    letterAttributes.fill(-1);
  }

  function resolve(name: XmlName): void {
    const namespace = namespaceOf(name.prefix);
    name.element = vocabulary.element(namespace, name.local);
    name.attribute = vocabulary.attribute(name.prefix === '' ? '' : namespace, name.local);
    name.scope = scope.id;
    const letter = name.bytes[0];
    if (name.bytes.length !== 1 || letter === undefined) return;
    letterElements[letter] = name.element;
    letterAttributes[letter] = name.attribute;
  }

  function namespaceOf(prefix: string): string {
    for (let within: Scope | null = scope; within !== null; within = within.outer) {
      const namespace = within.declarations.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    if (prefix === '') return '';
    throw new PackageError('markup');
  }

  return {
    spelled,
    isResolved: (name) => name.scope === scope.id,
    resolve,
    openScope(declarations) {
      const named = new Map([...declarations].map(([prefix, uri]) => [prefix, canonical(uri)]));
      enter({ id: ++scopes, declarations: named, outer: scope });
    },
    closeScope() {
      if (scope.outer !== null) enter(scope.outer);
    },
    ownDefault: () => ownDefault,
    letterElements,
    letterAttributes,
  };
}

function sameBytes(name: Buffer, bytes: Buffer, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let at = 0; at < name.length; at++) if (name[at] !== bytes[from + at]) return false;
  return true;
}

function newName(bytes: Buffer, from: number, to: number): XmlName {
  const spelling = bytes.toString('utf8', from, to);
  const colon = spelling.indexOf(':');
  const prefix = colon < 0 ? '' : spelling.slice(0, colon);
  const local = spelling.slice(colon + 1);
  if (local === '' || colon === 0 || local.includes(':')) throw new PackageError('markup');
  const copy = Buffer.from(bytes.subarray(from, to));
  return { bytes: copy, prefix, local, declares: declares(prefix, local), element: 0, attribute: 0, scope: 0 };
}

function declares(prefix: string, local: string): string | null {
  if (prefix === 'xmlns') return local;
  return prefix === '' && local === 'xmlns' ? '' : null;
}

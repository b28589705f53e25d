import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { matchKey } from '../text/match-key.ts';
import type { FaultArgs, FaultCode, Shape } from './fault-text.ts';
import type { FaultList } from './faults.ts';
import { nearest } from './nearest.ts';

/**
 * Reads one mapping of a YAML file, key by key, and tells what is wrong with line numbers. `done` tells the keys that
 * nobody asked for. As with tables, a faulty value gives some value of its type, so that all faults are found.
 */
export interface YamlMap {
  /** Whether a key that may be left out holds something; a key without a value says nothing. */
  has(key: string): boolean;
  text(key: string): string;
  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T;
  words(key: string): readonly string[];
  /** A text, or a list of texts. */
  textOrList(key: string): { readonly list: boolean; readonly texts: readonly string[] };
  /** Lists of words by name. */
  lists(key: string): Readonly<Record<string, readonly string[]>>;
  /** Whole numbers by name. */
  numbers(key: string): Readonly<Record<string, number>>;
  /** Texts by name. */
  texts(key: string): Readonly<Record<string, string>>;
  map(key: string): YamlMap;
  done(): void;
  /** Tells a fault at the line of a key, or of a key within it (`coverLabels.unit`). */
  fault<C extends FaultCode>(path: string, code: C, args: FaultArgs[C]): void;
}

/** The mapping that a whole YAML text holds; null, told, when the text is not valid YAML or holds something else. */
export function readYamlMap(text: string, file: string, faults: FaultList): YamlMap | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  for (const { message, code, pos } of document.errors) {
    faults.add(file, lineAt(pos[0]), 'YAML_UNREADABLE', { detail: message, problem: code });
  }
  if (document.errors.length > 0) return null;
  resolveAliases(document);
  const root = document.contents;
  if (!isMap(root) && !isNothing(root)) {
    faults.add(file, root?.range ? lineAt(root.range[0]) : null, 'YAML_NOT_MAPPING', {});
    return null;
  }
  const tell: Tell = (node, code, args) => faults.add(file, node?.range ? lineAt(node.range[0]) : null, code, args);
  return yamlMap(root, '', tell);
}

/**
 * Puts what an anchor names in the place of its aliases; one that is nowhere named stays, and is no value of any shape.
 *
 * Every node is looked at once, however often it is named.
 */
function resolveAliases(document: Document.Parsed): void {
  const anchors = new Map<string, Node>();
  const named = new Map<unknown, Node>();
  const pairs: Pair[] = [];
  const lists: YAMLSeq[] = [];
  visit(document, {
    Alias(_key, alias) {
      const node = anchors.get(alias.source);
      if (node) named.set(alias, node);
    },
    Value(_key, node) {
      if (node.anchor) anchors.set(node.anchor, node);
      if (isSeq(node)) lists.push(node);
    },
    Pair(_key, pair) {
      pairs.push(pair);
    },
  });
  for (const pair of pairs) pair.value = named.get(pair.value) ?? pair.value;
  for (const list of lists) list.items = list.items.map((item) => named.get(item) ?? item);
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

type Tell = <C extends FaultCode>(node: Node | null, code: C, args: FaultArgs[C]) => void;

function yamlMap(node: Node | null, path: string, tell: Tell): YamlMap {
  const entries = isMap(node) ? entriesOf(node) : new Map<string, Entry>();
  if (!isMap(node) && path !== '') tell(node, 'KEY_SHAPE', { column: path, wanted: 'mapping' });
  const asked = new Set<string>();
  const full = (key: string): string => (path === '' ? key : `${path}.${key}`);

  /** The value of a key; undefined, told, when it is not there. */
  function nodeOf(key: string): Node | null | undefined {
    asked.add(key);
    const entry = entries.get(key);
    // A mapping that is no mapping was told as such.
    if (!entry && (isMap(node) || path === '')) tell(node, 'KEY_MISSING', { column: full(key) });
    return entry?.value;
  }

  function shape(key: string, value: Node | null | undefined, wanted: Shape): void {
    if (value !== undefined) tell(value ?? entries.get(key)?.key ?? null, 'KEY_SHAPE', { column: full(key), wanted });
  }

  function text(key: string): string {
    const value = nodeOf(key);
    const found = scalarText(value);
    if (found === null || found === '') shape(key, value, 'text');
    return found ?? '';
  }

  function pairs<T>(key: string, wanted: Shape, read: (text: string) => T | null): Readonly<Record<string, T>> {
    const value = nodeOf(key);
    if (!isMap(value)) {
      shape(key, value, 'mapping');
      return {};
    }
    const found = [...entriesOf(value)].map(([name, entry]) => {
      const given = scalarText(entry.value);
      const one = given === null ? null : read(given);
      if (one === null) tell(entry.key, 'KEY_SHAPE', { column: `${full(key)}.${name}`, wanted });
      return [name, one] as const;
    });
    return Object.fromEntries(found.flatMap(([name, one]) => (one === null ? [] : [[name, one] as const])));
  }

  return {
    has(key) {
      asked.add(key);
      const entry = entries.get(key);
      return entry !== undefined && !isNothing(entry.value);
    },
    text,
    words: (key) => wordsIn(nodeOf(key), (value, wanted) => shape(key, value, wanted)),
    textOrList(key) {
      const value = nodeOf(key);
      if (isSeq(value)) return { list: true, texts: wordsIn(value, (wrong, wanted) => shape(key, wrong, wanted)) };
      const found = scalarText(value);
      if (found === null) shape(key, value, 'textOrList');
      return { list: false, texts: found === null ? [] : [found] };
    },
    lists(key) {
      const value = nodeOf(key);
      if (!isMap(value)) {
        shape(key, value, 'mapping');
        return {};
      }
      const lists = [...entriesOf(value)].map(([name, entry]) => {
        const wrong = (_: unknown, wanted: Shape) =>
          tell(entry.key, 'KEY_SHAPE', { column: `${full(key)}.${name}`, wanted });
        return [name, wordsIn(entry.value, wrong)] as const;
      });
      return Object.fromEntries(lists);
    },
    oneOf(key, allowed) {
      const given = text(key);
      const found = allowed.find((one) => one === given);
      if (given !== '' && found === undefined) {
        tell(entries.get(key)?.key ?? null, 'VALUE_NOT_ALLOWED', { column: full(key), value: given, allowed });
      }
      return found ?? allowed[0];
    },
    numbers: (key) => pairs(key, 'wholeNumber', (given) => (/^-?\d{1,9}$/.test(given) ? Number(given) : null)),
    texts: (key) => pairs(key, 'text', (given) => given),
    map(key) {
      const value = nodeOf(key);
      return value === undefined ? NOTHING : yamlMap(value, full(key), tell);
    },
    done() {
      const missing = [...asked].filter((key) => !entries.has(key));
      for (const [name, { key }] of entries) {
        if (asked.has(name)) continue;
        const lacking = nearest(name, missing);
        const near = lacking.length > 0 ? lacking : nearest(name, [...asked]);
        tell(key, 'KEY_UNKNOWN', { column: full(name), nearest: near });
      }
    },
    fault: (path, code, args) => tell(nodeAt(node, path.split('.')), code, args),
  };
}

/** What stands for a mapping that is missing: it was told, its keys need not be. */
const NOTHING: YamlMap = {
  has: () => false,
  text: () => '',
  words: () => [],
  textOrList: () => ({ list: false, texts: [] }),
  lists: () => ({}),
  oneOf: (_key, allowed) => allowed[0],
  numbers: () => ({}),
  texts: () => ({}),
  map: () => NOTHING,
  done: () => {},
  fault: () => {},
};

/** The texts of a list; `wrong` is told when it is none, or when one of them is empty. */
function wordsIn(
  value: Node | null | undefined,
  wrong: (value: Node | null | undefined, wanted: Shape) => void,
): readonly string[] {
  if (!isSeq(value)) wrong(value, 'list');
  const items = isSeq(value) ? value.items : [];
  const words = items.map((item) => scalarText(item as Node | null));
  if (words.some((word) => word === null || matchKey(word) === '')) wrong(value, 'words');
  return words.flatMap((word) => word ?? []);
}

function nodeAt(node: Node | null, [key = '', ...rest]: readonly string[]): Node | null {
  const entry = isMap(node) ? entriesOf(node).get(key) : undefined;
  if (!entry) return node;
  return rest.length === 0 ? entry.key : nodeAt(entry.value, rest);
}

interface Entry {
  readonly key: Node;
  readonly value: Node | null;
}

function entriesOf(map: YAMLMap): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { key, value } of map.items as readonly { key: Node; value: Node | null }[]) {
    const name = scalarText(key);
    if (name !== null) entries.set(name, { key, value });
  }
  return entries;
}

/** A scalar as it was written: `1` and `yes` are texts too, since words may look like numbers. */
function scalarText(node: unknown): string | null {
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string') return node.value;
  return node.value === null ? null : (node.source ?? String(node.value));
}

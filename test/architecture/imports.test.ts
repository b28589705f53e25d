import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The shared leaves: what any stage may import (docs/architecture.md). */
const LEAVES = ['model', 'scheme', 'text', 'decimal', 'period', 'ooxml'];

/** Folders of src/ with the folders each may import beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  decimal: [],
  text: [],
  period: [],
  ooxml: ['text'],
  model: ['decimal', 'period'],
  scheme: ['model', 'text', 'decimal', 'period'],
  message: LEAVES,
  find: LEAVES,
  read: LEAVES,
  recognise: LEAVES,
  normalise: LEAVES,
  derive: LEAVES,
  check: LEAVES,
  settle: LEAVES,
  aggregate: LEAVES,
  compare: LEAVES,
  report: [...LEAVES, 'message'],
  render: [...LEAVES, 'message', 'report'],
  form: [...LEAVES, 'message'],
  deliver: LEAVES,
  workspace: LEAVES,
  pipeline: [
    ...LEAVES,
    ...['workspace', 'find', 'read', 'recognise', 'normalise', 'derive', 'check', 'settle', 'aggregate', 'compare'],
  ],
  entry: [...LEAVES, 'workspace', 'pipeline', 'form'],
  cli: [...LEAVES, 'message', 'workspace', 'pipeline', 'report', 'render', 'form', 'entry', 'deliver'],
  'index.ts': [...LEAVES, 'message', 'pipeline', 'report', 'render', 'deliver'],
};

/** Why an edge that is not allowed is not. */
const REASONS: Readonly<Record<string, string>> = {
  decimal: 'numbers know nothing of returns',
  text: 'text functions know nothing of returns',
  period: 'periods know nothing of returns',
  ooxml: 'zip and XML know nothing of returns',
  model: 'values and findings import no stage, or every stage would import every other',
  scheme: 'what the scheme says does not depend on what was sent',
  message: 'wording is the last thing done to a value: it may not reach back into the stages',
  report: 'the report is built from a compilation alone',
  render: 'a renderer gets the report model and nothing else',
  form: 'a form is made from the scheme and the values typed, never from returns',
  deliver: 'the writer knows bytes and names, not what they mean',
  pipeline: 'the road ends with the compilation; reporting and printing are for its callers',
  entry: 'a draft is judged by the road of a file, and knows nothing of the terminal that it is typed at',
  cli: 'commands call the pipeline, not single stages of it; settings of the workspace are joined with flags',
};
const STAGE = 'data flows one way: stages know the shared leaves, and pipeline/ joins them';

/** Packages and node modules with the only places that may import them. */
const ONLY: readonly (readonly [module: RegExp, places: RegExp, reason: string])[] = [
  [
    /^node:(fs|fs\/promises|child_process|http|https|net|dgram|dns|tls)$/,
    /^(find\/|read\/|deliver\/|scheme\/load\.ts|workspace\/(read-bytes|list-returns)\.ts|render\/load-templates\.ts)/,
    'only find, read, the loaders of scheme, workspace and templates, and deliver touch the disk; nothing touches the network',
  ],
  [/^(commander|chalk|@inquirer\/.*)$/, /^cli\//, 'only the command line knows a terminal'],
  [/^handlebars(\/.*)?$/, /^render\/template/, 'templates are compiled in one place'],
  [
    /^exceljs$/,
    /^(render\/xlsx|form\/(write-|styles|validation))/,
    'exceljs writes reports and forms, and reads nothing',
  ],
  [/^@e965\/xlsx.*$/, /^read\/old\/library-/, 'the library for rare formats runs in its worker only'],
  [
    /^node:worker_threads$/,
    /^(read\/old\/library-|pipeline\/(compile-files|file-worker)\.ts$|ooxml\/(packing-thread|zip-worker)\.ts$)/,
    'threads are started for the library of rare formats, for the files of a large run, and to pack a large workbook',
  ],
];

/** Notation in the code itself: Chinese numerals, date characters and scale words, no terms of the field. */
const NOTATION =
  /^(message\/|normalise\/|recognise\/(period-text|column-numbers|header-meaning|day-in-text)\.ts$|text\/version-mark\.ts$|scheme\/count-unit\.ts$)/;

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(
    /^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

function folderOf(name: string): string {
  return name.split('/')[0] ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

test('every folder of src/ stands in the table', () => {
  expect(
    [...new Set(files.map(({ name }) => folderOf(name)))].filter((folder) => !Object.hasOwn(ALLOWED, folder)),
  ).toEqual([]);
});

describe('imports', () => {
  test('go only where the table allows', () => {
    const forbidden = files.flatMap(({ name, text }) => {
      const own = folderOf(name);
      return importsOf(text)
        .filter((from) => from.startsWith('.'))
        .map((from) => folderOf(posix.join(posix.dirname(name), from)))
        .filter((target) => target !== own && !ALLOWED[own]?.includes(target))
        .map((target) => `${name} imports ${target}: ${REASONS[own] ?? STAGE}`);
    });
    expect(forbidden).toEqual([]);
  });

  test('of packages and of node stand where they belong', () => {
    const forbidden = files.flatMap(({ name, text }) =>
      importsOf(text).flatMap((from) =>
        ONLY.filter(([module, places]) => module.test(from) && !places.test(name)).map(
          ([, , reason]) => `${name} imports ${from}: ${reason}`,
        ),
      ),
    );
    expect(forbidden).toEqual([]);
  });

  test('name files with their extension', () => {
    const bare = files.flatMap(({ name, text }) =>
      importsOf(text)
        .filter((from) => from.startsWith('.') && !/\.(ts|json)$/.test(from))
        .map((from) => `${name}: ${from}`),
    );
    expect(bare).toEqual([]);
  });

  test('are found by the pattern that this test rests on', () => {
    expect(importsOf("import { a } from './a.ts';\nexport {\n  b,\n} from './b.ts';\nawait import('./c.ts');")).toEqual(
      ['./a.ts', './b.ts', './c.ts'],
    );
  });
});

describe('source files', () => {
  /** Names of the files whose code (without comments) matches. */
  const matching = (pattern: RegExp, except: RegExp = /^$/) =>
    files.filter(({ name, text }) => !except.test(name) && pattern.test(withoutComments(text))).map(({ name }) => name);

  test('have at most 400 lines', () => {
    expect(files.filter(({ text }) => text.split('\n').length - 1 > 400).map(({ name }) => name)).toEqual([]);
  });

  test('have kebab-case names', () => {
    const odd = files
      .map(({ name }) => name)
      .filter((name) => !/^([a-z0-9-]+|message\/(zh-CN|en))(\/[a-z0-9-]+)*(\/zh-CN)?\.ts$/.test(name));
    expect(odd.filter((name) => name !== 'message/zh-CN.ts')).toEqual([]);
  });

  test('export by name', () => {
    expect(matching(/^export default\b/m)).toEqual([]);
  });

  test('have no classes but errors', () => {
    expect(matching(/\bclass \w+(?! extends \w*Error\b)\b(?! extends)/)).toEqual([]);
    expect(matching(/\bclass \w+ extends (?!\w*Error\b)/)).toEqual([]);
  });

  test('write through the sinks of the command line, never to the console', () => {
    expect(matching(/\bconsole\./)).toEqual([]);
    expect(
      matching(
        /\bprocess\./,
        /^(cli\/effects|read\/settled-bytes|deliver\/(write-atomically|irreplaceable|lock-self|remove-at-exit))\.ts$/,
      ),
    ).toEqual([]);
  });

  test('do not depend on clock, time zone or locale', () => {
    // A lock is as old as the clock says; nothing that is written depends on it.
    expect(
      matching(
        /\bDate\.now\(|\bnew Date\(\)|\.localeCompare\(|\.toLocale\w*\(|\bIntl\./,
        /^(cli\/effects|deliver\/(file-lock|lock-file|lock-self))\.ts$/,
      ),
    ).toEqual([]);
  });

  test('hold no Chinese outside the wording and the notation of numbers and dates', () => {
    expect(matching(/\p{Script=Han}/u, NOTATION)).toEqual([]);
  });

  test('silence no checks', () => {
    const silenced = files.filter(({ text }) => /@ts-|\bas any\b|: any\b/.test(text)).map(({ name }) => name);
    expect(silenced).toEqual([]);
  });
});

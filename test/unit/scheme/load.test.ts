import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/model/errors.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import { SCHEME_FILES } from '../../../src/scheme/table-spec.ts';
import { scheme } from '../../support/returns.ts';
import { brokenScheme } from './broken-scheme.ts';

test('the built-in scheme', () => {
  expect(scheme).toMatchObject({ id: 'guangdong-six-tasks', version: '1', periodKind: 'quarter', severity: {} });
  expect(scheme.tasks.map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 'tx']);
  expect(scheme.indicators.find(({ id }) => id === 't1_leader_led_new')).toMatchObject({
    parent: 't1_emerging_assoc_new',
    rollup: { method: 'count', column: null, types: ['t1_founding'], onlyIf: 'leader_led' },
  });
  expect(scheme.columns.find(({ id }) => id === 'city')?.forms).toEqual(['ledger', 'summary']);
  expect(scheme.columns.find(({ id }) => id === 'title')?.forms).toEqual(['ledger']);
  expect(scheme.regions.find(({ code }) => code === '440115')?.aliases).toContain('南沙新区');
});

test('each of the six tasks has a headline of its own', () => {
  for (const task of scheme.tasks.filter(({ order }) => order >= 1 && order <= 6)) {
    expect(scheme.indicators.find(({ id }) => id === task.headline)?.task).toBe(task.id);
  }
});

test('nothing that the scheme says of itself claims to be official', () => {
  expect(scheme.source).toContain('示例指标体系');
});

const tables = SCHEME_FILES.filter((file) => file.endsWith('.csv'));

describe('the tables open in Excel on Chinese Windows', () => {
  test.each(tables.map((file) => [file]))('%s has a byte order mark and CRLF lines', async (file) => {
    const text = await readFile(join(builtinSchemeFolder(), file), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test.each(tables.map((file) => [file]))('no cell of %s is a formula to Excel', async (file) => {
    const text = await readFile(join(builtinSchemeFolder(), file), 'utf8');
    // The operators of the rules stand alone; a cell that begins like a formula and goes on is one.
    expect(text).not.toMatch(/(?:^|,)"?[=+@-][^,=\r\n]/m);
  });
});

describe('the same scheme, saved otherwise', () => {
  test.each<[string, (text: string) => string | Uint8Array]>([
    ['without byte order mark, LF', (text) => text],
    ['with byte order mark, CRLF', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    [
      'GB18030, CRLF, as Excel on Chinese Windows saves CSV',
      (text) => iconv.encode(text.replaceAll('\n', '\r\n'), 'gb18030'),
    ],
    ['UTF-16 with byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['every cell quoted', (text) => text.replace(/^.*$/gm, quoteLine)],
    ['blank lines and empty columns at the end', (text) => `${text.replace(/^(.+)$/gm, '$1,,')},,,,\n\n`],
  ])('%s', async (_, edit) => {
    const folder = await brokenScheme(Object.fromEntries(tables.map((file) => [file, edit])));
    expect(await loadScheme(folder)).toEqual(scheme);
    await rm(folder, { recursive: true });
  });

  test('columns in another order', async () => {
    const folder = await brokenScheme({ 'zones.csv': (text) => text.replace(/^.*$/gm, reverseLine) });
    expect(await loadScheme(folder)).toEqual(scheme);
    await rm(folder, { recursive: true });
  });
});

test('a folder that is no scheme', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scheme-'));
  const error = await loadScheme(folder).catch((thrown: unknown) => thrown);
  await rm(folder, { recursive: true });
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as ConfigurationError).faults.map(({ file, text }) => `${file}: ${text}`)).toEqual(
    SCHEME_FILES.map((file) => `${file}: this file of the scheme is missing`),
  );
  expect((error as ConfigurationError).problem).toEqual({ code: 'SCHEME_FAULTY', args: { folder, faults: 9 } });
});

test('a file where the folder should be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scheme-'));
  await writeFile(join(folder, 'file'), '');
  const error = await loadScheme(join(folder, 'file')).catch((thrown: unknown) => thrown);
  await rm(folder, { recursive: true });
  expect((error as ConfigurationError).faults[0]?.text).toBe('cannot be read: ENOTDIR');
});

function quoteLine(line: string): string {
  return line === ''
    ? line
    : fields(line)
        .map((field) => `"${field.replaceAll('"', '""')}"`)
        .join(',');
}

function reverseLine(line: string): string {
  return fields(line).reverse().join(',');
}

/** The fields of a line of the built-in tables, which quote nothing but whole cells. */
function fields(line: string): string[] {
  return (
    line
      .match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)
      ?.map((field) => field.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')) ?? []
  );
}

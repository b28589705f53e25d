import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ConfigurationError, type Fault } from '../../../src/model/errors.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';

/** Changes the text of a file (without byte order mark, LF); null removes the file; bytes are written as they are. */
export type Edit = (text: string) => string | Uint8Array | null;

/** What is told about a copy of the built-in scheme with some files changed. */
export async function faultsOf(edits: Readonly<Record<string, Edit>>): Promise<readonly Fault[]> {
  const folder = await brokenScheme(edits);
  try {
    await loadScheme(folder);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A copy of the built-in scheme with some files changed, in a new temporary folder. */
export async function brokenScheme(edits: Readonly<Record<string, Edit>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scheme-'));
  await cp(builtinSchemeFolder(), folder, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file);
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const edited = edit(text);
    if (edited === null) await rm(path);
    else await writeFile(path, edited);
  }
  return folder;
}

/** Sets one cell; the row is named by the text of its `key` column. */
export function cell(key: string, id: string, column: string, value: string): Edit {
  return (text) => {
    const rows: string[][] = parse(text);
    const [heading = []] = rows;
    const row = rows.find((one) => one[heading.indexOf(key)] === id);
    if (!row || !heading.includes(column)) throw new Error(`no cell ${id} ${column}`);
    row[heading.indexOf(column)] = value;
    return csv(rows);
  };
}

/** Replaces a text that must be there. */
export function replaced(from: string, to: string): Edit {
  return (text) => {
    if (!text.includes(from)) throw new Error(`no "${from}" in the file`);
    return text.replace(from, to);
  };
}

/** Does one edit after another. */
export function all(...edits: readonly ((text: string) => string | Uint8Array | null)[]): Edit {
  return (text) => edits.reduce<string>((before, edit) => String(edit(before)), text);
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

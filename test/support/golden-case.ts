import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from './compile-files.ts';
import type { FileSketch } from './sketch.ts';

/** A case as it stands in its folder: what is sent, and what an official takes it for. */
export interface GoldenCase {
  /** `phenomenon/case`, with the variant in brackets. */
  readonly name: string;
  readonly files: readonly FileSketch[];
  readonly run: RunOptions;
  readonly expected: Expected;
}

/** What must come of it; what is left out is not looked at, but for errors and warnings, which must all be listed. */
export interface Expected {
  /** What the sheet means, in a sentence. */
  readonly why: string;
  readonly sender?: string | null;
  readonly period?: string | null;
  /** Tables of the scheme in compiled sheets. */
  readonly tables?: readonly ExpectedTable[];
  /** Data rows of all files. */
  readonly rows?: { readonly data: number; readonly counted: number };
  /** `reason row` or `reason sheet!row`. */
  readonly setAside?: readonly string[];
  /** By region and indicator; null: no value. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Ledger rows by place (`row` or `sheet!row`): some of their fields, null for one that counts but is left open. */
  readonly activities?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** State of the sender. */
  readonly state?: string;
  readonly nil?: boolean;
  /** `CODE cells`, `CODE sheet!cells`: all errors and warnings, and reminders that must be there; `?CODE cells` may be there. */
  readonly findings?: readonly string[];
  /** Codes that must not be there, and texts that nothing may tell. */
  readonly absent?: readonly string[];
}

export interface ExpectedTable {
  readonly sheet?: string;
  readonly form: string;
  readonly header: readonly [number, number];
  readonly data: readonly [number, number] | null;
  readonly totals?: readonly number[];
  /** Meanings by column letter; ` ytd` behind one that is year to date. */
  readonly columns?: Readonly<Record<string, string | null>>;
}

interface Sketch {
  readonly files: readonly FileSketch[];
  readonly run?: Partial<RunOptions>;
  /** Spellings that mean the same, put in the place of `{}`; parts of one, parted by ` ~ `, in that of `{1}`, `{2}`. */
  readonly each?: readonly string[];
}

/** All cases below a folder: each phenomenon has its own folder, each case a sketch and what is expected of it. */
export function goldenCases(folder: string): readonly GoldenCase[] {
  const phenomena = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return phenomena.flatMap(({ name: phenomenon }) => {
    const names = readdirSync(join(folder, phenomenon)).filter((file) => file.endsWith('sheet.json'));
    return names.toSorted().flatMap((file) => {
      const path = join(folder, phenomenon, file);
      const expected = readFileSync(path.replace(/sheet\.json$/, 'expected.json'), 'utf8');
      const name = file === 'sheet.json' ? phenomenon : `${phenomenon}/${file.slice(0, -'.sheet.json'.length)}`;
      return variantsOf(readFileSync(path, 'utf8'), name, expected);
    });
  });
}

function variantsOf(text: string, name: string, expected: string): readonly GoldenCase[] {
  const { each, run }: Sketch = JSON.parse(text);
  const of = (label: string, fill: (part: string) => string): GoldenCase => {
    const { files }: Sketch = JSON.parse(fill(text));
    return {
      name: label,
      files,
      run: { period: '2024Q1', area: '441300', ...run },
      expected: JSON.parse(fill(expected)),
    };
  };
  return each === undefined
    ? [of(name, (part) => part)]
    : each.map((spelling) => of(`${name} [${spelling}]`, (part) => filledIn(part, spelling)));
}

function filledIn(text: string, spelling: string): string {
  const escaped = (part: string) => JSON.stringify(part).slice(1, -1);
  const parts = spelling.split(' ~ ').map(escaped);
  return text.replaceAll('{}', escaped(spelling)).replace(/\{(\d)\}/g, (_, at) => parts[Number(at) - 1] ?? '');
}

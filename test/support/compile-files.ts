import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toNumber } from '../../src/decimal/decimal.ts';
import { eachActivity } from '../../src/model/activities.ts';
import type { Compilation } from '../../src/model/compilation.ts';
import type { Activity } from '../../src/model/filed-return.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { type Period, parsePeriodId } from '../../src/period/period.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { periodOf, scheme } from './returns.ts';
import { type FileContent, writeFiles } from './write-files.ts';

/** Runs with a new folder, which is gone afterwards. */
async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-test-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is asked of a run. */
export interface RunOptions {
  /** Null: the one that the files name. */
  readonly period: string | null;
  readonly area: string;
  /** Files and folders within the run's; else all of it. */
  readonly paths?: readonly string[];
  /** Folder of each earlier period within the run's, by its id. */
  readonly earlier?: Readonly<Record<string, string>>;
  /** Folder of each period that a longer one is made of or compared with, by its id. */
  readonly within?: Readonly<Record<string, string>>;
}

/** Compiles files written to a new folder, as `huizong report` would. */
export async function compileFiles(files: readonly FileContent[], run: RunOptions): Promise<Compilation> {
  return inFolder(async (folder) => {
    await writeFiles(folder, files);
    const period = run.period === null ? null : parsePeriodId(run.period);
    const settings = { area: run.area, asOf: '2024-04-20', counting: 'normal', basis: 'summary' } as const;
    const paths = run.paths ?? [folder];
    const placed =
      (places: Readonly<Record<string, string>> = {}) =>
      async ({ id }: Period) => {
        const path = places[id];
        return path === undefined ? null : { path: join(folder, path), named: true };
      };
    const places = { earlier: () => placed(run.earlier), within: placed(run.within) };
    return compile({ paths, cwd: folder, scheme, period, ...settings, ...places });
  });
}

/** The ledger rows of files by `row`, of several sheets by `sheet!row`, as the run for a period reads them. */
export async function activitiesOf(
  files: readonly FileContent[],
  period: string,
): Promise<ReadonlyMap<string, Activity>> {
  return inFolder(async (folder) => {
    await writeFiles(folder, files);
    const rows = new Map<string, Activity>();
    for (const { file } of files) {
      const { value: workbook } = await readWorkbook(await readFile(join(folder, file)), file);
      if (workbook === null) continue;
      const { value: recognised } = recognise(workbook, scheme);
      const { sender } = recognised;
      if (sender === null) continue;
      const { value } = normalise(recognised, { scheme, sender: sender.value, period: periodOf(period) });
      const place = ({ table, row }: Activity) =>
        workbook.grids.length > 1 ? `${value.tables[table]?.sheet}!${row}` : String(row);
      for (const activity of eachActivity(value.activities)) rows.set(place(activity), activity);
    }
    return rows;
  });
}

/** Values of a compilation by region and indicator; null: none. */
export function valuesOf({ figures }: Compilation): ReadonlyMap<string, number | null> {
  return new Map(
    figures.map(({ region, indicator, value }) => [`${region} ${indicator}`, value === null ? null : toNumber(value)]),
  );
}

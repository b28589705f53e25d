import { UsageError } from '../model/errors.ts';
import type { Templates } from '../render/template-source.ts';
import { buildReport } from '../report/build.ts';
import { unitCompilation, unitsOf } from '../report/unit-compilation.ts';
import type { Region } from '../scheme/scheme.ts';
import { type Compiled, stopIfCancelled } from './compile-returns.ts';
import { type Format, type RenderedFile, renderReports } from './formats.ts';
import type { Session } from './session.ts';
import { oneOf } from './values.ts';
import { VERSION } from './version.ts';

/** Levels that a report can be split by, with the folder of their reports. */
const FOLDERS = { city: 'cities' } as const;
const LEVELS = ['city'] as const;
export type SplitLevel = (typeof LEVELS)[number];

/** The value of `--split`; null when it is not given. Checked before any work is done. */
export function splitValue({ options, texts: { errors } }: Session): SplitLevel | null {
  const level = oneOf('--split', options.split, LEVELS, null, errors);
  if (level !== null && options.output === '-') throw new UsageError(errors.splitToStdout);
  return level;
}

/** Name of the folder that the reports of a level are written to, within that of the report. */
export function unitFolder(level: SplitLevel): string {
  return FOLDERS[level];
}

/**
 * A report for each unit of the level below the area, from the same run: `cities/440100-广州市/report.md`. What people have
 * written is about the whole area and stands in none of them.
 *
 * @throws UsageError when the area has no such units.
 */
export async function unitReports(
  { compilation, scheme }: Compiled,
  level: SplitLevel,
  { formats, templates, session }: { formats: readonly Format[]; templates: Templates; session: Session },
): Promise<readonly RenderedFile[]> {
  const units = unitsOf(compilation, level, scheme);
  if (units.length === 0) throw new UsageError(session.texts.errors.splitNothing);
  const files: RenderedFile[] = [];
  for (const unit of units) {
    const model = buildReport(unitCompilation(compilation, unit.code, scheme), scheme, {
      version: VERSION,
      language: 'zh-CN',
    });
    const folder = `${FOLDERS[level]}/${folderName(unit)}`;
    const made = await renderReports(model, formats, templates, true, () => stopIfCancelled(session));
    files.push(...made.map((file) => within(folder, file)));
  }
  return files;
}

function within(folder: string, { pictureFolder, ...file }: RenderedFile): RenderedFile {
  const pictures = pictureFolder === undefined ? {} : { pictureFolder: `${folder}/${pictureFolder}` };
  return { ...file, ...pictures, name: `${folder}/${file.name}` };
}

/** Code and name, without what some file system takes for something else. */
function folderName({ code, name }: Pick<Region, 'code' | 'name'>): string {
  const safe = `${code}-${name}`.replace(/[^\p{L}\p{M}\p{N}\-_（）()]/gu, '_');
  return [...safe].slice(0, LONGEST_NAME).join('');
}

/** Characters of a folder's name: names of files have at most 255 bytes. */
const LONGEST_NAME = 60;

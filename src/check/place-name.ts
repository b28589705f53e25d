import { cellName, type Place } from '../model/place.ts';

/** The name of a cell as seen from another place: without the file or sheet that both share. */
export function nameFrom(from: Place, { file, sheet, row, column }: Place): string {
  const parts = [file === from.file ? null : file, file === from.file && sheet === from.sheet ? null : sheet];
  return [...parts.filter((part) => part !== null), cellName(row ?? 1, column ?? 1)].join(' › ');
}

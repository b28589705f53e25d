import { hasWorkbookExtension } from '../find/candidate.ts';
import type { CompiledFile } from './file-road.ts';
import { heardAmong } from './heard.ts';

/**
 * The texts that returns were sent with: a letter or note whose bureau sent another file, or that names none, beside other
 * files. One that is all that a bureau sent for its period counts as received.
 */
export function lettersAmong(files: readonly CompiledFile[]): ReadonlySet<CompiledFile> {
  const others = files.filter((file) => !isLetter(file));
  if (others.length === 0) return new Set();
  const isHeard = heardAmong(others.map(({ filed }) => filed));
  return new Set(files.filter((file) => isLetter(file) && (file.filed.sender === null || isHeard(file.filed))));
}

/** What is called a workbook was to be a return: a page that asks for a password may have been saved in its place. */
function isLetter({ filed: { file, sender }, isNote }: CompiledFile): boolean {
  return isNote && sender?.from !== 'sources' && !hasWorkbookExtension(file);
}

import { hasWorkbookExtension } from '../find/candidate.ts';
import type { CompiledFile } from './file-road.ts';

/**
 * The texts that returns were sent with: a letter or note whose bureau sent another file, or that names none, beside other
 * files. One that is all that a bureau sent counts as received.
 */
export function lettersAmong(files: readonly CompiledFile[]): ReadonlySet<CompiledFile> {
  const others = files.filter((file) => !isLetter(file));
  if (others.length === 0) return new Set();
  const heard = new Set(others.map(({ filed }) => filed.sender?.value));
  return new Set(
    files.filter((file) => isLetter(file) && (file.filed.sender === null || heard.has(file.filed.sender.value))),
  );
}

/** What is called a workbook was to be a return: a page that asks for a password may have been saved in its place. */
function isLetter({ filed: { file, sender }, isNote }: CompiledFile): boolean {
  return isNote && sender?.from !== 'sources' && !hasWorkbookExtension(file);
}

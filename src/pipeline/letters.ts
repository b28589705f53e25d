import type { CompiledFile } from './file-road.ts';

/**
 * The texts that returns were sent with: a letter whose bureau sent another file, or that names none, beside other files.
 * One that is all that a bureau sent counts as received.
 */
export function lettersAmong(files: readonly CompiledFile[]): ReadonlySet<CompiledFile> {
  const others = files.filter((file) => !isLetter(file));
  if (others.length === 0) return new Set();
  const heard = new Set(others.map(({ filed }) => filed.sender?.value));
  return new Set(
    files.filter((file) => isLetter(file) && (file.filed.sender === null || heard.has(file.filed.sender.value))),
  );
}

function isLetter({ filed: { format, gate, sender } }: CompiledFile): boolean {
  return format === 'text' && gate !== null && sender?.from !== 'sources';
}

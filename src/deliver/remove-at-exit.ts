import { rmSync } from 'node:fs';

/** Files and folders that are only there while something is being written. */
const passing = new Set<string>();
let listening = false;

/** Has a file or folder removed when the process exits before `settled` is called, however it comes to that short of being killed. */
export function removeAtExit(path: string): { readonly settled: () => void } {
  passing.add(path);
  if (!listening) process.on('exit', removeAll);
  listening = true;
  return { settled: () => void passing.delete(path) };
}

function removeAll(): void {
  for (const path of passing) {
    try {
      rmSync(path, { force: true, recursive: true });
    } catch {
      // The next run removes it; what ends this one is what has to be told.
    }
  }
}

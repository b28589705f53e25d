import { UsageError } from '../model/errors.ts';

/**
 * The segments of an output name (`report.md`, `cities/report.md`), which must stay inside the output folder.
 *
 * Throws `UsageError` for absolute names, `..`, drive letters and characters that no file system takes.
 */
export function outputSegments(name: string): readonly string[] {
  if (isOutputName(name)) return name.split('/');
  throw new UsageError(`"${name}" is no name for a file in the output folder`);
}

/** Whether a name stays inside the output folder. */
export function isOutputName(name: string): boolean {
  return name.split('/').every(isSafeSegment);
}

function isSafeSegment(segment: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
  return segment !== '' && segment !== '.' && segment !== '..' && !/[\\:*?"<>|\u0000-\u001F]/.test(segment);
}

import { UsageError } from '../model/errors.ts';

/**
 * The segments of an output name (`report.md`, `cities/report.md`), which must stay inside the output folder.
 *
 * Throws `UsageError` for absolute names, `..`, drive letters and characters that no file system takes.
 */
export function outputSegments(name: string): readonly string[] {
  const segments = name.split('/');
  if (segments.every(isSafeSegment)) return segments;
  throw new UsageError(`"${name}" is no name for a file in the output folder`);
}

function isSafeSegment(segment: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
  return segment !== '' && segment !== '.' && segment !== '..' && !/[\\:*?"<>|\u0000-\u001F]/.test(segment);
}

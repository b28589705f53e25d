import { relative } from 'node:path';
import type { Filling } from './filling.ts';
import type { ReturnPlace, WrittenReturn } from './write-return.ts';

/** What is said of a return that was written; `draft` is where its draft stays if it was not, null where there is none. */
export function writtenLines(
  { session, texts }: Pick<Filling, 'session' | 'texts'>,
  { path, isSame, reasons }: WrittenReturn,
  { source }: ReturnPlace,
  draft: string | null,
): readonly string[] {
  const shown = (absolute: string) => relative(session.effects.cwd, absolute) || absolute;
  if (!isSame) return [texts.readBackDiffers(shown(path), draft)];
  return [
    texts.written(shown(path)),
    texts.readBack,
    ...(source === null ? [] : [texts.original(shown(source))]),
    ...(reasons === null ? [] : [texts.reasonsWritten(reasons.count, reasons.path)]),
  ];
}

import { relative } from 'node:path';
import type { Draft } from '../../entry/draft.ts';
import type { Words } from './filling.ts';
import { answerName } from './review.ts';
import type { ReturnPlace, WrittenReturn } from './write-return.ts';

/** What is said of a return that was written; `kept` is where its draft stays if it was not, null where there is none. */
export function writtenLines(
  words: Words,
  draft: Draft,
  { path, isSame, differing, reasons }: WrittenReturn,
  { source }: ReturnPlace,
  kept: string | null,
): readonly string[] {
  const { session, texts } = words;
  const shown = (absolute: string) => relative(session.effects.cwd, absolute) || absolute;
  if (!isSame) return [texts.readBackDiffers(shown(path), kept, answerName(words, draft, differing))];
  return [
    texts.written(shown(path)),
    texts.readBack,
    ...(source === null ? [] : [texts.original(shown(source))]),
    ...(reasons === null ? [] : [texts.reasonsWritten(reasons.count, reasons.path)]),
  ];
}

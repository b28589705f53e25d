import type { Draft, Target } from './draft.ts';

/** What no cell of a workbook can hold. */
export type Unwritable = 'tooLong' | 'control';

/** Characters (UTF-16) that a cell holds at most. */
export const MOST_CHARACTERS = 32_767;

/** Control characters but for tab and ends of lines, halves of pairs, and what no XML may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/u;

/** Why a text cannot be an answer, whatever it is about; null when it can. */
export function unwritable(text: string): Unwritable | null {
  if (text.length > MOST_CHARACTERS) return 'tooLong';
  return CONTROL.test(text) ? 'control' : null;
}

/** The first answer of a draft that cannot be written: one of a file in another format, or of a draft made elsewhere. */
export function unwritableAnswer({
  summary,
  activities,
}: Draft): { readonly target: Target; readonly why: Unwritable } | null {
  const figures = Object.entries(summary).flatMap(([region, answers]) =>
    Object.entries(answers).map(([item, text]) => ({ target: { form: 'summary', region, item } as const, text })),
  );
  const rows = activities.flatMap(({ number, answers }) =>
    Object.entries(answers).map(([item, text]) => ({
      target: { form: 'ledger', activity: number, item } as const,
      text,
    })),
  );
  for (const { target, text } of [...figures, ...rows]) {
    const why = unwritable(text);
    if (why !== null) return { target, why };
  }
  return null;
}

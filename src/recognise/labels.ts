import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { finalsOf, mayEnd } from './initials.ts';

/** What a label of the cover says about the text behind it; behind a sign-off stand personal data. */
export type LabelKind = 'bureau' | 'period' | 'unit' | 'date' | 'form' | 'signOff';

/** A labelled text such as `填报单位：广州市民政局`; the value is empty when nothing stands behind the label. */
export interface Labelled {
  readonly kind: LabelKind;
  readonly value: string;
}

const labelKinds = perScheme((scheme) => {
  const { coverLabels, signOffs } = wordSets(scheme);
  const kinds = new Map<string, LabelKind>();
  for (const key of signOffs) kinds.set(key, 'signOff');
  for (const kind of ['form', 'date', 'unit', 'period', 'bureau'] as const) {
    for (const key of coverLabels[kind]) kinds.set(key, kind);
  }
  return kinds;
});

const LONGEST = 400;
/** A text with more colons is prose. */
const MOST_PARTS = 16;
const REMARK = /^(.+?)[([][^()[\]]*[)\]]$/u;

/** The kind of a whole text that is a label, with or without its colon and a remark in brackets (`（盖章）`). */
export function labelKind(text: string, scheme: Scheme): LabelKind | null {
  if (text.length < 2 || text.length > 40) return null;
  const key = matchKey(text).replace(/:+$/, '');
  const kinds = labelKinds(scheme);
  return kinds.get(key) ?? kinds.get(REMARK.exec(key)?.[1] ?? '') ?? null;
}

/** The labelled texts of one cell: several may stand behind one another, parted by spaces or commas. */
export function labelledParts(text: string, scheme: Scheme): readonly Labelled[] {
  if (!hasColon(text)) return [];
  const pieces = text.slice(0, LONGEST).replaceAll('：', ':').split(':', MOST_PARTS);
  const parts: { readonly kind: LabelKind; value: string }[] = [];
  pieces.forEach((piece, at) => {
    const open = parts.at(-1);
    const label = at < pieces.length - 1 ? labelAtEnd(piece, scheme) : null;
    const value = label ? piece.slice(0, label.from) : piece;
    if (open) open.value = open.value === '' ? value : `${open.value}:${value}`;
    if (label) parts.push({ kind: label.kind, value: '' });
  });
  return parts.map(({ kind, value }) => ({ kind, value: value.replace(/^[\s,，;；、]+|[\s,，;；、]+$/gu, '') }));
}

/** Whether something may be labelled in a text at all. */
export function hasColon(text: string): boolean {
  return text.includes('：') || text.includes(':');
}

/** How labels end; a bracket behind one is none that `mayEnd` says no to. */
const labelFinals = perScheme((scheme) => finalsOf(labelKinds(scheme).keys()));

/** The label that a text ends with: the text itself, else the longest behind a space, comma or bracket in it. */
function labelAtEnd(text: string, scheme: Scheme): { readonly kind: LabelKind; readonly from: number } | null {
  if (!mayEnd(text, labelFinals(scheme))) return null;
  const whole = labelKind(text, scheme);
  if (whole) return { kind: whole, from: 0 };
  for (const { index, 0: gap } of text.matchAll(/[\s,，;；、()（）]+(?=[^\s,，;；、()（）])/gu)) {
    const from = index + gap.length;
    const kind = labelKind(text.slice(from), scheme);
    if (kind) return { kind, from };
  }
  return null;
}

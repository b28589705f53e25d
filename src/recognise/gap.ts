import type { Scheme } from '../scheme/scheme.ts';
import { captionIn } from './part-cover.ts';
import type { BodyClass } from './row-class.ts';
import { rowNumber, type SheetView } from './sheet-view.ts';
import type { TitlePlace } from './title-place.ts';

/** What stands between two rows of data, as far as it was read. */
export interface Gap {
  /** Texts across the table: titles while rows of data still follow, else notes. */
  texts: number[];
  /** Whether a note goes on, or a sign-off. */
  noted: boolean;
  signed: boolean;
  /** First of the header rows that stand right above once more: the top rows of two headers may be equal. */
  again: number | null;
  /** Who fills in, the lowest last; a header that stands once more takes them up. */
  fillers: TitlePlace[];
  /** The unit of amounts that the row right above tells. */
  unit: string | null;
}

/** Right below a row of data. */
export function noGap(): Gap {
  return { texts: [], noted: false, signed: false, again: null, fillers: [], unit: null };
}

/** Whether nothing that is still to be settled stands above. */
export function isNoGap({ texts, noted, signed, again, fillers }: Gap): boolean {
  return texts.length + fillers.length === 0 && again === null && !noted && !signed;
}

/** Notes a header that stands once more. */
export function noteHeader(gap: Gap, index: number): void {
  gap.again ??= index;
  gap.fillers = [];
  gap.unit = null;
}

/** What a row that names who fills in may be taken for. */
const CAPTIONS: ReadonlySet<BodyClass> = new Set(['text', 'note', 'signOff', 'other']);

/** Notes a row of that class, which is neither data nor a header. */
export function noteRow(gap: Gap, view: SheetView, index: number, found: BodyClass, scheme: Scheme): void {
  gap.noted = found === 'note' || (gap.noted && (found === 'blank' || found === 'text'));
  gap.signed = found === 'signOff' || (gap.signed && found === 'blank');
  gap.unit = null;
  if (found === 'text') gap.texts.push(index);
  if (!CAPTIONS.has(found)) return;
  const { filler, unit } = captionIn(view, index, scheme);
  if (filler !== null) gap.fillers.push(filler);
  if (rowNumber(view, index) + 1 === rowNumber(view, index + 1)) gap.unit = unit;
}

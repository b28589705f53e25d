import { ROW_CLASSES } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { leadingGroups } from './group-totals.ts';
import type { HeaderBlock } from './header-block.ts';
import { setClass, type TableBody } from './rows.ts';
import type { Section } from './sections.ts';
import { rowNumber, type SheetView } from './sheet-view.ts';

const DATA = ROW_CLASSES.indexOf('data');
const TOTAL = ROW_CLASSES.indexOf('total');
/** Longer tables are no statistics by region. */
const MOST_ROWS = 2000;

/**
 * The total rows of a table of another subject, once all rows are known: a word that stands in every row is a value
 * (地区: 全国), and group rows between a total and the rows they sum up are totals too.
 */
export function settleTotals(
  view: SheetView,
  header: HeaderBlock,
  classes: Uint8Array,
  { sections, end }: TableBody,
  scheme: Scheme,
): readonly Section[] {
  const [section, ...others] = sections;
  if (!section || others.length > 0) return sections;
  if (section.data === null) return withoutTotals(view, header, classes, end, section);
  const total = classes.indexOf(TOTAL, header.last + 1);
  const first = classes.indexOf(DATA, header.last + 1);
  if (total < 0 || total > first) return sections;
  const rows = indexesOf(DATA, classes, first, Math.min(end, first + MOST_ROWS));
  const groups = leadingGroups(view, total, rows, scheme);
  for (const index of groups) setClass(classes, index, 'total');
  return [{ ...section, data: [rowNumber(view, rows[groups.length] ?? first), section.data[1]] }];
}

function withoutTotals(
  view: SheetView,
  header: HeaderBlock,
  classes: Uint8Array,
  end: number,
  section: Section,
): readonly Section[] {
  const totals = indexesOf(TOTAL, classes, header.last + 1, end);
  const [first, last] = [totals[0], totals.at(-1)];
  if (totals.length < 3 || first === undefined || last === undefined) return [section];
  for (const index of totals) setClass(classes, index, 'data');
  return [{ ...section, data: [rowNumber(view, first), rowNumber(view, last)] }];
}

function indexesOf(code: number, classes: Uint8Array, from: number, end: number): readonly number[] {
  const indexes: number[] = [];
  for (let index = from; index < end; index++) if (classes[index] === code) indexes.push(index);
  return indexes;
}

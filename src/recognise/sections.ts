import type { Scheme } from '../scheme/scheme.ts';
import type { Gap } from './gap.ts';
import { endingsOf, namesUnknownRegion } from './parallel-title.ts';
import { type Caption, type PartName, partOfCover } from './part-cover.ts';
import type { RowFacts } from './row-facts.ts';
import { namedRegion, namedTask } from './section-title.ts';
import { columnAt, rowNumber, type SheetView, textAt } from './sheet-view.ts';
import type { TableFrame } from './table-frame.ts';
import type { TitlePlace } from './title-place.ts';

/** Rows of a table under one title. */
export interface Section {
  readonly task: string | null;
  /** Text of the title that names the region of the rows; null when none does. */
  readonly region: string | null;
  /** The unit of amounts that stands above its rows, where their header stands once more; null: that of the table. */
  readonly unit: string | null;
  /** That title, when nobody knows the region. */
  readonly unknown: TitlePlace | null;
  /** First and last ordinary row by number; null when the section has none. */
  readonly data: readonly [number, number] | null;
}

/** What is known of a table before its rows are read. */
export interface Above {
  readonly frame: TableFrame;
  /** Regions and tasks that its own titles name. */
  readonly titles: readonly string[];
  /** What the cover above its header says. */
  readonly cover: Caption;
}

/** The sections of a table, while its rows are read downwards; titles and covers part ledgers only. */
export interface SectionList {
  /** Whether the section that is open has rows. */
  readonly hasData: () => boolean;
  /** A text across the table. */
  readonly title: (row: RowFacts) => void;
  /** The header once more, below what stands between it and the rows above. */
  readonly headerAgain: (gap: Gap) => void;
  /** Rows of data, by number. */
  readonly data: (first: number, last?: number) => void;
  /** Those that have rows, one at least; `gap` is what stands below the last of them. */
  readonly ended: (gap: Gap) => readonly Section[];
}

interface OpenSection extends Section {
  data: [number, number] | null;
  /** A cover parted it from the rows before, not a title. */
  parted?: true;
}

/** The sections of a table whose rows begin: one, of no title. */
export function sectionList(view: SheetView, { frame, titles, cover }: Above, scheme: Scheme): SectionList {
  let open: OpenSection = { task: null, region: null, unit: null, unknown: null, data: null };
  const all = [open];
  const isParted = frame.form === 'ledger';
  // What the last cover that parted the rows says.
  let covered: Covered = OF_THE_WHOLE;
  // Whether a single name of who fills in stood between two headers that parted the rows: it may be the foot of those above.
  let mayBeFeet = false;
  const begin = (section: OpenSection) => {
    open = section;
    all.push(section);
  };
  return {
    hasData: () => open.data !== null,
    title(row) {
      const opened = isParted ? nextSection(view, row, frame, { before: all, covered }, titles, scheme) : null;
      if (opened) begin({ ...opened, unit: open.unit });
    },
    headerAgain({ fillers, unit: told, again }) {
      if (!isParted) return;
      const unit = cover.unit !== null && told !== cover.unit ? told : null;
      const covers = { first: cover.filler, last: covered, titles };
      const part = partOfCover(open, fillers.at(-1) ?? null, covers, scheme);
      if (part !== null && (part.unknown === null || frame.regions === 0)) {
        covered = { ...part, parted: true };
        begin({ task: open.task, ...covered, unit, data: null });
        mayBeFeet ||= fillers.length < 2;
      } else if (again === null && unit !== open.unit) begin({ ...open, unit, data: null });
    },
    data(first, last = first) {
      open.data = [open.data?.[0] ?? first, last];
    },
    ended({ fillers }) {
      // Where a foot stands below the last rows, too, nobody knows which rows each of them means.
      const sections = mayBeFeet && fillers.length > 0 ? joined(all) : all;
      const filled = sections.filter(({ data }) => data !== null);
      return filled.length > 0 ? filled : sections.slice(0, 1);
    },
  };
}

/** Sections with the rows of those that covers parted put to the one before. */
function joined(sections: readonly OpenSection[]): readonly OpenSection[] {
  const kept: OpenSection[] = [];
  for (const section of sections) {
    const last = kept.at(-1);
    const { region, unknown } = last ?? section;
    if (!last || !section.parted) kept.push({ ...section });
    else if (section.unit !== last.unit || section.task !== last.task) kept.push({ ...section, region, unknown });
    else if (section.data) last.data = [last.data?.[0] ?? section.data[0], section.data[1]];
  }
  return kept;
}

/** What the cover that holds says of titles below it. */
type Covered = PartName & Pick<OpenSection, 'parted'>;

const OF_THE_WHOLE: Covered = { region: null, unknown: null };

/** The section that a title opens: below a task's name other regions may follow, or below a region's other tasks. */
function nextSection(
  view: SheetView,
  row: RowFacts,
  { regions }: TableFrame,
  { before, covered }: { readonly before: readonly OpenSection[]; readonly covered: Covered },
  titles: readonly string[],
  scheme: Scheme,
): Omit<OpenSection, 'unit'> | null {
  const outer = before.find(({ task, region }) => task !== null || region !== null);
  const last = before.at(-1);
  for (const at of row.leading) {
    const text = textAt(view, at);
    const task = namedTask(text, scheme)?.id ?? null;
    const region = namedRegion(text, scheme);
    if (task !== null) {
      const isWithin = last !== undefined && (outer?.task ?? null) === null;
      const { region: part, unknown, parted } = isWithin ? last : covered;
      if (region !== null) return { task, region, unknown: null, data: null };
      return { task, region: part, unknown, data: null, ...(parted ? { parted } : {}) };
    }
    const names = [...titles, ...[outer, last].flatMap((section) => section?.region ?? [])];
    // Where rows tell their regions themselves, titles need not be understood.
    const isUnknown = regions === 0 && namesUnknownRegion(text, endingsOf(names, scheme), scheme);
    if (region === null && !isUnknown) continue;
    const unknown = isUnknown ? { text, row: rowNumber(view, row.index), column: columnAt(view, at) } : null;
    const within = (outer?.region ?? null) === null ? (last?.task ?? null) : null;
    return { task: within, region: region ?? text, unknown, data: null };
  }
  return null;
}

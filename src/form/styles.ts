import type { Style } from 'exceljs';

/** What a cell of the form is; its looks follow. */
export type CellRole =
  | 'title'
  | 'cover'
  | 'label'
  | 'field'
  | 'head'
  | 'requiredHead'
  | 'section'
  | 'name'
  | 'unit'
  | 'number'
  | 'entry'
  | 'entryNumber'
  | 'entryDay'
  | 'check'
  | 'total'
  | 'plain'
  | 'heading';

const LINE = { style: 'thin', color: { argb: 'FFB8C0CC' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const ENTRY = 'FFFFFBE3';
const HEAD = 'FFE4EAF2';

interface Look {
  readonly size?: number;
  readonly bold?: true;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
  readonly bordered?: true;
  readonly format?: string;
  readonly unlocked?: true;
  readonly indent?: number;
}

const LOOKS: Readonly<Record<CellRole, Look>> = {
  title: { size: 16, bold: true, align: 'center' },
  cover: { size: 10 },
  label: { align: 'right', wrap: true, size: 10 },
  field: { fill: ENTRY, indent: 1, bordered: true, unlocked: true, format: '@' },
  head: { bold: true, fill: HEAD, align: 'center', wrap: true, bordered: true },
  requiredHead: { bold: true, fill: 'FFF6D9B8', align: 'center', wrap: true, bordered: true },
  section: { bold: true, indent: 1, fill: 'FFF1F4F8', bordered: true },
  name: { wrap: true, bordered: true, indent: 1 },
  unit: { align: 'center', bordered: true },
  number: { align: 'center', bordered: true },
  entry: { fill: ENTRY, wrap: true, bordered: true, unlocked: true, format: '@' },
  entryNumber: { fill: ENTRY, align: 'right', indent: 1, bordered: true, unlocked: true, format: 'General' },
  entryDay: { fill: ENTRY, align: 'center', wrap: true, bordered: true, unlocked: true, format: 'yyyy-mm-dd' },
  check: { wrap: true, bordered: true, size: 10, indent: 1 },
  total: { align: 'right', indent: 1, bordered: true, fill: 'FFF1F4F8' },
  plain: { wrap: true },
  heading: { bold: true, size: 12, wrap: true },
};

/** Styles of the roles in one font, one object for each. */
export function formStyles(font: string): Readonly<Record<CellRole, Partial<Style>>> {
  const entries = Object.entries(LOOKS).map(([role, look]) => [role, styleOf(look, font)] as const);
  return Object.fromEntries(entries) as Record<CellRole, Partial<Style>>;
}

function styleOf(look: Look, font: string): Partial<Style> {
  const { size = 11, bold = false, fill, align = 'left', wrap = false, bordered, format, unlocked, indent = 0 } = look;
  return {
    font: { name: font, size, bold },
    alignment: { vertical: 'middle', horizontal: align, wrapText: wrap, indent },
    protection: { locked: unlocked !== true },
    ...(bordered ? { border: BORDER } : {}),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

import type { Style } from 'exceljs';

/** How a cell looks. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  /** ARGB colours. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly numFmt: string | null;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  readonly indent: number;
  readonly bordered: boolean;
}

export const PLAIN: Look = {
  size: 11,
  bold: false,
  color: null,
  fill: null,
  numFmt: null,
  align: 'left',
  wrap: false,
  indent: 0,
  bordered: false,
};

/** One style object for each look: exceljs finds shared objects at once, equal ones only by spelling them out. */
export interface CellStyles {
  of(look: Look): Partial<Style>;
}

const LINE = { style: 'thin', color: { argb: 'FFC9CFD8' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** The styles of one workbook in one font. */
export function cellStyles(font: string): CellStyles {
  const known = new Map<string, Partial<Style>>();
  return {
    of(look) {
      const { size, bold, color, fill, numFmt, align, wrap, indent, bordered } = look;
      const key = `${size} ${bold} ${color} ${fill} ${align} ${wrap} ${indent} ${bordered} ${numFmt}`;
      const found = known.get(key);
      if (found) return found;
      const style = styleOf(look, font);
      known.set(key, style);
      return style;
    },
  };
}

function styleOf(
  { size, bold, color, fill, numFmt, align, wrap, indent, bordered }: Look,
  font: string,
): Partial<Style> {
  return {
    font: { name: font, size, bold, ...(color === null ? {} : { color: { argb: color } }) },
    alignment: { vertical: 'middle', horizontal: align, wrapText: wrap, indent },
    ...(bordered ? { border: BORDER } : {}),
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(numFmt === null ? {} : { numFmt }),
  };
}

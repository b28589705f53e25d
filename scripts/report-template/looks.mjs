// How the cells of the template look.

/** Height of the rows that grow with what is in them, in points. */
export const GROWING = 20;

const FONT = '宋体';
const LINE = { style: 'thin', color: { argb: 'FFC9CFD8' } };
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const COUNT = '#,##0';
const RATE = '0.0';

const GREY = 'FF6B7280';
const FILLS = { head: 'FFE9EDF3', area: 'FFDFE6F0', group: 'FFF0F3F8' };

function look({
  size = 11,
  bold = false,
  color,
  fill,
  numFmt,
  align = 'left',
  wrap = false,
  indent = 0,
  border = true,
  vertical = 'middle',
}) {
  return {
    font: { name: FONT, size, bold, ...(color ? { color: { argb: color } } : {}) },
    alignment: { vertical, horizontal: align, wrapText: wrap, indent },
    ...(border ? { border: BORDER } : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(numFmt ? { numFmt } : {}),
  };
}

/** Looks by name; `text`, `count`, `rate` and `plain` also on rows of the area and of groups. */
export const LOOKS = {
  title: look({ size: 18, bold: true, border: false }),
  facts: look({ size: 10, color: GREY, border: false }),
  prose: look({ size: 12, wrap: true, border: false }),
  heading: look({ size: 13, bold: true, border: false }),
  note: look({ size: 10, color: GREY, wrap: true, border: false }),
  head: look({ bold: true, fill: FILLS.head, align: 'center', wrap: true }),
  smallHead: look({ size: 10, fill: FILLS.head, align: 'center', wrap: true }),
  ...rowLooks('', {}),
  ...rowLooks('area', { bold: true, fill: FILLS.area }),
  ...rowLooks('group', { bold: true, fill: FILLS.group }),
};

function rowLooks(kind, own) {
  const named = (name) => (kind === '' ? name : `${kind}.${name}`);
  return {
    [named('text')]: look({ ...own, wrap: true, indent: 1 }),
    [named('line')]: look({ ...own, indent: 1 }),
    [named('count')]: look({ ...own, numFmt: COUNT, align: 'right' }),
    [named('rate')]: look({ ...own, numFmt: RATE, align: 'right' }),
    [named('figure')]: look({ ...own, align: 'right' }),
    [named('number')]: look({ ...own, align: 'right' }),
    // Rows of a fixed height: what is too long is cut off in sight.
    [named('clipped')]: look({ ...own, wrap: true, indent: 1, vertical: 'top' }),
    [named('center')]: look({ ...own, align: 'center', wrap: true }),
  };
}

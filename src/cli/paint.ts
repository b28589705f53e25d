/** How a stream sets words off: by ANSI colours, or not at all. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>>;

const same = (text: string) => text;
const between = (begin: number, end: number) => (text: string) =>
  text === '' ? '' : `\u001B[${begin}m${text}\u001B[${end}m`;

/** For what shows no colours. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

/** For a terminal. */
export const COLOURED: Paint = {
  bold: between(1, 22),
  dim: between(2, 22),
  red: between(31, 39),
  green: between(32, 39),
  yellow: between(33, 39),
  cyan: between(36, 39),
};

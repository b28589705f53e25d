import type { Random } from './random.ts';

/** What means something to a reader of text, markup or tables. */
const PIECES = [
  ...['"', "'", ',', '\t', ';', '|', '\r', '\n', '\r\n', '\0', '\uFEFF', '\uFFFD', '\u2028', '\u202E', '合计', '注：'],
  ...['<', '>', '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?', '&', '&amp;', '&#0;', '&#x110000;', '&x;'],
  ...['<!DOCTYPE a [<!ENTITY x "yy">]>', '<c r="XFD1048576"><v>1</v></c>', '<row r="-1">', '</row>', '</sheetData>'],
  ...['<td colspan=65535 rowspan=65535>', '</table>', '<table>', '<tr>', 'xmlns="a"', 'r="A0"', 't="s"', 's="999999"'],
  ...[
    '填报单位：惠州市',
    '报告期：2024Q1',
    '县（市、区）',
    '活动名称',
    '2024-02-30',
    '100余人',
    '1e308',
    '-0',
    '９９９',
  ],
] as const;
const NUMBERS = ['0', '-1', '1', '65536', '1048577', '4294967296', '99999999999999999999', '1e999', 'NaN', ''] as const;

/** A text with some pieces put in, taken away, repeated or exchanged, and numbers that are none or too large. */
export function mutateText(text: string, { below, pick }: Random): string {
  let made = text;
  for (let times = 1 + below(5); times > 0; times--) {
    const at = below(made.length + 1);
    const length = 1 + below(pick([2, 40, 2000]));
    switch (below(6)) {
      case 0:
        made = made.slice(0, at) + pick(PIECES) + made.slice(at);
        break;
      case 1:
        made = made.slice(0, at) + made.slice(at + length);
        break;
      case 2:
        made = made.slice(0, at) + made.slice(at, at + length).repeat(1 + below(20)) + made.slice(at + length);
        break;
      case 3:
        made = made.slice(0, at) + made.slice(at).replace(/\d+/, pick(NUMBERS));
        break;
      case 4: {
        const other = below(made.length + 1);
        made = made.slice(0, at) + made.slice(other, other + length) + made.slice(at + length);
        break;
      }
      default:
        made = made.slice(0, at) + pick(PIECES).repeat(1 + below(pick([3, 300]))) + made.slice(at);
    }
  }
  return made.slice(0, 2_000_000);
}

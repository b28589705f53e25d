import { gbk, record, words } from './biff-bytes.ts';
import { inlineSheet, workbookBytes, zipBytes } from './workbook-bytes.ts';

const LEDGER = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,参加人次';
const ROW = '惠城区,助力就业,惠州市甲行业协会,焊工培训班,专业培训,2024-02-20,30';
const SUMMARY = inlineSheet(['县（市、区）|面向会员单位专业培训场次|专业培训人次', '惠城区|1|30'], {});
const TWO = [
  { name: '台账', xml: inlineSheet([LEDGER.replaceAll(',', '|'), ROW.replaceAll(',', '|')], {}) },
  { name: '统计表', xml: SUMMARY },
];
const LONGEST = 32_767;

/** Files that no writer makes, by name. */
const BROKEN: Readonly<Record<string, () => Uint8Array>> = {
  nothing: () => Buffer.alloc(0),
  cutShort: () => Buffer.from('PK\x03\x04 cut short'),
  noSheets: () =>
    zipBytes({ '[Content_Types].xml': typesOf('application/vnd.ms-excel.sheet.binary.macroEnabled.main') }),
  password: () => compound('EncryptionInfo', 'EncryptedPackage'),
  wordDocument: () => compound('WordDocument'),
  pdf: () => Buffer.from('%PDF-1.7\n'),
  // A page whose cells span more rows and columns than can be kept.
  wideCells: () => Buffer.from(`<table>${`<tr>${'<td colspan=1000 rowspan=65534>'.repeat(16)}`.repeat(2000)}</table>`),
  someWideCells: () => Buffer.from(htmlLedger(30)),
  // Of Excel 2, which is left to the library.
  earlyWorkbook: () => {
    const cells = [LEDGER, ROW].flatMap((line, row) =>
      line.split(',').map((text, column) => {
        const bytes = gbk(text);
        return record(0x0004, words(row, column), Buffer.alloc(3), Buffer.of(bytes.length), bytes);
      }),
    );
    return Buffer.concat([record(0x0009, words(2, 0x10)), record(0x0042, words(936)), ...cells, record(0x000a)]);
  },
  twoSheets: () => workbookBytes({ sheets: TWO }),
  oneSheetMissing: () => workbookBytes({ sheets: TWO, parts: { 'xl/worksheets/sheet1.xml': null } }),
  oneSheetDamaged: () => workbookBytes({ sheets: TWO, parts: { 'xl/worksheets/sheet1.xml': SUMMARY.slice(0, -30) } }),
  longText: () => csv(`${LEDGER},备注`, `${ROW},${'长'.repeat(LONGEST + 1)}`),
  longestText: () => csv(`${LEDGER},备注`, `${ROW},${'长'.repeat(LONGEST)}`),
  // Two Latin letters with accents, or one Chinese character.
  eitherEncoding: () => Buffer.concat([Buffer.from('a,b\n1,'), Buffer.of(0xc3, 0xa9), Buffer.from('\n')]),
  brokenUtf8: () =>
    Buffer.concat([csv(LEDGER), Buffer.from(ROW.slice(0, 9)), Buffer.of(0xff), Buffer.from(ROW.slice(9))]),
  garbled: () => {
    const text = [LEDGER, ROW, ROW.replace('焊工', '电工')].join('\n');
    return Buffer.from(new TextDecoder('gb18030').decode(Buffer.from(text)));
  },
  questionMarks: () => Buffer.from([LEDGER, ROW, ROW].join('\n').replace(/\P{ASCII}/gu, '?')),
  rareNames: () => csv(`${LEDGER},备注`, `${ROW.replace('甲', '燚翀瑢')},？？${'?'.repeat(20)}`),
  manyTables: () => csv(...tables(401)),
  fewerTables: () => csv(...tables(400)),
};

/** The bytes of a broken file. */
export function brokenFile(name: string): Uint8Array {
  const make = BROKEN[name];
  if (make === undefined) throw new Error(`no broken file ${name}`);
  return make();
}

function csv(...lines: readonly string[]): Buffer {
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function tables(count: number): readonly string[] {
  const summary = ['县（市、区）,期末交流合作平台数,期末供需对接平台数', '惠城区,2,3', ''];
  const ledger = (at: number) => [LEDGER, ROW.replace('焊工', `第${at + 1}`), ''];
  return Array.from({ length: count }, (_, at) => (at % 2 === 0 ? ledger(at) : summary)).flat();
}

function htmlLedger(span: number): string {
  const cells = (line: string, tag: string) =>
    line
      .split(',')
      .map((text) => `<${tag}>${text}</${tag}>`)
      .join('');
  return `<table><tr>${cells(LEDGER, 'th')}</tr><tr>${cells(ROW, 'td')}<td colspan=${span}></td></tr></table>`;
}

function typesOf(type: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.bin" ContentType="${type}"/></Types>`;
}

/** A compound file with these stream names in its directory. */
function compound(...names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * names.length);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  names.forEach((name, place) => {
    const at = 512 + 128 * place;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes[at + 66] = 2;
  });
  return bytes;
}

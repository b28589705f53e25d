import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { biffStream, cell, compoundBytes } from '../biff-bytes.ts';
import { bundleBytes, gbkBundleBytes } from '../bundle-bytes.ts';
import { agileBytes, encryptedBiff } from '../encrypted-bytes.ts';
import { corpusFolder, needs } from '../needs.ts';

export interface SoundFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const LARGEST = 60_000;
const fixtures = join(import.meta.dirname, '../../../fixtures/2024Q1');

/** Files to begin with: fixtures, a table in every format that is read, and the corpus where it is there. */
export function soundFiles(): readonly SoundFile[] {
  return [...filesBelow(fixtures), ...everyFormat(), ...(needs.corpus.available ? filesBelow(corpusFolder) : [])];
}

function filesBelow(folder: string): readonly SoundFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:xlsx|xlsm|xls|et|ods|xlsb|csv|tsv|txt|html?)$/i.test(entry.name))
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
    .filter(({ bytes }) => bytes.length > 4 && bytes.length < LARGEST)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const LINES = [
  ['填报单位：惠州市', '', '', '报告期：2024Q1'],
  ['县（市、区）', '任务类别', '社会组织名称', '活动名称', '活动类型', '开展时间', '参加人次', '投入资金（万元）'],
  ['惠城区', '助力就业', '惠州市甲行业协会', '招聘会', '招聘活动', '2024-02-20', 30, 1.5],
  ['惠阳区', '助力就业', '惠州市乙行业协会', '培训班', '专业培训', '2024年3月1日', '约200', ''],
  ['合计', '', '', '', '', '', 230, 1.5],
];

function everyFormat(): readonly SoundFile[] {
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet(LINES);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  xlsx.utils.book_append_sheet(book, sheet, '台账');
  const types = ['xlsx', 'xlsb', 'biff8', 'biff5', 'biff2', 'ods', 'xlml', 'html', 'csv'] as const;
  const made = types.map((bookType) => ({
    name: `惠州市.${bookType}`,
    bytes: Buffer.from(xlsx.write(book, { bookType, type: 'buffer' }) as Uint8Array),
  }));
  const [workbook] = made;
  if (workbook === undefined) throw new Error('no workbook');
  const stream = biffStream({ sheets: [{ records: [0, 1, 2].map((row) => cell.number(row, 0, row)) }] });
  return [
    ...made,
    { name: '密.xlsx', bytes: agileBytes(workbook.bytes, 'VelvetSweatshop', 10) },
    { name: '密.xls', bytes: compoundBytes({ Workbook: encryptedBiff(stream, 'VelvetSweatshop', 'new') }) },
    { name: '包.zip', bytes: bundleBytes({ '惠州市/a.xlsx': workbook.bytes, 'b.csv': 'a,b\n1,2\n' }) },
    { name: '旧包.zip', bytes: gbkBundleBytes({ '惠州市/台账.csv': LINES.join('\n') }) },
  ];
}

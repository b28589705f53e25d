import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grid } from '../../src/model/grid.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { corpusFolder, libreOfficePath, needs } from '../support/needs.ts';
import { gridMap } from '../support/read-cells.ts';
import { corpusFiles } from './corpus-files.ts';
import { isSameValue, ourValues } from './foreign-readers.ts';

const OLD = /\.(?:xls|et|ods|xlsb)$|sheetjs-hang/i;
/** What a file may take; most take a few milliseconds. */
const LIMIT = 5_000;

const files = needs.corpus.available ? corpusFiles('.', OLD) : [];

async function read(file: string): Promise<{ workbook: Workbook | null; codes: readonly string[] }> {
  const { value, findings } = await readWorkbook(readFileSync(join(corpusFolder, file)), file);
  return { workbook: value, codes: findings.map(({ code }) => code) };
}

/** What is said about files that are not read, or not without a word. */
const TOLD: Readonly<Record<string, string>> = {
  'hostile/038-truncated-10-sheetjs-hang.xlsx': 'FILE_DAMAGED',
  'hostile/039-bitflip-10-sheetjs-hang.xlsx': 'FILE_DAMAGED',
  'hostile/112-zero-bytes.xls': 'FILE_EMPTY',
  'hostile/140-random.et': 'FILE_UNSUPPORTED',
  'hostile/140-random.xls': 'FILE_UNSUPPORTED',
  'hostile/152-mhtml.xls': 'FILE_UNSUPPORTED',
  'hostile/153-ole-header-only.xls': 'FILE_DAMAGED',
  'hostile/154-biff-bof-only.xls': 'FILE_DAMAGED',
  'readers/ExcelDataReader__ExcelDataReader/TestFail_Binary.xls': 'FILE_UNSUPPORTED',
  'readers/ExcelDataReader__ExcelDataReader/Test_Issue_12556_corrupt.xls': 'FILE_DAMAGED',
  'readers/tafia__calamine/OOM_alloc3.xls': 'FILE_DAMAGED',
  'readers/tafia__calamine/pass_protected.ods': 'FILE_ENCRYPTED',
};

needs.corpus.describe('old formats in the corpus', () => {
  test.each(files)('%j is read whole, or refused with a finding', { timeout: LIMIT }, async (file) => {
    const { workbook, codes } = await read(file);
    const told = TOLD[file];
    expect(codes).toEqual(told === undefined ? [] : [told]);
    expect(workbook === null).toBe(told !== undefined);
  });

  // Cells as LibreOffice shows them, looked up by eye.
  test.each<[string, string, Record<string, string>]>([
    [
      'chinese/enoa2014__windows01/2024.xls',
      'Sheet1',
      {
        A1: 'text:各个活动受益人数及人次统计表',
        L5: 'number:2',
        AD5: 'number:158',
        B6: 'number:2024',
        F6: 'text:志愿者日常陪伴',
      },
    ],
    [
      'chinese/huhuaping__techme/raw-2018-5.xls',
      'raw-2018-5',
      { A5: 'text:全国', B5: 'number:91584461', H3: 'text:种蜂场(箱)', D8: 'number:1717332' },
    ],
    [
      'chinese/lomo5__TCheck/汇总表.xls',
      '通信能力月报表',
      { E1: 'text:当月指标填入本列', A5: 'text:NM1210', D5: 'number:45', F5: 'text:NB替换BSC入网' },
    ],
    [
      'chinese/mkng0__Time-Series-Analysis/CPI.xls',
      'MACHINACPI',
      { A2: 'date:1987-01-31', B2: 'number:105.1', D2: 'number:105.1', A8: 'date:1987-07-31' },
    ],
    [
      'chinese/jiangjian0206__riserNew/data.et',
      'Pins',
      { D1: 'text:license', E3: 'text:42/42', H3: 'date:2018-11-12' },
    ],
    [
      'chinese/huhuaping__techme/raw-2020-2021-03.xls',
      'Sheet1',
      { A2: 'text:地区', B4: 'text:2300.0', A35: 'text:新疆', A36: 'text:摘编自《中国农村统计年鉴2022》' },
    ],
  ])('%s holds what one sees in it', async (file, sheet, cells) => {
    const { workbook } = await read(file);
    const grid = workbook?.grids.find((one) => one.sheet === sheet);
    if (grid === undefined) throw new Error(`no sheet ${sheet}`);
    expect(gridMap(grid)).toMatchObject(cells);
  });

  test('hidden columns and sheets are told', async () => {
    const statistics = (await read('chinese/enoa2014__windows01/2024.xls')).workbook;
    expect(statistics?.grids[0]?.hiddenColumns).toEqual(new Set([36, 37]));
    const visibility = (await read('readers/PHPOffice__PhpSpreadsheet/visibility.xls')).workbook;
    expect(visibility?.grids.map((grid) => grid.visibility)).toEqual(['visible', 'hidden', 'visible', 'veryHidden']);
  });

  test.each([
    ['readers/tafia__calamine/date_1904.xls', 'readers/tafia__calamine/date_1904.xlsx'],
    ['readers/tafia__calamine/merged_range.xls', 'readers/tafia__calamine/merged_range.xlsx'],
    ['readers/tafia__calamine/any_sheets.ods', 'readers/tafia__calamine/any_sheets.xlsx'],
    ['hostile/151-spreadsheetml2003.xls', 'hostile/145-xlsx-named-xls.xls'],
  ])('%s is the same workbook as %s', async (old, xlsx) => {
    const [ours, theirs] = [(await read(old)).workbook, (await read(xlsx)).workbook];
    if (ours === null || theirs === null) throw new Error('not read');
    expect(differences(ours, theirs)).toEqual([]);
    const merges = ({ grids }: Workbook) => grids.filter((grid) => grid.columns.length > 0).map((grid) => grid.merges);
    expect(merges(ours)).toEqual(merges(theirs));
  });

  test.each(['chinese/chengzi2337__dongbei3sheng/附件1.xls', 'readers/tafia__calamine/biff5-rich-text-string.xls'])(
    '%s cut short is whole or a finding, never a part',
    async (file) => {
      const bytes = readFileSync(join(corpusFolder, file));
      const whole = (await readWorkbook(bytes, file)).value?.grids.map(gridMap);
      for (let part = 1; part <= 20; part++) {
        const { value, findings } = await readWorkbook(bytes.subarray(0, (bytes.length * part) / 20 - 1), file);
        if (value !== null) expect(value.grids.map(gridMap)).toEqual(whole);
        else expect(findings.map(({ severity }) => severity)).toEqual(['error']);
      }
    },
  );
});

/** Places at which two readings of a workbook differ. */
function differences(ours: Workbook, theirs: Workbook): readonly string[] {
  const [a, b] = [ourValues(ours), ourValues(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isSameValue(a.get(key), b.get(key)));
}

/** Where LibreOffice shows something else, and why that is no fault of ours. */
const EXPLAINED: Readonly<Record<string, RegExp>> = {
  // It calculates functions that it does not know, and the name of the file.
  'chinese/SheetJS__test_files/fn.xls': /^Sheet1!C[23]$/,
  'readers/python-excel__xlrd/invalid_formula.xls': /^Sheet1!A1$/,
  'readers/tafia__calamine/ptgexp-truncated-operand.xls': /^Tab 1!A24$/,
  // It takes texts of a web page for numbers.
  'chinese/huhuaping__techme/raw-2020-2021-03.xls': /^Sheet1![B-E]\d+$/,
};

/** What LibreOffice does not open, as it cannot read the description beside the cells. */
const REFUSED = new Set(['readers/PHPOffice__PhpSpreadsheet/corruptMeta.ods']);
/** Centred over several cells, which LibreOffice takes for merged. */
const CENTRED = 'readers/apache__poi/testEXCEL_4.xls';

const withOffice: typeof needs.corpus.describe = (title, tests) =>
  needs.corpus.describe(title, () => needs.libreoffice.describe(title, tests));

withOffice('LibreOffice reads the same', () => {
  const sound = files.filter((file) => !file.startsWith('hostile/') && TOLD[file] === undefined && !REFUSED.has(file));
  const folder = mkdtempSync(join(tmpdir(), 'huizong-old-'));
  const converted = (file: string) => join(folder, 'out', `${sound.indexOf(file)}.xlsx`);

  beforeAll(() => {
    mkdirSync(join(folder, 'in'));
    sound.forEach((file, place) => {
      copyFileSync(join(corpusFolder, file), join(folder, 'in', `${place}${extname(file)}`));
    });
    const inputs = readdirSync(join(folder, 'in')).map((name) => join(folder, 'in', name));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out')];
    spawnSync(libreOfficePath ?? '', [...options, ...inputs], { timeout: 110_000 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(sound)('%j', async (file) => {
    const { workbook: ours } = await read(file);
    const { value: theirs } = await readWorkbook(readFileSync(converted(file)), file);
    if (ours === null || theirs === null) throw new Error('not read');
    const explained = EXPLAINED[file];
    expect(differences(ours, theirs).filter((key) => explained?.test(key) !== true)).toEqual([]);
    if (file === CENTRED) return;
    expect(ours.grids.filter(hasCells).map(layoutOf)).toEqual(theirs.grids.filter(hasCells).map(layoutOf));
  });
});

function hasCells(grid: Grid): boolean {
  return grid.columns.length > 0;
}

/** Beside its cells, what LibreOffice keeps of a sheet: it hides sheets in one way only. */
function layoutOf({ sheet, visibility, merges, hiddenColumns }: Grid): unknown {
  return { sheet, isHidden: visibility !== 'visible', merges, hiddenColumns };
}

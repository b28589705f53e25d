import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { format } from '../../src/decimal/decimal.ts';
import { activityPlace, type FormPlace, figurePlace } from '../../src/form/layout.ts';
import { returnLayout } from '../../src/form/return-layout.ts';
import { NO_VALUES, type ReturnValues } from '../../src/form/return-values.ts';
import { writeReturnWorkbook } from '../../src/form/write-workbook.ts';
import { activityList } from '../../src/model/activities.ts';
import { gridRow, rowIndex } from '../../src/model/grid.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { regionIndex, regionOf } from '../../src/scheme/regions.ts';
import { compileFiles } from '../support/compile-files.ts';
import { libreOfficePath, needs } from '../support/needs.ts';
import { Q1, scheme } from '../support/returns.ts';

const bureau = regionOf(regionIndex(scheme), '441300');
if (bureau === null) throw new Error('no such region');
const layout = returnLayout({ scheme, bureau, period: Q1, forms: ['summary', 'ledger'], parts: 'all' });
const REGIONS = layout.summary?.regions.map(({ region }) => region.code) ?? [];

/** Every figure 0 but for a part above its whole in one county, and a part below it in another. */
const GIVEN: Readonly<Record<string, string>> = {
  '441302 t5_jobs_offered': '300',
  '441302 t5_jobs_filled': '5',
  '441302 t5_graduates_filled': '9',
  '441303 t4_rural_funds': '12.34',
  '441303 t4_rural_projects': '2',
};
const VALUES: ReturnValues = {
  cover: { head: '甲某', date: '2024-04-10' },
  figures: REGIONS.flatMap((region) =>
    scheme.indicators.map(({ id }) => ({ region, indicator: id, text: GIVEN[`${region} ${id}`] ?? '0' })),
  ),
  activities: [
    {
      county: '惠城区',
      task: '助力就业',
      association: '惠州市甲行业协会',
      title: '=春季招聘会,“一”',
      activity_type: '招聘活动',
      date: '2024-03-05',
      enterprises: '12',
      jobs_offered: '100',
      jobs_filled: '5',
      graduates_filled: '9',
    },
    {
      county: '惠阳区',
      task: '乡村振兴和兜底民生',
      association: '惠州市乙商会',
      title: '帮扶项目',
      activity_type: '乡村帮扶项目',
      date: '2024-03-05至2024-03-08',
      funds: '12.34',
    },
  ],
};

const at = (place: FormPlace | null) => {
  if (place === null) throw new Error('no such cell');
  return place;
};

/** The text of a cell. */
function textAt({ grids }: Workbook, { sheet, row, column }: FormPlace): string {
  const grid = grids.find((one) => one.sheet === sheet);
  const index = grid === undefined ? -1 : rowIndex(grid, row);
  if (grid === undefined || index < 0) return '';
  return gridRow(grid, index).cells.find((cell) => cell.column === column)?.text ?? '';
}

needs.libreoffice.describe('a form that LibreOffice has opened and saved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-form-'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const FILE = '惠州市2024Q1';

  /** Opens a file and saves it in another format, from which it is read. */
  function saved(from: string, format: string, extension = format): Buffer {
    const out = join(folder, extension);
    const args = [profile, '--headless', '--convert-to', format, '--outdir', out, join(folder, from)];
    execFileSync(libreOfficePath ?? 'soffice', args, { stdio: 'ignore' });
    return readFileSync(join(out, from.replace(/\.\w+$/, `.${extension}`)));
  }

  async function read(bytes: Buffer, file: string): Promise<Workbook> {
    const { value, findings } = await readWorkbook(bytes, file);
    expect(findings).toEqual([]);
    if (value === null) throw new Error('not read');
    return value;
  }

  function figuresIn(workbook: Workbook): readonly string[] {
    const { value: recognised } = recognise(workbook, scheme);
    const { value } = normalise(recognised, { scheme, sender: '441300', period: Q1 });
    return value.summary.map(
      ({ region, indicator, value: of }) => `${region} ${indicator} ${of === null ? null : format(of)}`,
    );
  }

  const figures = VALUES.figures.map(({ region, indicator, text }) => `${region} ${indicator} ${text}`);

  beforeAll(async () => {
    writeFileSync(join(folder, `${FILE}.xlsx`), await writeReturnWorkbook(layout, VALUES, scheme));
    writeFileSync(join(folder, 'blank.xlsx'), await writeReturnWorkbook(layout, NO_VALUES, scheme));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(['xlsx', 'xls', 'ods'])('as %s', (extension) => {
    let workbook: Workbook;
    let bytes: Buffer;
    beforeAll(async () => {
      bytes = saved(`${FILE}.xlsx`, extension);
      workbook = await read(bytes, `${FILE}.${extension}`);
    });

    test('holds every figure and activity as it was given', () => {
      expect(figuresIn(workbook).toSorted()).toEqual(figures.toSorted());
      const { value } = normalise(recognise(workbook, scheme).value, { scheme, sender: '441300', period: Q1 });
      expect(
        activityList(value.activities).map(({ region, type, title, start, end }) => [region, type, title, start, end]),
      ).toEqual([
        ['441302', 't5_job_fair', '=春季招聘会,“一”', '2024-03-05', '2024-03-05'],
        ['441303', 't4_rural', '帮扶项目', '2024-03-05', '2024-03-08'],
      ]);
    });

    test('says in its check cells which rules hold', () => {
      const check = layout.summary?.checkColumn ?? 0;
      const verdict = (indicator: string) =>
        textAt(workbook, { ...at(figurePlace(layout, '441302', indicator)), column: check });
      expect(verdict('t5_graduates_filled')).toMatch(/^✗ L107 /);
      expect(verdict('t5_jobs_filled')).toBe('✓');
      expect(verdict('t6_surveys')).toBe('');
      const row = at(activityPlace(layout, 0, 'title'));
      expect(textAt(workbook, { ...row, column: layout.ledger?.checkColumn ?? 0 })).toMatch(/^✗ L302 /);
    });

    test('has findings for what the values deserve alone', async () => {
      const { findings } = await compileFiles([{ file: `${FILE}.${extension}`, bytes }], {
        period: null,
        area: '440000',
      });
      const codes = new Set(findings.map(({ code }) => code));
      expect([...codes].toSorted()).toEqual(['CREDIT_CODE_MISSING', 'L107', 'L302', 'SUMMARY_LEDGER_DIFFER']);
    });
  });

  test('its summary saved as text holds every figure', async () => {
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76';
    expect(figuresIn(await read(saved(`${FILE}.xlsx`, filter, 'csv'), `${FILE}.csv`)).toSorted()).toEqual(
      figures.toSorted(),
    );
  });

  test.each(['xlsx', 'xls', 'ods'])('says no more of a blank form saved as %s', async (extension) => {
    const bytes = saved('blank.xlsx', extension);
    const { findings } = await compileFiles([{ file: `${FILE}.${extension}`, bytes }], {
      period: null,
      area: '440000',
    });
    expect(findings.map(({ code }) => code).toSorted()).toEqual(['FIGURES_BLANK', 'NO_DATA_ROWS']);
  });
});

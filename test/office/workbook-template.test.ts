import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { filledWith } from '../support/filled-workbook.ts';
import { libreOfficePath, needs } from '../support/needs.ts';
import { tortureData, tortureTemplate } from '../support/torture-template.ts';

/** The workbook without the values that were written for its formulas. */
function uncalculated(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

needs.libreoffice.describe('a filled workbook in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-filled-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([[0], [1], [21]])(
    'with %i items works out to the values that stand in it',
    async (count) => {
      const bytes = await filledWith(await tortureTemplate(), tortureData(count));
      const path = join(folder, `filled-${count}.xlsx`);
      writeFileSync(path, uncalculated(bytes));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const out = join(folder, `out-${count}`);
      execFileSync(
        libreOfficePath ?? 'soffice',
        [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, path],
        { stdio: 'ignore' },
      );
      const ours = read(bytes, { cellFormula: true });
      const theirs = read(readFileSync(join(out, `filled-${count}.xlsx`)), { cellFormula: true });
      expect(theirs.SheetNames).toEqual(ours.SheetNames);
      let compared = 0;
      for (const name of ours.SheetNames) {
        for (const [address, cell] of Object.entries(ours.Sheets[name] ?? {})) {
          if (address.startsWith('!') || cell.v === undefined) continue;
          const told = theirs.Sheets[name]?.[address];
          const place = `${name}!${address} ${cell.f ?? ''}`;
          if (cell.t === 'e') expect(told?.t, place).toBe('e');
          else if (typeof cell.v === 'number') expect(told?.v, place).toBeCloseTo(cell.v, 9);
          else expect(told?.v, place).toBe(cell.v);
          if (cell.f !== undefined) compared++;
        }
      }
      expect(compared).toBeGreaterThan(20);
    },
    120_000,
  );
});

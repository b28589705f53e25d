import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';
import { libreOfficePath, needs } from '../support/needs.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/2024Q1');

needs.libreoffice.describe('report.xlsx in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-office-'));
  beforeAll(async () => {
    await huizong(['report', fixtures, '-f', 'xlsx', '-o', folder, '--as-of', '2024-04-20']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens, and its first sheet says what the report is', () => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76';
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'report.xlsx')];
    execFileSync(libreOfficePath ?? 'soffice', args, { stdio: 'ignore' });
    expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toContain('广东省2024年第一季度');
  });
});

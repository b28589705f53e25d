import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const folder = mkdtempSync(join(tmpdir(), 'huizong-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FORMATS = ['-f', 'md', '-f', 'html', '-f', 'xlsx', '-f', 'json'];
const AS_OF = ['--as-of', '2024-04-20'];

/** The bytes of every file in a folder, by name. */
function bytesOf(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path.length + 1), readFileSync(file).toString('base64')];
    }),
  );
}

function report(out: string, paths: readonly string[], env: Record<string, string> = {}) {
  return huizong(['report', ...paths, ...FORMATS, ...AS_OF, '-o', join(folder, out)], { cwd: folder, env });
}

describe('report on a whole quarter', () => {
  const quarter = join(fixtures, '2024Q1');

  test('writes all four formats and says what it did on stderr only', async () => {
    const { status, stdout, stderr } = await report('all', [quarter]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('2024');
    expect(Object.keys(bytesOf(join(folder, 'all')))).toEqual(
      expect.arrayContaining(['report.md', 'report.html', 'report.xlsx', 'report.json']),
    );
  });

  test('has its pictures beside the Markdown, and names each file that it wrote but them', async () => {
    const { stderr } = await report('all', [quarter]);
    const text = readFileSync(join(folder, 'all/report.md'), 'utf8');
    const shown = [...text.matchAll(/^!\[[^\]]+\]\((.*)\)$/gm)].map(([, name]) => name);
    expect(shown).toHaveLength(8);
    expect(readdirSync(join(folder, 'all/report-charts')).map((name) => `report-charts/${name}`)).toEqual(
      shown.toSorted(),
    );
    expect(stderr).not.toContain('.svg');
  });

  test('within the folder of the returns, is no return of the next run', async () => {
    const returns = join(folder, 'here');
    cpSync(quarter, returns, { recursive: true });
    const again = () =>
      huizong(['report', '.', '-f', 'html', '-f', 'xlsx', '-f', 'json', '--split', 'city', ...AS_OF], { cwd: returns });
    expect((await again()).status).toBe(0);
    const before = bytesOf(join(returns, 'reports'));
    expect((await again()).status).toBe(0);
    expect(bytesOf(join(returns, 'reports'))).toEqual(before);
  });

  test('has no pictures on stdout, where nothing can stand beside it', async () => {
    const { stdout } = await huizong(['report', quarter, '-f', 'md', '-o', '-', ...AS_OF], { cwd: folder });
    expect(stdout).toContain('# 广东省2024年第一季度');
    expect(stdout).not.toContain('![');
  });

  test('replaces a picture of its own, and no other without --force', async () => {
    await report('all', [quarter]);
    expect((await report('all', [quarter])).status).toBe(0);
    writeFileSync(join(folder, 'all/report-charts/states.svg'), '<svg/>');
    const { status, stderr } = await report('all', [quarter]);
    expect(status).toBe(2);
    expect(stderr).toContain('states.svg');
    rmSync(join(folder, 'all'), { recursive: true });
  });

  test('is byte-identical for files in reverse order and in other time zones and languages', async () => {
    const names = readdirSync(quarter).map((name) => join(quarter, name));
    await report('all', [quarter]);
    await report('reversed', names.toReversed(), { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8' });
    expect(bytesOf(join(folder, 'reversed'))).toEqual(bytesOf(join(folder, 'all')));
  });

  test('carries no personal data into any output', async () => {
    await report('all', [quarter]);
    const truth = JSON.parse(readFileSync(join(fixtures, 'expected/2024Q1.json'), 'utf8')) as { personal: string[] };
    const files = bytesOf(join(folder, 'all'));
    const xlsx = unzipSync(Buffer.from(files['report.xlsx'] ?? '', 'base64'));
    const texts = [
      ...Object.entries(files)
        .filter(([name]) => name !== 'report.xlsx')
        .map(([, bytes]) => Buffer.from(bytes, 'base64').toString('utf8')),
      ...Object.values(xlsx).map((bytes) => Buffer.from(bytes).toString('utf8')),
    ].join('\n');
    expect(truth.personal.length).toBeGreaterThan(100);
    expect(truth.personal.filter((one) => texts.includes(one))).toEqual([]);
  });
});

describe('report beside a damaged file', () => {
  const returns = join(folder, 'returns');
  cpSync(join(fixtures, '2024Q1', '广州市.xlsx'), join(returns, '广州市.xlsx'));
  cpSync(join(fixtures, '2024Q1', '东莞市_六项重点任务台账_2024年第一季度.xlsx'), join(returns, '东莞市.xlsx'));
  const whole = readFileSync(join(fixtures, '2024Q1', '广州市.xlsx'));
  writeFileSync(join(returns, '中山市.xlsx'), whole.subarray(0, Math.floor(whole.length * 0.6)));

  test('the good ones are compiled, the bad one is a finding; report exits 0', async () => {
    const { status } = await report('damaged', [returns]);
    expect(status).toBe(0);
    const json = JSON.parse(readFileSync(join(folder, 'damaged/report.json'), 'utf8'));
    expect(json.coverage).toMatchObject({ accepted: 2, rejected: 1, missing: 18 });
    expect(json.findings).toContainEqual(
      expect.objectContaining({ code: 'FILE_DAMAGED', file: '中山市.xlsx', bureau: '442000' }),
    );
    expect(json.sources.find((one: { file: string }) => one.file === '中山市.xlsx')).toMatchObject({
      state: 'rejected',
    });
  });

  test('check exits 1 and names the file', async () => {
    const { status, stdout } = await huizong(['check', returns, ...AS_OF], { cwd: folder });
    expect(status).toBe(1);
    expect(stdout).toContain('中山市.xlsx');
    expect(stdout).toContain('FILE_DAMAGED');
  });
});

describe('report that cannot be done', () => {
  test('a path that is not there: exit 2, one helpful line', async () => {
    const { status, stdout, stderr } = await huizong(['report', 'nowhere/'], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('nowhere');
  });

  test('returns of two periods: exit 2, naming both', async () => {
    const paths = ['2023Q4', '2024Q1'].map((id) => join(fixtures, id));
    const { status, stderr } = await huizong(['report', ...paths, ...AS_OF], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain('2023Q4');
    expect(stderr).toContain('2024Q1');
    expect(stderr).toContain('--period');
  });

  test('files that huizong did not write are kept without --force', async () => {
    const out = join(folder, 'kept');
    cpSync(join(fixtures, 'README.md'), join(out, 'report.md'));
    const args = ['report', join(fixtures, '2023Q4'), '-f', 'md', ...AS_OF, '-o', out];
    const refused = await huizong(args, { cwd: folder });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect((await huizong([...args, '--force'], { cwd: folder })).status).toBe(0);
    expect((await huizong(args, { cwd: folder })).status).toBe(0);
  });
});

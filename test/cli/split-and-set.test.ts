import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const quarter = join(import.meta.dirname, '../../fixtures/2024Q1');
const folder = mkdtempSync(join(tmpdir(), 'huizong-split-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const returns = join(folder, 'returns/2024Q1');
mkdirSync(returns, { recursive: true });
for (const name of ['广州市.xlsx', '广州市天河区.xlsx', '江门市统计表.xlsx']) {
  copyFileSync(join(quarter, name), join(returns, name));
}
writeFileSync(join(folder, 'huizong.yaml'), '');
const narrative = (text: string) => writeFileSync(join(folder, 'narrative.yaml'), text);

const report = (...args: readonly string[]) =>
  huizong(['report', '--as-of', '2024-04-20', '--area', '广东省', ...args], { cwd: folder });
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8');

/** Every file below a folder with its bytes. */
function bytesOf(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path.length + 1), readFileSync(file).toString('base64')];
    }),
  );
}

describe('report --split city', () => {
  test('writes a report for each city beside that of the province', async () => {
    const { status, stderr } = await report('--split', 'city', '-f', 'md', '-f', 'json', '-o', 'out');
    expect(status).toBe(0);
    expect(stderr).toContain(join('out', 'cities'));
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      '.huizong.json',
      'cities',
      'report-charts',
      'report.json',
      'report.md',
    ]);
    const cities = readdirSync(join(folder, 'out/cities'));
    expect(cities).toHaveLength(21);
    expect(cities).toContain('440100-广州市');
    const city = JSON.parse(read('out/cities/440100-广州市/report.json'));
    const whole = JSON.parse(read('out/report.json'));
    expect(city.area).toEqual({ code: '440100', name: '广州市' });
    expect(city.sources.map(({ file }: { file: string }) => file).sort()).toEqual(
      ['returns/2024Q1/广州市.xlsx', 'returns/2024Q1/广州市天河区.xlsx'].sort(),
    );
    const of = (all: { figures: { region: string }[] }) => all.figures.filter(({ region }) => region === '440100');
    expect(of(city)).toEqual(of(whole));
    expect(of(city).length).toBeGreaterThan(40);
    expect(read('out/cities/440100-广州市/report.md')).toContain('# 广州市2024年第一季度');
    expect(read('out/cities/440100-广州市/report.md')).not.toContain('江门市');
    expect(read('out/cities/440200-韶关市/report.md')).toContain('未报1个：韶关市。');
  });

  test('is byte-identical in a second run, which may replace what the first wrote', async () => {
    const args = ['--split', 'city', '-f', 'md', '-f', 'html', '-f', 'xlsx', '-o'];
    await report(...args, 'first');
    const before = bytesOf(join(folder, 'first'));
    expect((await report(...args, 'first')).status).toBe(0);
    expect(bytesOf(join(folder, 'first'))).toEqual(before);
    writeFileSync(join(folder, 'first/cities/440100-广州市/report.md'), 'my own');
    const refused = await report(...args, 'first');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect((await report(...args, 'first', '--force')).status).toBe(0);
    expect(bytesOf(join(folder, 'first'))).toEqual(before);
    // Four whole runs of 22 reports in three formats.
  }, 180_000);

  test.each([
    [['--split', 'city', '-f', 'md', '-o', '-'], '-o -'],
    [['--split', 'town'], 'city'],
    [['--split', 'city', '--area', '广州市', '-o', 'none'], '--split city'],
  ])('%j cannot be done: exit 2', async (args, said) => {
    const { status, stdout, stderr } = await report(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('what people write into the report', () => {
  const markdown = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await report('-f', 'md', '-o', '-', ...args);
    expect(status).toBe(0);
    return { text: stdout, stderr };
  };
  const section = (text: string, heading: string) => text.split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0];

  test('without it the blocks are still to be filled in', async () => {
    const { text } = await markdown();
    expect(section(text, '四、典型做法')).toBe('（待填）');
    expect(section(text, '六、下一步工作')).toBe('（待填）');
  });

  test('narrative.yaml fills the blocks; --set beats it', async () => {
    narrative(
      'period: 2024Q1\ncases:\n  - 甲\n  - 乙\nnextSteps: 丙\nissuer: 某某民政厅\ndocumentNumber: 某民函〔2024〕1号\n',
    );
    const { text } = await markdown('--set', 'nextSteps=一是丁。', '--set', 'nextSteps=二是戊=己。');
    expect(section(text, '四、典型做法')).toBe('1. 甲\n2. 乙');
    expect(section(text, '六、下一步工作')).toBe('一是丁。\n\n二是戊=己。\n\n某某民政厅\n\n2024年4月20日');
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# 广东省2024年第一季度行业协会商会六项重点任务进展情况',
      '',
      '某民函〔2024〕1号',
    ]);
    const emptied = await markdown('--set', 'cases=', '--set', 'date=2024-05-06');
    expect(section(emptied.text, '四、典型做法')).toBe('（待填）');
    expect(emptied.text).toContain('某某民政厅\n\n2024年5月6日');
  });

  test('markup in it stays text, in Markdown and HTML', async () => {
    narrative('');
    const hostile = '{{title}} <img src=x onerror=alert(1)> | **x** [a](http://x.invalid) \u202Eabc';
    const args = ['--set', `cases=${hostile}`, '--set', `issuer=${hostile}`, '--set', `documentNumber=# ${hostile}`];
    const { text } = await markdown(...args);
    expect(text).not.toMatch(/(?<!\\)<(?!br>)|\u202E/);
    expect(text).toContain('\\{\\{title\\}\\} \\<img');
    expect(text).not.toMatch(/^# \{|\]\(http:/m);
    const { stdout } = await report('-f', 'html', '-o', '-', ...args);
    expect(stdout).not.toContain('<img');
    expect(stdout).toContain('{{title}} &lt;img src=x onerror=alert(1)&gt; | **x**');
    expect(stdout).not.toContain('\u202E');
  });

  test('texts about another period are not printed, and this is said', async () => {
    narrative('period: 2023Q4\ncases: 去年的\n');
    const { text, stderr } = await markdown();
    expect(section(text, '四、典型做法')).toBe('（待填）');
    expect(stderr).toContain('2023Q4');
  });

  test('a split report has it in the whole one only', async () => {
    narrative('cases: 全省的做法\n');
    await report('--split', 'city', '-f', 'md', '-o', 'narrated');
    expect(read('narrated/report.md')).toContain('全省的做法');
    expect(read('narrated/cities/440100-广州市/report.md')).not.toContain('全省的做法');
  });

  test('faults of the file are told at once with their lines: exit 2', async () => {
    narrative('isuer: 甲\ncases: { a: 1 }\n');
    const { status, stdout, stderr } = await report('-f', 'md', '-o', '-');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/narrative\.yaml 第 1 行.*issuer[\s\S]*narrative\.yaml 第 2 行/);
    narrative('');
  });

  test.each([
    ['isuer=x', 'issuer'],
    ['cases', 'KEY='],
    ['=x', 'KEY='],
    ['contact=某人', 'cases'],
    ['date=2024-13-01', '2024-13-01'],
  ])('--set %s: exit 2', async (wish, said) => {
    const { status, stdout, stderr } = await report('-f', 'md', '-o', '-', '--set', wish);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(said);
  });
});

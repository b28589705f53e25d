import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const folders: string[] = [];
let ws = '';
beforeEach(() => {
  ws = mkdtempSync(join(tmpdir(), 'huizong-status-'));
  folders.push(ws);
  write('huizong.yaml', 'deadlines: { 2024Q1: 2024-04-12 }\n');
  write('roster.csv', 'bureau,forms\r\n东莞市,\r\n中山市,summary\r\n珠海市,\r\n佛山市,\r\n');
  ledger('东莞市.csv', '东莞市');
  ledger('中山市.csv', '中山市');
  write('returns/2024Q1/佛山市台账.csv', '填报单位：佛山市,报告期：2024Q1\r\n说明,见附件\r\n');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  mkdirSync(join(ws, name, '..'), { recursive: true });
  writeFileSync(join(ws, name), content);
}

function ledger(name: string, sender: string): void {
  const header = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数';
  const row = `,助力就业,${sender}甲协会,招聘会,招聘活动,2024-02-20,10`;
  write(`returns/2024Q1/${name}`, [`填报单位：${sender},报告期：2024Q1`, header, row].join('\r\n'));
}

const run = (args: readonly string[], asOf = '2024-04-20') =>
  huizong(['status', ...args, '--as-of', asOf], { cwd: ws });
const receipts = () => readFileSync(join(ws, 'receipts.csv'), 'utf8');

describe('huizong status', () => {
  test('says in words who has reported and who has to be chased', async () => {
    const { status, stdout } = await run([]);
    expect(status).toBe(0);
    expect(stdout).toContain('应报 4 个单位');
    expect(stdout).toContain('报送率 50.0%');
    expect(stdout).toMatch(/珠海市 +未报 +期限 2024-04-12 +逾期 8 天/);
    expect(stdout).toMatch(/佛山市 +退回待重报 /);
    expect(stdout).toMatch(/中山市 +缺表（缺统计表） /);
  });

  test('as JSON: coverage, rates and chase list', async () => {
    const { stdout, stderr } = await run(['-f', 'json']);
    const model = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(model.coverage).toMatchObject({ due: 4, accepted: 1, provisional: 1, rejected: 1, missing: 1 });
    expect(model.rates).toEqual({ reported: 50, accepted: 25, onTime: null });
    expect(model.chase.map(({ bureau, why, daysLate }: Record<string, unknown>) => [bureau, why, daysLate])).toEqual([
      ['440400', 'missing', 8],
      ['440600', 'rejected', 8],
      ['442000', 'formMissing', null],
    ]);
    expect(Object.keys(JSON.parse((await run(['-f', 'json', '--chase'])).stdout))).not.toContain('coverage');
  });

  test('as CSV for Excel and as Markdown, whole or the chase list alone', async () => {
    const all = (await run(['-f', 'csv'])).stdout;
    expect(all.startsWith('\uFEFF填报单位,代码,应报,')).toBe(true);
    expect(all.trimEnd().split('\r\n')).toHaveLength(5);
    expect((await run(['-f', 'csv', '--chase'])).stdout.trimEnd().split('\r\n')[1]).toBe(
      '珠海市,440400,未报,,2024-04-12,,8',
    );
    expect((await run(['-f', 'md'])).stdout).toContain('## 催报名单');
    const chase = (await run(['-f', 'md', '--chase'])).stdout;
    expect(chase).toContain('| 1 | 珠海市 | 未报 | 2024-04-12 | 8 |');
    expect(chase).not.toContain('报送情况');
  });

  test('a table has the same bytes in every language; before the deadline nobody is late', async () => {
    const english = await run(['-f', 'csv', '--lang', 'en']);
    expect(english.stdout).toBe((await run(['-f', 'csv'])).stdout);
    expect((await run(['-f', 'csv', '--chase'], '2024-04-12')).stdout).toContain('珠海市,440400,未报,,2024-04-12,,0');
  });

  test('--require-complete exits 1 when somebody is missing', async () => {
    expect((await run(['--require-complete'])).status).toBe(1);
  });
});

describe('huizong status --record', () => {
  test('notes what was newly received, says so, and adds nothing the second time', async () => {
    const first = await run(['--record'], '2024-04-10');
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('receipts.csv');
    expect(first.stderr).toContain('returns/2024Q1/东莞市.csv');
    // What is noted holds at once.
    expect(first.stdout).toMatch(/东莞市 +合格 +按时 +2024-04-10/);
    const noted = receipts();
    expect(noted.trimEnd().split('\r\n')).toHaveLength(4);
    expect(noted).toMatch(/^441900,[0-9a-f]{64},2024-04-10\r$/m);
    const { mtimeMs } = statSync(join(ws, 'receipts.csv'));
    const second = await run(['--record'], '2024-04-20');
    expect(second.stderr).toContain('没有新收到的文件');
    expect(receipts()).toBe(noted);
    expect(statSync(join(ws, 'receipts.csv')).mtimeMs).toBe(mtimeMs);
    expect(second.stdout).toBe((await run([], '2024-04-20')).stdout);
    expect(readdirSync(ws).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('at the same moment in several processes loses no line', async () => {
    const folder = 'returns/2024Q1';
    const names = ['佛山市台账.csv', '东莞市.csv', '中山市.csv'];
    // Each process is shown one file.
    const all = await Promise.all(names.map((name) => run([`${folder}/${name}`, '--record'], '2024-04-10')));
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(receipts().trimEnd().split('\r\n')).toHaveLength(4);
    expect(readdirSync(ws).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('what comes later is late, and orders versions', async () => {
    await run(['--record'], '2024-04-10');
    ledger('珠海市.csv', '珠海市');
    write(
      'returns/2024Q1/东莞市再报.csv',
      readFileSync(join(ws, 'returns/2024Q1/东莞市.csv'), 'utf8').replace(/10$/, '12'),
    );
    const { stdout } = await run(['--record', '-f', 'json'], '2024-04-15');
    const model = JSON.parse(stdout);
    expect(model.recorded.map(({ file }: { file: string }) => file)).toEqual([
      'returns/2024Q1/东莞市再报.csv',
      'returns/2024Q1/珠海市.csv',
    ]);
    const of = (name: string) => model.coverage.bureaus.find((one: { name: string }) => one.name === name);
    expect(of('珠海市')).toMatchObject({ timeliness: 'late', received: '2024-04-15', daysLate: 3 });
    expect(of('东莞市')).toMatchObject({ state: 'accepted', timeliness: 'onTime', received: '2024-04-10' });
    const state = (file: string) => model.sources.find((one: { file: string }) => one.file.endsWith(file))?.state;
    expect([state('东莞市.csv'), state('东莞市再报.csv')]).toEqual(['superseded', 'counted']);
  });

  test('the report shows what is known of timeliness', async () => {
    await run(['--record'], '2024-04-10');
    const { stdout } = await huizong(['report', '-f', 'md', '-o', '-', '--as-of', '2024-04-20'], { cwd: ws });
    expect(stdout).toContain('| 东莞市 | 合格 | 按时（2024-04-10） |');
    expect(stdout).toContain('及时率50.0%');
  });

  test('without a workspace: exit 2 with the way out', async () => {
    rmSync(join(ws, 'huizong.yaml'));
    const { status, stdout, stderr } = await run(['returns', '--record']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('huizong init');
  });
});

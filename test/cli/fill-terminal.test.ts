import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { parseDraft } from '../../src/entry/draft-text.ts';
import { displayWidth } from '../../src/text/width.ts';
import { huizong } from '../support/huizong.ts';
import { needs } from '../support/needs.ts';
import { scheme } from '../support/returns.ts';
import { terminals } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-fill-'));
const { start, close } = terminals(folder);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

const bin = join(import.meta.dirname, '../../bin/huizong.js');
const LIMIT = 120_000;
let made = 0;

/** A folder of its own to fill a return in. */
function room(): string {
  const path = join(folder, `room${++made}`);
  mkdirSync(path);
  return path;
}

function fill(cwd: string, args: readonly string[] = [], columns = 80) {
  const scope = ['--bureau', '441302', '--period', '2024Q1', '--as-of', '2024-04-20'];
  return start([process.execPath, bin, 'fill', ...scope, ...args], { cwd, columns, rows: 200 });
}

function draftIn(cwd: string) {
  return parseDraft(readFileSync(join(cwd, 'drafts/441302-2024Q1.json'), 'utf8'));
}

/** Texts of the summary in the order in which they were answered. */
function answers(cwd: string): readonly string[] {
  return Object.values(draftIn(cwd)?.summary['441302'] ?? {});
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Process that holds the draft. */
function holder(cwd: string): number {
  return JSON.parse(readFileSync(join(cwd, 'drafts/441302-2024Q1.lock'), 'utf8')).pid;
}

const names = new Map(scheme.indicators.map(({ id, name, unit }) => [id, `${name}（${unit}）`]));

needs.tmux.describe('filling in a return on a terminal', () => {
  test('a form that the draft lacks is added to it', { timeout: LIMIT }, async () => {
    const cwd = room();
    const first = fill(cwd, ['--form', 'ledger']);
    await first.answer('做什么', 'C-c');
    await vi.waitFor(() => expect(existsSync(join(cwd, 'drafts/441302-2024Q1.lock'))).toBe(false), 20_000);
    expect(draftIn(cwd)?.forms).toEqual(['ledger']);
    const second = fill(cwd, ['--form', 'summary']);
    await second.answer('草稿里原来没有统计表，已加上', 'C-c');
    await vi.waitFor(() => expect(draftIn(cwd)?.forms).toEqual(['summary', 'ledger']), 20_000);
    expect(draftIn(cwd)?.regions).toEqual(['441302']);
  });

  test('a whole summary: a wrong answer is mended, a warning explained, the report says what was typed', {
    timeout: LIMIT,
  }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    const [first, ...others] = scheme.indicators;
    await talk.answer(`? ${names.get(first?.id ?? '')}`, '若干', 'Enter');
    await talk.answer('不是一个可以统计的数字', 'C-u', '500', 'Enter');
    for (const { id, unit } of others) {
      const question = `? ${names.get(id)}`;
      if (id === 't5_jobs_filled') {
        await talk.answer(question, '约30', 'Enter');
        await talk.answer('是约数', '分批入职', 'Enter');
        // 30 filled of 9 offered.
        await talk.answer('实现就业人数大于提供岗位数', '含上季度的岗位', 'Enter');
      } else await talk.answer(question, unit === '万元' ? '1.5' : '9', 'Enter');
    }
    await talk.answer('做什么', 'Down', 'Down', 'Enter');
    const { status, shown } = await talk.ended();
    expect(stripVTControlCharacters(shown)).toContain('已重新读取核对，与所填一致。');
    expect(status).toBe(0);
    expect(readdirSync(join(cwd, 'drafts'))).toEqual([]);
    const [file = ''] = readdirSync(cwd).filter((name) => name.endsWith('.xlsx'));
    const told = await huizong(['report', file, '--area', '441300', '-f', 'json', '-o', '-', '--as-of', '2024-04-20'], {
      cwd,
    });
    const report = JSON.parse(told.stdout) as {
      figures: { region: string; indicator: string; value: number }[];
      findings: { code: string; severity: string; explained: { reason: string } | null }[];
    };
    const own = new Map(
      report.figures.filter(({ region }) => region === '441302').map(({ indicator, value }) => [indicator, value]),
    );
    for (const { id, unit } of scheme.indicators) {
      const expected = id === first?.id ? 500 : id === 't5_jobs_filled' ? 30 : unit === '万元' ? 1.5 : 9;
      expect([id, own.get(id)]).toEqual([id, expected]);
    }
    const explained = report.findings
      .filter(({ severity }) => severity === 'warning')
      .map((one) => [one.code, one.explained?.reason]);
    expect(explained).toEqual([
      ['L108', '含上季度的岗位'],
      ['NUMBER_APPROXIMATE', '分批入职'],
    ]);
  });

  test('three activities: one typed, one copied and changed, a copy of that, which is deleted', {
    timeout: LIMIT,
  }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'ledger']);
    await talk.answer('做什么', 'Enter');
    await talk.answer('新增一项活动', 'Enter');
    await activity('春季招聘会', '2024-03-05');
    // Copied, and its title changed.
    await talk.answer('春季招聘会 （甲协会）', 'Down', 'Enter');
    await talk.answer('复制成新的一项', 'c');
    talk.press('Down', 'Down', 'Down', 'Enter');
    await talk.answer('2. 2024-03-05 春季招聘会', 'Down', 'Enter');
    await talk.answer('改哪一项', ...Array.from({ length: 4 }, () => 'Down'), 'Enter');
    await talk.answer('? 活动（项目）名称', '夏季招聘会', 'Enter');
    await talk.answer('2. 2024-03-05 夏季招聘会', 'Down', 'Down', 'Down', 'Enter');
    await talk.answer('3. 2024-03-05 夏季招聘会', 'Down', 'Down', 'Down', 'Down');
    await vi.waitFor(() => expect(titles()).toEqual(['春季招聘会', '夏季招聘会', '夏季招聘会']), { timeout: 10_000 });
    talk.press('Enter');
    await talk.answer('确定删除', 'Down', 'Enter');
    await vi.waitFor(() => expect(titles()).toEqual(['春季招聘会', '夏季招聘会']), { timeout: 10_000 });
    talk.press('C-c');
    expect((await talk.ended()).status).toBe(130);

    function titles() {
      return draftIn(cwd)?.activities.map(({ answers }) => answers['title']);
    }

    async function activity(title: string, date: string): Promise<void> {
      await talk.answer('? 任务类别', 'Down', 'Down', 'Down', 'Down', 'Enter');
      await talk.answer('? 活动类型', 'Enter');
      await talk.answer('? 社会组织名称', '甲协会', 'Enter');
      await talk.answer('? 统一社会信用代码', 'Enter');
      await talk.answer('? 活动（项目）名称', title, 'Enter');
      await talk.answer('? 开展时间', date, 'Enter');
      await talk.answer('? 地点', '体育馆', 'Enter');
      await talk.answer('? 参与方式', 'Enter');
      await talk.answer('? 参与企业', '12', 'Enter');
      await talk.answer('? 提供岗位数', '300', 'Enter');
      await talk.answer('? 达成就业意向人数', 'Enter');
      await talk.answer('? 实现就业人数', 'Enter');
      await talk.answer('? 其中：高校毕业生', 'Enter');
    }
  });

  test('Ctrl-C in the middle keeps everything; the next run goes on with the question after it', {
    timeout: LIMIT,
  }, async () => {
    const cwd = room();
    const first = fill(cwd, ['--form', 'summary']);
    await first.answer('做什么', 'Enter');
    await first.answer('? 期末登记行业协会商会数', '100', 'Enter');
    await first.answer('? 开展六项任务活动的行业协会商会数', '20', 'Enter');
    await first.answer('? 新成立新兴产业行业协会商会数', '3', 'C-c');
    const { status, shown } = await first.ended();
    expect(status).toBe(130);
    expect(stripVTControlCharacters(shown)).toContain('已存为草稿 drafts/441302-2024Q1.json');
    expect(draftIn(cwd)?.summary).toEqual({ '441302': { t0_assoc_registered: '100', t0_assoc_active: '20' } });
    expect(existsSync(join(cwd, 'drafts/441302-2024Q1.lock'))).toBe(false);
    const second = fill(cwd);
    await second.answer('接着上次填：已填 2 个数', '');
    await second.answer('做什么', 'Enter');
    await second.answer('? 新成立新兴产业行业协会商会数', '<', 'Enter');
    await second.answer('? 开展六项任务活动的行业协会商会数（家）： (20)', 'C-c');
    expect((await second.ended()).status).toBe(130);
  });

  test('so does Ctrl-D; Ctrl-Z does nothing', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'C-z', 'Enter');
    await talk.answer('? 期末登记行业协会商会数', '1', 'C-z', '0', 'Enter');
    await talk.answer('? 开展六项任务活动的行业协会商会数', 'C-d');
    expect((await talk.ended()).status).toBe(130);
    expect(answers(cwd)).toEqual(['10']);
  });

  test('a second process is refused while the first one fills in', { timeout: LIMIT }, async () => {
    const cwd = room();
    const first = fill(cwd, ['--form', 'summary']);
    await first.shows('做什么');
    const { status, shown } = await fill(cwd).ended();
    expect(status).toBe(2);
    expect(stripVTControlCharacters(shown)).toContain('正在另一个窗口里填');
    first.press('C-c');
    await first.ended();
  });

  test('the window closed, or the process killed, loses nothing; its lock does not hold', {
    timeout: LIMIT,
  }, async () => {
    const cwd = room();
    const first = fill(cwd, ['--form', 'summary']);
    await first.answer('做什么', 'Enter');
    await first.answer('? 期末登记行业协会商会数', '100', 'Enter');
    await first.shows('? 开展六项任务活动的行业协会商会数');
    const pid = holder(cwd);
    first.close();
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 });
    const second = fill(cwd);
    await second.answer('接着上次填：已填 1 个数', '');
    second.press('C-c');
    await second.ended();
  });

  test('killed at any moment, at most the answer being typed is lost', { timeout: LIMIT }, async () => {
    // Once so many answers are on the disk, and while the next ones are being taken.
    for (const moment of [1, 2, 4, 7, 12]) {
      const cwd = room();
      const talk = fill(cwd, ['--form', 'summary']);
      await talk.answer('做什么', 'Enter');
      await talk.shows('? 期末登记行业协会商会数');
      const pid = holder(cwd);
      for (let typed = 0; typed < moment + 4; typed++) talk.press('7', 'Enter');
      await vi.waitFor(() => expect(answers(cwd).length).toBeGreaterThanOrEqual(moment), {
        timeout: 20_000,
        interval: 1,
      });
      process.kill(pid, 'SIGKILL');
      await talk.ended();
      const answered = talk
        .text()
        .split('\n')
        .filter((line) => /^✓ .*（.*）：\s+\d+/u.test(line)).length;
      const kept = answers(cwd);
      expect(kept.length).toBeGreaterThanOrEqual(Math.max(moment, answered - 1));
      const items = Object.keys(draftIn(cwd)?.summary['441302'] ?? {});
      expect(items).toEqual(scheme.indicators.slice(0, kept.length).map(({ id }) => id));
      const again = fill(cwd);
      await again.answer(`接着上次填：已填 ${kept.length} 个数`, '');
      again.press('C-c');
      await again.ended();
    }
  });

  test('a number in another notation is said as it is read', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    await talk.answer('? 期末登记行业协会商会数', '1.2万', 'Enter');
    await talk.answer('? 开展六项任务活动的行业协会商会数', '35', 'Enter');
    await talk.answer('? 新成立新兴产业行业协会商会数', '约3', 'Enter');
    await talk.answer('如果无误，请说明原因', 'C-c');
    await talk.ended();
    const told = talk.text().split('\n');
    expect(told.filter((line) => line.includes('记为'))).toEqual(['  记为 12000 家']);
  });

  test('what is typed ahead is not lost', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    await talk.answer(
      '? 期末登记行业协会商会数',
      '500',
      'Enter',
      '41',
      'Enter',
      '12',
      'Enter',
      '5',
      'Enter',
      '33',
      'Enter',
      '17',
      'Enter',
    );
    await talk.shows('? 服务会员企业家次');
    expect(Object.values(draftIn(cwd)?.summary['441302'] ?? {})).toEqual(['500', '41', '12', '5', '33', '17']);
    talk.press('C-c');
    await talk.ended();
  });

  test('nor does it answer a question that nobody could foresee', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    // 120 of 100: the 3 and the 4 were meant for figures.
    await talk.answer('? 期末登记行业协会商会数', '100', 'Enter', '120', 'Enter', '3', 'Enter', '4', 'Enter');
    await talk.answer('怎么办', 'Down', 'Down', 'Enter');
    await talk.shows('? 新成立新兴产业行业协会商会数');
    expect(talk.text()).toContain('后面输入的 2 行没有录入');
    expect(answers(cwd)).toEqual(['100', '120']);
    talk.press('C-c');
    await talk.ended();
  });

  test('nor is it added to an answer that was refused', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    await talk.shows('? 期末登记行业协会商会数');
    talk.paste('500\n4x\n12\n5\n33\n');
    await talk.shows('后面输入的 3 行没有录入');
    expect(answers(cwd)).toEqual(['500']);
    talk.press('C-u', '41', 'Enter');
    await talk.shows('? 新成立新兴产业行业协会商会数');
    expect(answers(cwd)).toEqual(['500', '41']);
    talk.press('C-c');
    await talk.ended();
  });

  test('nor does it choose from a list: of figures that are pasted too early or too many none is moved', {
    timeout: LIMIT,
  }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.shows('做什么');
    talk.paste('500\n41\n12\n');
    await talk.shows('后面输入的 3 行没有录入');
    talk.press('Enter');
    await talk.shows('? 期末登记行业协会商会数');
    talk.paste(`${[900, ...scheme.indicators.slice(1).map(() => 7)].join('\n')}\n\n3\n4\n`);
    // A blank line of the paste, too, is no choice.
    await talk.shows('统计表 56/56\n后面输入的 3 行没有录入');
    await talk.shows('写出报送件');
    expect(answers(cwd)).toEqual(['900', ...scheme.indicators.slice(1).map(() => '7')]);
    talk.press('C-c');
    await talk.ended();
  });

  test('on a narrow terminal, which then changes its size, no line is wider than it', { timeout: LIMIT }, async () => {
    const cwd = room();
    const talk = fill(cwd, ['--form', 'summary'], 40);
    await talk.answer('做什么', 'Enter');
    await talk.answer('? 期末登记行业协会商会数', '10', 'Enter');
    await talk.answer('? 开展六项任务活动的行业协会商会数', '20', 'Enter');
    await talk.shows('怎么办');
    for (const line of talk.text().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    talk.resize(100, 60);
    talk.press('Enter');
    await talk.shows('? 开展六项任务活动的行业协会商会数');
    talk.press('C-u', '5', 'Enter');
    await talk.answer('? 新成立新兴产业行业协会商会数', '?', 'Enter');
    await talk.shows('填本期发生的数');
    talk.press('C-c');
    await talk.ended();
    expect(draftIn(cwd)?.summary['441302']).toEqual({ t0_assoc_registered: '10', t0_assoc_active: '5' });
  });

  test('a nil return is none any more once something is typed', { timeout: LIMIT }, async () => {
    const cwd = room();
    const nil = fill(cwd, ['--form', 'summary']);
    await nil.answer('做什么', 'Down', 'Down', 'Down', 'Enter');
    await nil.answer('作零报告吗', 'Down', 'Enter');
    expect((await nil.ended()).status).toBe(0);
    const [file = ''] = readdirSync(cwd).filter((name) => name.endsWith('.xlsx'));
    expect(await nilIn(file)).toBe(1);
    const talk = start([process.execPath, bin, 'fill', file, '--as-of', '2024-04-20'], { cwd, columns: 80, rows: 200 });
    await talk.answer('做什么', 'Enter');
    await talk.answer('? 期末登记行业协会商会数', '900', 'Enter');
    await talk.answer('? 开展六项任务活动的行业协会商会数', '3', 'Enter');
    await talk.answer('? 新成立新兴产业行业协会商会数', '.', 'Enter');
    await talk.answer('写出报送件', 'Down', 'Down', 'Down', 'Enter');
    await talk.answer('缺的怎么办', 'Down', 'Enter');
    expect((await talk.ended()).status).toBe(0);
    const [version = ''] = readdirSync(cwd).filter((name) => name.includes('第2版'));
    expect(await nilIn(version)).toBe(0);

    async function nilIn(name: string): Promise<number> {
      const args = ['report', name, '--area', '441300', '-f', 'json', '-o', '-', '--as-of', '2024-04-20'];
      const { stdout } = await huizong(args, { cwd });
      return (JSON.parse(stdout) as { coverage: { nil: number } }).coverage.nil;
    }
  });

  test('figures of the quarter before are shown, and taken by a sign', { timeout: LIMIT }, async () => {
    const cwd = room();
    const ANSWERS = {
      summary: Object.fromEntries(scheme.indicators.map(({ id }) => [id, id === 't0_assoc_registered' ? 900 : 7])),
    };
    writeFileSync(join(cwd, 'huizong.yaml'), 'area: 441300\n');
    writeFileSync(join(cwd, 'a.json'), JSON.stringify(ANSWERS));
    mkdirSync(join(cwd, 'returns/2023Q4'), { recursive: true });
    const before = ['fill', '--bureau', '441302', '--period', '2023Q4', '--answers', 'a.json', '--as-of', '2024-04-20'];
    expect(await huizong(before, { cwd })).toMatchObject({ status: 0 });
    const talk = fill(cwd, ['--form', 'summary']);
    await talk.answer('做什么', 'Enter');
    await talk.answer('期末登记行业协会商会数（家） 上期 900：', '=', 'Enter');
    await talk.shows('? 开展六项任务活动的行业协会商会数');
    expect(draftIn(cwd)?.summary['441302']).toEqual({ t0_assoc_registered: '900' });
    talk.press('C-c');
    await talk.ended();
  });
});

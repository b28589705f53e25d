import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import { needs, tmuxPath } from '../support/needs.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huizong-terminal-'));
const socket = join(folder, 'tmux');
afterAll(() => {
  tmux(['kill-server']);
  rmSync(folder, { recursive: true, force: true });
});

/** A dead pane keeps its text. */
const CONFIG = 'set -g remain-on-exit on\n';
const ENVIRONMENT = ['-u', 'FORCE_COLOR', 'HUIZONG_LANG=zh-CN', 'TERM=xterm-256color', 'NO_COLOR=', 'CI='];

function tmux(args: readonly string[]): string {
  const config = join(folder, 'tmux.conf');
  writeFileSync(config, CONFIG);
  const options = { encoding: 'utf8', timeout: 10_000 } as const;
  return spawnSync(tmuxPath ?? 'tmux', ['-u', '-S', socket, '-f', config, ...args], options).stdout;
}

/** Leaves the status of a command in a file: tmux itself may miss it. Ctrl-C is for the command alone. */
const WITH_STATUS = ['sh', '-c', 'trap : INT; "$@"; echo $? > "$0"'];
let started = 0;

/** Starts a command in a pseudo-terminal of 80 columns; `answer` presses keys once a text is shown. */
function onTerminal(command: readonly string[]) {
  const size = ['-x', '80', '-y', '50'];
  const statusFile = join(folder, `status${++started}`);
  const run = [...WITH_STATUS, statusFile, 'env', ...ENVIRONMENT, ...command];
  const pane = tmux(['new-session', '-d', '-P', '-F', '#{pane_id}', ...size, ...run]).trim();
  const shown = () => tmux(['capture-pane', '-p', '-e', '-S', '-', '-t', pane]);
  return {
    async answer(question: string, ...keys: readonly string[]): Promise<void> {
      const asked = () => expect(stripVTControlCharacters(shown())).toContain(question);
      await vi.waitFor(asked, { timeout: 20_000, interval: 50 });
      tmux(['send-keys', '-t', pane, ...keys]);
    },
    /** Exit status, and all that the pane shows with its colours. */
    async ended(): Promise<{ readonly status: number; readonly shown: string }> {
      const isDead = () => tmux(['display-message', '-p', '-t', pane, '#{pane_dead}']).trim();
      await vi.waitFor(() => expect(isDead()).toBe('1'), { timeout: 30_000, interval: 50 });
      return { status: Number(readFileSync(statusFile, 'utf8')), shown: shown() };
    },
  };
}

needs.tmux.describe('on a terminal', () => {
  const quarter = join(root, 'fixtures/2024Q1');
  const huizong = [process.execPath, join(root, 'bin/huizong.js')];

  test('check is coloured, wrapped to its width, and leaves no progress line', async () => {
    const { status, shown } = await onTerminal([...huizong, 'check', quarter, '--as-of', '2024-04-20']).ended();
    expect(status).toBe(1);
    expect(shown).toContain('\u001B[31m');
    expect(shown).not.toContain('正在读取');
    const hints = shown.split('\n').filter((line) => line.includes('→'));
    expect(hints.length).toBeGreaterThan(3);
    for (const line of hints) expect(displayWidth(stripVTControlCharacters(line))).toBeLessThanOrEqual(80);
  });

  test('init asks for area and period, tells a wrong answer, and makes the workspace', async () => {
    const workspace = join(folder, 'made');
    const dialogue = onTerminal([...huizong, 'init', workspace, '--as-of', '2024-04-20']);
    await dialogue.answer('汇总范围', 'XX', 'Enter');
    await dialogue.answer('没有“XX”', 'BSpace', 'BSpace', '441300', 'Enter');
    await dialogue.answer('报告期', 'Enter');
    const { status, shown } = await dialogue.ended();
    expect(status).toBe(0);
    expect(shown).toContain('roster.csv');
    expect(readFileSync(join(workspace, 'huizong.yaml'), 'utf8')).toContain('area: 441300 # 惠州市');
    expect(existsSync(join(workspace, 'returns/2024Q1'))).toBe(true);
  });

  test('Ctrl-C at a question ends with 130 and makes nothing', async () => {
    const workspace = join(folder, 'none');
    const dialogue = onTerminal([...huizong, 'init', workspace]);
    await dialogue.answer('汇总范围', 'C-c');
    expect((await dialogue.ended()).status).toBe(130);
    expect(existsSync(workspace)).toBe(false);
  });
});

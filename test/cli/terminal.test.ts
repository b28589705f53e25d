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

/** A dead pane keeps its text, and says so once all output has arrived. */
const CONFIG = "set -g remain-on-exit on\nset-hook -g pane-died 'wait-for -S done'\n";
const ENVIRONMENT = ['-u', 'FORCE_COLOR', 'HUIZONG_LANG=zh-CN', 'TERM=xterm-256color', 'NO_COLOR=', 'CI='];

function tmux(args: readonly string[]): string {
  const config = join(folder, 'tmux.conf');
  writeFileSync(config, CONFIG);
  return spawnSync(tmuxPath ?? 'tmux', ['-u', '-S', socket, '-f', config, ...args], { encoding: 'utf8' }).stdout;
}

/** What a pseudo-terminal of 80 columns shows of a command, with its colours. */
function inTerminal(command: readonly string[]): { readonly status: number; readonly shown: string } {
  tmux(['new-session', '-d', '-x', '80', '-y', '50', 'env', ...ENVIRONMENT, ...command]);
  tmux(['wait-for', 'done']);
  const status = Number(tmux(['display-message', '-p', '#{pane_dead_status}']));
  return { status, shown: tmux(['capture-pane', '-p', '-e', '-S', '-']) };
}

/** Starts a command whose pane shows all that it says; `answer` presses keys once a text is shown. */
function asking(command: readonly string[]) {
  tmux(['new-session', '-d', '-x', '80', '-y', '50', 'env', ...ENVIRONMENT, ...command]);
  const shown = () => tmux(['capture-pane', '-p', '-S', '-']);
  return {
    async answer(question: string, ...keys: readonly string[]): Promise<void> {
      await vi.waitFor(() => expect(shown()).toContain(question), { timeout: 10_000, interval: 50 });
      tmux(['send-keys', ...keys]);
    },
    ended(): { readonly status: number; readonly shown: string } {
      tmux(['wait-for', 'done']);
      return { status: Number(tmux(['display-message', '-p', '#{pane_dead_status}'])), shown: shown() };
    },
  };
}

needs.tmux.describe('on a terminal', () => {
  const quarter = join(root, 'fixtures/2024Q1');
  const huizong = [process.execPath, join(root, 'bin/huizong.js')];

  test('check is coloured, wrapped to its width, and leaves no progress line', () => {
    const { status, shown } = inTerminal([...huizong, 'check', quarter, '--as-of', '2024-04-20']);
    expect(status).toBe(1);
    expect(shown).toContain('\u001B[31m');
    expect(shown).not.toContain('正在读取');
    const hints = shown.split('\n').filter((line) => line.includes('→'));
    expect(hints.length).toBeGreaterThan(3);
    for (const line of hints) expect(displayWidth(stripVTControlCharacters(line))).toBeLessThanOrEqual(80);
  });

  test('init asks for area and period, tells a wrong answer, and makes the workspace', async () => {
    const workspace = join(folder, 'made');
    const dialogue = asking([...huizong, 'init', workspace, '--as-of', '2024-04-20']);
    await dialogue.answer('汇总范围', 'XX', 'Enter');
    await dialogue.answer('没有“XX”', 'BSpace', 'BSpace', '441300', 'Enter');
    await dialogue.answer('报告期', 'Enter');
    const { status, shown } = dialogue.ended();
    expect(status).toBe(0);
    expect(shown).toContain('roster.csv');
    expect(readFileSync(join(workspace, 'huizong.yaml'), 'utf8')).toContain('area: 441300 # 惠州市');
    expect(existsSync(join(workspace, 'returns/2024Q1'))).toBe(true);
  });

  test('Ctrl-C at a question ends with 130 and makes nothing', async () => {
    const workspace = join(folder, 'none');
    const dialogue = asking([...huizong, 'init', workspace]);
    await dialogue.answer('汇总范围', 'C-c');
    expect(dialogue.ended().status).toBe(130);
    expect(existsSync(workspace)).toBe(false);
  });
});

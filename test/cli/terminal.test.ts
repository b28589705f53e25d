import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';
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
});

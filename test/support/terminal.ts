import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, vi } from 'vitest';
import { tmuxPath } from './needs.ts';

/** A dead pane keeps its text. */
const CONFIG = 'set -g remain-on-exit on\n';
const ENVIRONMENT = ['-u', 'FORCE_COLOR', 'HUIZONG_LANG=zh-CN', 'TERM=xterm-256color', 'NO_COLOR=', 'CI='];

/** Leaves the status of a command in a file: tmux itself may miss it. Ctrl-C is for the command alone. */
const WITH_STATUS = ['sh', '-c', 'trap : INT; "$@"; echo $? > "$0"'];

/** How large a terminal is, and where commands run in it. */
export interface TerminalSize {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
}

/** Pseudo-terminals whose files lie in a folder; `close` ends them. */
export function terminals(folder: string) {
  const socket = join(folder, 'tmux');
  const config = join(folder, 'tmux.conf');
  writeFileSync(config, CONFIG);
  let started = 0;

  function tmux(args: readonly string[]): string {
    const options = { encoding: 'utf8', timeout: 10_000 } as const;
    return spawnSync(tmuxPath ?? 'tmux', ['-u', '-S', socket, '-f', config, ...args], options).stdout;
  }

  /** Starts a command in a pseudo-terminal; `answer` presses keys once a text is shown. */
  function start(command: readonly string[], { columns = 80, rows = 50, cwd = folder }: TerminalSize = {}) {
    const size = ['-x', String(columns), '-y', String(rows), '-c', cwd];
    const statusFile = join(folder, `status${++started}`);
    const run = [...WITH_STATUS, statusFile, 'env', ...ENVIRONMENT, ...command];
    const pane = tmux(['new-session', '-d', '-P', '-F', '#{pane_id}', ...size, ...run]).trim();
    const shown = () => tmux(['capture-pane', '-p', '-e', '-S', '-', '-t', pane]);
    const text = () => stripVTControlCharacters(shown());
    return {
      /** All that the pane shows, without colours. */
      text,
      async shows(wanted: string): Promise<void> {
        await vi.waitFor(() => expect(text()).toContain(wanted), { timeout: 20_000, interval: 50 });
      },
      async answer(question: string, ...keys: readonly string[]): Promise<void> {
        await this.shows(question);
        tmux(['send-keys', '-t', pane, ...keys]);
      },
      press(...keys: readonly string[]): void {
        tmux(['send-keys', '-t', pane, ...keys]);
      },
      /** Types a text in one piece. */
      paste(text: string): void {
        tmux(['set-buffer', text]);
        tmux(['paste-buffer', '-d', '-t', pane]);
      },
      /** Forgets what was shown before, so that only what follows is looked for. */
      clear(): void {
        tmux(['clear-history', '-t', pane]);
      },
      resize(width: number, height: number): void {
        tmux(['resize-window', '-t', pane, '-x', String(width), '-y', String(height)]);
      },
      /** Closes the window, as somebody who has had enough. */
      close(): void {
        tmux(['kill-pane', '-t', pane]);
      },
      /** Exit status, and all that the pane shows with its colours. */
      async ended(): Promise<{ readonly status: number; readonly shown: string }> {
        const isDead = () => tmux(['display-message', '-p', '-t', pane, '#{pane_dead}']).trim();
        await vi.waitFor(() => expect(isDead()).toBe('1'), { timeout: 30_000, interval: 50 });
        return { status: Number(readFileSync(statusFile, 'utf8')), shown: shown() };
      },
    };
  }

  return { start, close: () => tmux(['kill-server']) };
}

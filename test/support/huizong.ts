import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/huizong.js');

export interface Ended {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HuizongOptions {
  readonly cwd?: string;
  /** Beside PATH, a Chinese locale, UTC and no colours, which may be overridden. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in; nothing when it is left out. */
  readonly input?: string;
}

/** Runs the built program as users do: a process of its own with a reduced environment. */
export function huizong(args: readonly string[], options: HuizongOptions = {}): Promise<Ended> {
  return startHuizong(args, options).ended;
}

/** A running program and its end, for tests that close its streams or send it signals. */
export function startHuizong(args: readonly string[], { cwd = root, env = {}, input }: HuizongOptions = {}) {
  if (!existsSync(join(root, 'dist/bundle/huizong.js'))) throw new Error('dist/ is missing: run npm run build first');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', TZ: 'UTC', NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
  return { child, ended };
}

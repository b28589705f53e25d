import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How a process ended and what it took. */
export interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of all its threads, however busy the machine is. */
  readonly cpuSeconds: number;
  /** The most that was held in memory at a time. */
  readonly megabytes: number;
}

/** Says on the fourth stream what the process took. */
const SAY = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

/** Runs the built program as a process of its own and measures it. */
export function measured(args: readonly string[], cwd: string): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', SAY, join(root, 'bin/huizong.js'), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', TZ: 'UTC', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, ...streams] = child.stdio;
  const texts = streams.map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const [stdout = '', stderr = '', usage = ''] = texts.map((text) => text());
      const { maxRSS, userCPUTime, systemCPUTime }: NodeJS.ResourceUsage = JSON.parse(usage);
      const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
      resolve({ status, stdout, stderr, cpuSeconds, megabytes: maxRSS / 1024 });
    });
  });
}

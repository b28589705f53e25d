import { hostname, uptime } from 'node:os';

/** Which process holds a lock. */
export interface LockHolder {
  readonly pid: number;
  /** Name of its computer. */
  readonly host: string;
  /** When that computer was started, in seconds since 1970: before it no process of today ran. */
  readonly booted: number;
}

/** This process, and how it sees others of its computer. */
export interface LockSelf extends LockHolder {
  readonly isRunning: (pid: number) => boolean;
}

/** This process as locks know it. */
export function thisProcess(): LockSelf {
  return { pid: process.pid, host: hostname(), booted: Date.now() / 1000 - uptime(), isRunning };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}

// Runs programs in turn, several rounds, and prints what they took beside the first of them.
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const usage = join(tmpdir(), `huizong-bench-usage-${process.pid}.json`);
const atExit = new URL('./usage-at-exit.mjs', import.meta.url).href;

/** Without what makes Node do more at its start than it does for most: reading certificates takes it as long as all else. */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...plainEnvironment } = process.env;

/** Whether a command runs and ends well. */
export function runs(program, args) {
  return new Promise((resolve) => {
    execFile(program, args, (error) => resolve(error === null));
  });
}

/** Arguments of node that measure what is run. */
export function measuredNode(file, args) {
  return { program: process.execPath, args: ['--import', atExit, file, ...args] };
}

/** Runs a program to its end; seconds on the clock and of the processor, and the most memory it held, where it says so. */
function once({ program, args, cwd }) {
  return new Promise((resolve, reject) => {
    rmSync(usage, { force: true });
    const begun = performance.now();
    const child = spawn(program, args, {
      ...{ cwd, stdio: ['ignore', 'ignore', 'pipe'] },
      env: { ...plainEnvironment, HUIZONG_BENCH_USAGE: usage },
    });
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - begun) / 1000;
      if (code !== 0) return reject(new Error(`${program} ${args.join(' ')} ended with ${code}\n${complaint}`));
      const said = existsSync(usage) ? JSON.parse(readFileSync(usage, 'utf8')) : {};
      rmSync(usage, { force: true });
      resolve({ seconds, cpu: said.cpu ?? Number.NaN, megabytes: said.megabytes ?? Number.NaN });
    });
  });
}

/** The smallest, the middle and the largest of some numbers. */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
}

/** Measures programs `{ name, program, args }`, each once a round. */
export async function measureAll(programs, rounds) {
  const taken = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const one of programs) taken.get(one.name).push(await once(one));
  }
  return programs.map(({ name }) => {
    const own = taken.get(name);
    const of = (field) => spread(own.map((one) => one[field]));
    return { name, seconds: of('seconds'), cpu: of('cpu'), megabytes: of('megabytes') };
  });
}

/** Prints what was measured; ratios say how many times as long as the first of them each took. */
export async function compare(title, programs, rounds) {
  const results = await measureAll(programs, rounds);
  const [first] = results;
  console.log(`\n${title} (${rounds} rounds)`);
  console.log(
    `${''.padEnd(30)}${['seconds: min', 'median', 'max', 'x first', 'cpu s', 'x first', 'MB'].map((one) => one.padStart(13)).join('')}`,
  );
  for (const { name, seconds, cpu, megabytes } of results) {
    const numbers = [
      ...seconds.map((one) => one.toFixed(2)),
      (seconds[1] / first.seconds[1]).toFixed(2),
      cpu[1].toFixed(2),
      (cpu[1] / first.cpu[1]).toFixed(2),
      megabytes[1].toFixed(0),
    ];
    console.log(name.padEnd(30) + numbers.map((one) => one.replace('NaN', '—').padStart(13)).join(''));
  }
  return results;
}

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
/** A copy of what is published, to be damaged. */
const copy = mkdtempSync(join(tmpdir(), 'huizong-kept-'));
const bundle = join(copy, 'dist/bundle');
/** The code of what reads a return. */
const code = join(bundle, readdirSync(join(root, 'dist/bundle')).find((name) => /^road-.*\.code$/.test(name)) ?? '');
const whole = readFileSync(join(root, 'dist/bundle', basename(code)));

let compiledAnew = '';

beforeAll(async () => {
  for (const name of ['bin', 'dist', 'schemes', 'templates', 'package.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  rmSync(code);
  compiledAnew = await reported();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The report of a quarter by the copy, as JSON. */
async function reported(): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    [
      ...[join(copy, 'bin/huizong.js'), 'report', join(root, 'fixtures/2024Q1')],
      ...['--as-of', '2024-04-20', '-f', 'json', '-o', '-', '-q'],
    ],
    { maxBuffer: 1 << 26, env: { PATH: process.env['PATH'] ?? '' } },
  );
  return stdout;
}

/** The same code as another version of Node would have sealed it. */
function ofOtherNode(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('\n') + 1;
  const seal = bytes.toString('utf8', end).replace(process.version, 'v21.0.0');
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(seal)]);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0x55;
  return changed;
}

describe('code that the build has compiled', () => {
  test('is that of the bundle, and what V8 takes', async () => {
    const script = `
      const { openBundle } = require('./bin/bundle.cjs');
      const { readdirSync, readFileSync } = require('node:fs');
      const folder = require('node:path').resolve('dist/bundle');
      const names = readdirSync(folder).flatMap((name) => /^(.*)\\.code$/.exec(name)?.[1] ?? []);
      // Under the flags of a run.
      openBundle(folder).load(names[0]);
      console.log(JSON.stringify(names.map((name) => {
        const source = require('node:module').wrap(readFileSync('dist/bundle/' + name, 'utf8'));
        const bytes = readFileSync('dist/bundle/' + name + '.code');
        const cachedData = bytes.subarray(0, bytes.lastIndexOf('\\n'));
        return [name, new (require('node:vm').Script)(source, { filename: name, cachedData }).cachedDataRejected];
      })));`;
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: root });
    const taken: readonly [string, boolean][] = JSON.parse(stdout);
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(([, isRejected]) => isRejected)).toEqual([]);
    expect(taken.map(([name]) => name.replace(/-[\w-]{8}\.js$/, ''))).toContain('road');
  });

  test('is taken also when a thread was started', async () => {
    const script = `
      const vm = require('node:vm');
      const { readdirSync } = require('node:fs');
      const rejected = [];
      vm.Script = class extends vm.Script {
        constructor(source, options) {
          super(source, options);
          if (options.cachedData) rejected.push(this.cachedDataRejected);
        }
      };
      const folder = require('node:path').resolve('dist/bundle');
      const { load } = require('./bin/bundle.cjs').openBundle(folder);
      // Both have kept code, and the first needs nothing of the second.
      const [base, road] = ['base', 'road'].map((name) => readdirSync(folder).find((file) => file.startsWith(name + '-') && file.endsWith('.js')));
      load(base);
      const worker = new (require('node:worker_threads').Worker)(folder + '/zip-worker.js', { execArgv: [] });
      worker.once('online', () => {
        const before = rejected.length;
        load(road);
        console.log(JSON.stringify([before, ...rejected.slice(before)]));
        worker.terminate();
      });`;
    const [before, ...later] = JSON.parse((await run(process.execPath, ['-e', script], { cwd: root })).stdout);
    expect(before).toBeGreaterThan(0);
    expect(new Set(later)).toEqual(new Set([false]));
  });

  test.each<[string, () => Buffer]>([
    ['is there', () => whole],
    ['is empty', () => Buffer.alloc(0)],
    ['is cut off', () => whole.subarray(0, whole.length >> 1)],
    ['is damaged in its middle', () => flipped(whole, whole.length >> 1)],
    ['is damaged at its end', () => flipped(whole, whole.length - 1)],
    ['has a damaged beginning', () => flipped(whole, 3)],
    ['is that of another Node', () => ofOtherNode(whole)],
  ])('makes no difference when it %s', async (_, bytes) => {
    writeFileSync(code, bytes());
    expect(JSON.parse(compiledAnew).coverage.due).toBe(21);
    expect(await reported()).toBe(compiledAnew);
  });

  test('makes no difference when it cannot be read', async () => {
    rmSync(code);
    mkdirSync(code);
    try {
      expect(await reported()).toBe(compiledAnew);
    } finally {
      rmSync(code, { recursive: true });
    }
  });

  test('counts only for the source that it was made of, though another be as long', async () => {
    const path = code.replace(/\.code$/, '');
    const source = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      source.replace(/^const .{40,}$/m, ({ length }) => 'throw new Error("another source");'.padEnd(length)),
    );
    writeFileSync(code, whole);
    await expect(reported()).rejects.toThrow('another source');
  });
});

describe('the space for new objects', () => {
  const version = Number.parseInt(process.versions.v8, 10);

  test.skipIf(version > 13)('grows no further than a run needs (V8 13 and before)', async () => {
    const script = `
      const { openBundle } = require('./bin/bundle.cjs');
      const { getHeapSpaceStatistics } = require('node:v8');
      const bundle = require('node:path').resolve('dist/bundle');
      const size = (name) => require('node:fs').statSync(bundle + '/' + name).size;
      const names = require('node:fs').readdirSync(bundle).filter((name) => name.endsWith('.js'));
      openBundle(bundle).load(names.toSorted((a, b) => size(b) - size(a))[0]);
      const living = [];
      for (let at = 0; at < 500; at++) living.push(Array.from({ length: 4000 }, (_, number) => ({ number })));
      console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);`;
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: root });
    expect(Number(stdout)).toBe(8 * 2 ** 20);
  });
});

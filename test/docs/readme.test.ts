import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huizong-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** Lines of the fenced blocks of a page. */
function commands(name: string): readonly string[] {
  return [...read(name).matchAll(/^```\w*\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'));
}

describe('the two commands of the README', () => {
  const own = commands('README.md').filter((line) => line.startsWith('npm ci'));

  test('stand alone, and .ci/run runs the second one', () => {
    const [compile, tests] = own;
    expect(own).toHaveLength(2);
    expect(compile).toMatch(/^npm ci && npm run build && node bin\/huizong\.js report fixtures\/2024Q1 /);
    const lines = read('.ci/run')
      .split('\n')
      .map((line) => line.replace(' || status=1', ''));
    expect(lines).toContain(tests);
  });

  test('the first one writes the four reports that it names', async () => {
    const words = own[0]?.split('node bin/huizong.js ')[1]?.split(' ') ?? [];
    const out = join(folder, 'out');
    const { status } = await huizong([...words.slice(0, words.indexOf('-o')), '-o', out]);
    expect(status).toBe(0);
    const reports = readdirSync(out).filter((name) => name.startsWith('report.'));
    expect(reports.toSorted()).toEqual(['report.html', 'report.json', 'report.md', 'report.xlsx']);
  });
});

test.each([['README.md'], ['README.zh-CN.md'], ['CHANGELOG.md']])('links of %s lead to files', (name) => {
  const links = [...read(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
  const local = links.filter((target) => !/^https?:/.test(target));
  expect(local.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test.each([['README.md'], ['README.zh-CN.md']])('scripts that %s names exist', (name) => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...read(name).matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);
  expect(named.filter((script) => !Object.hasOwn(scripts, script ?? ''))).toEqual([]);
});

test('the version that the Chinese page installs is the package’s', () => {
  const { version } = JSON.parse(read('package.json'));
  expect([...new Set(read('README.zh-CN.md').match(/huizong-\d[\d.]*\d\.tgz/g))]).toEqual([`huizong-${version}.tgz`]);
});

test('the lock file names the packages of every platform, or npm ci refuses it', () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(
    read('package-lock.json'),
  ).packages;
  const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  expect(optional.filter((name) => !Object.hasOwn(packages, `node_modules/${name}`))).toEqual([]);
});

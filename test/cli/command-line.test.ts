import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { helpPage } from '../../src/cli/help.ts';
import { helpTexts } from '../../src/cli/help-words.ts';
import { manual } from '../../src/cli/manual.ts';
import { COMMANDS } from '../../src/cli/options.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { displayWidth } from '../../src/text/width.ts';
import { huizong, startHuizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];
let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'huizong-cli-'));
  folders.push(cwd);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function lines(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

describe('help', () => {
  test.each(LANGUAGES)('every page in %s fits 80 columns, Chinese counted as two', async (language) => {
    const texts = await helpTexts(language);
    for (const { id } of COMMANDS) {
      const page = helpPage(id, texts);
      expect(lines(page).filter((line) => displayWidth(line) > 80)).toEqual([]);
      expect(page).not.toMatch(/undefined/);
      expect(lines(page).filter((line) => /\s$/.test(line))).toEqual([]);
    }
  });

  test.each([[[]], [['--help']], [['-h']], [['help']], [['--lang', 'zh-CN']]])(
    'huizong %j is the program page',
    async (args) => {
      const { status, stdout, stderr } = await huizong(args, { cwd });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe(helpPage('', await helpTexts('zh-CN')));
    },
  );

  test.each([
    [['report', '--help']],
    [['help', 'report']],
    [['-h', 'report']],
    [['report', 'x', '--period', '2024Q1', '-h']],
  ])('huizong %j is the page of report', async (args) => {
    const { status, stdout } = await huizong(args, { cwd });
    expect(status).toBe(0);
    expect(stdout).toBe(helpPage('report', await helpTexts('zh-CN')));
  });

  test('a group alone shows its commands', async () => {
    const { status, stdout } = await huizong(['scheme'], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: helpPage('scheme', await helpTexts('zh-CN')) });
  });

  test.each([
    ['--lang en', ['--help', '--lang', 'en'], {}],
    ['--lang=en', ['--help', '--lang=en'], {}],
    ['HUIZONG_LANG', ['--help'], { HUIZONG_LANG: 'en' }],
    ['LANG', ['--help'], { LANG: 'en_US.UTF-8' }],
  ])('is English by %s', async (_, args, env) => {
    const { stdout } = await huizong(args, { cwd, env });
    expect(stdout).toBe(helpPage('', await helpTexts('en')));
  });

  test('docs/cli.md is current', async () => {
    expect(readFileSync(join(root, 'docs/cli.md'), 'utf8')).toBe((await manual()).get('docs/cli.md'));
  });

  test.each(LANGUAGES)('pages laid out beforehand are current: %s', async (language) => {
    const texts = await helpTexts(language);
    const { PAGES } = await (language === 'en'
      ? import('../../src/message/en/help-pages.ts')
      : import('../../src/message/zh-CN/help-pages.ts'));
    const pages = COMMANDS.map(({ id }) => [id, helpPage(id, texts)]);
    expect(PAGES).toEqual(Object.fromEntries(pages));
  });
});

test.each([['-V'], ['--version']])('%s prints the version of the package', async (flag) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(await huizong([flag], { cwd })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(await huizong(['report', flag], { cwd })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('mistakes of use end with 2 and one line that helps', () => {
  test.each([
    [['reprot', 'x'], 'report'],
    [['report', 'x', '--perid', '2024Q1'], '--period'],
    [['report'], 'huizong report --help'],
    [['status', '--chase'], 'huizong status 报送件'],
    [['form', ''], 'PATH'],
    [['scheme', 'chekc'], 'check'],
    [['report', 'x', '-f', 'pdf'], 'md、html、xlsx、json'],
    [['report', 'x', '-o'], '-o, --output'],
    [['report', 'x', '--period', '2024第一季度'], '2024Q1'],
    [['report', 'x', '--period', '2024'], '2024Q1'],
    [['report', 'x', '--as-of', '2024-02-30'], '2024-04-20'],
    [['report', 'x', '--area', '长沙市'], '--area'],
    [['report', 'x', '-o', '-'], '-f md'],
    [['check', 'x', '--fail-on', 'fatal'], 'error、warning、info、never'],
    [['check', 'x', '--color', 'blue'], 'always、never、auto'],
    [['--lang', 'fr', 'check', 'x'], 'zh-CN、en'],
    [['report', 'nowhere/'], 'nowhere'],
    [['scheme', 'show', 'a', 'b'], 'huizong scheme show --help'],
    [['report', ''], 'huizong report --help'],
    [['report', 'x', '-o', ''], '--output'],
    [['report', 'x', '--scheme', ''], '--scheme'],
    [['help', 'reprot'], 'reprot'],
    [['explain', 'NUMBR_UNREADABLE'], 'NUMBER_UNREADABLE'],
    [['explain', 'L999'], 'huizong explain'],
    [['explain', ''], 'huizong explain --help'],
    [['explain', 'L107', 'L108'], 'huizong explain --help'],
    [['explain', 'L107', '-f', 'csv'], 'text、json'],
  ])('%j', async (args, helpful) => {
    const { status, stdout, stderr } = await huizong(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/^huizong: /);
    expect(stderr).toContain(helpful);
  });

  test('in English too', async () => {
    const { stderr } = await huizong(['reprot', '--lang', 'en'], { cwd });
    expect(stderr).toBe('huizong: there is no command "reprot"; did you mean report? (see huizong --help)\n');
  });

  test('keys of --set that are unknown are told with those that are known', async () => {
    const { stderr } = await huizong(['report', 'x', '--set', 'foo=bar', '--lang', 'en'], { cwd });
    expect(stderr).toMatch(/^huizong: --set: there is no "foo"\. The keys are cases, /);
  });

  test('--debug adds the stack', async () => {
    const { stderr } = await huizong(['report', 'nowhere/', '--debug'], { cwd });
    expect(stderr).toMatch(/\n\s+at .*\.js:\d+/);
  });

  test('SOURCE_DATE_EPOCH must be seconds', async () => {
    const { status, stderr } = await huizong(['report', 'x'], { cwd, env: { SOURCE_DATE_EPOCH: 'today' } });
    expect(status).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH');
  });
});

describe.skipIf(process.platform !== 'linux')('a disk that is full behind standard output', () => {
  test.each([
    [['--version']],
    [['--help']],
    [['scheme', 'show']],
    [['explain', 'L101']],
    [['check', 'fixtures/2024Q1']],
    [['report', 'fixtures/2024Q1', '-f', 'md', '-o', '-']],
  ])('ends huizong %j with 2 and one line', (args) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['bin/huizong.js', ...args, '--lang', 'en'], {
      cwd: root,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(lines(stderr).at(-1)).toMatch(/^huizong: cannot write to standard output: ENOSPC/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('explain', () => {
  test.each(['NUMBER_UNREADABLE', 'number_unreadable', ' Number_Unreadable '])('%j is one code', async (code) => {
    const { status, stdout, stderr } = await huizong(['explain', code], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines(stdout)).toHaveLength(4);
    expect(stdout).toMatch(/^NUMBER_UNREADABLE {2}错误 {2}数字读不懂\n {2}是什么 /);
  });

  test('a rule of the scheme, of the one that is named', async () => {
    const { stdout } = await huizong(['explain', 'l107', '--lang', 'en'], { cwd });
    expect(stdout).toMatch(/^L107 {2}error {2}graduates cannot exceed jobs filled\n/);
    const own = join(cwd, '制度');
    cpSync(join(root, 'schemes/guangdong-six-tasks'), own, { recursive: true });
    const path = join(own, 'scheme.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('severity: {}', 'severity: { L107: info }'));
    const milder = await huizong(['explain', 'L107', '--scheme', '制度'], { cwd });
    expect(milder.stdout).toMatch(/^L107 {2}提醒 /);
  });

  test('no code: all of them, one a line under headings', async () => {
    const { status, stdout } = await huizong(['explain'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^文件\n {2}FILE_EMPTY +错误 {2}空文件\n/);
    expect(stdout).toMatch(/\n报表制度的规则\n {2}L101 +错误 {2}/);
  });

  test('as JSON, worded by --lang alone', async () => {
    const one = await huizong(['explain', 'DATE_FUTURE', '-f', 'json'], { cwd, env: { LANG: 'en_US.UTF-8' } });
    expect(JSON.parse(one.stdout)).toMatchObject({ code: 'DATE_FUTURE', severity: 'error', title: '日期在将来' });
    const all: unknown[] = JSON.parse((await huizong(['explain', '-f', 'json'], { cwd })).stdout);
    expect(all).toContainEqual(JSON.parse(one.stdout));
  });
});

describe('scheme', () => {
  test('check of the built-in one says how much it holds', async () => {
    const { status, stdout, stderr } = await huizong(['scheme', 'check'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/guangdong-six-tasks.*没有错误/);
  });

  test('check of a broken one tells all faults with file and line, and ends with 2', async () => {
    const broken = join(cwd, '制度');
    cpSync(join(root, 'schemes/guangdong-six-tasks'), broken, { recursive: true });
    const edit = (file: string, from: string, to: string) => {
      const path = join(broken, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    edit('rules.csv', 't0_assoc_registered', 't0_nothing');
    edit('indicators.csv', ',stock,', ',stok,');
    const { status, stdout, stderr } = await huizong(['scheme', 'check', '制度'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^huizong: .*制度/);
    expect(stderr).toMatch(/rules\.csv 第 2 行.*t0_nothing/);
    expect(stderr).toMatch(/indicators\.csv 第 2 行.*stok/);
    const english = await huizong(['scheme', 'check', '制度', '--lang', 'en'], { cwd });
    expect(english.stderr).toMatch(/rules\.csv:2.*t0_nothing/);
  });

  test('show lists tasks and indicators; as JSON it is one object', async () => {
    const text = await huizong(['scheme', 'show'], { cwd });
    expect(text.stdout).toContain('t5_jobs_offered');
    const json = await huizong(['scheme', 'show', '-f', 'json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ id: 'guangdong-six-tasks' });
  });
});

describe('colours', () => {
  const ESCAPE = '\u001B[';
  test.each([
    ['none in a pipe', [], {}, false],
    ['--color always', ['--color', 'always'], {}, true],
    ['--color always before NO_COLOR', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
    ['FORCE_COLOR before NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['--no-color before FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['--color never before FORCE_COLOR', ['--color=never'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, args, env, coloured) => {
    const { stdout } = await huizong(['scheme', 'show', ...args], { cwd, env: { NO_COLOR: '', ...env } });
    expect(stdout.includes(ESCAPE)).toBe(coloured);
  });
});

test('a reader that goes away early is no error', async () => {
  const { child, ended } = startHuizong(['scheme', 'show', '-f', 'json'], { cwd });
  child.stdout.destroy();
  const { status, stderr } = await ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.skipIf(process.platform === 'win32')(
  'a folder that was deleted meanwhile is no bug: what is not there is told',
  () => {
    const script = `cd "$0" && rmdir "$0" && "$1" "$2" report returns; echo "exit $?"`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script, cwd, process.execPath, join(root, 'bin/huizong.js')], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    });
    expect({ stdout, stderr }).toEqual({
      stdout: 'exit 2\n',
      stderr: 'huizong: 找不到“returns”，请核对文件夹或文件的名称。\n',
    });
  },
);

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { copyOf } from '../../src/render/template-copy.ts';
import { smallTemplate } from '../support/filled-workbook.ts';
import { huizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];
let ws = '';

beforeEach(() => {
  ws = mkdtempSync(join(tmpdir(), 'huizong-template-'));
  folders.push(ws);
  write('huizong.yaml', '');
  write(
    'returns/2024Q1/东莞市.csv',
    '填报单位：东莞市,报告期：2024Q1\n县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n,助力就业,东莞市甲协会,春季招聘会,招聘活动,2024-01-20,10\n',
  );
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(ws, name, '..'), { recursive: true });
  writeFileSync(join(ws, name), content);
}
const read = (name: string) => readFileSync(join(ws, name), 'utf8');
const builtin = (name: string) => readFileSync(join(root, 'templates', name), 'utf8');
const run = (args: readonly string[], cwd = ws) => huizong(args, { cwd });
const report = (args: readonly string[], out: string) =>
  run(['report', ...args, '--as-of', '2024-04-20', '-q', '-f', 'md', '-f', 'html', '-o', out]);

describe('template eject', () => {
  test('writes copies that know what they are of, with which a report is the same byte for byte', async () => {
    expect(await report([], 'before')).toMatchObject({ status: 0, stderr: '' });
    expect((await run(['template', 'eject'])).status).toBe(0);
    expect(readdirSync(join(ws, 'templates')).filter((name) => !name.startsWith('.'))).toEqual(
      readdirSync(join(root, 'templates')),
    );
    expect(read('templates/overview.md.hbs')).toMatch(/^\{\{!-- huizong overview\.md 1 sha256:[0-9a-f]{64} --\}\}\n/);
    expect(read('templates/style.css')).toMatch(/^\/\* huizong style\.css 1 sha256:[0-9a-f]{64} \*\/\n/);
    expect(await report([], 'after')).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['report.md', 'report.html']) expect(read(`after/${name}`)).toBe(read(`before/${name}`));
  });

  test('takes a part of one format, of both, or by its file name', async () => {
    expect((await run(['template', 'eject', 'overview', 'cell.md', 'style.css', 'tasks.html.hbs'])).status).toBe(0);
    expect(readdirSync(join(ws, 'templates')).filter((name) => !name.startsWith('.'))).toEqual([
      ...['cell.md.hbs', 'overview.html.hbs', 'overview.md.hbs', 'style.css', 'tasks.html.hbs'],
    ]);
  });

  test('never replaces what was edited, nor writes anything then, without --force', async () => {
    write('templates/overview.md.hbs', '自己的');
    const refused = await run(['template', 'eject', 'overview', 'tasks']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(read('templates/overview.md.hbs')).toBe('自己的');
    expect(readdirSync(join(ws, 'templates'))).toEqual(['overview.md.hbs']);
    expect((await run(['template', 'eject', 'overview', '--force'])).status).toBe(0);
    expect(read('templates/overview.md.hbs')).toBe(copyOf('overview.md.hbs', builtin('overview.md.hbs')));
  });

  test.each([
    ['an unknown part', ['overveiw.md'], /overview\.md/],
    ['an empty part', [''], /PART/],
  ])('%s is refused', async (_name, args, expected) => {
    const { status, stderr } = await run(['template', 'eject', ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
  });

  test('without a workspace needs -o', async () => {
    rmSync(join(ws, 'huizong.yaml'));
    const { status, stderr } = await run(['template', 'eject', 'overview.md']);
    expect(status).toBe(2);
    expect(stderr).toContain('-o');
    expect((await run(['template', 'eject', 'overview.md', '-o', '模板'])).status).toBe(0);
    expect(read('模板/overview.md.hbs')).toContain('总体情况');
  });
});

describe('which templates count', () => {
  const title = (out: string) => read(`${out}/report.md`).split('\n').at(0);

  test('--template, then those of the workspace, then the built-in ones, part by part', async () => {
    write('templates/cases.md.hbs', '工作区的做法\n');
    write('templates/next-steps.md.hbs', '工作区的下一步');
    write('other/next-steps.md.hbs', '另一个下一步');
    await report([], 'ws');
    await report(['--template', 'other'], 'other');
    expect(read('ws/report.md')).toContain('工作区的做法\n\n## 五');
    expect(read('ws/report.md')).toContain('工作区的下一步');
    expect(read('other/report.md')).toContain('工作区的做法\n\n## 五');
    expect(read('other/report.md')).toContain('另一个下一步');
    expect(read('other/report.md')).not.toContain('工作区的下一步');
  });

  test('a name is a folder in the templates of the workspace, which the settings name', async () => {
    write('huizong.yaml', 'templates: 模板\n');
    write('模板/简报/report.md.hbs', '# 简报：{{title}}\n\n{{> overview.md}}\n');
    expect((await report(['--template', '简报'], 'brief')).status).toBe(0);
    expect(title('brief')).toBe('# 简报：东莞市2024年第一季度行业协会商会六项重点任务进展情况');
    expect(read('brief/report.md')).toContain('一、总体情况');
    const { status, stderr } = await report(['--template', '简讯'], 'no');
    expect(status).toBe(2);
    expect(stderr).toContain('简报');
  });

  test('a single file is the part of its name, or else the report of its format', async () => {
    write('cases.md.hbs', '换了做法');
    write('我的.md.hbs', '只有{{title}}');
    write('我的.txt', '');
    await report(['--template', 'cases.md.hbs'], 'part');
    expect(read('part/report.md')).toContain('换了做法');
    await report(['--template', '我的.md.hbs'], 'whole');
    expect(read('whole/report.md')).toMatch(/^只有.*2024年第一季度/);
    expect(await report(['--template', '我的.txt'], 'no')).toMatchObject({ status: 2 });
  });

  test('status -f md uses them, too', async () => {
    write('templates/status.md.hbs', '我的{{area.name}}');
    const { status, stdout } = await run(['status', '-f', 'md', '--area', '广东省']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '我的广东省\n' });
  });

  test('a folder of the settings that is not there is told', async () => {
    write('huizong.yaml', 'templates: 没有\n');
    const { status, stderr } = await report([], 'out');
    expect(status).toBe(2);
    expect(stderr).toContain('没有');
  });

  test('a file that leads out of its folder, or is no text, is refused; line ends and encodings of Windows are read', async () => {
    write('secret.txt', '秘密');
    mkdirSync(join(ws, 'templates'));
    symlinkSync(join(ws, 'secret.txt'), join(ws, 'templates/cases.md.hbs'));
    write('templates/tasks.md.hbs', Uint8Array.of(0xff, 0xff, 0xff, 0x80));
    write('templates/next-steps.md.hbs', Buffer.from('\uFEFF第一行\r\n第二行', 'utf16le'));
    const { status, stderr } = await report([], 'out');
    expect(status).toBe(2);
    expect(stderr).toContain('cases.md.hbs');
    expect(stderr).toContain('tasks.md.hbs');
    rmSync(join(ws, 'templates/cases.md.hbs'));
    rmSync(join(ws, 'templates/tasks.md.hbs'));
    expect((await report([], 'out')).status).toBe(0);
    expect(read('out/report.md')).toContain('第一行\n第二行');
  });
});

const FIVE = [
  '{{nums coverage.due}}',
  '{{#each coverage.bureaus}}{{nmae}}{{/each}}',
  '{{> nowhere.md}}',
  '{{pct 1 2}}',
  '{{#if title}}',
].map((line, at) => [`templates/part${at}.md.hbs`, line] as const);

describe('faults', () => {
  test('five different mistakes are told in one run, by report and by check, with file, line, column and caret', async () => {
    for (const [name, text] of FIVE) write(name, `第一行\n${text}\n`);
    write('templates/cases.md.hbs', FIVE.map((_, at) => `{{> part${at}.md}}`).join('\n'));
    for (const args of [
      ['report', '-o', 'out'],
      ['template', 'check'],
    ]) {
      const { status, stdout, stderr } = await run([...args, '--lang', 'en']);
      expect(status).toBe(2);
      const lines = `${stdout}${stderr}`.split('\n');
      expect(lines.filter((line) => /^ {2}templates\//.test(line))).toEqual([
        '  templates/part0.md.hbs:2:1: no helper named "nums"; did you mean "num"?',
        '  templates/part1.md.hbs:2:29: the data has no "nmae" here; did you mean "name"? (called from cases.md:2)',
        '  templates/part2.md.hbs:2:1: no partial named "nowhere.md"',
        '  templates/part3.md.hbs:2:1: wrong number of arguments; it is written {{pct value}}',
        '  templates/part4.md.hbs:2:1: {{#if title}} is never closed',
      ]);
      expect(lines).toContain('      {{#each coverage.bureaus}}{{nmae}}{{/each}}');
      expect(lines).toContain(`      ${' '.repeat(28)}^`);
    }
    expect(readdirSync(ws)).not.toContain('out');
  });

  test('check -f json carries code, place and arguments', async () => {
    write('templates/cases.md.hbs', '{{titel}}');
    const { status, stdout } = await run(['template', 'check', '-f', 'json', '--lang', 'en']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      parts: 1,
      faults: [
        {
          code: 'TEMPLATE_DATA_UNKNOWN',
          ...{ file: 'templates/cases.md.hbs', sheet: null, cell: null },
          line: 1,
          column: 3,
          message: expect.stringContaining('"titel"'),
          args: { name: 'titel', nearest: ['title'], via: 'report.md:15' },
          excerpt: ['{{titel}}', '  ^'],
        },
      ],
      warnings: [],
      marks: [],
    });
  });

  test('check takes folders and files, and without any templates of one’s own checks the built-in ones', async () => {
    expect(await run(['template', 'check'])).toMatchObject({ status: 0, stderr: '' });
    write('a/cases.md.hbs', '{{a}}');
    write('b.html.hbs', '{{b}}');
    const { status, stdout } = await run(['template', 'check', 'a', 'b.html.hbs']);
    expect(status).toBe(2);
    expect(stdout).toContain('a/cases.md.hbs');
    expect(stdout).toContain('b.html.hbs');
    expect((await run(['template', 'check', 'nowhere'])).status).toBe(2);
  });
});

describe('copies of what has changed since', () => {
  /** A copy as an earlier version would have made it, when the part had another first heading. */
  function staleCopy(): string {
    const before = builtin('cases.md.hbs').replace('典型做法', '工作做法');
    write('templates/.builtin/cases.md.hbs', before);
    const copy = copyOf('cases.md.hbs', before);
    write('templates/cases.md.hbs', `${copy}另加一句。\n`);
    return copy;
  }

  test('check says what changed upstream, and report that they are old; neither refuses', async () => {
    staleCopy();
    const { status, stdout } = await run(['template', 'check']);
    expect(status).toBe(0);
    expect(stdout).toContain('templates/cases.md.hbs');
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['        - ## 四、工作做法', '        + ## 四、典型做法']),
    );
    expect(stdout).toContain(copyOf('cases.md.hbs', builtin('cases.md.hbs')).split('\n')[0]);
    const made = await run(['report', '-f', 'md', '-o', 'out']);
    expect(made.status).toBe(0);
    expect(made.stderr).toContain('templates/cases.md.hbs');
    expect(JSON.parse((await run(['template', 'check', '-f', 'json'])).stdout).warnings).toEqual([
      {
        code: 'TEMPLATE_STALE',
        file: 'templates/cases.md.hbs',
        message: expect.any(String),
        changes: [{ line: 1, removed: ['## 四、工作做法'], added: ['## 四、典型做法'] }],
        part: 'cases.md',
      },
    ]);
  });

  test('without the text that it was made of, check says how to compare', async () => {
    staleCopy();
    rmSync(join(ws, 'templates/.builtin'), { recursive: true });
    expect((await run(['template', 'check'])).stdout).toContain('huizong template eject cases.md -o');
  });

  test('list tells own, edited, unchanged and stale parts', async () => {
    staleCopy();
    await run(['template', 'eject', 'tasks.md', 'regions.md']);
    write('templates/tasks.md.hbs', `${read('templates/tasks.md.hbs')}尾`);
    write('templates/overview.md.hbs', '自己写的');
    const parts: readonly { part: string; state: string; file: string | null }[] = JSON.parse(
      (await run(['template', 'list', '-f', 'json'])).stdout,
    );
    const states = Object.fromEntries(
      parts.filter(({ file }) => file !== null).map(({ part, state }) => [part, state]),
    );
    expect(states).toEqual({
      'cases.md': 'stale',
      'overview.md': 'own',
      'regions.md': 'unchanged',
      'tasks.md': 'edited',
    });
    expect(parts).toContainEqual({ part: 'report.md', format: 'md', document: true, state: 'builtin', file: null });
    const { stdout } = await run(['template', 'list']);
    expect(stdout.split('\n').find((line) => line.startsWith('tasks.md '))).toMatch(
      /templates\/tasks\.md\.hbs\s+改过$/,
    );
  });

  test('files that nothing uses, and names that are none of a template, are told', async () => {
    write('templates/overveiw.md.hbs', '');
    write('templates/overview.md.hbs.txt', '');
    const { status, stdout } = await run(['template', 'check']);
    expect(status).toBe(0);
    expect(stdout).toContain('overview.md.hbs');
    expect(stdout).toContain('templates/overview.md.hbs.txt');
  });
});

describe('a workbook as template', () => {
  const rows = [
    ['{{title}}'],
    ['{{#each coverage.bureaus}}{{name}}', '{{state}}', '{{/each}}'],
    ['合计', '=COUNTA(A2:A2)'],
  ];
  const xlsx = (args: readonly string[]) =>
    run(['report', ...args, '--as-of', '2024-04-20', '-q', '-f', 'xlsx', '-o', 'out', '--force']);
  const cell = (address: string) => readBook(readFileSync(join(ws, 'out/report.xlsx'))).Sheets['表']?.[address]?.v;

  test('is filled: given by --template, or as report.xlsx among those of the workspace; the same bytes each time', async () => {
    write('本局.xlsx', await smallTemplate({ 表: rows }));
    expect(await xlsx(['--template', '本局.xlsx'])).toMatchObject({ status: 0, stderr: '' });
    expect(cell('A1')).toBe('东莞市2024年第一季度行业协会商会六项重点任务进展情况');
    expect(cell('B3')).toBe(1);
    const before = readFileSync(join(ws, 'out/report.xlsx'));
    write('templates/report.xlsx', await smallTemplate({ 表: rows }));
    expect((await xlsx([])).status).toBe(0);
    expect(readFileSync(join(ws, 'out/report.xlsx')).equals(before)).toBe(true);
  });

  test('with faults is refused before any return is read, with sheet and cell', async () => {
    write('坏.xlsx', await smallTemplate({ 表: [['{{titel}}'], ['{{#each tasks}}{{name}}']] }));
    rmSync(join(ws, 'returns'), { recursive: true });
    const { status, stderr } = await xlsx(['--template', '坏.xlsx']);
    expect(status).toBe(2);
    expect(stderr).toContain('坏.xlsx 表!A1：这里的数据中没有“titel”（是不是 title？）');
    expect(stderr).toContain('坏.xlsx 表!A2：{{#each tasks}} 没有写结束');
  });

  test('that is taken out gives the same report, and is known as a copy', async () => {
    expect((await xlsx([])).status).toBe(0);
    const before = readFileSync(join(ws, 'out/report.xlsx'));
    expect((await run(['template', 'eject', 'report.xlsx'])).status).toBe(0);
    expect(readdirSync(join(ws, 'templates')).filter((name) => !name.startsWith('.'))).toEqual(['report.xlsx']);
    expect(await xlsx([])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(ws, 'out/report.xlsx')).equals(before)).toBe(true);
    const state = async () => {
      const { stdout } = await run(['template', 'list', '-f', 'json']);
      return JSON.parse(stdout).find((one: { part: string }) => one.part === 'report.xlsx').state;
    };
    expect(await state()).toBe('unchanged');
    const parts = unzipSync(readFileSync(join(ws, 'templates/report.xlsx')));
    write('templates/report.xlsx', zipSync(parts, { level: 1 }));
    expect(await state()).toBe('edited');
    const property = 'docProps/custom.xml';
    const older = strFromU8(parts[property] ?? new Uint8Array()).replace(/sha256:\w/, 'sha256:');
    write('templates/report.xlsx', zipSync({ ...parts, [property]: strToU8(older) }));
    expect(await state()).toBe('stale');
    const { status, stdout } = await run(['template', 'check']);
    expect(status).toBe(0);
    expect(stdout).toContain('templates/report.xlsx：复制之后内置的工作簿又有改动');
    expect((await xlsx([])).stderr).toBe('');
    expect((await run(['report', '-f', 'xlsx', '--as-of', '2024-04-20', '-o', 'out', '--force'])).stderr).toContain(
      'templates/report.xlsx',
    );
  });

  test('is checked: every mark with its cell, faults, and what is left alone', async () => {
    write('好.xlsx', await smallTemplate({ 表: rows }));
    const { status, stdout } = await run(['template', 'check', '好.xlsx']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        ...[
          '要填写的单元格 4 个：',
          '  表!A1  {{title}}',
          '  表!A2  {{#each coverage.bureaus}}{{name}}',
          '  表!B2  {{state}}',
        ],
        ...['  表!C2  {{/each}}', '模板没有错误，共 1 个部分。', ''],
      ].join('\n'),
    });
    write('坏.xlsx', 'PK');
    const broken = await run(['template', 'check', '坏.xlsx', '-f', 'json']);
    expect(broken.status).toBe(2);
    expect(JSON.parse(broken.stdout).faults).toMatchObject([{ code: 'WORKBOOK_DAMAGED', file: '坏.xlsx' }]);
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];
let top = '';
let ws = '';

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'huizong-cli-workspace-'));
  folders.push(top);
  ws = join(top, '汇总 工作区');
  ledger('2024Q1', '东莞市.csv', '约200');
  write('huizong.yaml', 'returns: 报送件\\{period}\r\noutput: 报告\\{period}\r\narea: 广东省\r\n');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): void {
  const path = join(ws, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
}

const HEADER = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数,参加人次';

/** A ledger of one job fair. */
function ledger(period: string, name: string, people: string, before: readonly string[] = []): void {
  const [year = '', quarter = ''] = period.split('Q');
  const day = `${year}-0${Number(quarter) * 3 - 2}-20`;
  const rows = [...before, `,助力就业,东莞市甲协会,春季招聘会,招聘活动,${day},10,${people}`];
  write(`报送件/${period}/${name}`, [`填报单位：东莞市,报告期：${period}`, HEADER, ...rows].join('\r\n'));
}

const AS_OF = ['--as-of', '2024-07-20'];
const run = (args: readonly string[], cwd = ws, env = {}) => huizong([...args, ...AS_OF], { cwd, env });
const json = async (args: readonly string[] = [], cwd = ws) =>
  JSON.parse((await run(['check', '-f', 'json', ...args], cwd)).stdout);

describe('without PATH', () => {
  test('report reads the returns of the period and writes to the output of the settings, from any folder below', async () => {
    const { status, stdout, stderr } = await run(['report', '-f', 'json'], join(ws, '报送件'));
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('huizong.yaml');
    const report = JSON.parse(readFileSync(join(ws, '报告/2024Q1/report.json'), 'utf8'));
    expect(report.area.code).toBe('440000');
    expect(report.sources.map(({ file }: { file: string }) => file)).toEqual(['报送件/2024Q1/东莞市.csv']);
  });

  test('the defaults are returns/{period} and reports/{period} of the workspace', async () => {
    write('huizong.yaml', '');
    cpSync(join(ws, '报送件'), join(ws, 'returns'), { recursive: true });
    expect((await run(['report', '-f', 'md'])).status).toBe(0);
    expect(existsSync(join(ws, 'reports/2024Q1/report.md'))).toBe(true);
  });

  test('several periods and none named: exit 2, naming them; the flag, else the settings choose', async () => {
    ledger('2024Q2', '东莞市.csv', '300');
    const { status, stdout, stderr } = await run(['check']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/2024Q1、2024Q2.*--period/);
    expect((await json(['--period', '2024Q2'])).period.id).toBe('2024Q2');
    write('huizong.yaml', 'returns: 报送件/{period}\nperiod: 2024Q1\n');
    expect((await json()).period.id).toBe('2024Q1');
    expect((await json(['--period', '2024Q2'])).period.id).toBe('2024Q2');
  });

  test('no folder of the period: exit 2, naming what was looked for', async () => {
    const { status, stderr } = await run(['check', '--period', '2023Q4']);
    expect(status).toBe(2);
    expect(stderr).toContain('报送件/2023Q4');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('and without a workspace: exit 2 with the way out', async () => {
    const { status, stderr } = await run(['check'], top);
    expect(status).toBe(2);
    expect(stderr).toContain('huizong check --help');
  });
});

describe('with PATH', () => {
  test('the workspace that it lies in holds, wherever the current folder is; files are named from the workspace', async () => {
    const path = join(ws, '报送件/2024Q1');
    const { stdout, stderr } = await run(['check', path, '-f', 'json'], top);
    const model = JSON.parse(stdout);
    expect(model.area.code).toBe('440000');
    expect(model.sources[0].file).toBe('报送件/2024Q1/东莞市.csv');
    expect(stderr).toContain('huizong.yaml');
    await run(['report', path, '-f', 'md'], top);
    expect(existsSync(join(ws, '报告/2024Q1/report.md'))).toBe(true);
  });

  test('outside the workspace of the current folder its settings hold, and names are told from the path', async () => {
    cpSync(join(ws, '报送件/2024Q1'), join(top, '另收'), { recursive: true });
    const model = await json([join(top, '另收')]);
    expect(model.area.code).toBe('440000');
    expect(model.sources[0].file).toBe('东莞市.csv');
  });

  test('the workspace itself: its own files are no returns', async () => {
    write('sources.csv', 'file,bureau\r\n');
    write('explanations.csv', 'code,bureau,value,reason\r\n');
    write('roster.csv', 'bureau,name\r\n441900,东莞市\r\n');
    const model = await json(['.']);
    expect(model.sources.map(({ file }: { file: string }) => file)).toEqual(['报送件/2024Q1/东莞市.csv']);
    expect(model.findings.map(({ file }: { file: string }) => file)).not.toContain('huizong.yaml');
  });

  test('in two workspaces: exit 2, naming both', async () => {
    cpSync(ws, join(top, '另一个'), { recursive: true });
    const { status, stderr } = await run(['check', ws, join(top, '另一个')], top);
    expect(status).toBe(2);
    expect(stderr).toContain('另一个');
  });
});

describe('flags beat the settings, the settings beat the defaults', () => {
  test.each([
    ['area: 东莞市', [], 'area.code', '441900'],
    ['area: 东莞市', ['--area', '广东省'], 'area.code', '440000'],
    ['counting: strict', [], 'coverage.rejected', 1],
    ['counting: strict', ['--counting', 'normal'], 'coverage.rejected', 0],
    ['severity: { NUMBER_UNREADABLE: info }', [], 'coverage.accepted', 1],
    ['', [], 'coverage.accepted', 0],
  ])('%s %j', async (line, flags, key, value) => {
    ledger('2024Q1', '东莞市.csv', '若干');
    write('huizong.yaml', `returns: 报送件/{period}\narea: 东莞市\n${line}\n`.replace(/area: 东莞市\n(?=area)/, ''));
    const model = await json(flags);
    expect(key.split('.').reduce((at, name) => at[name], model)).toBe(value);
  });

  test('-o is relative to the current folder', async () => {
    await run(['report', '-f', 'md', '-o', '此处'], join(ws, '报送件'));
    expect(existsSync(join(ws, '报送件/此处/report.md'))).toBe(true);
  });

  test('language: flag, HUIZONG_LANG, settings, locale', async () => {
    write('huizong.yaml', 'returns: 报送件/{period}\nlang: en\n');
    expect((await run(['check'])).stderr).toMatch(/Findings/);
    expect((await run(['check'], ws, { HUIZONG_LANG: 'zh-CN' })).stderr).toMatch(/审核/);
    expect((await run(['check', '--lang', 'zh-CN'])).stderr).toMatch(/审核/);
  });

  test('the scheme of the settings is relative to the workspace, also for scheme show; the flag to the current folder', async () => {
    cpSync(join(root, 'schemes/guangdong-six-tasks'), join(ws, '制度'), { recursive: true });
    const yaml = join(ws, '制度/scheme.yaml');
    writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('id: guangdong-six-tasks', 'id: own-scheme'));
    write('huizong.yaml', 'returns: 报送件\\{period}\nscheme: .\\制度\n');
    expect((await json([], join(ws, '报送件'))).scheme.id).toBe('own-scheme');
    const builtin = join(root, 'schemes/guangdong-six-tasks');
    expect((await json(['--scheme', builtin])).scheme.id).toBe('guangdong-six-tasks');
    const shown = await huizong(['scheme', 'show', '-f', 'json'], { cwd: join(ws, '报送件') });
    expect(JSON.parse(shown.stdout).id).toBe('own-scheme');
  });
});

describe('huizong.yaml', () => {
  test.each([
    ['a byte order mark and CRLF', '\uFEFFreturns: 报送件/{period}\r\narea: 东莞市\r\n'],
    ['GB18030', iconv.encode('returns: 报送件/{period}\r\narea: 东莞市\r\n', 'gb18030')],
    ['UTF-16', iconv.encode('returns: 报送件/{period}\r\narea: 东莞市\r\n', 'utf16le', { addBOM: true })],
    ['anchors', 'returns: &r 报送件/{period}\nprevious: *r\narea: 东莞市\n'],
    ['an absolute path', () => `returns: '${join(ws, '报送件')}/{period}'\narea: 东莞市\n`],
  ])('with %s is read', async (_, content) => {
    write('huizong.yaml', typeof content === 'function' ? content() : content);
    expect((await json()).area.code).toBe('441900');
  });

  test('with faults: exit 2, all of them at once with file and line', async () => {
    write('huizong.yaml', 'perod: 2024Q1\narea: 火星\nlang: fr\nseverity:\n  NUMBER_UNREADABEL: info\n');
    const { status, stdout, stderr } = await run(['check']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const [first = '', ...faults] = stderr.trimEnd().split('\n');
    expect(first).toContain(join(ws, 'huizong.yaml'));
    expect(faults).toEqual([
      expect.stringMatching(/^ {2}huizong\.yaml 第 1 行：.*perod.*是不是 period/),
      expect.stringMatching(/第 2 行：.*火星/),
      expect.stringMatching(/第 3 行：.*zh-CN、en/),
      expect.stringMatching(/第 5 行：.*NUMBER_UNREADABLE/),
    ]);
    expect((await run(['check', '--lang', 'en'])).stderr).toMatch(/huizong\.yaml:1: "perod".*did you mean period/);
  });

  test.each([
    ['a tab', 'severity:\n\tL101: info\n', 'Tab'],
    ['a key twice', 'area: 东莞市\narea: 广州市\n', '第 2 行.*两次'],
    ['a backslash in double quotes', 'output: "D:\\2024"\n', '双引号'],
    ['a list', '- area\n', '一行写一项'],
  ])('with %s is refused in plain words', async (_, content, words) => {
    write('huizong.yaml', content);
    const { status, stderr } = await run(['check']);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(words));
  });

  test('that names a faulty scheme: the faults of both are told', async () => {
    cpSync(join(root, 'schemes/guangdong-six-tasks'), join(ws, '制度'), { recursive: true });
    rmSync(join(ws, '制度/rules.csv'));
    write('huizong.yaml', 'scheme: 制度\nperod: x\n');
    const { status, stderr } = await run(['check']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/huizong\.yaml 第 2 行/);
    expect(stderr).toMatch(/rules\.csv/);
  });
});

describe('explanations.csv', () => {
  const HEADING = 'code,bureau,association,activity,item,value,reason';
  const line = (value: string) => `NUMBER_APPROXIMATE,东莞市,东莞市甲协会,春季招聘会,参加人次,${value},现场未逐一登记`;
  const explain = (...lines: string[]) =>
    write('explanations.csv', iconv.encode([HEADING, ...lines].join('\r\n'), 'gb18030'));

  test('an explained warning is listed with its reason in every format, and not counted', async () => {
    expect((await run(['check', '--fail-on', 'warning'])).status).toBe(1);
    explain(line('约200'));
    const { status, stdout, stderr } = await run(['check', '--fail-on', 'warning']);
    expect(status).toBe(0);
    expect(stdout).toContain('情况说明：现场未逐一登记');
    expect(stderr).toMatch(/审核.*已说明 1/);
    expect(stderr).not.toMatch(/审核.*提示/);
    const model = await json();
    const found = model.findings.find(({ code }: { code: string }) => code === 'NUMBER_APPROXIMATE');
    expect(found.explained).toEqual({ reason: '现场未逐一登记' });
    await run(['report', '-f', 'md', '-f', 'html', '-f', 'json']);
    const read = (name: string) => readFileSync(join(ws, '报告/2024Q1', name), 'utf8');
    for (const name of ['report.md', 'report.html']) {
      expect(read(name)).toContain('情况说明：现场未逐一登记');
      expect(read(name)).toContain('另有1处已附情况说明');
    }
    expect(JSON.parse(read('report.json')).views.findings).toMatchObject({ warnings: 0, explained: 1 });
  });

  test('survives rows inserted above, and lapses when the value changes', async () => {
    explain(line('约200'));
    ledger('2024Q1', '东莞市.csv', '约200', [',助力就业,东莞市乙商会,校园宣讲,招聘活动,2024-02-01,5,8']);
    expect((await run(['check', '--fail-on', 'warning'])).status).toBe(0);
    ledger('2024Q1', '东莞市.csv', '约210');
    const { status, stdout } = await run(['check', '--fail-on', 'warning']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/explanations\.csv.*EXPLANATION_LAPSED/);
    expect(stdout).not.toContain('情况说明：');
  });

  test('cannot explain an error', async () => {
    ledger('2024Q1', '东莞市.csv', '若干');
    explain(line('若干').replace('NUMBER_APPROXIMATE', 'NUMBER_UNREADABLE'));
    const { status, stdout } = await run(['check']);
    expect(status).toBe(1);
    expect(stdout).toContain('EXPLANATION_REFUSED');
  });

  test('with faults: exit 2, all of them at once', async () => {
    explain('NUMBER_APROXIMATE,东莞市,,甲,,5,属实', 'L107,火星,,甲,,5,');
    const { status, stderr } = await run(['check']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/explanations\.csv 第 2 行：.*NUMBER_APPROXIMATE/);
    expect(stderr.match(/explanations\.csv 第 3 行/g)).toHaveLength(2);
    write('sources.csv', 'file,bureau\r\na.xlsx,火星\r\n');
    expect((await run(['check'])).stderr).toMatch(/sources\.csv 第 2 行.*explanations\.csv 第 2 行/s);
  });
});

test('sources.csv of the workspace settles files of any period; rows of other periods are no mistake', async () => {
  write('报送件/2024Q1/表.csv', `汇总\r\n${HEADER}\r\n,助力就业,丙协会,双选会,招聘活动,2024-02-20,7,9`);
  write('sources.csv', 'file,bureau\r\n2024Q1\\表.csv,中山市\r\n报送件/2023Q4/表.csv,中山市\r\n没有.csv,中山市\r\n');
  const model = await json();
  expect(model.sources.find(({ file }: { file: string }) => file.endsWith('/表.csv'))).toMatchObject({
    bureau: '442000',
  });
  const unused = model.findings.filter(({ code }: { code: string }) => code === 'SOURCES_ROW_UNUSED');
  expect(unused.map(({ cells }: { cells: string[] }) => cells)).toEqual([['4:4']]);
});

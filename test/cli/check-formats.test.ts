import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong, startHuizong } from '../support/huizong.ts';
import { checkSchema, sarifSchema } from '../support/schemas.ts';

const quarter = join(import.meta.dirname, '../../fixtures/2024Q1');
const folder = mkdtempSync(join(tmpdir(), 'huizong-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AS_OF = ['--as-of', '2024-04-20'];
/** What huizong wrote into a folder. */
const NOTED = '.huizong.json';
const FORMATS = ['text', 'json', 'csv', 'sarif', 'junit', 'github'];

/** A return whose name and cells mean something to a spreadsheet, a shell, XML and a log. */
function hostileReturns(): string {
  const returns = join(folder, 'hostile');
  mkdirSync(returns, { recursive: true });
  const header = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,参加人次';
  const cells = ['=1+1', '</failure><b>', '%0A::error::x', '@SUM(1)', '\u001B[31m若干', '"a,b"', '[x](http://y)'];
  const rows = cells.map((cell) => `惠城区,任务五,示例协会,第一场,招聘活动,2024-02-01,${cell}`);
  writeFileSync(
    join(returns, "惠州市 =cmd|' ]]>&%,：1.csv"),
    `惠州市2024年第一季度台账\n${header}\n${rows.join('\n')}\n`,
  );
  return returns;
}

describe('one run feeds every format', () => {
  test('each file holds what -f prints; its folder is made; stdout is the text alone', async () => {
    const out = join(folder, 'deep/er');
    const writes = FORMATS.flatMap((format) => ['--write', `${format}=${join('deep/er', format)}`]);
    const { status, stdout, stderr } = await huizong(['check', quarter, ...AS_OF, ...writes], { cwd: folder });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^清远市 {2}暂收待改/);
    for (const format of FORMATS) expect(stderr).toContain(join('deep/er', format));
    expect(readdirSync(out).toSorted()).toEqual([NOTED, ...FORMATS].toSorted());
    for (const format of FORMATS) {
      const printed = await huizong(['check', quarter, ...AS_OF, '-f', format, '--all'], { cwd: folder });
      expect(printed.status).toBe(1);
      expect(readFileSync(join(out, format), 'utf8')).toBe(printed.stdout);
    }
    expect(checkSchema()(JSON.parse(readFileSync(join(out, 'json'), 'utf8')))).toEqual([]);
    expect(sarifSchema()(JSON.parse(readFileSync(join(out, 'sarif'), 'utf8')))).toEqual([]);
  }, 60_000);

  test('what machines read is the same in every locale, and in English by --lang', async () => {
    const of = (format: string, args: readonly string[], env: Record<string, string>) =>
      huizong(['check', join(quarter, '湛江市.xlsx'), ...AS_OF, '-f', format, ...args], { cwd: folder, env });
    for (const format of FORMATS.slice(1)) {
      const chinese = await of(format, [], {});
      expect((await of(format, [], { LANG: 'en_US.UTF-8', TZ: 'America/Lima' })).stdout).toBe(chinese.stdout);
    }
    expect((await of('csv', ['--lang', 'en'], {})).stdout).toMatch(/^\uFEFFBureau,/);
  }, 60_000);

  test('-v adds the tables to JSON', async () => {
    const args = ['check', join(quarter, '湛江市.xlsx'), ...AS_OF, '-f', 'json', '-v'];
    const value = JSON.parse((await huizong(args, { cwd: folder })).stdout);
    expect(checkSchema()(value)).toEqual([]);
    expect(value.tables.length).toBeGreaterThan(0);
  });
});

describe('hostile names and cells', () => {
  const of = async (format: string) =>
    (await huizong(['check', hostileReturns(), ...AS_OF, '-f', format, '--all'], { cwd: folder })).stdout;

  test.each(FORMATS)('%s shows no control character and tells the cells', async (format) => {
    const text = await of(format);
    expect(text).toContain('NUMBER_UNREADABLE');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u001B]/);
    expect(text).toContain('G3');
  });

  test('are data in CSV, XML, SARIF and workflow commands', async () => {
    const csv = await of('csv');
    expect(csv).not.toMatch(/(^|,|"|\r\n)[=@+-]/);
    const junit = await of('junit');
    expect(junit).not.toMatch(/<b>|<\/failure><b/);
    expect(junit).toContain('惠州市 =cmd|&apos; ]]&gt;&amp;%,：1.csv');
    const sarif = JSON.parse(await of('sarif'));
    expect(sarifSchema()(sarif)).toEqual([]);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      encodeURIComponent("惠州市 =cmd|' ]]>&%,：1.csv"),
    );
    const github = (await of('github')).trimEnd().split('\n');
    expect(
      github.filter((line) => !/^::(error|warning|notice) file=[^,:]*(,line=\d+)?,title=[^,:]*::/.test(line)),
    ).toEqual([]);
  }, 30_000);
});

describe('--write', () => {
  const check = (...args: string[]) =>
    huizong(['check', join(quarter, '湛江市.xlsx'), ...AS_OF, ...args], { cwd: folder });

  test.each([
    ['an unknown format of -f', ['-f', 'pdf'], 'text、json、csv、sarif、junit、github'],
    ['an unknown format', ['--write', 'pdf=a.pdf'], 'text、json、csv、sarif、junit、github'],
    ['no format', ['--write', 'a.json'], '--write csv='],
    ['no file', ['--write', 'json='], '--write csv='],
    ['stdout, which is for -f', ['--write', 'json=-'], '--write csv='],
    ['a file that another one has', ['--write', 'json=a', '--write', 'csv=./a'], './a'],
    ['a folder', ['--write', 'json=.'], '写不进去'],
    ['a file below a file', ['--write', 'json=plain.txt/a.json'], '写不进去'],
  ])('%s ends with 2 and one line', async (_, args, helpful) => {
    writeFileSync(join(folder, 'plain.txt'), 'x');
    const { status, stdout, stderr } = await check(...args, '-q');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(helpful);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  test('replaces the file that an earlier run wrote, whole, and leaves nothing but a note beside it', async () => {
    const out = join(folder, 'replaced');
    for (const asOf of ['2024-04-20', '2024-04-21']) {
      const wish = ['--write', 'json=replaced/a.json', '--write', 'sarif=replaced/a.sarif', '--as-of', asOf];
      expect(await check(...wish)).toMatchObject({ status: 1 });
      expect(JSON.parse(readFileSync(join(out, 'a.json'), 'utf8'))).toMatchObject({ schemaVersion: 1, asOf });
    }
    expect(readdirSync(out)).toEqual([NOTED, 'a.json', 'a.sarif']);
  });

  test('replaces no other file, nor one that was changed since, without --force', async () => {
    writeFileSync(join(folder, 'mine.csv'), 'mine');
    const first = await check('--write', 'json=new.json', '--write', 'csv=mine.csv', '-q');
    expect({ status: first.status, stdout: first.stdout }).toEqual({ status: 2, stdout: '' });
    expect(first.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(first.stderr).toContain('--force');
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'new.json'))).toBe(false);
    expect((await check('--write', 'csv=mine.csv', '--force')).status).toBe(1);
    expect((await check('--write', 'csv=mine.csv')).status).toBe(1);
    writeFileSync(join(folder, 'mine.csv'), 'changed');
    expect((await check('--write', 'csv=mine.csv')).status).toBe(2);
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('changed');
  });

  test.each([
    'explanations.csv',
    'roster.csv',
    'receipts.csv',
    'sources.csv',
    'narrative.yaml',
    'huizong.yaml',
    'Roster.csv',
    'sub/../roster.csv',
    'link.csv',
  ])('never takes the place of the workspace’s own %s', async (name) => {
    const workspace = join(folder, 'workspace');
    mkdirSync(join(workspace, 'sub'), { recursive: true });
    writeFileSync(join(workspace, 'huizong.yaml'), 'lang: zh-CN\n');
    const link = join(workspace, 'link.csv');
    if (!existsSync(link)) {
      writeFileSync(join(workspace, 'sources.csv'), 'file,bureau\n');
      symlinkSync('sources.csv', link);
    }
    const args = ['check', join(quarter, '湛江市.xlsx'), ...AS_OF, '--write', `csv=${name}`, '--force', '-q'];
    const { status, stdout, stderr } = await huizong(args, { cwd: workspace });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--write');
    expect(readdirSync(workspace)).toEqual(['huizong.yaml', 'link.csv', 'sources.csv', 'sub']);
  });

  test('writes through a link, and to what is no file without replacing it', async () => {
    expect((await check('--write', 'json=target.json')).status).toBe(1);
    writeFileSync(join(folder, 'target.json'), 'old');
    symlinkSync('target.json', join(folder, 'link.json'));
    expect((await check('--write', 'json=link.json')).status).toBe(2);
    expect((await check('--write', 'json=link.json', '--force')).status).toBe(1);
    expect((await check('--write', 'json=link.json')).status).toBe(1);
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'target.json'), 'utf8')).toContain('schemaVersion');
    expect((await check('--write', 'json=/dev/null')).status).toBe(1);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('two outputs never share a file, by whatever names', async () => {
    mkdirSync(join(folder, 'one'));
    symlinkSync('one', join(folder, 'two'));
    for (const other of ['json=two/new/a.csv', 'json=one/new/A.csv']) {
      const { status, stderr } = await check('--write', 'csv=one/new/a.csv', '--write', other);
      expect(status).toBe(2);
      expect(stderr).toContain('同一个文件');
    }
    expect(readdirSync(join(folder, 'one'))).toEqual([]);
  });

  test('never replaces a return, by whatever name', async () => {
    const returns = join(folder, 'own');
    mkdirSync(returns);
    const original = readFileSync(join(quarter, '中山.csv'));
    writeFileSync(join(returns, '中山.csv'), original);
    symlinkSync('own/中山.csv', join(folder, 'alias.csv'));
    for (const file of ['own/中山.csv', 'own/../own/中山.csv', 'alias.csv']) {
      const { status, stdout, stderr } = await huizong(['check', 'own', ...AS_OF, '--write', `csv=${file}`], {
        cwd: folder,
      });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('报送件');
      expect(readFileSync(join(returns, '中山.csv'))).toEqual(original);
    }
  });

  test('writes nothing among the returns that the next run would read as one', async () => {
    const returns = join(folder, 'among');
    mkdirSync(returns);
    writeFileSync(join(returns, '中山.csv'), readFileSync(join(quarter, '中山.csv')));
    const check = (wish: string) => huizong(['check', 'among', ...AS_OF, '--write', wish], { cwd: folder });
    const { status, stdout, stderr } = await check('csv=among/new/审核问题.csv');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('报送件');
    symlinkSync('among', join(folder, 'by-link'));
    expect((await check('csv=by-link/new/审核问题.csv')).status).toBe(2);
    expect((await check('json=among/a.json')).status).toBe(0);
    expect(readdirSync(returns)).toEqual([NOTED, 'a.json', '中山.csv']);
  });

  test('writes nothing among the returns of other periods of the workspace', async () => {
    const workspace = join(folder, 'periods');
    for (const period of ['2023Q4', '2024Q1']) mkdirSync(join(workspace, 'returns', period), { recursive: true });
    writeFileSync(join(workspace, 'huizong.yaml'), '');
    for (const period of ['2023Q4', '2024Q1'])
      writeFileSync(join(workspace, 'returns', period, '中山.csv'), readFileSync(join(quarter, '中山.csv')));
    const args = ['check', '--period', '2024Q1', ...AS_OF, '--force', '-q'];
    for (const wish of ['csv=returns/2023Q4/中山.csv', 'csv=returns/2023Q4/new.csv']) {
      expect((await huizong([...args, '--write', wish], { cwd: workspace })).status).toBe(2);
    }
    expect(readdirSync(join(workspace, 'returns', '2023Q4'))).toEqual(['中山.csv']);
  });

  test('the files stand even when the reader of stdout goes away', async () => {
    const args = ['check', quarter, ...AS_OF, '-f', 'json', '--write', 'csv=kept.csv'];
    const { child, ended } = startHuizong(args, { cwd: folder });
    child.stdout.destroy();
    expect(await ended).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'kept.csv'), 'utf8')).toContain('韶关市');
  });
});

test.each([
  ['error', 1],
  ['never', 0],
])('--fail-on %s ends with %i whatever the format', async (failOn, expected) => {
  const file = join(quarter, '湛江市.xlsx');
  for (const format of ['csv', 'github']) {
    const { status } = await huizong(['check', file, ...AS_OF, '-f', format, '--fail-on', failOn], { cwd: folder });
    expect(status).toBe(expected);
  }
});

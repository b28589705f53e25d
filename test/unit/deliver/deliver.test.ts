import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '../../../src/deliver/deliver.ts';
import { deliverFile } from '../../../src/deliver/deliver-file.ts';
import { writeError } from '../../../src/deliver/write-atomically.ts';
import { Cancelled, EnvironmentError, UsageError } from '../../../src/model/errors.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-deliver-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array = name) => ({ name, content });
const text = (...path: string[]) => readFile(join(folder, ...path), 'utf8');

describe('deliver', () => {
  test.skipIf(process.platform !== 'linux')(
    'a place that takes no folder is an error, not an endless wait',
    async () => {
      await expect(deliver([file('report.md')], '/proc/nowhere/out', { force: false })).rejects.toThrow(
        EnvironmentError,
      );
    },
  );

  test.skipIf(process.platform === 'win32').each([
    ['a report', 'report.md'],
    ['the list of what was written', '.huizong.json'],
  ])('a pipe in the place of %s is an error or passed over, not an endless wait', async (_, name) => {
    execFileSync('mkfifo', [join(folder, name)]);
    const delivered = deliver([file('report.md')], folder, { force: false });
    if (name === 'report.md') await expect(delivered).rejects.toThrow(EnvironmentError);
    else expect(await delivered).toEqual([join(folder, 'report.md')]);
  });

  test('makes the folder, writes text and bytes, gives the paths in order', async () => {
    const out = join(folder, 'reports', '2024Q1');
    const paths = await deliver([file('report.md', '# 报告\n'), file('a/b.bin', Uint8Array.of(0, 255))], out, {
      force: false,
    });
    expect(paths).toEqual([join(out, 'report.md'), join(out, 'a', 'b.bin')]);
    expect(await text('reports', '2024Q1', 'report.md')).toBe('# 报告\n');
    expect([...(await readFile(join(out, 'a', 'b.bin')))]).toEqual([0, 255]);
  });

  test('replaces what it wrote before, also in another run, and leaves no other file behind', async () => {
    await deliver([file('report.md', 'one'), file('report.json', '{}')], folder, { force: false });
    await deliver([file('report.md', 'two')], folder, { force: false });
    await deliver([file('report.json', '[]')], folder, { force: false });
    expect(await text('report.md')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['.huizong.json', 'report.json', 'report.md']);
  });

  test('removes from a renewed folder what it wrote before and does not write now, but nothing of anybody else', async () => {
    const first = ['a/old.svg', 'a/changed.svg', 'a/kept.svg', 'b/old.svg', 'a/b/old.svg'].map((name) => file(name));
    await deliver(first, folder, { force: false });
    await writeFile(join(folder, 'a', 'changed.svg'), 'mine');
    await writeFile(join(folder, 'a', 'other.svg'), 'mine');
    await deliver([file('a/kept.svg')], folder, { force: false, renewed: ['a'] });
    expect((await readdir(join(folder, 'a'))).sort()).toEqual(['b', 'changed.svg', 'kept.svg', 'other.svg']);
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['old.svg']);
    expect(await readdir(join(folder, 'b'))).toEqual(['old.svg']);
  });

  test('a list of files that names others is not followed out of the folder', async () => {
    const out = join(folder, 'out');
    await deliver([file('a/kept.svg')], out, { force: false });
    await writeFile(join(folder, 'outside'), 'mine');
    const hash = createHash('sha256').update('mine').digest('hex');
    await writeFile(join(out, '.huizong.json'), JSON.stringify({ files: { 'a/../../outside': hash, 'a/..': hash } }));
    await deliver([file('a/kept.svg')], out, { force: true, renewed: ['a', 'a/../..'] });
    expect(await text('outside')).toBe('mine');
  });

  test.each([
    ['was never written by it', async () => writeFile(join(folder, 'report.md'), 'mine')],
    [
      'was changed since',
      async () => {
        await deliver([file('report.md', 'one')], folder, { force: false });
        await writeFile(join(folder, 'report.md'), 'mine');
      },
    ],
  ])('refuses a file that %s, and then writes none', async (_name, prepare) => {
    await prepare();
    const all = [file('new.md', 'new'), file('report.md', 'two')];
    const refused = deliver(all, folder, { force: false });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('--force') as string,
      problem: { code: 'OUTPUT_EXISTS', args: { path: join(folder, 'report.md') } },
    });
    expect(await text('report.md')).toBe('mine');
    expect(await readdir(folder)).not.toContain('new.md');
    await deliver(all, folder, { force: true });
    expect(await text('report.md')).toBe('two');
  });

  test('a file that already holds the very content is fine', async () => {
    await writeFile(join(folder, 'report.md'), 'same');
    await deliver([file('report.md', 'same')], folder, { force: false });
    expect(await text('report.md')).toBe('same');
  });

  test('a broken list of written files counts as none', async () => {
    await deliver([file('report.md', 'one')], folder, { force: false });
    await writeFile(join(folder, '.huizong.json'), 'not json');
    await expect(deliver([file('report.md', 'two')], folder, { force: false })).rejects.toThrow(UsageError);
  });

  test.each(['../x.md', '/etc/x.md', 'a/../../x.md', 'a\\b.md', 'C:x.md', '', 'a//b.md', './x.md', 'a\u0000b'])(
    'refuses the name %j',
    async (name) => {
      await expect(deliver([file(name)], folder, { force: true })).rejects.toThrow(UsageError);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('refuses a link that leads out of the folder', async () => {
    const out = join(folder, 'out');
    await mkdir(out);
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(out, 'cities'));
    await expect(deliver([file('cities/deep/report.md')], out, { force: true })).rejects.toThrow(UsageError);
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
  });

  test('a folder that cannot be made and a file that cannot be replaced are told; nothing is left behind', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(deliver([file('report.md')], join(folder, 'file'), { force: false })).rejects.toThrow(
      EnvironmentError,
    );
    await mkdir(join(folder, 'report.md', 'full'), { recursive: true });
    await expect(deliver([file('a.md'), file('report.md')], folder, { force: true })).rejects.toThrow(EnvironmentError);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.json')).sort()).toEqual(['file', 'report.md']);
    await deliver([file('a.md', 'again')], folder, { force: false });
  });
});

describe('never a half report', () => {
  const both = (content: string) => [file('a.md', content), file('b.md', content)];
  const held = async () => [await text('a.md'), await text('b.md')];

  test('two runs on one folder leave all files of one of them', async () => {
    const runs = ['one', 'two', 'three', 'four'].map((run) => deliver(both(run), folder, { force: false }));
    await Promise.all(runs);
    expect(new Set(await held()).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['.huizong.json', 'a.md', 'b.md']);
    // What the last run wrote is what the list says.
    await deliver(both('five'), folder, { force: false });
  });

  test('what stops the run when all is written leaves everything as it was', async () => {
    await deliver(both('old'), folder, { force: false });
    const stopped = deliver([...both('new'), file('charts/inner/c.svg')], folder, {
      force: false,
      beforeReplacing: () => {
        throw new Cancelled('SIGTERM');
      },
    });
    await expect(stopped).rejects.toThrow(Cancelled);
    expect(await held()).toEqual(['old', 'old']);
    expect((await readdir(folder)).sort()).toEqual(['.huizong.json', 'a.md', 'b.md']);
    await deliver(both('new'), folder, { force: false });
  });

  test('what stands in the way of what a killed run has begun stays, and stops nothing', async () => {
    for (const name of ['cities', 'c.md']) await writeFile(join(folder, name), 'mine');
    for (const name of ['d.md', '.e.md.0a.tmp']) await mkdir(join(folder, name));
    const begun = { token: '0a', files: { 'cities/a.md': '', 'c.md/a.md': '', 'd.md': '', 'e.md': '' } };
    await writeFile(join(folder, '.huizong.json'), JSON.stringify({ files: {}, begun }));
    await deliver(both('new'), folder, { force: false });
    await deliverFile(join(folder, 'f.md'), ['new']);
    expect(await held()).toEqual(['new', 'new']);
    expect([await text('cities'), await text('c.md')]).toEqual(['mine', 'mine']);
  });

  test('a folder that takes no files is told, and stays as it is', async () => {
    await deliver(both('old'), folder, { force: false });
    // Root may write anywhere, so the names are too long for any folder.
    const long = `${'长'.repeat(90)}.md`;
    await mkdir(join(folder, 'own'));
    const files = [...both('new'), file('charts/c.svg'), file('own/d.svg'), file(long)];
    await expect(deliver(files, folder, { force: false })).rejects.toMatchObject({
      problem: { code: 'OUTPUT_UNWRITABLE' },
    });
    expect(await held()).toEqual(['old', 'old']);
    expect((await readdir(folder)).sort()).toEqual(['.huizong.json', 'a.md', 'b.md', 'own']);
  });
});

test.each([
  ['EBUSY', 'linux', 'OUTPUT_BUSY'],
  ['EBUSY', 'win32', 'OUTPUT_BUSY'],
  ['EPERM', 'win32', 'OUTPUT_BUSY'],
  ['EPERM', 'linux', 'OUTPUT_UNWRITABLE'],
  ['ENOSPC', 'win32', 'OUTPUT_UNWRITABLE'],
])('%s on %s is %s', (code, platform, expected) => {
  const error = writeError('报告/report.xlsx', Object.assign(new Error('no'), { code }), platform);
  expect(error.problem?.code).toBe(expected);
  expect(error.message).toContain('报告/report.xlsx');
});

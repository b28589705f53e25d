import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-form-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('huizong form', () => {
  test('makes a form in the current folder, says where, and replaces its own', async () => {
    const args = ['form', '--region', '惠州市', '--period', '2024Q1'];
    const run = await huizong(args, { cwd: folder });
    expect([run.status, run.stdout]).toEqual([0, '惠州市2024Q1.xlsx\n']);
    const first = readFileSync(join(folder, '惠州市2024Q1.xlsx'));
    expect((await huizong(args, { cwd: folder })).status).toBe(0);
    expect(readFileSync(join(folder, '惠州市2024Q1.xlsx')).equals(first)).toBe(true);
  });

  test('does not replace a form that was filled in, but by --force', async () => {
    const args = ['form', 'a.xlsx', '--region', '440103', '--period', '2024Q1'];
    await huizong(args, { cwd: folder });
    writeFileSync(join(folder, 'a.xlsx'), 'filled in');
    const refused = await huizong(args, { cwd: folder });
    expect([refused.status, readFileSync(join(folder, 'a.xlsx'), 'utf8')]).toEqual([2, 'filled in']);
    expect((await huizong([...args, '--force'], { cwd: folder })).status).toBe(0);
  });

  test('--all makes one for each bureau of the roster that is due, in the forms that it owes', async () => {
    await huizong(['init', '--area', '惠州市', '--period', '2024Q1'], { cwd: folder });
    writeFileSync(
      join(folder, 'roster.csv'),
      'bureau,name,forms,valid_from,valid_to,exempt\n441302,,,,,\n441303,,,,2023-12-31,\n441322,,,,,yes\n441323,,,,,\n',
    );
    const run = await huizong(['form', '--all', '--period', '2024Q1'], { cwd: folder });
    expect([run.status, run.stdout.trim().split('\n')]).toEqual([
      0,
      ['forms/2024Q1/惠州市惠城区2024Q1.xlsx', 'forms/2024Q1/惠州市惠东县2024Q1.xlsx'],
    ]);
    expect(readdirSync(join(folder, 'forms/2024Q1')).filter((name) => name.endsWith('.xlsx'))).toHaveLength(2);
  });

  test.each([
    [[], '--region'],
    [['--region', '不存在市'], '--region'],
    [['--region', '惠州市', '--form', 'x'], '--form'],
    [['--region', '惠州市', '--parts', 'x'], '--parts'],
    [['--region', '惠州市', '--period', '2024H1'], '2024H1'],
    [['a.xlsx', '--all'], '--all'],
    [['a', '-o', 'b', '--region', '惠州市'], '-o'],
  ])('%j is refused with a line that names the way out', async (args, named) => {
    const run = await huizong(['form', ...args], { cwd: folder });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(named);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

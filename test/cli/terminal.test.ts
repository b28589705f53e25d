import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import { needs } from '../support/needs.ts';
import { terminals } from '../support/terminal.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huizong-terminal-'));
const { start: onTerminal, close } = terminals(folder);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

needs.tmux.describe('on a terminal', () => {
  const quarter = join(root, 'fixtures/2024Q1');
  const huizong = [process.execPath, join(root, 'bin/huizong.js')];

  test('check is coloured, wrapped to its width, and leaves no progress line', async () => {
    const { status, shown } = await onTerminal([...huizong, 'check', quarter, '--as-of', '2024-04-20']).ended();
    expect(status).toBe(1);
    expect(shown).toContain('\u001B[31m');
    expect(shown).not.toContain('已读');
    const hints = shown.split('\n').filter((line) => line.includes('→'));
    expect(hints.length).toBeGreaterThan(3);
    for (const line of hints) expect(displayWidth(stripVTControlCharacters(line))).toBeLessThanOrEqual(80);
  });

  test('init asks for area and period, tells a wrong answer, and makes the workspace', async () => {
    const workspace = join(folder, 'made');
    const dialogue = onTerminal([...huizong, 'init', workspace, '--as-of', '2024-04-20']);
    await dialogue.answer('汇总范围', 'XX', 'Enter');
    await dialogue.answer('没有“XX”', 'BSpace', 'BSpace', '441300', 'Enter');
    await dialogue.answer('报告期', 'Enter');
    const { status, shown } = await dialogue.ended();
    expect(status).toBe(0);
    expect(shown).toContain('roster.csv');
    expect(readFileSync(join(workspace, 'huizong.yaml'), 'utf8')).toContain('area: 441300 # 惠州市');
    expect(existsSync(join(workspace, 'returns/2024Q1'))).toBe(true);
  });

  test('Ctrl-C at a question ends with 130 and makes nothing', async () => {
    const workspace = join(folder, 'none');
    const dialogue = onTerminal([...huizong, 'init', workspace]);
    await dialogue.answer('汇总范围', 'C-c');
    expect((await dialogue.ended()).status).toBe(130);
    expect(existsSync(workspace)).toBe(false);
  });
});

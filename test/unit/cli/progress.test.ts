import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PLAIN } from '../../../src/cli/paint.ts';
import { progress } from '../../../src/cli/progress.ts';
import type { Session } from '../../../src/cli/session.ts';
import { UI as ENGLISH } from '../../../src/message/en/ui.ts';
import { UI } from '../../../src/message/zh-CN/ui.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { testEffects } from '../../support/effects.ts';

interface Surroundings {
  readonly columns?: number | null;
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
  readonly texts?: Session['texts'];
}

/** A progress line, and what it wrote. */
function started({ columns = 80, isTTY = true, env = {}, quiet = false, texts = UI }: Surroundings = {}) {
  const written: string[] = [];
  const stderr = {
    ...{ isTTY, columns, closed: () => false },
    write: async (data: string | Uint8Array) => {
      written.push(String(data));
    },
  };
  const session: Session = {
    effects: testEffects({ stderr, env, now: () => new Date() }),
    ...{ language: 'zh-CN', texts, command: 'check', workspace: null, operands: [], options: { quiet } },
    ...{ paint: { stdout: PLAIN, stderr: PLAIN }, signal: new AbortController().signal },
  };
  return { line: progress(session), written };
}

const ERASE = '\r\u001B[K';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('on a terminal', () => {
  test('a short run says nothing and erases nothing', () => {
    const { line, written } = started();
    line.show('甲.xlsx', 0, 2);
    vi.advanceTimersByTime(400);
    line.show('乙.xlsx', 1, 2);
    line.clear();
    expect(written).toEqual([]);
  });

  test('files done of all and the current one; after some seconds the time left', () => {
    const { line, written } = started();
    line.show('甲.xlsx', 0, 40);
    vi.advanceTimersByTime(1000);
    line.show('乙.xlsx', 10, 40);
    vi.advanceTimersByTime(3000);
    line.show('丙.xlsx', 20, 40);
    line.clear();
    expect(written).toEqual([
      `${ERASE}已读 10/40，正在读取 乙.xlsx`,
      `${ERASE}已读 20/40，约剩 4 秒，正在读取 丙.xlsx`,
      ERASE,
    ]);
  });

  test('minutes once there are some, and English', () => {
    const { line, written } = started({ texts: ENGLISH });
    line.show('a.xlsx', 0, 100);
    vi.advanceTimersByTime(10_000);
    line.show('b.xlsx', 4, 100);
    expect(written).toEqual([`${ERASE}4/100 read, 4 min left, reading b.xlsx`]);
  });

  test('the pace of each series of files is its own', () => {
    const { line, written } = started();
    line.show('甲.xlsx', 0, 2);
    vi.advanceTimersByTime(60_000);
    line.show('往期甲.xlsx', 0, 10);
    vi.advanceTimersByTime(5000);
    line.show('往期乙.xlsx', 5, 10);
    expect(written.at(-1)).toBe(`${ERASE}已读 5/10，约剩 5 秒，正在读取 往期乙.xlsx`);
  });

  test('what comes after the last file is told at once', () => {
    const { line, written } = started();
    vi.advanceTimersByTime(5000);
    line.show('乙.xlsx', 1, 2);
    line.show(null, 2, 2);
    expect(written.at(-1)).toBe(`${ERASE}已读 2/2，正在汇总`);
  });

  test('writes at most some ten times a second, and names what takes long', () => {
    const { line, written } = started();
    vi.advanceTimersByTime(1000);
    for (let done = 0; done < 1000; done++) {
      line.show(`第${done}份.xlsx`, done, 1000);
      vi.advanceTimersByTime(1);
    }
    expect(written.length).toBeGreaterThan(5);
    expect(written.length).toBeLessThanOrEqual(11);
    vi.advanceTimersByTime(1000);
    expect(written.at(-1)).toContain('第999份.xlsx');
  });

  test('nothing is written after it was cleared', () => {
    const { line, written } = started();
    vi.advanceTimersByTime(1000);
    line.show('甲.xlsx', 0, 2);
    line.show('乙.xlsx', 1, 2);
    line.clear();
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([`${ERASE}已读 0/2，正在读取 甲.xlsx`, ERASE]);
  });

  test.each([
    [60, '已读 20/40，约剩 5 秒，正在读取 连山壮族瑶族自治县2024年第…'],
    [40, '已读 20/40，约剩 5 秒，正在读取 连山壮…'],
    [32, '已读 20/40，约剩 5 秒'],
    [20, '已读 20/40'],
    [6, '已读…'],
  ])('fits %i columns: %s', (columns, expected) => {
    const { line, written } = started({ columns });
    line.show('甲.xlsx', 0, 40);
    vi.advanceTimersByTime(5000);
    line.show('连山壮族瑶族自治县2024年第一季度活动台账.xlsx', 20, 40);
    const text = (written.at(-1) ?? '').replace(ERASE, '');
    expect(text).toBe(expected);
    expect(displayWidth(text)).toBeLessThan(columns);
  });

  test('names cannot give orders to the terminal', () => {
    const { line, written } = started();
    vi.advanceTimersByTime(1000);
    line.show('甲\u001B[2J\n.xlsx', 0, 2);
    expect(written).toEqual([`${ERASE}已读 0/2，正在读取 甲\\u001B[2J\\u000A.xlsx`]);
  });
});

test.each<[string, Surroundings]>([
  ['piped', { isTTY: false, columns: null }],
  ['in CI', { env: { CI: '1' } }],
  ['on a dumb terminal', { env: { TERM: 'dumb' } }],
  ['under --quiet', { quiet: true }],
])('%s nothing is written', (_, surroundings) => {
  const { line, written } = started(surroundings);
  vi.advanceTimersByTime(10_000);
  line.show('甲.xlsx', 0, 2);
  line.show(null, 2, 2);
  vi.advanceTimersByTime(1000);
  line.clear();
  expect(written).toEqual([]);
});

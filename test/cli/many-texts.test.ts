import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measured } from '../support/measured.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CITIES = ['广州市', '韶关市', '深圳市', '珠海市', '汕头市', '佛山市', '江门市', '湛江市', '茂名市', '肇庆市'];
const HEADER = '任务类别,社会组织名称,活动名称,活动类型,开展时间,地点,参加人次,备注';
/** Remarks that nobody keeps: each file is 15 MB and a text of 10 MB in memory. */
const REMARK = '这是一段很长的说明文字，只用来占地方。'.repeat(1700);
const TEXT_MEGABYTES = 10;

test('a name that is kept does not keep the text of its file: ten large files take little more than five', async () => {
  const files = CITIES.map((city) => {
    const rows = Array.from({ length: 150 }, (_, at) => {
      const title = `${city}第${at}场示例转型升级对接交流活动`;
      return `任务一,示例行业协会${at}号,${title},转型升级活动,2024-01-15,示例会展中心第${at}号报告厅东侧会议室,${at + 1},${REMARK}`;
    });
    const file = `${city}2024年第一季度活动台账.csv`;
    writeFileSync(join(folder, file), [HEADER, ...rows].join('\n'));
    return file;
  });
  const taken = (some: readonly string[]) => measured(['check', ...some, '--as-of', '2024-04-20'], folder);
  const [five, ten] = [await taken(files.slice(0, 5)), await taken(files)];
  expect([five.status, ten.status]).toEqual([0, 0]);
  expect(ten.megabytes - five.megabytes).toBeLessThan(2.5 * TEXT_MEGABYTES);
}, 120_000);

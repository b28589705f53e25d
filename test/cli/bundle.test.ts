import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gbkBundleBytes } from '../support/bundle-bytes.ts';
import { huizong } from '../support/huizong.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('returns in a zip bundle count for the bureaus that its folders and files name', async () => {
  const ledger = (name: string) =>
    `任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n助力就业,${name}甲协会,招聘会,招聘活动,2024-02-20,10\n`;
  const files = { '深圳市/台账.csv': ledger('深圳'), '东莞市.csv': ledger('东莞') };
  writeFileSync(join(folder, '2024年第一季度.zip'), gbkBundleBytes(files));
  writeFileSync(join(folder, '惠州市.zip'), gbkBundleBytes({ '台账.csv': ledger('惠州') }));
  const { status, stdout } = await huizong(['report', folder, '-f', 'json', '-o', '-', '--as-of', '2024-04-20']);
  expect(status).toBe(0);
  const { sources } = JSON.parse(stdout);
  expect(sources.map(({ file, bureau, state }: Record<string, unknown>) => [file, bureau, state])).toEqual([
    ['2024年第一季度.zip/东莞市.csv', '441900', 'counted'],
    ['2024年第一季度.zip/深圳市/台账.csv', '440300', 'counted'],
    ['惠州市.zip/台账.csv', '441300', 'counted'],
  ]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { testEffects, testSink } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-notes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROW = '助力就业,甲协会,招聘会,招聘活动,2024-02-20,10';
const LEDGER = `任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n${ROW}\n`;

/** What bureaus sent beside their ledger, by name, and whether it is passed over. */
const BESIDE: readonly (readonly [name: string, text: string, isNote: boolean])[] = [
  ['东莞市说明.txt', '东莞市报送说明\r\n一、台账1份\r\n二、统计表1份\r\n', true],
  ['惠州市.html', '<html><body><p>请下载附件</p></body></html>', true],
  ['深圳市目录.csv', '序号,文件名\n1,台账.xlsx\n2,统计表.xlsx\n', true],
  ['佛山市.htm', '<table><tr><td>请先登录</td></tr></table>', true],
  ['中山市联系人.txt', '联系人：张三，电话：0752-1234567\n如有问题请联系 李四\n', true],
  ['清远市台账说明.txt', '清远市台账 1 份\n', true],
  ['说明.csv', '请查收附件,谢谢\n', true],
  // A damaged return is none.
  ['汕头市2.csv', '甲,乙,丙\n丁,1,2\n戊,3,4\n', false],
  ['肇庆市2.csv', '项目,数\n甲,3\n', false],
  ['韶关市2.csv', `${ROW}\n`, false],
  ['揭阳市2.csv', '任务类别,活动名称\n助力就业,\n', false],
  ['河源市.html', '<table><tr><td>甲</td><td>3</td></tr></table>', false],
  ['梅州市.txt', `${ROW.replaceAll(',', '^')}\n`, false],
  ['江门市.txt', '单位  活动  岗位\n甲  乙  10\n', false],
  ['阳江市.txt', '单位 活动 场次 岗位\n甲 乙 1 10\n', false],
  ['茂名市统计表.csv', '茂名市2024年第一季度统计表\n', false],
  ['揭阳市3.csv', '揭阳市活动情况\n填报单位：揭阳市民政局\n', false],
  ['阳江市2.csv', '报告期,2024年第一季度\n', false],
  ['江门市2.csv', '\n', false],
  ['潮州市2.csv', `"${ROW}"\n`, false],
  ['汕尾市2.csv', '项目,"说明\n甲,乙\n', false],
  ['广州市台账.html', '<html><body><p>请下载附件</p></body></html>', false],
  // What is named a workbook should have been one.
  ['湛江市台账.xlsx', '<html><body><p>请先登录</p></body></html>', false],
  ['云浮市台账.xlsx', '系统繁忙，请稍后再试。\n', false],
];

test('a note beside a return is passed over, what may be a damaged return is not', async () => {
  const cityOf = (name: string) => name.slice(0, name.indexOf('市') + 1);
  for (const [name, text] of BESIDE) {
    if (cityOf(name) !== '') writeFileSync(join(folder, `${cityOf(name)}.csv`), LEDGER);
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, '珠海市说明.txt'), '珠海市报送说明\n一、台账1份\n');
  const stdout = testSink();
  const args = ['report', folder, '--period', '2024Q1', '--area', '440000', '-f', 'json', '-o', '-'];
  expect(await main([...args, '--as-of', '2024-04-20'], testEffects({ stdout, cwd: folder }))).toBe(0);
  const { coverage, findings } = JSON.parse(stdout.text());
  const isPassedOver = (name: string) =>
    findings.some(({ code, file }: { code: string; file: string }) => code === 'FILE_PASSED_OVER' && file === name);
  expect(BESIDE.map(([name]) => [name, isPassedOver(name)])).toEqual(BESIDE.map(([name, , isNote]) => [name, isNote]));
  const stateOf = (name: string) => coverage.bureaus.find((one: { name: string }) => one.name === name)?.state;
  expect(BESIDE.filter(([name]) => cityOf(name) !== '').map(([name]) => [name, stateOf(cityOf(name))])).toEqual(
    BESIDE.filter(([name]) => cityOf(name) !== '').map(([name, , isNote]) => [
      name,
      isNote ? 'accepted' : 'provisional',
    ]),
  );
  expect(stateOf('珠海市')).toBe('rejected');
});

test('a document that is all that a bureau sent for the period counts as received, whatever it sent for another', async () => {
  const quarters = mkdtempSync(join(folder, 'quarters-'));
  const put = (name: string, text: string) => writeFileSync(join(quarters, name), text);
  const earlier = LEDGER.replace('2024-02-20', '2023-11-20');
  for (const city of ['惠州市', '佛山市', '中山市']) put(`${city}2023年第四季度.csv`, earlier);
  put('广州市2024年第一季度.csv', LEDGER);
  put('惠州市2024年第一季度台账.pdf', '%PDF-1.7\n');
  put('佛山市2023年第四季度说明.txt', '报送说明\n一、台账1份\n');
  put('中山市说明.txt', '报送说明\n一、台账1份\n');
  const stdout = testSink();
  const args = ['check', quarters, '--period', '2024Q1', '--area', '440000', '-f', 'json', '--fail-on', 'never'];
  expect(await main([...args, '--as-of', '2024-04-20'], testEffects({ stdout, cwd: quarters }))).toBe(0);
  const { coverage } = JSON.parse(stdout.text());
  const stateOf = (name: string) => coverage.bureaus.find((one: { name: string }) => one.name === name)?.state;
  expect(['广州市', '惠州市', '佛山市', '中山市'].map(stateOf)).toEqual([
    ...['accepted', 'rejected', 'missing', 'missing'],
  ]);
});

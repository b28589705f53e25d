import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../src/read/read-file.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const MEGABYTE = 1024 * 1024;

/** A file of 30 MB, which is 20 MB as a text, with a name that is worth keeping. */
const NAME = '示例转型升级对接交流活动第一场（示例会展中心）';
const ROW = `这是一段很长的说明文字，只用来占地方。${'某'.repeat(500)}`;

async function nameIn(file: Buffer): Promise<string> {
  const { value } = await readWorkbook(file, '惠州市.csv');
  const name = value?.grids[0]?.texts.find((text) => text === NAME);
  if (name === undefined) throw new Error('the name stands in the file');
  return name;
}

function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

test('a name that is kept does not keep the text of its file', async () => {
  const file = Buffer.from(`活动名称,备注\n${NAME},甲\n${`乙,${ROW}\n`.repeat(20_000)}`);
  await nameIn(file);
  const before = held();
  const kept: string[] = [];
  for (let times = 0; times < 4; times++) kept.push(await nameIn(file));
  expect(held() - before).toBeLessThan(20);
  expect(kept).toEqual(Array(4).fill(NAME));
}, 60_000);

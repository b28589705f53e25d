import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFiles } from '../../src/find/find-files.ts';
import { parsePeriodId } from '../../src/period/period.ts';
import { compileFile } from '../../src/pipeline/file-road.ts';
import { mutateFile } from '../support/fuzz/mutate-file.ts';
import { random } from '../support/fuzz/random.ts';
import { soundFiles } from '../support/fuzz/sound-files.ts';
import { watch } from '../support/fuzz/watch.ts';
import { scheme } from '../support/returns.ts';

// `npm run fuzz -- --minutes 10 --seed N` runs this for longer; `--only INPUT` repeats one input.
const seed = Number(process.env['HUIZONG_FUZZ_SEED'] ?? 20240420);
const minutes = Number(process.env['HUIZONG_FUZZ_MINUTES'] ?? 0);
const only = process.env['HUIZONG_FUZZ_ONLY'];
const INPUTS = 400;
const SECONDS = 25;
/** Of one input; the file itself may be slow on a busy machine. */
const TOO_SLOW = 15;
const TOO_MUCH = 1_000_000_000;

const folder = mkdtempSync(join(tmpdir(), 'huizong-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = soundFiles();
const period = parsePeriodId('2024Q1');

/** One input takes the whole road of a file. */
async function compileInput(input: number): Promise<void> {
  const chance = random(seed + Math.imul(input, 0x9e3779b1));
  const sound = files[chance.below(files.length)];
  if (sound === undefined) throw new Error('no files');
  const bytes = mutateFile(sound.bytes, chance);
  const path = join(folder, sound.name.endsWith('.zip') ? 'input.zip' : '惠州市');
  writeFileSync(path, bytes);
  if (only !== undefined) writeFileSync(join(tmpdir(), `huizong-fuzz-${input}`), bytes);
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const found = await findFiles([path], { cwd: folder, root: folder });
  for (const file of found.files) {
    const context = { scheme, period, asOf: '2024-04-20', folder: null, sources: { rows: [] }, printed: new Map() };
    const { filed, findings } = await compileFile(file, context);
    // Nothing is refused without a word.
    if (filed.gate !== null) expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  }
  expect((performance.now() - begun) / 1000).toBeLessThan(TOO_SLOW);
  expect(process.memoryUsage().rss - before).toBeLessThan(TOO_MUCH);
}

test(`damaged files end within their bounds (seed ${seed})`, { timeout: (minutes + 5) * 60_000 }, async () => {
  const until = performance.now() + (minutes > 0 ? minutes * 60 : SECONDS) * 1000;
  const watching = watch(3 * TOO_SLOW);
  const wanted =
    only === undefined ? [0, minutes > 0 ? Number.MAX_SAFE_INTEGER : INPUTS] : [Number(only), Number(only) + 1];
  const [first = 0, end = 0] = wanted;
  let input = first;
  const faults: string[] = [];
  for (; input < end && performance.now() < until; input++) {
    watching.hear(input);
    try {
      await compileInput(input);
    } catch (error) {
      faults.push(`input ${input}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (faults.length > 20) break;
    }
  }
  await watching.stop();
  if (minutes > 0) process.stderr.write(`fuzz: seed ${seed}, ${input - first} inputs, ${faults.length} faults\n`);
  expect(faults).toEqual([]);
  expect(input).toBeGreaterThan(first);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../src/ooxml/read-limits.ts';
import { parseSettings } from '../../src/workspace/parse-settings.ts';
import { NO_SETTINGS } from '../../src/workspace/settings.ts';
import { scheme } from '../support/returns.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/limits.md'), 'utf8');
const listed = [...page.matchAll(/^\| `(\w+)` \|.*\| (\d+) \| (\d+) \|$/gm)].map(([, name = '', usual, most]) => ({
  name,
  usual: Number(usual),
  most: Number(most),
}));

const parse = (text: string) => parseSettings(Buffer.from(text), { scheme, schemeFound: true });

test('docs/limits.md lists every limit with its default', () => {
  expect(Object.fromEntries(listed.map(({ name, usual }) => [name, usual]))).toEqual(DEFAULT_READ_LIMITS);
});

test.each(listed)('the most that $name may be is $most', ({ name, most }) => {
  const { settings, faults } = parse(`limits:\n  ${name}: ${most}`);
  expect(faults).toEqual([]);
  expect(settings.limits).toEqual({ ...NO_SETTINGS.limits, [name]: most });
  expect(parse(`limits:\n  ${name}: ${most + 1}`).faults.map(({ code }) => code)).toEqual(['NUMBER_WRONG']);
});

test('the example has no faults', () => {
  const [, example = ''] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
  expect(parse(example)).toMatchObject({ faults: [], settings: { limits: { cells: 4_000_000, seconds: 60 } } });
});

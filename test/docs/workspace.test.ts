import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseExplanations } from '../../src/workspace/explanations.ts';
import { NARRATIVE_KEYS } from '../../src/workspace/narrative-text.ts';
import { parseNarrative } from '../../src/workspace/parse-narrative.ts';
import { parseSettings } from '../../src/workspace/parse-settings.ts';
import { NO_SETTINGS } from '../../src/workspace/settings.ts';
import { scheme } from '../support/returns.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const blocks = (name: string, language: string) =>
  [...page(name).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);

/** Other examples are of `huizong.yaml`. */
const isNarrative = (example: string) => /^issuer:/m.test(example);

describe.each([['docs/workspace.md'], ['README.zh-CN.md']])('the examples of %s', (name) => {
  test('of huizong.yaml have no faults', () => {
    const examples = blocks(name, 'yaml').filter((example) => !isNarrative(example));
    expect(examples).toHaveLength(1);
    for (const example of examples) {
      const context = { scheme, schemeFound: true };
      expect(parseSettings(Buffer.from(example), context).faults).toEqual([]);
    }
  });

  test('of explanations.csv have no faults', () => {
    const csv = blocks(name, 'csv');
    const rows = /^\| code .*?(?=\n\n)/ms.exec(page(name))?.[0].split('\n') ?? [];
    const table = rows
      .filter((_, at) => at !== 1)
      .map((row) => row.slice(2, -2).replaceAll(' | ', ','))
      .join('\n');
    for (const example of csv.length > 0 ? csv : [table]) {
      const parsed = parseExplanations(example, scheme);
      expect(parsed.faults).toEqual([]);
      expect(parsed.table.rows.length).toBeGreaterThan(0);
    }
  });
});

test('docs/workspace.md names every key of huizong.yaml', () => {
  const rows = [...page('docs/workspace.md').matchAll(/^\| (`[\w`, ]+`) \| /gm)].map(([, keys = '']) => keys);
  const named = rows.flatMap((keys) => [...keys.matchAll(/`(\w+)`/g)].map(([, key]) => key));
  expect(Object.keys(NO_SETTINGS).filter((key) => !named.includes(key))).toEqual([]);
});

test('docs/workspace.md has an example of narrative.yaml without faults, and names every key', () => {
  const text = page('docs/workspace.md');
  const [example = '', ...others] = blocks('docs/workspace.md', 'yaml').filter(isNarrative);
  expect(others).toEqual([]);
  const { file, faults } = parseNarrative(Buffer.from(example));
  expect(faults).toEqual([]);
  expect(file.narrative.cases).toMatchObject({ list: true });
  expect(file.narrative.nextSteps.texts).toHaveLength(2);
  expect(NARRATIVE_KEYS.filter((key) => !text.includes(`| \`${key}\` | `))).toEqual([]);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFiles } from '../../../src/deliver/create-files.ts';
import { EnvironmentError } from '../../../src/model/errors.ts';

const top = mkdtempSync(join(tmpdir(), 'huizong-create-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('makes what is not there and leaves what is', async () => {
  const folder = join(top, 'a/b');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'roster.csv'), 'mine');
  const files = ['huizong.yaml', 'roster.csv'].map((name) => ({ name, content: 'new' }));
  expect(await createFiles(folder, files, ['returns/2024Q1'])).toEqual({
    created: ['huizong.yaml'],
    kept: ['roster.csv'],
  });
  expect(readFileSync(join(folder, 'roster.csv'), 'utf8')).toBe('mine');
  expect(readFileSync(join(folder, 'huizong.yaml'), 'utf8')).toBe('new');
  expect(statSync(join(folder, 'returns/2024Q1')).isDirectory()).toBe(true);
});

test('a file in the way of the folder is told', async () => {
  writeFileSync(join(top, 'file'), '');
  await expect(createFiles(join(top, 'file'), [], [])).rejects.toThrow(EnvironmentError);
});

test('leaves no file, and no part of one, when one cannot be written to its end', async () => {
  const folder = join(top, 'full');
  mkdirSync(folder);
  writeFileSync(join(folder, 'roster.csv'), 'mine');
  const broken = [Uint8Array.of(1), null] as unknown as readonly Uint8Array[];
  const files = ['huizong.yaml', 'roster.csv', 'sources.csv'].map((name) => ({
    ...{ name, content: name === 'sources.csv' ? broken : 'new' },
  }));
  await expect(createFiles(folder, files, [])).rejects.toThrow(EnvironmentError);
  expect(readdirSync(folder)).toEqual(['roster.csv']);
});

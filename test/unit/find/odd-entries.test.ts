import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';
import { readFile } from '../../../src/read/read-file.ts';
import { bundleBytes } from '../../support/bundle-bytes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-odd-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const raw = (...names: readonly (string | Buffer)[]) =>
  Buffer.concat([Buffer.from(folder), ...names.flatMap((name) => [Buffer.from('/'), Buffer.from(name)])]);
const found = () => findFiles([folder], { cwd: folder, root: null });

describe.skipIf(process.platform !== 'linux')('on a file system of bytes', () => {
  test('names that are not UTF-8 are told as GB18030, and their files are read', async () => {
    const name = iconv.encode('惠州市.csv', 'gbk');
    const inner = iconv.encode('深圳市', 'gbk');
    writeFileSync(raw(name), 'one');
    mkdirSync(raw(inner));
    writeFileSync(raw(inner, '台账.csv'), 'two');
    writeFileSync(raw(inner, name), 'three');
    writeFileSync(raw(inner, 'b.zip'), bundleBytes({ 'c.csv': 'four' }));
    writeFileSync(raw(Buffer.from([0xff, 0xfe, 0x2e, 0x63, 0x73, 0x76])), 'five');
    writeFileSync(raw('plain.csv'), 'six');
    const { files, skipped } = await found();
    expect(skipped).toEqual([]);
    const held = await Promise.all(files.map(async (file) => [file.name, (await readFile(file)).bytes?.toString()]));
    expect(held).toEqual([
      ['plain.csv', 'six'],
      ['惠州市.csv', 'one'],
      ['深圳市/b.zip/c.csv', 'four'],
      ['深圳市/台账.csv', 'two'],
      ['深圳市/惠州市.csv', 'three'],
      ['\uFFFD\uFFFD.csv', 'five'],
    ]);
  });

  test('a name that holds the replacement character itself is that name', async () => {
    writeFileSync(raw('\uFFFD.csv'), 'one');
    writeFileSync(raw(Buffer.from([0xff, 0x2e, 0x63, 0x73, 0x76])), 'two');
    const files = (await found()).files;
    // Both read alike; at least what cannot be told apart is not lost without a word.
    expect(files.map(({ name }) => name)).toEqual(['\uFFFD.csv', '\uFFFD.csv']);
    const held = await Promise.all(files.map(async (file) => (await readFile(file)).bytes?.toString()));
    expect(held.toSorted()).toEqual(['one', 'two']);
  });

  test('pipes, sockets, devices and broken links are passed over, not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    symlinkSync('/dev/zero', join(folder, 'zero.csv'));
    symlinkSync(join(folder, 'gone'), join(folder, 'broken.xlsx'));
    mkdirSync(join(folder, 'folder.xlsx'));
    writeFileSync(join(folder, 'new\nline.csv'), '');
    const server = createServer().listen(join(folder, 'socket.csv'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { files, skipped } = await found();
    server.close();
    expect(files.map(({ name }) => name)).toEqual(['new\nline.csv']);
    expect(skipped).toEqual([
      { name: 'broken.xlsx', reason: 'brokenLink' },
      { name: 'folder.xlsx', reason: 'folder' },
      { name: 'pipe.csv', reason: 'notAFile' },
      { name: 'socket.csv', reason: 'notAFile' },
      { name: 'zero.csv', reason: 'notAFile' },
    ]);
  });
});

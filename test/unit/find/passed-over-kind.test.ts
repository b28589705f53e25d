import { expect, test } from 'vitest';
import { isArchiveVolume, type PassedOverKind, passedOverKind } from '../../../src/find/passed-over-kind.ts';

test.each<[string, PassedOverKind | null]>([
  ['惠州市.xlsx.crdownload', 'download'],
  ['惠州市.xlsx.part', 'download'],
  ['惠州市.xlsx.baiduyun.p.downloading', 'download'],
  ['未确认 123.CRDOWNLOAD', 'download'],
  ['惠州市.tmp', 'download'],
  ['惠州市.xlsx.lnk', 'link'],
  ['收集表.url', 'link'],
  ['惠州市.zip.001', 'archive'],
  ['惠州市.z01', 'archive'],
  ['惠州市.part1.rar', 'archive'],
  ['惠州市.7z', 'archive'],
  ['惠州市.tar.gz', 'archive'],
  ['惠州市.xlsx.bak', null],
  ['惠州市.pdf', null],
  ['惠州市说明.txt', null],
  ['惠州市台账', null],
  ['惠州市.tar.001', 'archive'],
  ['惠州市.r00', 'archive'],
  ['惠州市台账.001', null],
  ['惠州市.z', null],
])('%s', (name, kind) => expect(passedOverKind(name)).toBe(kind));

test('volumes of split archives', () => {
  const names = [
    '惠州市.zip.001',
    '惠州市.z01',
    '惠州市.7z.002',
    '惠州市.part1.rar',
    '惠州市.zip',
    '惠州市.001',
    '惠州市.7z',
  ];
  expect(names.filter(isArchiveVolume)).toEqual(['惠州市.zip.001', '惠州市.z01', '惠州市.7z.002']);
});

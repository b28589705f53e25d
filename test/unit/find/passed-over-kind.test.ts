import { expect, test } from 'vitest';
import { type PassedOverKind, passedOverKind } from '../../../src/find/passed-over-kind.ts';

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
  ['惠州市台账.001', null],
])('%s', (name, kind) => expect(passedOverKind(name)).toBe(kind));

import { expect, test } from 'vitest';
import { hasCandidateExtension, hasDocumentExtension, isBackupName, skipByName } from '../../../src/find/candidate.ts';

test.each(['doc', 'wps', 'pdf', 'mht', 'mhtml', 'slk', 'dif', 'dbf', 'fods', '7z', 'rar', 'jpg', 'ofd', 'uof', 'uos'])(
  '%s is sent in the place of a table, or beside one',
  (extension) => {
    expect(hasDocumentExtension(`惠州市.${extension.toUpperCase()}`)).toBe(true);
    expect(hasCandidateExtension(`惠州市.${extension}`)).toBe(false);
  },
);

test.each(['惠州市', '惠州市.xlsx(1)', '惠州市2024.1', '惠州市.bak'])(
  '%s has no extension that says anything',
  (name) => {
    expect(hasDocumentExtension(name)).toBe(false);
    expect(hasCandidateExtension(name)).toBe(false);
  },
);

test.each([
  ['惠州市.xlsx.bak', true],
  ['惠州市.XLK', true],
  ['惠州市.xlsx~', true],
  ['惠州市.xlsx.crdownload', true],
  ['惠州市.tmp', true],
  ['惠州市.xlsx(1)', false],
  ['惠州市', false],
  ['bak', false],
])('whether %s is a backup, or not yet whole: %s', (name, expected) => {
  expect(isBackupName(name)).toBe(expected);
});

test.each<[string, string | null]>([
  ['Thumbs.db', 'hidden'],
  ['desktop.ini', 'hidden'],
  ['__MACOSX', 'hidden'],
  ['.~惠州市.xlsx', 'hidden'],
  ['~$惠州市.xlsx', 'temporary'],
  ['惠州市.db', null],
])('%s is passed over as %s', (name, reason) => {
  expect(skipByName(name)).toBe(reason);
});

import { expect, test } from 'vitest';
import { formMark, parseFormMark } from '../../../src/scheme/form-mark.ts';

test.each(['1', '2024', '1.2-试行', 'a/b'])('the mark of version %s is read back', (version) => {
  expect(parseFormMark(formMark({ id: 'some-scheme', version }))).toEqual({ scheme: 'some-scheme', version });
});

test.each(['', '民统1表', '甲/1', 'some-scheme', 'some-scheme/1', 'Some/1/1'])('%j is no mark', (text) => {
  expect(parseFormMark(text)).toBeNull();
});

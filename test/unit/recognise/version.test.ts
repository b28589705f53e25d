import { describe, expect, test } from 'vitest';
import { readName } from '../../../src/recognise/file-name.ts';
import type { Source } from '../../../src/recognise/source.ts';
import { statedVersion } from '../../../src/recognise/version.ts';
import { scheme } from '../../support/returns.ts';

function source(from: Source['from'], text: string, label: Source['label'] = null): Source {
  return { from, label, text, place: { file: 'a', sheet: null, row: null, column: null }, vague: false };
}

const ofName = (name: string) => statedVersion([source('fileName', name)], scheme);

describe('which version a file says it is', () => {
  test.each([
    ['惠州市台账第2版', 2],
    ['惠州市台账（第二版）', 2],
    ['惠州市台账第十一稿', 11],
    ['惠州市第二十版', 20],
    ['惠州市v3', 3],
    ['惠州市 Ver. 3', 3],
    ['惠州市_V1.10', 1.1],
    ['惠州市_V1.9', 1.09],
    ['惠州市Ｖ２台账', 2],
    ['惠州市台账', null],
    ['惠州市2024年第一季度', null],
    ['惠州市2024Q1', null],
    ['LV3', null],
    ['惠州市v20240415', null],
  ])('%s: number %s', (name, number) => {
    expect(ofName(name).number).toBe(number);
  });

  test.each([
    ['惠州市台账（修订）', true],
    ['惠州市台账更正', true],
    ['惠州市终稿', true],
    ['惠州市_定稿_0415', true],
    ['惠州市台账（改）', true],
    ['惠州市台账（第二次修改）', true],
    ['惠州市台账再次修订', true],
    ['惠州市台账-最终确认版', true],
    ['惠州市第二次招聘活动台账', false],
    ['惠州市改制协会', false],
    ['惠州市城市更新协会台账', false],
    ['惠州市台账（补充）', false],
    ['惠州市台账', false],
  ])('%s: revised %s', (name, revised) => {
    expect(ofName(name).revised).toBe(revised);
  });

  test('the name of the file apart from those of its folders; titles on sheets say nothing', () => {
    const sources = [source('cover', '统计表（2023年修订）'), source('fileName', '惠州市'), source('folder', '第二版')];
    const folders = [{ number: 2, revised: false }];
    expect(statedVersion(sources, scheme)).toEqual({ number: null, revised: false, folders, date: null });
    const named = [source('fileName', 'v3'), source('folder', 'v2 更正'), source('folder', '惠州市')];
    expect(statedVersion(named, scheme)).toMatchObject({
      number: 3,
      revised: false,
      folders: [
        { number: 2, revised: true },
        { number: null, revised: false },
      ],
    });
  });

  test.each([
    ['2024年4月9日', '2024-04-09'],
    ['2024-04-09', '2024-04-09'],
    ['2024.4.9', '2024-04-09'],
    ['20240409', '2024-04-09'],
    ['2024年13月9日', null],
    ['四月', null],
  ])('a labelled date %s is %s', (text, date) => {
    expect(statedVersion([source('cover', text, 'date')], scheme).date).toBe(date);
  });

  test('of several dates the last counts; one without a label is none', () => {
    const dates = ['2024-04-12', '2024-04-09'].map((text) => source('cover', text, 'date'));
    expect(statedVersion(dates, scheme).date).toBe('2024-04-12');
    expect(statedVersion([source('cover', '2024-04-12')], scheme).date).toBeNull();
  });

  test('a version mark hides no region', () => {
    for (const name of ['惠州市v2', '惠州市第二版', '第2版惠州市']) {
      expect(readName(name, scheme).region?.code).toBe('441300');
    }
  });
});

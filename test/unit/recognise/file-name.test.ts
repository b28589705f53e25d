import { describe, expect, test } from 'vitest';
import { leadingRegion, readName } from '../../../src/recognise/file-name.ts';
import { scheme } from './support.ts';

const region = (text: string) => readName(text, scheme).region?.code ?? null;

describe('a name tells its region', () => {
  test.each([
    ['广州市', '440100'],
    ['广州', '440100'],
    ['广州市2024年第一季度台账', '440100'],
    ['2024Q1-惠州市-统计表', '441300'],
    ['附件2：广州市天河区民政局2024年第一季度统计表（终稿）(1)', '440106'],
    ['广州天河台账', '440106'],
    ['惠城区', '441302'],
    ['汕尾市城区', '441502'],
    ['城区台账', '441502'],
    ['广东省惠州市博罗县', '441322'],
    ['广东省行业协会商会统计表（韶关市）', '440200'],
    ['440100_2024Q1', '440100'],
    ['440100-self', '440100-self'],
    ['广州市本级台账', '440100-self'],
    ['省本级台账', '440000-self'],
    ['深汕特别合作区统计表', '440300-shenshan'],
    ['新兴县统计表', '445321'],
    ['新兴', '445321'],
    ['光明区行业协会商会台账', '440311'],
    ['深圳光明协会商会台账', '440311'],
    ['仲恺高新区活动台账', '441300-zhongkai'],
    ['松山湖行业协会商会', '441900-songshanhu'],
    ['前海活动台账', '440300-qianhai'],
    ['新兴统计表', '445321'],
    ['电白县', '440904'],
    ['广 州 市'.replace(/ /g, ''), '440100'],
  ])('%s → %s', (text, code) => {
    expect(region(text)).toBe(code);
  });
});

describe('a name that nearly tells a region', () => {
  test.each([
    '新兴产业协会',
    '新兴产业协会台账',
    '光明商会',
    '和平行业协会',
    '某城区台账',
    '湖南省长沙市民政局',
    '广州市、深圳市',
    '广州市惠城区',
    '广州话推广协会',
    '开平均数',
    '202403',
    '台账',
    'Sheet1',
    '',
  ])('%s names none', (text) => {
    expect(region(text)).toBeNull();
  });
});

test('what a name says beside its region', () => {
  const name = readName('广州市任务一：培育新兴产业2024年第一季度活动台账', scheme);
  expect(name.task?.id).toBe('t1');
  expect(name.form).toBe('ledger');
  expect(name.phrases).toHaveLength(1);
  expect(name.wholly).toBe(true);
  expect(readName('统计表', scheme).form).toBe('summary');
  expect(readName('稳就业调查', scheme).task).toBeNull();
});

test('the region a longer name begins with', () => {
  expect(leadingRegion('广州市天河区民生与社会组织处', scheme)?.code).toBe('440106');
  expect(leadingRegion('关于广州市', scheme)).toBeNull();
});

test.each(['V2'.repeat(400), '广'.repeat(1000), '2024'.repeat(300), '\u{1F600}\u{20000}'])(
  '%# never throws',
  (text) => {
    expect(() => readName(text, scheme)).not.toThrow();
  },
);

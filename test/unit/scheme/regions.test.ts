import { describe, expect, test } from 'vitest';
import {
  childrenOf,
  cityOf,
  findRegion,
  isWithin,
  ownLevelOf,
  regionIndex,
  regionOf,
} from '../../../src/scheme/regions.ts';
import { scheme } from '../../support/returns.ts';

const index = regionIndex(scheme);

/** The match in one line: a code, `several: …`, `unknownCounty: CITY REST` or `none`. */
function found(text: string, within: string | null): string {
  const match = findRegion(index, text, within);
  switch (match.kind) {
    case 'region':
      return match.region.code;
    case 'several':
      return `several: ${match.regions.map(({ code }) => code).join(' ')}`;
    case 'unknownCounty':
      return `unknownCounty: ${match.city.code} ${match.rest}`;
    case 'none':
      return 'none';
  }
}

describe('codes', () => {
  test.each([
    ['440000', '440000'],
    ['440106', '440106'],
    ['４４０１０６', '440106'],
    [' 440106 ', '440106'],
    ['440106000000', '440106'],
    ['441900003000', '441900'],
    ['440100-self', '440100-self'],
    ['440300-SHENSHAN', '440300-shenshan'],
    ['440183', '440118'],
    ['440183000000', '440118'],
    ['440508', 'several: 440507 440511'],
    ['440100.0', 'none'],
    ['4401', 'none'],
    ['44010', 'none'],
    ['4401060', 'none'],
    ['440101', 'none'],
    ['999999', 'none'],
  ])('%s', (text, expected) => {
    expect(found(text, null)).toBe(expected);
  });
});

describe('names', () => {
  test.each([
    ['广东省', '440000'],
    ['广东', '440000'],
    ['广州市', '440100'],
    ['广州', '440100'],
    ['　广 州\n市', '440100'],
    ['穗', '440100'],
    ['惠城区', '441302'],
    ['惠城', '441302'],
    ['城区', '441502'],
    ['新兴', '445321'],
    ['和平县', '441624'],
    ['乳源瑶族自治县', '440232'],
    ['乳源县', '440232'],
    ['梅县', '441403'],
    ['梅县区', '441403'],
    ['深汕', '440300-shenshan'],
    ['南沙新区', '440115'],
    ['揭阳（惠来）沿海经济开发试验区', '445200-dananhai'],
    ['黄埔区（广州开发区）', '440112'],
    ['新兴产业', 'none'],
    ['惠', '441300'],
    ['汕', 'none'],
    ['惠城区等', 'none'],
    ['区', 'none'],
    ['', 'none'],
    ['·', 'none'],
    ['长沙市', 'none'],
    ['濠江区', '440512'],
    ['壕江区', 'none'],
    ['高新区', 'none'],
    ['开发区', 'none'],
  ])('%s', (text, expected) => {
    expect(found(text, null)).toBe(expected);
  });
});

describe('a region behind its city', () => {
  test.each([
    ['惠州市惠城区', '441302'],
    ['惠州惠城', '441302'],
    ['惠州市惠城', '441302'],
    ['广州市·天河区', '440106'],
    ['广州-天河', '440106'],
    ['广州市/天河区', '440106'],
    ['广州市（天河区）', '440106'],
    ['广州 天河区', '440106'],
    ['广东省惠州市惠城区', '441302'],
    ['广东惠州惠城', '441302'],
    ['广东省天河区', '440106'],
    ['广东省广州市', '440100'],
    ['汕尾市城区', '441502'],
    ['汕尾城区', '441502'],
    ['梅州梅县', '441403'],
    ['深圳市深汕特别合作区', '440300-shenshan'],
    ['珠海横琴', '440400-hengqin'],
    ['湛江市经济技术开发区', '440800-etdz'],
    ['湛江经开区', '440800-etdz'],
    ['肇庆市高新区', '441200-hitech'],
    ['惠州市惠区', 'unknownCounty: 441300 惠区'],
    ['惠州 惠区', 'unknownCounty: 441300 惠区'],
    ['广东省惠州市惠区', 'unknownCounty: 441300 惠区'],
    ['广州市市辖区', 'unknownCounty: 440100 市辖区'],
    ['惠州惠区', 'none'],
    ['中山大学', 'none'],
    ['中山路', 'none'],
    ['广州市南山区', 'several: 440100 440305'],
    ['广州市、深圳市', 'several: 440100 440300'],
  ])('%s', (text, expected) => {
    expect(found(text, null)).toBe(expected);
  });
});

describe('former names', () => {
  test.each([
    ['高要市', null, '441204'],
    ['电白县', null, '440904'],
    ['阳江市阳东县', null, '441704'],
    ['广东省清远市清新县', null, '441803'],
    // 增城市 became 增城区, a part of it went to 黄埔区: the one that kept the name is meant.
    ['增城市', null, '440118'],
    ['广州增城市', null, '440118'],
    ['潮阳市', null, '440513'],
    ['南海市', null, '440605'],
    // None of the successors kept the name.
    ['金园区', null, 'several: 440507 440511'],
    ['汕头市达濠区', null, 'several: 440511 440512'],
    // 佛山 had a 城区 too; elsewhere the one in force is meant.
    ['城区', '440600', '440604'],
    ['佛山市城区', null, '440604'],
    ['城区', '441500', '441502'],
    ['城区', '440100', '441502'],
    ['广州市高要市', null, 'several: 440100 441204'],
  ])('%s within %s', (text, within, expected) => {
    expect(found(text, within)).toBe(expected);
  });
});

describe('within the area of the sender', () => {
  test.each([
    ['天河区', '440100', '440106'],
    ['天河', '440106', '440106'],
    ['南山区', '440100', '440305'],
    ['高新区', '441200', '441200-hitech'],
    ['高新区', '441800', '441800-hitech'],
    ['高新区', '440100', 'none'],
    ['开发区', '440100', '440112'],
    ['经开区', '440800', '440800-etdz'],
    ['经开区', '440803', '440800-etdz'],
    ['天河区', '440100-self', '440106'],
    ['天河区', '999999', '440106'],
  ])('%s within %s', (text, within, expected) => {
    expect(found(text, within)).toBe(expected);
  });
});

describe('own levels', () => {
  test.each([
    ['广州市本级', null, '440100-self'],
    ['广州市市本级', null, '440100-self'],
    ['广州市直', null, '440100-self'],
    ['广州市·市直', null, '440100-self'],
    ['广东省广州市本级', null, '440100-self'],
    ['东莞市本级', null, '441900-self'],
    ['广东省本级', null, '440000-self'],
    ['省直', null, '440000-self'],
    ['省本级', '440100', '440000-self'],
    ['市本级', '440100', '440100-self'],
    ['市 本 级', '440100', '440100-self'],
    ['市直', '440100-self', '440100-self'],
    ['市直', '440106', '440100-self'],
    ['本级', '440100', '440100-self'],
    ['本级', '440000', '440000-self'],
    // A county has no own level apart.
    ['本级', '440106', '440106'],
    ['区本级', '440106', '440106'],
    ['天河区本级', null, '440106'],
    ['广州市天河区区直', null, '440106'],
    ['台山市本级', null, '440781'],
    // A county-level city says 市本级 of itself.
    ['市本级', '440781', '440781'],
    ['惠城市本级', null, 'none'],
    // Nobody says which city.
    ['市本级', null, 'none'],
    ['市本级', '440000', 'none'],
    ['本级', null, 'none'],
    ['本级', '999999', 'none'],
    ['长沙市本级', null, 'none'],
  ])('%s within %s', (text, within, expected) => {
    expect(found(text, within)).toBe(expected);
  });
});

describe('bureaus', () => {
  test.each([
    ['广州市民政局', null, '440100'],
    ['广东省民政厅', null, '440000'],
    ['惠州市惠城区民政局（盖章）', null, '441302'],
    ['仲恺高新区社会事务局', null, '441300-zhongkai'],
    ['民政局', '440100', 'none'],
    ['长沙市民政局', null, 'none'],
  ])('%s', (text, within, expected) => {
    expect(found(text, within)).toBe(expected);
  });
});

test('a city lists its own level, its counties in table order, then its zones', () => {
  const codes = childrenOf(index, '440300').map(({ code }) => code);
  expect(codes.slice(0, 3)).toEqual(['440300-self', '440303', '440304']);
  expect(codes.slice(-3)).toEqual(['440300-qianhai', '440300-shenshan', '440300-dapeng']);
});

test('the province lists its own level and the 21 cities in customary order', () => {
  const children = childrenOf(index, '440000');
  expect(children).toHaveLength(22);
  expect(children.slice(0, 4).map(({ name }) => name)).toEqual(['广东省本级', '广州市', '深圳市', '珠海市']);
  expect(children.at(-1)?.name).toBe('云浮市');
});

test('unknown codes have no region, children or city', () => {
  expect(regionOf(index, '999999')).toBeNull();
  expect(childrenOf(index, '999999')).toEqual([]);
  expect(cityOf(index, '999999')).toBeNull();
  expect(regionOf(index, '__proto__')).toBeNull();
});

test.each([
  ['440106', '440100'],
  ['440300-shenshan', '440300'],
  ['440100-self', '440100'],
  ['440100', '440100'],
  ['440000', undefined],
  ['440000-self', undefined],
])('the city of %s', (code, city) => {
  expect(cityOf(index, code)?.code).toBe(city);
});

test.each([
  ['440106', '440106', true],
  ['440106', '440100', true],
  ['440106', '440000', true],
  ['440100-self', '440100', true],
  ['440100', '440106', false],
  ['440100', '440100-self', false],
  ['440305', '440100', false],
])('%s within %s: %s', (code, area, expected) => {
  expect(isWithin(index, code, area)).toBe(expected);
});

test('own levels belong to the province and the cities', () => {
  expect(ownLevelOf(index, '440100')).toMatchObject({ code: '440100-self', name: '广州市本级', shortName: '市本级' });
  expect(ownLevelOf(index, '440000')).toMatchObject({ code: '440000-self', name: '广东省本级', shortName: '省本级' });
  expect(ownLevelOf(index, '440106')).toBeNull();
});

test('the numbers of regions are those of the customary list, and their order ascends', () => {
  const count = (level: string): number => scheme.regions.filter((region) => region.level === level).length;
  expect([count('province'), count('city'), count('county'), count('self')]).toEqual([1, 21, 122, 22]);
  expect(scheme.regions.map(({ order }) => order)).toEqual(scheme.regions.map((_, at) => at));
});

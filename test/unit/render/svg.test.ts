import { describe, expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { numberText } from '../../../src/render/chart/chart-number.ts';
import { element, escapeXml } from '../../../src/render/svg/element.ts';
import { fitted, textWidth, wrapped } from '../../../src/render/svg/text-width.ts';

describe('elements', () => {
  test.each<[string, string]>([
    [element('a', { x: 1 / 3, y: 'b"<' }), '<a x="0.3" y="b&quot;&lt;"/>'],
    [element('a', {}, element('b', {}), 'c'), '<a><b/>c</a>'],
    [escapeXml('<&>\u0000\u202E\uD800\uFFFE'), '&lt;&amp;&gt;\\u0000\\u202E\\uD800\uFFFD'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('texts in their room', () => {
  test.each([
    ['广州市', 12, 36],
    ['12,345', 10, 35.5],
    ['', 12, 0],
    ['W', 10, 10],
  ])('%s in size %d is %d wide', (text, size, width) => {
    expect(textWidth(text, size)).toBeCloseTo(width);
  });

  test.each([
    ['广州市', 36, '广州市'],
    ['广州市', 35, '广…'],
    ['广州市', 0, '广…'],
  ])('%s in %d pixels is %s', (text, width, expected) => {
    expect(fitted(text, 12, width)).toBe(expected);
  });

  test.each([
    ['一二三四五', 24, 3, ['一二', '三四', '五']],
    ['一二三四五', 24, 2, ['一二', '三…']],
    ['一\n二', 60, 2, ['一 二']],
    ['', 60, 2, []],
  ])('%j in lines of %d pixels, at most %d', (text, width, most, lines) => {
    expect(wrapped(text, 12, width, most)).toEqual(lines);
  });
});

describe('numbers in their room', () => {
  test.each([
    [1234.5, 2, 60, '1,234.50'],
    [123456, 0, 60, '123,456'],
    [123456, 0, 45, '12.35万'],
    [1234567, 0, 44, '123.5万'],
    [123456789, 0, 32, '1.2亿'],
    [1e300, 0, 40, '1e+300'],
  ])('%d with %d decimals in %d pixels', (value, decimals, room, text) => {
    expect(numberText(value, decimals, REPORT_LABELS, room)).toBe(text);
  });
});

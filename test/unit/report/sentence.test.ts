import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/decimal/decimal.ts';
import type { ComparedFigure, Compilation } from '../../../src/model/compilation.ts';
import { parsePeriodId } from '../../../src/period/period.ts';
import { builtinTemplateFolder, loadTemplates } from '../../../src/render/load-templates.ts';
import { renderMarkdown } from '../../../src/render/markdown.ts';
import { buildReport } from '../../../src/report/build.ts';
import type { Scheme } from '../../../src/scheme/scheme.ts';
import { compilationOf, figureOf, smallScheme } from '../../support/compilation.ts';
import { scheme as builtin } from '../../support/returns.ts';

const scheme = smallScheme(builtin);
const templates = await loadTemplates([builtinTemplateFolder()]);
const AREA = '100000';

const number = (text: string) => decimal(text);
const without = (qoq: readonly string[], yoy: readonly string[], ytdYoy: readonly string[] = []) => ({
  comparedWithout: { qoq, yoy, ytdYoy },
});

/** The lines of the report that speak of the whole area. */
function said(figures: readonly ComparedFigure[], period = '2024Q1', of: Scheme = scheme): readonly string[] {
  const parsed = parsePeriodId(period);
  if (parsed === null) throw new Error('no period');
  const compilation: Compilation = compilationOf({ area: AREA, period: parsed, figures });
  const text = renderMarkdown(buildReport(compilation, of, { version: '0.1.0', language: 'zh-CN' }), templates);
  return text.split('\n').filter((line) => /^(?:截至)?\d+年.*全省/.test(line) && !line.includes('无可汇总数据'));
}

const t1 = (value: string, fields: Partial<ComparedFigure> = {}) => figureOf(AREA, 't1_a', value, fields);
const t1b = (value: string, fields: Partial<ComparedFigure> = {}) => figureOf(AREA, 't1_b', value, fields);

describe('a sentence of figures', () => {
  const based = { previous: number('10'), qoq: number('20'), yearAgo: number('16'), yoy: number('-25') };

  test.each<[string, readonly ComparedFigure[], string]>([
    ['nothing to compare with', [t1('12')], '2024年第一季度，全省举办活动12场次。'],
    ['both rates', [t1('12', based)], '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%。'],
    [
      'no change',
      [t1('10', { ...based, qoq: number('0'), yoy: null, yearAgo: null })],
      '2024年第一季度，全省举办活动10场次，环比持平。',
    ],
    [
      'the same number',
      [t1('10', { ...based, previous: number('10'), qoq: number('0') })],
      '2024年第一季度，全省举办活动10场次，同比下降25.0%，环比持平。',
    ],
    [
      'nearly the same number',
      [t1b('10001', { previous: number('10000'), qoq: number('0'), yearAgo: number('10004'), yoy: number('0') })],
      '2024年第一季度，全省提供岗位数1万个，同比基本持平，环比基本持平。',
    ],
    [
      'the same sum over other regions',
      [t1('10', { previous: number('10'), qoq: number('0'), ...without(['100200'], []) })],
      '2024年第一季度，全省举办活动10场次，环比基本持平。环比按可比口径计算，不含西城市。',
    ],
    [
      'a part whose whole has no value',
      [t1('12'), figureOf(AREA, 't1_b', null, { reason: 'unreadable' }), figureOf(AREA, 't1_c', '1')],
      '2024年第一季度，全省举办活动12场次。',
    ],
    [
      'what lacks a city and could not be read in another',
      [t1('12', { complete: false, lacks: ['100200'], readable: false })],
      '2024年第一季度，全省（缺西城市）举办活动12场次（数据不完整）。',
    ],
    [
      'a base of zero',
      [t1('12', { ...based, yearAgo: number('0'), yoy: null })],
      '2024年第一季度，全省举办活动12场次，环比增长20.0%（上年同期为0）。',
    ],
    [
      'a base that another figure has',
      [t1('12', based), t1b('3', { ...based, previous: null, qoq: null })],
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%；提供岗位数3个，同比下降25.0%（上期无数据）。',
    ],
    [
      'a base that cannot be compared',
      [t1('12', { ...based, yoy: null }), t1b('3', based)],
      '2024年第一季度，全省举办活动12场次，环比增长20.0%（与上年同期不可比）；提供岗位数3个，同比下降25.0%，环比增长20.0%。',
    ],
    [
      'bases that no figure has',
      [
        t1('12', { ...based, yoy: null, previous: null, qoq: null }),
        t1b('3', { ...based, yoy: null, qoq: null, previous: number('0') }),
      ],
      '2024年第一季度，全省举办活动12场次（上期无数据）；提供岗位数3个（上期为0）。以上各项与上年同期不可比。',
    ],
    [
      'a large rate',
      [t1('12', { ...based, yoy: number('1107.4') })],
      '2024年第一季度，全省举办活动12场次，同比增长1107.4%，环比增长20.0%。',
    ],
    [
      'both rates leave out the same',
      [t1('12', { ...based, ...without(['100200'], ['100200']) })],
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%。同比、环比均按可比口径计算，不含西城市。',
    ],
    [
      'the rates leave out different ones',
      [t1('12', { ...based, ...without(['100200'], ['100200', '100300']) })],
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%。同比按可比口径计算，不含西城市、海城市；环比按可比口径计算，不含西城市。',
    ],
    [
      'one figure leaves out more',
      [
        t1('12', { ...based, ...without(['100200'], ['100200']) }),
        t1b('3', { ...based, ...without(['100200', '100400'], ['100200', '100400']) }),
      ],
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%；提供岗位数3个，同比下降25.0%，环比增长20.0%（均为可比口径，另不含山城市）。同比、环比均按可比口径计算，不含西城市。',
    ],
    [
      'all lack a city, one lacks another',
      [t1('12', { complete: false, lacks: ['100200'] }), t1b('3', { complete: false, lacks: ['100200', '100300'] })],
      '2024年第一季度，全省（缺西城市）举办活动12场次；提供岗位数3个（另缺海城市）。',
    ],
    [
      'what is unreadable is told',
      [t1('12', { complete: false })],
      '2024年第一季度，全省举办活动12场次（数据不完整）。',
    ],
  ])('%s', (_name, figures, sentence) => {
    expect(said(figures)).toEqual([sentence]);
  });

  test.each([
    ['23512', '2.35万个'],
    ['120000', '12万个'],
    ['9999', '9999个'],
    ['250000000', '2.5亿个'],
    ['0', '0个'],
  ])('%s is said as %s', (value, text) => {
    expect(said([t1b(value)])).toEqual([`2024年第一季度，全省提供岗位数${text}。`]);
  });

  test.each([
    ['974.23', '974.23万元'],
    ['1372.8', '1372.8万元'],
    ['9999.99', '9999.99万元'],
    ['94577.75', '9.46亿元'],
  ])('%s 万元 is said as %s: money knows 万元 and 亿元 only', (value, text) => {
    expect(said([figureOf(AREA, 't2_a', value)])).toEqual([`2024年第一季度，全省投入资金${text}。`]);
  });
});

describe('what there is at the end of the period', () => {
  test('is said as such', () => {
    expect(said([figureOf(AREA, 't0_a', '300')])).toEqual(['截至2024年3月末，全省登记数300家。']);
  });
});

describe('what rates leave out', () => {
  const stockScheme: Scheme = {
    ...scheme,
    indicators: scheme.indicators.map((one) => (one.id === 't1_b' ? { ...one, kind: 'stock' } : one)),
  };
  const based = { previous: number('10'), qoq: number('20'), yearAgo: number('16'), yoy: number('-25') };

  test('alike in the sentence before is said to be the same, and what is not alike is said', () => {
    const alike = without(['100200'], ['100200']);
    expect(said([t1('12', { ...based, ...alike }), t1b('12', { ...based, ...alike })], '2024Q1', stockScheme)).toEqual([
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%。同比、环比均按可比口径计算，不含西城市。截至2024年3月末，全省提供岗位数12个，同比下降25.0%，环比增长20.0%。同比、环比口径同上。',
    ]);
    expect(said([t1('12', { ...based, ...alike }), t1b('12', based)], '2024Q1', stockScheme)).toEqual([
      '2024年第一季度，全省举办活动12场次，同比下降25.0%，环比增长20.0%。同比、环比均按可比口径计算，不含西城市。截至2024年3月末，全省提供岗位数12个，同比下降25.0%，环比增长20.0%。',
    ]);
  });
});

describe('the year to date', () => {
  const year = { ytd: number('30'), ytdYearAgo: number('24'), ytdYoy: number('25') };

  test('is said where the period does not begin with the year', () => {
    expect(said([t1('12', year)], '2024Q2')).toEqual([
      '2024年第二季度，全省举办活动12场次。1—6月累计，全省举办活动30场次，同比增长25.0%。',
    ]);
  });

  test.each([['2024Q1'], ['2024H1'], ['2024'], ['2024-01']])('is not said of %s', (period) => {
    expect(said([t1('12', year)], period).join()).not.toContain('累计');
  });

  test('never of what counts at the end of a period', () => {
    expect(said([figureOf(AREA, 't0_a', '300', year)], '2024Q2')).toEqual(['截至2024年6月末，全省登记数300家。']);
  });

  test('names what it lacks, once where the period lacks the same', () => {
    const lacking = { complete: false, lacks: ['100200'] };
    expect(said([t1('12', { ...year, ...lacking, ytdLacks: ['100200', '100300'] })], '2024Q2')).toEqual([
      '2024年第二季度，全省（缺西城市）举办活动12场次。1—6月累计，全省（另缺海城市）举办活动30场次，同比增长25.0%。',
    ]);
  });

  test('what it lacks as the period does is not named again, but said', () => {
    const lacking = { complete: false, lacks: ['100200'] };
    expect(said([t1('12', { ...year, ...lacking, ytdLacks: ['100200'] })], '2024Q2')).toEqual([
      '2024年第二季度，全省（缺西城市）举办活动12场次。1—6月累计，全省（所缺地区同上）举办活动30场次，同比增长25.0%。',
    ]);
  });

  test('a part is not said there without its whole', () => {
    const whole = t1b('20', { ytd: null });
    const part = figureOf(AREA, 't1_c', '5', { ytd: number('9') });
    expect(said([t1('12', { ytd: number('30') }), whole, part], '2024Q2')).toEqual([
      '2024年第二季度，全省举办活动12场次；提供岗位数20个，其中技术岗位5个。1—6月累计，全省举办活动30场次。',
    ]);
  });

  test('no base is told in words', () => {
    const none = { ...year, ytdYoy: null, ytdYearAgo: number('0') };
    expect(said([t1('12', none)], '2024Q2')).toEqual([
      '2024年第二季度，全省举办活动12场次。1—6月累计，全省举办活动30场次（上年同期累计为0）。',
    ]);
  });
});

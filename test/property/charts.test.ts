import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { htmlCharts, markdownCharts, type PictureFile } from '../../src/render/chart/print-chart.ts';
import { markupText } from '../../src/render/markup.ts';
import { textWidth } from '../../src/render/svg/text-width.ts';
import { buildReport } from '../../src/report/build.ts';
import type { ReportModel } from '../../src/report/model.ts';
import { visible } from '../../src/text/visible.ts';
import { smallCompilation, smallScheme } from '../support/compilation.ts';
import { htmlTags } from '../support/html.ts';
import { scheme } from '../support/returns.ts';

const base = buildReport(smallCompilation(), smallScheme(scheme), { version: '0.1.0', language: 'zh-CN' });
const CHARTS = [
  ['regions', 't1_b'],
  ['periods', 't1_b'],
  ['groups'],
  ['groups', 't1_a'],
  ['map', 't1_b'],
  ['states'],
] as const;

/** The report with a name, a unit of measure and a value of someone's choice. */
function modelWith(name: string, value: number | null): ReportModel {
  const row = <T extends { readonly name: string }>(one: T): T => ({ ...one, name });
  return {
    ...base,
    regions: base.regions.map((region) => ({ ...region, name, shortName: name })),
    tasks: base.tasks.map((task) => ({
      ...task,
      shortName: name,
      indicators: task.indicators.map((one) => ({ ...one, name, unit: name })),
    })),
    history: [1, 2, 3].map((number) => ({
      ...{ id: `2024Q${number}`, year: 2024, number, label: `2024年第${number}季度`, shortLabel: `第${number}季度` },
      figures: [{ indicator: 't1_b', value, complete: number < 3 }],
    })),
    figures: base.figures.map((figure) => (figure.region === '100100' ? { ...figure, value, yearAgo: value } : figure)),
    views: { ...base.views, matrix: { ...base.views.matrix, rows: base.views.matrix.rows.map(row) } },
  };
}

interface Drawn {
  readonly tags: readonly string[];
  /** Content of the elements by their name. */
  readonly texts: readonly {
    readonly tag: string;
    readonly text: string;
    readonly at: Readonly<Record<string, string>>;
  }[];
}

/** Reads a picture as strictly as XML is; throws when it is not well-formed. */
function drawn(svg: string): Drawn {
  const tags: string[] = [];
  const texts: { tag: string; text: string; at: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push(name);
    texts.push({ tag: name, text: '', at: attributes as Record<string, string> });
  });
  parser.on('text', (text) => {
    const last = texts.at(-1);
    if (last) last.text += text;
  });
  parser.write(svg).close();
  return { tags, texts };
}

function filesOf(model: ReportModel): readonly PictureFile[] {
  const files = new Map<string, PictureFile>();
  const chart = markdownCharts(model, files);
  for (const [kind, indicator] of CHARTS) chart(kind, indicator);
  return [...files.values()];
}

const name = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><b>',
    ']]>',
    '<!--',
    '&amp;',
    "'",
    '\u202E甲',
    '\u0000',
    '\uFFFF',
    '甲'.repeat(99),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);
const value = fc.option(fc.double({ min: 0, max: 1e15, noNaN: true }));

describe('pictures of any names and numbers', () => {
  test('are well-formed, hold nothing but shapes and texts, and ask for nothing', () => {
    fc.assert(
      fc.property(name, value, (given, number) => {
        for (const { content } of filesOf(modelWith(given, number))) {
          const { tags, texts } = drawn(content);
          expect(
            tags.filter((tag) => !['svg', 'title', 'desc', 'g', 'rect', 'line', 'circle', 'text'].includes(tag)),
          ).toEqual([]);
          expect(texts.flatMap(({ at }) => Object.keys(at)).filter((key) => /^on|href|style/.test(key))).toEqual([]);
          expect(content).not.toMatch(/NaN|Infinity|undefined|[\u202A-\u202E\u2066-\u2069\u200B\u2028]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('stay inside of their edges', () => {
    fc.assert(
      fc.property(name, value, (given, number) => {
        for (const { content } of filesOf(modelWith(given, number))) {
          const { texts } = drawn(content);
          const width = Number(texts[0]?.at['width']) - 16;
          for (const { tag, text, at } of texts) {
            if (tag !== 'text') continue;
            const room = textWidth(text, Number(at['font-size'] ?? 11));
            const x = Number(at['x']);
            const from = { end: x - room, middle: x - room / 2 }[at['text-anchor'] ?? ''] ?? x;
            expect(from, text).toBeGreaterThanOrEqual(-8.1);
            expect(from + room, text).toBeLessThanOrEqual(width + 8.1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say the whole name in their description', () => {
    fc.assert(
      fc.property(name, (given) => {
        const [bars] = filesOf(modelWith(given, 1));
        const { texts } = drawn(bars?.content ?? '');
        const said = texts.find(({ tag }) => tag === 'title')?.text.replaceAll('\uFFFD', '');
        expect(said?.replace(/\r\n?/g, '\n')).toContain(
          visible(given)
            .replace(/[\uFFFE\uFFFF\uFFFD]/g, '')
            .replace(/\r\n?/g, '\n'),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('have no tags in a page but those of a picture', () => {
    fc.assert(
      fc.property(name, value, (given, number) => {
        const chart = htmlCharts(modelWith(given, number));
        const page = CHARTS.map(([kind, indicator]) => markupText(chart(kind, indicator)) ?? '').join('');
        const known = ['figure', 'figcaption', 'small', 'svg', 'title', 'desc', 'rect', 'line', 'circle', 'text'];
        expect(htmlTags(page).filter((tag) => !known.includes(tag.name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

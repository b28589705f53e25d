import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';
import { chromiumPath, needs } from '../support/needs.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** What axe-core says of a page. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** How much the page is wider than its window, and what outside of regions that scroll stands out of it. */
const CUT_OFF = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const scrolls = (one) => one !== null && (getComputedStyle(one).overflowX === 'auto' || scrolls(one.parentElement));
  const cut = [...document.querySelectorAll('main *, header *, nav *, footer *')]
    .filter((one) => one.getClientRects().length > 0 && !scrolls(one))
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < -1 || right > clientWidth + 1;
    })
    .map((one) => one.outerHTML.slice(0, 120));
  return { wide: scrollWidth - clientWidth, cut };
})()`;

/** A text of a chart as the browser lays it out: its size and how far it reaches out of the picture, in pixels. */
interface ChartText {
  readonly text: string;
  readonly size: number;
  readonly outside: number;
  readonly contrast: number;
}

/** Functions of the page: the colour that lies below a place, and the contrast of two colours after WCAG. */
const COLOURS = `
  const parts = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const paper = parts(getComputedStyle(document.querySelector('main')).backgroundColor);
`;

const CHART_TEXTS = `(() => { ${COLOURS}
  return [...document.querySelectorAll('.chart svg')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const areas = [...svg.querySelectorAll('.area')].map((one) => ({ one, box: one.getBoundingClientRect() }));
    return [...svg.querySelectorAll('text')].map((text) => {
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const below = areas.findLast(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
      const fill = (one, style) => { const [r, g, b, a] = parts(style.fill); return [r, g, b, a * style.fillOpacity]; };
      const ground = below ? over(fill(below.one, getComputedStyle(below.one)), paper) : paper;
      return {
        text: text.textContent,
        size: (parseFloat(style.fontSize) * frame.width) / svg.viewBox.baseVal.width,
        outside: Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom),
        contrast: contrast(over(fill(text, style), ground), ground),
      };
    });
  });
})()`;

/** Contrast in every cell of the heat table, and in one that has every shade in turn with all that a cell can hold. */
const HEAT_CONTRAST = `(() => { ${COLOURS}
  const row = document.querySelector('.heat tbody tr.unit');
  for (const shade of [1, 2, 3, 4, 5]) {
    row.insertAdjacentHTML('beforeend', '<td class="n h' + shade + '">1<abbr>*</abbr><span class="lacks">-</span></td>');
  }
  return [...document.querySelectorAll('.heat td, .heat td *')].map((part) => {
    const style = getComputedStyle(part);
    const ground = over(parts(getComputedStyle(part.closest('td')).backgroundColor), paper);
    return contrast(parts(style.color), ground);
  });
})()`;

needs.chromium.describe('report.html in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-browser-'));
  const url = pathToFileURL(join(folder, 'report.html')).href;
  let browser: Browser;
  beforeAll(async () => {
    const [previous = '', yearAgo = '', now = ''] = ['2023Q4', '2023Q1', '2024Q1'].map((name) => join(fixtures, name));
    const earlier = ['--previous', previous, '--year-ago', yearAgo];
    const ended = await huizong(['report', now, ...earlier, '-f', 'html', '-o', folder, '--as-of', '2024-04-20']);
    expect(ended.status).toBe(0);
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(url);
    return page;
  }

  test('opens from the disk, offline, without scripts, messages or any other request', async () => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url);
    expect({ requests, errors }).toEqual({ requests: [url], errors: [] });
    expect(await page.locator('h1').textContent()).toContain('广东省2024年第一季度');
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('table').count()).toBeGreaterThan(8);
    await context.close();
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('is accessible at %i px in %s colours', async (width, colours) => {
    const page = await open(width, colours);
    // The page forbids scripts to itself; the test's own runs beside it.
    const result = (await page.evaluate(`${axe.source}; axe.run()`)) as AxeResult;
    const told = result.violations.map(({ id, nodes }) => ({
      id,
      first: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
    }));
    expect(told).toEqual([]);
    await page.close();
  });

  test.each([1280, 390, 320])('cuts nothing off at %i px: what is wide scrolls by itself', async (width) => {
    const page = await open(width);
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    const found = await page.evaluate(CUT_OFF);
    expect(found).toEqual({ wide: 0, cut: [] });
    await page.close();
  });

  test('every entry of the contents leads somewhere, and every region that scrolls can be reached by keyboard', async () => {
    const page = await open(1280);
    const links = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(7);
    for (const link of new Set(links)) expect(await page.locator(`[id="${link.slice(1)}"]`).count()).toBe(1);
    const unreachable = await page
      .locator('.table')
      .evaluateAll((all) => all.filter((one) => one.getAttribute('tabindex') !== '0').length);
    expect(unreachable).toBe(0);
    await page.close();
  });

  describe('on paper', () => {
    const pages: string[] = [];
    beforeAll(async () => {
      const page = await open(1280);
      const pdf = join(folder, 'report.pdf');
      writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      await page.close();
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
      pages.push(...text.split('\f').filter((one) => one.trim() !== ''));
      const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
      expect(info).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts/);
    });

    test('each page has its number', () => {
      expect(pages.length).toBeGreaterThan(5);
      for (const [at, text] of pages.entries()) expect(text).toMatch(new RegExp(`— *${at + 1} *—`));
    });

    test('heads of tables are repeated, and never stand alone at the foot of a page', () => {
      const heads = pages.filter((text) => /文件\s+.*SHA-256/s.test(text));
      expect(heads.length).toBeGreaterThan(1);
      for (const text of pages) {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        // The last line is the number of the page.
        expect(lines.at(-2)?.trim()).not.toMatch(/^(任务\s+)?指标\s+单位\s+本期/);
      }
    });

    test('what is folded on the screen is printed', () => {
      expect(pages.join('')).toContain('附表4');
      expect(pages.join('').replace(/\s/gu, '')).toContain('440200-韶关市-台账.csv');
    });
  });

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
  ] as const)('charts at %d pixels (%s) cut off no text and keep it readable', async (width, colorScheme) => {
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      const texts = (await page.evaluate(CHART_TEXTS)) as readonly ChartText[];
      expect(texts.length).toBeGreaterThan(150);
      expect(texts.filter(({ outside }) => outside > 0.5)).toEqual([]);
      expect(texts.filter(({ size }) => size < 11)).toEqual([]);
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      const cells = (await page.evaluate(HEAT_CONTRAST)) as readonly number[];
      expect(cells.length).toBeGreaterThan(50);
      expect(Math.min(...cells)).toBeGreaterThanOrEqual(4.5);
    } finally {
      await browser.close();
    }
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';
import { chromiumPath, needs } from '../support/needs.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/2024Q1');

needs.chromium.describe('report.html in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-browser-'));
  beforeAll(async () => {
    await huizong(['report', fixtures, '-f', 'html', '-o', folder, '--as-of', '2024-04-20']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens from the disk without scripts, errors or any other request', async () => {
    const url = pathToFileURL(join(folder, 'report.html')).href;
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
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
    } finally {
      await browser.close();
    }
  });
});

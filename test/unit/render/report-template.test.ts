import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { finishWorkbook } from '../../../src/ooxml/finish-workbook.ts';
import { zipParts } from '../../../src/ooxml/zip-parts.ts';
import { checkWorkbook } from '../../../src/render/check-workbook.ts';
import { loadReportSchema } from '../../../src/render/load-templates.ts';
import { reportShape } from '../../../src/render/schema-shape.ts';

/** The maker is plain JavaScript, run by hand. */
const maker = new URL('../../../scripts/report-template/workbook.mjs', import.meta.url).href;
const { reportTemplate } = (await import(maker)) as {
  readonly reportTemplate: (tools: object) => Promise<Uint8Array>;
};

const committed = readFileSync(new URL('../../../templates/report.xlsx', import.meta.url));

test('templates/report.xlsx is what its script makes (npm run template:xlsx)', async () => {
  expect(Buffer.compare(await reportTemplate({ finishWorkbook, zipParts }), committed)).toBe(0);
});

test('what a copy is a copy of does not depend on how the program packs', async () => {
  const stored = (write: (put: (name: string, bytes: Uint8Array) => void) => void) => {
    const parts: Record<string, Uint8Array> = {};
    write((name, bytes) => {
      parts[name] = bytes;
    });
    return zipSync(parts, { level: 0 });
  };
  const other = unzipSync(await reportTemplate({ finishWorkbook, zipParts: stored }));
  expect(strFromU8(other['docProps/custom.xml'] ?? new Uint8Array())).toBe(
    strFromU8(unzipSync(committed)['docProps/custom.xml'] ?? new Uint8Array()),
  );
});

test('it is sound, whatever the data, and everything in it follows', async () => {
  const source = { file: 'report.xlsx', text: '', bytes: committed };
  const { faults, carried, marks } = await checkWorkbook(source, reportShape(await loadReportSchema()));
  expect({ faults, carried }).toEqual({ faults: [], carried: [] });
  expect(marks.length).toBeGreaterThan(100);
});

test('names of its sheets are not longer than Excel allows', () => {
  const book = strFromU8(unzipSync(committed)['xl/workbook.xml'] ?? new Uint8Array());
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => name.length > 31)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { finishWorkbook, zipParts } from '../../../src/ooxml/finish-workbook.ts';

/** The maker is plain JavaScript, run by hand. */
const maker = new URL('../../../scripts/report-template/workbook.mjs', import.meta.url).href;
const { reportTemplate } = (await import(maker)) as {
  readonly reportTemplate: (tools: object) => Promise<Uint8Array>;
};

test('templates/report.xlsx is what its script makes (npm run template:xlsx)', async () => {
  const committed = readFileSync(new URL('../../../templates/report.xlsx', import.meta.url));
  expect(Buffer.compare(await reportTemplate({ finishWorkbook, zipParts }), committed)).toBe(0);
});

// Makes templates/report.xlsx: the workbook that `huizong report -f xlsx` fills.
import { writeFile } from 'node:fs/promises';
import { finishWorkbook } from '../dist/ooxml/finish-workbook.js';
import { zipParts } from '../dist/ooxml/zip-parts.js';
import { reportTemplate } from './report-template/workbook.mjs';

await writeFile(
  new URL('../templates/report.xlsx', import.meta.url),
  await reportTemplate({ finishWorkbook, zipParts }),
);
